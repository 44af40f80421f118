//===- runtime/Task.cpp - suspending, waking, cancelling ------------------===//
#include "Task.h"

namespace waitwise::runtime {

void TaskState::begin(std::coroutine_handle<> Coroutine) {
  On.Tasks.insert(shared_from_this());
  On.post([Self = shared_from_this(), Coroutine] { Self->resume(Coroutine); });
}

/// Runs the task until it suspends or ends.
void TaskState::resume(std::coroutine_handle<> Coroutine) {
  auto Self = shared_from_this(); // it may end, and be the last to know
  Unwinding = false;
  Meter.slice([&] { Coroutine.resume(); });
}

void TaskState::cancel() {
  if (IsDone || Unwinding)
    return;
  if (!At) {
    CancelAsked = true;
    return;
  }
  Suspension &Where = *std::exchange(At, nullptr);
  Where.withdraw();
  Where.IsCancelled = true;
  Unwinding = true;
  On.post([Self = shared_from_this(), Coroutine = Where.Waiting] {
    if (!Self->IsDone)
      Self->resume(Coroutine);
  });
}

void TaskState::onDone(Callback Call) {
  if (IsDone)
    On.post(std::move(Call));
  else
    WhenDone.push_back(std::move(Call));
}

/// The outermost coroutine has ended: it is suspended for the last time.
void TaskState::finish() {
  IsDone = true;
  for (Callback &Call : WhenDone)
    On.post(std::move(Call));
  WhenDone.clear();
  // Not here: this is still called from the frame that goes with it.
  On.post([Self = shared_from_this()] { Self->On.Tasks.erase(Self); });
}

bool Suspension::suspend(TaskState &S, std::coroutine_handle<> Coroutine) {
  State = &S;
  if (S.takeCancel()) {
    IsCancelled = true;
    return false;
  }
  Waiting = Coroutine;
  begin(); // which may throw: then it does not suspend
  S.At = this;
  return true;
}

void Suspension::wake() {
  if (State->At != this) // cancelled since the callback was queued
    return;
  State->At = nullptr;
  State->resume(Waiting);
}

/// At the end of its life: if the coroutine is destroyed in its sleep, no
/// callback may come any more.
void Suspension::leave() {
  if (State && State->At == this) {
    State->At = nullptr;
    withdraw();
  }
}

} // namespace waitwise::runtime
