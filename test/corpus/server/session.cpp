// The coroutine of one client: a line in, a line out.
#include "session.h"
#include "directory.h"

#include <chrono>
#include <thread>

namespace demo {

using asio::use_awaitable;

static asio::awaitable<void> say(tcp::socket &Client, std::string Text) {
  Text += '\n';
  co_await asio::async_write(Client, asio::buffer(Text), use_awaitable);
}

// Waits for the name server on the thread that serves everybody.
static asio::awaitable<void> whereIsBad(tcp::socket &Client, std::string Host) {
  std::string Address = addressOf(Host); // planted: Lookup
  co_await say(Client, Address);
}

// The same question, asked the asynchronous way.
static asio::awaitable<void> whereIsOk(tcp::socket &Client, std::string Host) {
  tcp::resolver Resolver(Client.get_executor());
  auto Found = co_await Resolver.async_resolve(Host, "http", use_awaitable);
  co_await say(Client, Found.begin()->endpoint().address().to_string());
}

// Another thread may resume this one, and it would unlock what it never took.
static asio::awaitable<void> joinBad(tcp::socket &Client, Shared &All,
                                     std::string Name) {
  std::lock_guard Guard(All.NamesGuard);
  All.Names.insert(Name);
  co_await say(Client, "welcome " + Name); // planted: HeldLock
}

static asio::awaitable<void> greetOk(tcp::socket &Client, Shared &All,
                                     std::string Name) {
  std::unique_lock Guard(All.SeenGuard);
  bool Fresh = All.Seen.insert(Name).second;
  Guard.unlock();
  co_await say(Client, Fresh ? "welcome" : "welcome back");
}

// Sleeping is what the workers are for; the client is answered at once.
static asio::awaitable<void> backupOk(tcp::socket &Client, Shared &All) {
  asio::post(All.Workers,
             [] { std::this_thread::sleep_for(std::chrono::seconds(5)); });
  co_await say(Client, "started");
}

static asio::awaitable<void> answer(tcp::socket &Client, Shared &All,
                                    const std::string &Verb,
                                    const std::string &Rest) {
  if (Verb == "where")
    co_await whereIsBad(Client, Rest);
  else if (Verb == "whereis")
    co_await whereIsOk(Client, Rest);
  else if (Verb == "join")
    co_await joinBad(Client, All, Rest);
  else if (Verb == "greet")
    co_await greetOk(Client, All, Rest);
  else
    co_await backupOk(Client, All);
}

asio::awaitable<void> serve(tcp::socket Client, Shared &All) {
  std::string Input;
  for (;;) {
    std::size_t Size = co_await asio::async_read_until(
        Client, asio::dynamic_buffer(Input), '\n', use_awaitable);
    std::string Line = Input.substr(0, Size - 1);
    Input.erase(0, Size);
    std::size_t Space = Line.find(' ');
    std::string Rest = Space == std::string::npos ? "" : Line.substr(Space + 1);
    co_await answer(Client, All, Line.substr(0, Space), Rest);
  }
}

} // namespace demo
