// Where an executor was made decides where a wrapper runs each caller's work, and how many threads it has.
// RUN: waitwise dump contexts %s -- -std=c++20 | FileCheck %s
#include <boost/asio.hpp>
#include <functional>
#include <thread>
namespace asio = boost::asio;

void offload(asio::any_io_executor ex, std::function<void()> work) {
  asio::post(ex, [work] { work(); });
}
template <class W> void handOn(asio::any_io_executor ex, W work) {
  asio::post(ex, std::move(work));
}

int main() {
  asio::io_context io;
  asio::thread_pool cores(std::thread::hardware_concurrency());
  asio::thread_pool many(64);
  asio::thread_pool any;
  offload(io.get_executor(), [] {});
  offload(cores.get_executor(), [] {});
  offload(many.get_executor(), [] {});
  handOn(io.get_executor(), [] {});
  handOn(cores.get_executor(), [] {});
  asio::post(cores, [] {});
  asio::post(many, [] {});
  asio::post(any, [] {});
  io.run();
}

// CHECK: event-loop main::(lambda:1): passed to 'offload', for 'boost::asio::post'
// CHECK-NEXT: event-loop main::(lambda:4): passed to 'boost::asio::post'
// CHECK-NEXT: cpu-pool main::(lambda:2): passed to 'offload', for 'boost::asio::post', a thread for each core
// CHECK-NEXT: cpu-pool main::(lambda:5): passed to 'boost::asio::post', a thread for each core
// CHECK-NEXT: cpu-pool main::(lambda:6): passed to 'boost::asio::post', a thread for each core
// CHECK-NEXT: io-pool main::(lambda:3): passed to 'offload', for 'boost::asio::post', 64 threads
// CHECK-NEXT: io-pool main::(lambda:7): passed to 'boost::asio::post', 64 threads
// CHECK-NEXT: any-pool main::(lambda:8): passed to 'boost::asio::post' [
// CHECK: wrapper handOn: runs 'work' through 'boost::asio::post'
// CHECK: wrapper offload: runs 'work' through 'boost::asio::post'
