// The asio pack: synchronous operations block handlers and coroutines.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <boost/asio.hpp>
#include <unistd.h>

namespace asio = boost::asio;
using asio::ip::tcp;
using asio::use_awaitable;
char data[64];

asio::awaitable<void> socketsBad(tcp::socket s, tcp::acceptor a, tcp::endpoint e) {
  s.connect(e);                         // CHECK: :[[#@LINE]]:{{.*}}'boost::asio::basic_socket::connect' waits for the network
  s.read_some(asio::buffer(data));      // CHECK: :[[#@LINE]]:{{.*}}'boost::asio::basic_stream_socket::read_some' waits for the network
  asio::write(s, asio::buffer(data));   // CHECK: :[[#@LINE]]:{{.*}}'boost::asio::write' waits for the network
  asio::read(s, asio::buffer(data));    // CHECK: :[[#@LINE]]:{{.*}}'boost::asio::read' waits for the network
  a.accept();                           // CHECK: :[[#@LINE]]:{{.*}}'boost::asio::basic_socket_acceptor::accept' waits for the network
  co_return;
}

asio::awaitable<void> waitingBad(tcp::resolver r, asio::steady_timer t, asio::io_context &c) {
  r.resolve("host", "80");              // CHECK: :[[#@LINE]]:{{.*}}'boost::asio::ip::basic_resolver::resolve' waits for a name server
  t.wait();                             // CHECK: :[[#@LINE]]:{{.*}}'boost::asio::basic_waitable_timer::wait' sleeps
  c.run();                              // CHECK: :[[#@LINE]]:{{.*}}'boost::asio::io_context::run' runs a nested event loop
  co_return;
}

asio::awaitable<void> asynchronousOk(tcp::socket s, tcp::acceptor a, tcp::resolver r, asio::steady_timer t) {
  co_await s.async_read_some(asio::buffer(data), use_awaitable);
  co_await asio::async_write(s, asio::buffer(data), use_awaitable);
  co_await a.async_accept(use_awaitable);
  co_await r.async_resolve("host", "80", use_awaitable);
  r.resolve("name", "80", tcp::resolver::numeric_host);
  co_await t.async_wait(use_awaitable);
  co_await asio::post(use_awaitable);
}

// In Asio's non-blocking mode an operation that would wait fails instead.
asio::awaitable<void> nonblockingOk(tcp::socket s) {
  s.non_blocking(true);
  s.read_some(asio::buffer(data));
  s.write_some(asio::buffer(data));
  co_return;
}

struct session {
  tcp::socket socket;
  asio::steady_timer timer;

  void start() {
    socket.async_read_some(asio::buffer(data), [](auto, std::size_t) {
      usleep(11000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
    });
    asio::async_write(socket, asio::buffer(data), [](auto, std::size_t) {
      usleep(12000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
    });
    timer.async_wait([](auto) {
      usleep(13000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
    });
  }
};

void postedBad(asio::io_context &c, asio::io_context::strand &s) {
  asio::post(c, [] { usleep(14000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
  asio::post(s, [] { usleep(15000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
  c.get_executor().execute([] { usleep(16000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
}

// A pool may block.
void pooledOk(asio::thread_pool &pool) {
  asio::post(pool, [] { usleep(17000); });
  asio::dispatch(pool.get_executor(), [] { usleep(18000); });
}

void spawnedBad(asio::io_context &c, session &s, tcp::endpoint e) {
  asio::co_spawn(c, [e]() -> asio::awaitable<void> {
    tcp::socket s(co_await asio::this_coro::executor);
    s.connect(e);                       // CHECK: :[[#@LINE]]:{{.*}}'boost::asio::basic_socket::connect' waits for the network
  }, asio::detached);
  s.start();
}

int main() {
  asio::io_context c;
  asio::steady_timer(c).wait();         // Before the loop starts: nobody waits.
  c.run();
}
