// Where nobody else is kept waiting, waiting is right: a command-line program,
// the start before a loop runs and the end after it, a thread of its own, a
// test's body, and a helper thread that a loop starts.
// RUN: waitwise check --profile strict --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <cstdio>
#include <fstream>
#include <netdb.h>
#include <thread>
#include <unistd.h>
#include <uv.h>

#define TEST(suite, name) static void suite##_##name##_Test()

static void load(const char *file) { std::ifstream in(file); }
static void lookUp(const char *host) {
  addrinfo *found = nullptr;
  getaddrinfo(host, nullptr, nullptr, &found);
}
static void tickBad(uv_timer_t *) {
  // CHECK: :[[#@LINE+1]]:3: warning: 'getaddrinfo' (reached through 'lookUp')
  lookUp("here");
}
static void startsHelperOk(uv_timer_t *) {
  std::thread([] { lookUp("there"); }).detach();
}

TEST(Sleeping, TakesTimeOk) {
  sleep(1);
  lookUp("test");
}

int convertOk(int argc, char **argv) {
  for (int i = 1; i < argc; ++i)
    load(argv[i]);
  sleep(1);
  return 0;
}

int main(int argc, char **argv) {
  if (argc > 2)
    return convertOk(argc, argv);
  load("settings");
  lookUp("server");
  std::thread watchdogOk([] {
    for (;;)
      sleep(10);
  });
  uv_timer_t timer, other;
  uv_timer_start(&timer, tickBad, 0, 10);
  uv_timer_start(&other, startsHelperOk, 0, 10);
  uv_run(uv_default_loop(), UV_RUN_DEFAULT);
  watchdogOk.join();
  load("state");
  Sleeping_TakesTimeOk_Test();
}
