// What the node-api pack needs of NAN and of V8, written from their documentation.
#pragma once
#include <stddef.h>

namespace v8 {
class Value {};
template <class T> class FunctionCallbackInfo {};
template <class T> class PropertyCallbackInfo {};
} // namespace v8

namespace Nan {
class Callback {};
template <class T> class FunctionCallbackInfo {};
template <class T> class PropertyCallbackInfo {};
class AsyncWorker {
public:
  explicit AsyncWorker(Callback *);
  virtual ~AsyncWorker();
  virtual void WorkComplete();
  virtual void Execute() = 0;
  virtual void Destroy();

protected:
  virtual void HandleOKCallback();
  virtual void HandleErrorCallback();
};
template <class T> class AsyncBareProgressWorker : public AsyncWorker {
public:
  explicit AsyncBareProgressWorker(Callback *);
  class ExecutionProgress {};
  virtual void Execute(const ExecutionProgress &) = 0;
  virtual void HandleProgressCallback(const T *, size_t) = 0;

private:
  void Execute() override;
};
template <class T> class AsyncBareProgressQueueWorker : public AsyncWorker {
public:
  explicit AsyncBareProgressQueueWorker(Callback *);
  class ExecutionProgress {};
  virtual void Execute(const ExecutionProgress &) = 0;
  virtual void HandleProgressCallback(const T *, size_t) = 0;

private:
  void Execute() override;
};
void AsyncQueueWorker(AsyncWorker *);
} // namespace Nan

#define NAN_METHOD(name) void name(const Nan::FunctionCallbackInfo<v8::Value> &info)
#define NAN_GETTER(name) void name(const Nan::PropertyCallbackInfo<v8::Value> &info)
