// The node-api pack in C++: node-addon-api, its workers and its calls from threads.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem %S/Inputs/node \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=node-api %s %S/node-api.c %S/node-nan.cpp -- -isystem %S/Inputs/node
#include <napi.h>
#include <unistd.h>

struct worker : Napi::AsyncWorker {
  worker() : Napi::AsyncWorker(Napi::Function()) {}
  void Execute() override { usleep(21000); }
  void OnOK() override { usleep(11000); } // CHECK: :[[#@LINE]]:{{.*}}11 ms
};

struct progress : Napi::AsyncProgressWorker<int> {
  progress() : Napi::AsyncProgressWorker<int>(Napi::Function()) {}
  void Execute(const ExecutionProgress &) override { usleep(22000); }
  void OnProgress(const int *, size_t) override { usleep(12000); } // CHECK: :[[#@LINE]]:{{.*}}12 ms
};

namespace own {
struct ThreadSafeFunction {
  void BlockingCall();
};
} // namespace own

Napi::Value methodBad(const Napi::CallbackInfo &info) {
  Napi::ThreadSafeFunction f;
  usleep(13000);    // CHECK: :[[#@LINE]]:{{.*}}13 ms
  f.BlockingCall(); // CHECK: :[[#@LINE]]:{{.*}}'Napi::ThreadSafeFunction::BlockingCall' waits
  return {};
}

Napi::Value methodOk(const Napi::CallbackInfo &info) {
  Napi::ThreadSafeFunction f;
  f.NonBlockingCall();
  own::ThreadSafeFunction().BlockingCall();
  (new worker)->Queue();
  (new progress)->Queue();
  return {};
}

// Called from a thread of its own, run on the thread of JavaScript.
void threadOk(Napi::ThreadSafeFunction f, napi_env env) {
  f.BlockingCall([](Napi::Env, Napi::Function) {
    usleep(14000); // CHECK: :[[#@LINE]]:{{.*}}14 ms
  });
  Napi::Function::New(env, [](int) {
    usleep(15000); // CHECK: :[[#@LINE]]:{{.*}}15 ms
  });
}
