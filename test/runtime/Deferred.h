//===- runtime/Deferred.h - results for callbacks -------------------------===//
//
// The style of Twisted and Tornado: no coroutine, but a chain of callbacks
// that a result runs down when it comes.
//
//   deferOnPool(Loop, Pool, load)          Deferred<Data>
//       .then(parse)                       Deferred<Config>   or a Deferred
//       .onError(useDefault)               Deferred<Config>   of it
//       .then(apply);
//
// A callback that throws makes the rest of the chain fail, up to the next
// onError(). Everything happens on the loop's thread. A coroutine can await a
// Deferred, and deferTask() makes one of a coroutine: the two styles mix.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_DEFERRED_H
#define WAITWISE_RUNTIME_DEFERRED_H

#include "Await.h"
#include "Spawn.h"

namespace waitwise::runtime {

template <class T> class Deferred;

/// What a callback's result means to the chain: R, or what it defers.
template <class R> struct DeferredResult {
  using Type = R;
};
template <class R> struct DeferredResult<Deferred<R>> {
  using Type = R;
};

/// A result that comes later, and what it is for. Copies are the same one.
template <class T> class Deferred {
public:
  using Listener = std::function<void(Outcome<T>)>;

  /// The result is here. Once.
  void fire(Outcome<T> Result) {
    if (State->Fired)
      throw std::logic_error("a deferred was fired twice");
    State->Fired = true;
    if (State->Next)
      std::exchange(State->Next, nullptr)(std::move(Result));
    else
      State->Early = std::move(Result);
  }
  template <class V> void callback(V &&Value) {
    fire(Outcome<T>::success(std::forward<V>(Value)));
  }
  void errback(std::exception_ptr Error) {
    fire(Outcome<T>::failure(std::move(Error)));
  }

  /// Goes on with F(value); the rest of the chain has what F returns.
  template <class F> auto then(F Call) const {
    using R = typename Applied<F>::Type;
    Deferred<typename DeferredResult<R>::Type> Rest;
    listen([Rest, Call = std::move(Call)](Outcome<T> Result) mutable {
      if (std::exception_ptr Error = Result.error())
        Rest.errback(Error);
      else if constexpr (std::is_void_v<T>)
        Rest.follow(Outcome<R>::of([&]() -> R { return Call(); }));
      else
        Rest.follow(Outcome<R>::of([&]() -> R { return Call(Result.take()); }));
    });
    return Rest;
  }

  /// After a failure, goes on with what F(exception) returns instead.
  template <class F> Deferred onError(F Call) const {
    Deferred Rest;
    listen([Rest, Call = std::move(Call)](Outcome<T> Result) mutable {
      if (std::exception_ptr Error = Result.error())
        Rest.fire(Outcome<T>::of([&]() -> T { return Call(Error); }));
      else
        Rest.fire(std::move(Result));
    });
    return Rest;
  }

  /// The end of the chain: gets whatever comes, now or later.
  void listen(Listener Last) const {
    if (State->Early)
      Last(std::move(*std::exchange(State->Early, std::nullopt)));
    else
      State->Next = std::move(Last);
  }

  /// What a callback returned: the result, or where the result will be.
  template <class R> void follow(Outcome<R> Returned) {
    if constexpr (std::is_same_v<R, T>)
      fire(std::move(Returned));
    else if (std::exception_ptr Error = Returned.error())
      errback(Error);
    else
      Returned.take().listen([Self = *this](Outcome<T> Result) mutable {
        Self.fire(std::move(Result));
      });
  }

private:
  template <class F, class V = T> struct Applied {
    using Type = std::invoke_result_t<F &, V>;
  };
  template <class F> struct Applied<F, void> {
    using Type = std::invoke_result_t<F &>;
  };

  struct Shared {
    bool Fired = false;
    std::optional<Outcome<T>> Early; ///< It came before anybody listened.
    Listener Next;
  };
  std::shared_ptr<Shared> State = std::make_shared<Shared>();
};

/// Nothing, after a while.
inline Deferred<void> deferLater(Loop &L, Nanoseconds Delay) {
  Deferred<void> Later;
  L.after(Delay, [Later]() mutable { Later.callback(std::monostate()); });
  return Later;
}

/// The result of a task that is spawned for it.
template <class T> Deferred<T> deferTask(Loop &L, Task<T> Body) {
  Deferred<T> Later;
  auto Running = std::make_shared<Spawned<T>>(spawn(L, std::move(Body)));
  Running->onDone([Later, Running]() mutable {
    Later.fire(Outcome<T>::of([&]() -> T { return Running->take(); }));
  });
  return Later;
}

/// The result of work on a pool; the loop runs on meanwhile.
template <class F> auto deferOnPool(Loop &L, ThreadPool &Pool, F Work) {
  return deferTask(L, onPool(Pool, std::move(Work)));
}

/// What awaiting a deferred awaits.
template <class T> class DeferredReady final : public Suspension {
public:
  explicit DeferredReady(Deferred<T> D) : Awaited(std::move(D)) {}
  ~DeferredReady() { leave(); }

  T await_resume() {
    Suspension::await_resume();
    return Came->take();
  }

private:
  void begin() override {
    auto Way = Here = std::make_shared<DeferredReady *>(this);
    Awaited.listen([Way](Outcome<T> Result) {
      if (!*Way)
        return;
      (*Way)->Came = std::move(Result);
      (*Way)->loop().post([Way] {
        if (*Way)
          (*Way)->wake();
      });
    });
  }
  void withdraw() override { *Here = nullptr; }

  Deferred<T> Awaited;
  std::shared_ptr<DeferredReady *> Here;
  std::optional<Outcome<T>> Came;
};

template <class T> DeferredReady<T> ready(Deferred<T> D) {
  return DeferredReady<T>(std::move(D));
}

} // namespace waitwise::runtime

#endif
