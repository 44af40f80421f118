// Asio: handlers and coroutines on a loop block it; on a thread pool they may wait.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <boost/asio.hpp>
#include <unistd.h>

namespace asio = boost::asio;

asio::awaitable<void> onLoopBad() {
  // CHECK: :[[#@LINE+1]]:3: warning: 'sleep' sleeps, for 21 s, and blocks coroutine 'onLoopBad'
  sleep(21);
  co_return;
}

asio::awaitable<void> innerOnPoolOk() {
  sleep(22);
  co_return;
}

asio::awaitable<void> onPoolOk() {
  sleep(23);
  co_await innerOnPoolOk();
}

asio::awaitable<void> sessionBad(asio::ip::tcp::socket peer) {
  char data[64];
  for (;;) {
    std::size_t n = co_await peer.async_read_some(asio::buffer(data),
                                                  asio::use_awaitable);
    co_await asio::async_write(peer, asio::buffer(data, n),
                               asio::use_awaitable);
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'boost::asio::write' waits for the network
    asio::write(peer, asio::buffer(data, n));
  }
}

int main() {
  asio::io_context loop;
  asio::thread_pool pool(4);
  asio::steady_timer timer(loop, std::chrono::seconds(1));
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' sleeps, for 24 s, and blocks the event loop
  timer.async_wait([](boost::system::error_code) { sleep(24); });
  asio::post(pool, [] { sleep(25); });
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'sleep' sleeps, for 26 s, and blocks the event loop
  asio::post(loop, [] { sleep(26); });
  asio::co_spawn(loop, onLoopBad(), asio::detached);
  asio::co_spawn(pool, onPoolOk(), asio::detached);
  asio::co_spawn(loop, sessionBad(asio::ip::tcp::socket(loop)), asio::detached);
  loop.run();
}
