// The seastar pack: what the reactor runs must not wait for the kernel.
// RUN: waitwise check --fail-on none --require-rules-hit=seastar %s -- -std=c++20 -isystem %S/Inputs/seastar \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <seastar/seastar.hh>
#include <unistd.h>
#include <vector>

using namespace seastar;
using namespace std::chrono_literals;

future<> coroutineBad() {
  usleep(11000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  auto f = file_desc::open("f", 0);     // CHECK: :[[#@LINE]]:{{.*}}'seastar::file_desc::open' waits for the disk
  co_await yield();
}

future<> waitingBad(future<> f) {
  f.wait();                             // CHECK: :[[#@LINE]]:{{.*}}'seastar::future::wait' waits
  co_return;
}

future<> coroutineOk(semaphore &sem, condition_variable &ready, future<> other) {
  co_await seastar::sleep(1s);
  co_await sem.wait();
  co_await ready.wait();
  co_await coroutine::maybe_yield();
  co_await std::move(other).then_wrapped([](future<> f) { f.get(); });
}

void continuationsBad(future<> f) {
  f.then([] { usleep(12000); });        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  f.finally([] { usleep(13000); });     // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
}

void loopsBad(std::vector<int> v, semaphore &sem) {
  do_for_each(v, [](int) {
    usleep(14000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
    return future<>();
  });
  do_until([] { return true; }, [] {
    usleep(15000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
    return future<>();
  });
  with_semaphore(sem, 1, [] { usleep(16000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
  futurize_invoke([] { usleep(17000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 17 ms
}

void otherCoresBad(sharded<int> &service, alien::instance &engine) {
  smp::submit_to(1, [] { usleep(18000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 18 ms
  service.invoke_on_all([](int &) {
    usleep(19000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 19 ms
  });
  service.map_reduce0([](int &) { return 1; }, 0, [](int a, int b) {
    usleep(21000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 21 ms
    return a + b;
  });
  alien::run_on(engine, 0, [] { usleep(22000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 22 ms
}

void timersBad(timer<> &t) {
  t.set_callback([] { usleep(23000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 23 ms
}

struct page : httpd::handler_base {
  future<std::unique_ptr<http::reply>> handle(const sstring &, std::unique_ptr<http::request>,
                                              std::unique_ptr<http::reply>) override {
    usleep(24000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 24 ms
    return {};
  }
};
struct work : task {
  void run_and_dispose() noexcept override {
    usleep(25000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 25 ms
  }
};
void serversBad(rpc::protocol<int> &rpc) {
  httpd::function_handler text([](const http::request &) {
    usleep(26000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 26 ms
    return sstring();
  }, "txt");
  rpc.register_handler(1, [] { usleep(27000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 27 ms
}

void threadsBad() {
  async([] { usleep(28000); });         // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 28 ms
  async(thread_attributes(), [](int) {
    usleep(29000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 29 ms
  }, 5);
}
void threadsOk() {
  async([] {
    seastar::sleep(1s).get();
    seastar::sleep(1s).wait();
    seastar::thread::maybe_yield();
  });
}

// Functions of the same names that are the program's own.
struct mine {
  template <class F> void then(F) {}
};
void lookAlikesOk(mine m) {
  m.then([] { usleep(31000); });
}

int main(int argc, char **argv) {
  app_template app;
  app.run_deprecated(argc, argv, [] { usleep(32000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 32 ms
  return app.run(argc, argv, []() -> future<int> {
    usleep(33000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 33 ms
    return {};
  });
}
