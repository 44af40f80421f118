// A library's function whose name says that it is asynchronous is held to that, if nothing here calls it anywhere else.
// RUN: waitwise check %s --profile strict --fail-on none -- -std=c++20 | FileCheck %s --implicit-check-not={{warning|error}}:
#include <cstdio>
#include <future>
#include <netdb.h>
#include <thread>

static void lookUp(const char *host) {
  addrinfo *info;
  getaddrinfo(host, "80", nullptr, &info);
}

// CHECK: warning: 'getaddrinfo' {{.*}}blocks the event loop
// CHECK: note: 'clientConnectAsyncBad' runs in the event loop: its name promises that it does not wait
void clientConnectAsyncBad(const char *host) { lookUp(host); }

struct Client {
  // CHECK: warning: 'gethostbyname' {{.*}}blocks the event loop
  // CHECK: note: 'Client::async_lookupBad' runs in the event loop: its name
  void async_lookupBad(const char *host) { gethostbyname(host); }
};
void use(Client &c) { c.async_lookupBad("example.org"); }

// These make no such promise: other words, a body that a thread runs, one's own
// function, one that waits by its name.
void clientConnectOk(const char *host) { lookUp(host); }
void asynchronousOk(const char *host) { lookUp(host); }
void asyncBodyOk() { lookUp("example.org"); }
static void asyncOwnOk() { lookUp("example.org"); }
void waitAsyncOk() { lookUp("example.org"); }
// The name of a class says nothing of how its objects begin and end.
struct AsyncLogger {
  AsyncLogger() { lookUp("begin"); }
  ~AsyncLogger() { lookUp("end"); }
};
void logOk() { AsyncLogger logger; }
// What runs on a thread of its own keeps nobody waiting.
void lookUpAsyncOk() {
  std::thread(asyncBodyOk).detach();
  std::thread([] { asyncOwnOk(); }).detach();
}
