// The node-api pack, of NAN and of V8 itself: methods run on the event loop, the work of workers on a pool.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem %S/Inputs/node \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <argon2.h>
#include <nan.h>
#include <unistd.h>

struct worker : Nan::AsyncWorker {
  worker() : Nan::AsyncWorker(nullptr) {}
  void Execute() override { usleep(21000); argon2_verify("a", "b", 1, Argon2_i); }
  void HandleOKCallback() override { usleep(11000); } // CHECK: :[[#@LINE]]:{{.*}}11 ms
};

struct progress : Nan::AsyncBareProgressWorker<int> {
  progress() : Nan::AsyncBareProgressWorker<int>(nullptr) {}
  void Execute(const ExecutionProgress &) override { usleep(22000); }
  void HandleProgressCallback(const int *, size_t) override { usleep(12000); } // CHECK: :[[#@LINE]]:{{.*}}12 ms
};

NAN_METHOD(methodBad) {
  usleep(13000); // CHECK: :[[#@LINE]]:{{.*}}13 ms
}

NAN_METHOD(hashBad) {
  argon2_verify("a", "b", 1, Argon2_i); // CHECK: :[[#@LINE]]:{{.*}}'argon2_verify'
}

NAN_GETTER(getterBad) {
  usleep(14000); // CHECK: :[[#@LINE]]:{{.*}}14 ms
}

void plainBad(const v8::FunctionCallbackInfo<v8::Value> &) {
  usleep(15000); // CHECK: :[[#@LINE]]:{{.*}}15 ms
}

void accessorBad(const v8::PropertyCallbackInfo<v8::Value> &) {
  usleep(16000); // CHECK: :[[#@LINE]]:{{.*}}16 ms
}

NAN_METHOD(methodOk) {
  Nan::AsyncQueueWorker(new worker);
  Nan::AsyncQueueWorker(new progress);
}

// Of the same name, but not of these libraries.
template <class T> struct FunctionCallbackInfo {};
void ownOk(const FunctionCallbackInfo<int> &) { usleep(23000); }
