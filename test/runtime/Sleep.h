//===- runtime/Sleep.h - timers, turns, and the loop one runs on ----------===//
#ifndef WAITWISE_RUNTIME_SLEEP_H
#define WAITWISE_RUNTIME_SLEEP_H

#include "Task.h"

namespace waitwise::runtime {

/// Prints a failure that no one will ever ask for.
void reportUnseen(std::exception_ptr Error);

/// A timer that is withdrawn at the end of its own life.
class TimerGuard {
public:
  TimerGuard(Loop &L, Nanoseconds Delay, Callback Call)
      : On(L), Set(L.after(Delay, std::move(Call))) {}
  ~TimerGuard() { On.cancel(Set); }
  TimerGuard(const TimerGuard &) = delete;

private:
  Loop &On;
  Loop::Timer Set;
};

/// What sleep() and yieldNow() await.
class Sleep final : public Suspension {
public:
  explicit Sleep(Nanoseconds F) : For(F) {}
  ~Sleep() { leave(); }

private:
  void begin() override {
    Set = loop().after(For, [this] { wake(); });
  }
  void withdraw() override { loop().cancel(Set); }

  Nanoseconds For;
  Loop::Timer Set;
};

/// Suspends for so long, while others run.
inline Sleep sleep(Nanoseconds For) { return Sleep(For); }

/// Lets everything else that is ready have its turn: for the midst of a long
/// computation.
inline Sleep yieldNow() { return Sleep(Nanoseconds(0)); }

/// The loop that the coroutine runs on; does not suspend.
struct ThisLoop {
  Loop *On = nullptr;
  bool await_ready() const noexcept { return false; }
  template <class P> bool await_suspend(std::coroutine_handle<P> Coroutine) {
    On = &Coroutine.promise().State->loop();
    return false;
  }
  Loop &await_resume() const noexcept { return *On; }
};
inline ThisLoop thisLoop() { return {}; }

} // namespace waitwise::runtime

#endif
