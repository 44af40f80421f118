// A small line server on one event loop, with a pool of workers beside it.
// It is here to be analysed: these mistakes were planted, one line each,
// marked `planted: Name`. Everything named …Ok must stay unreported.
//
//   Name            what is wrong
//   Lookup          coroutine asks the name server, two calls down in another
//                   file (session.cpp, directory.cpp)
//   HeldLock        std::lock_guard held over a co_await (session.cpp)
//   SleepUnderLock  sleeps under a mutex that a handler takes (stats.cpp)
//   SlowMutex       the handler that takes it (housekeeping.cpp)
//   FileRead        handler reads a file through a helper (housekeeping.cpp)
//   FutureWait      handler waits for a future (housekeeping.cpp)
//
// Look-alikes: async_resolve, unlock before co_await, a sleep posted to the
// workers, a sleep before the lock, recv with MSG_DONTWAIT.
#include "housekeeping.h"
#include "session.h"

namespace demo {

static asio::awaitable<void> acceptAll(Shared &All) {
  auto Executor = co_await asio::this_coro::executor;
  tcp::acceptor Door(Executor, {tcp::v4(), 5000});
  for (;;) {
    tcp::socket Client = co_await Door.async_accept(asio::use_awaitable);
    asio::co_spawn(Executor, serve(std::move(Client), All), asio::detached);
  }
}

} // namespace demo

int main() {
  boost::asio::io_context Loop(1);
  boost::asio::thread_pool Workers(4);
  demo::Shared All{Loop, Workers};
  demo::Housekeeping Routine(All);
  Routine.start();
  boost::asio::co_spawn(Loop, demo::acceptAll(All), boost::asio::detached);
  Loop.run();
}
