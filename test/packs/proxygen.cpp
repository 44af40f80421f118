// The proxygen pack: handlers of requests run on the event loops.
// RUN: waitwise check --fail-on none --require-rules-hit=proxygen %s -- -std=c++20 -isystem %S/Inputs/proxygen \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <proxygen/proxygen.h>
#include <unistd.h>

using namespace proxygen;

struct Page : RequestHandler {
  void onRequest(std::unique_ptr<HTTPMessage>) noexcept override {
    usleep(11000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  }
  void onBody(std::unique_ptr<int>) noexcept override {}
  void onUpgrade(int) noexcept override {}
  void onEOM() noexcept override {
    usleep(12000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  }
  void requestComplete() noexcept override { delete this; }
  void onError(int) noexcept override { delete this; }
};

struct Pages : RequestHandlerFactory {
  // Before the server serves, nobody waits.
  void onServerStart(int *) noexcept override { usleep(13000); }
  void onServerStop() noexcept override {}
  RequestHandler *onRequest(RequestHandler *, HTTPMessage *) noexcept override {
    usleep(14000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
    return new Page;
  }
};

// A class of the program's own with the same names.
struct Handler {
  virtual void onRequest() { usleep(15000); }
};
