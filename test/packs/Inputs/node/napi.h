// What the node-api pack needs of node-addon-api, written from its documentation.
#pragma once
#include "node_api.h"

namespace Napi {
class Env {};
class Value {};
class Error {};
class CallbackInfo {
public:
  Napi::Env Env() const;
};
class Function : public Value {
public:
  template <typename Callable>
  static Function New(napi_env, Callable, const char * = nullptr, void * = nullptr) { return {}; }
};
class AsyncWorker {
public:
  virtual ~AsyncWorker();
  void Queue();

protected:
  explicit AsyncWorker(const Function &);
  virtual void Execute() = 0;
  virtual void OnOK();
  virtual void OnError(const Error &);
  virtual void OnWorkComplete(Napi::Env, napi_status);
};
template <class T> class AsyncProgressWorker : public AsyncWorker {
protected:
  explicit AsyncProgressWorker(const Function &);
  class ExecutionProgress {};
  virtual void Execute(const ExecutionProgress &) = 0;
  virtual void OnProgress(const T *, size_t) = 0;

private:
  void Execute() override;
};
template <class T> class AsyncProgressQueueWorker : public AsyncWorker {
protected:
  explicit AsyncProgressQueueWorker(const Function &);
  class ExecutionProgress {};
  virtual void Execute(const ExecutionProgress &) = 0;
  virtual void OnProgress(const T *, size_t) = 0;

private:
  void Execute() override;
};
class ThreadSafeFunction {
public:
  napi_status BlockingCall() const;
  template <typename Callback> napi_status BlockingCall(Callback) const { return napi_ok; }
  template <typename Data, typename Callback> napi_status BlockingCall(Data *, Callback) const { return napi_ok; }
  napi_status NonBlockingCall() const;
  template <typename Callback> napi_status NonBlockingCall(Callback) const { return napi_ok; }
  template <typename Data, typename Callback> napi_status NonBlockingCall(Data *, Callback) const { return napi_ok; }
};
template <typename Context, typename Data, void (*Call)(Napi::Env, Function, Context *, Data *)>
class TypedThreadSafeFunction {
public:
  napi_status BlockingCall(Data * = nullptr) const;
  napi_status NonBlockingCall(Data * = nullptr) const;
};
} // namespace Napi
