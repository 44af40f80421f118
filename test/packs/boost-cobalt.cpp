// The boost-cobalt pack: tasks run on a loop and await; what only sounds blocking does not block.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem %S/Inputs/boost-cobalt \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=boost-cobalt %s -- -std=c++20 -isystem %S/Inputs/boost-cobalt
#include <boost/cobalt.hpp>
#include <unistd.h>

namespace cobalt = boost::cobalt;

cobalt::task<int> taskBad() {
  usleep(11000);         // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms, and blocks coroutine 'taskBad'
  co_return 1;
}

cobalt::promise<int> nestedBad() {
  cobalt::run(taskBad()); // CHECK: :[[#@LINE]]:{{.*}}'boost::cobalt::run' runs a nested event loop
  co_return 1;
}

cobalt::task<int> awaitedOk(cobalt::wait_group group, cobalt::channel<int> channel, cobalt::thread thread) {
  co_await group.wait();
  co_await channel.write(co_await channel.read());
  co_await thread.join();
  co_await cobalt::join(taskBad(), nestedBad());
  group.wait(), channel.read();
  co_return 1;
}

void spawnedBad(cobalt::executor executor) {
  cobalt::spawn(executor, taskBad(), [](int) {
    usleep(12000);       // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  });
  cobalt::spawn(taskBad(), [](int) {
    usleep(13000);       // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
  });
}

cobalt::main withBad() {
  co_await cobalt::with(1, [](int) -> cobalt::promise<int> {
    usleep(14000);       // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
    co_return 1;
  }, [](int) -> cobalt::promise<int> { co_return 1; });
  co_return 0;
}

// On the thread that main runs on, before any loop, run may wait.
int startOk() { return cobalt::run(taskBad()); }

namespace own {
template <class T> int run(T &&) { return 0; }
} // namespace own
cobalt::task<int> look_alikesOk() { co_return own::run(1); }
