//===- runtime/Spawn.h - several tasks at a time --------------------------===//
//
//   Spawned<T> spawn(Loop, Task<T>)      begins it beside the others
//   T runOn(Loop, Task<T>)               the main task of a program
//   gather(tasks…), gather(vector)       all of them; results in order
//   within(limit, Task<T>)               or TimedOut
//
// Whoever awaits others outlives them: if one of several fails, or whoever
// waits is cancelled, the others are cancelled, and it goes on when they have
// unwound. Nothing is left running behind an exception.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_SPAWN_H
#define WAITWISE_RUNTIME_SPAWN_H

#include "Sleep.h"

#include <tuple>

namespace waitwise::runtime {

/// A spawned task and its outermost coroutine.
template <class T> class RootState final : public TaskState {
public:
  RootState(Loop &L, Task<T> B) : TaskState(L), Body(std::move(B)) {
    Body.handle().promise().State = this;
  }

  /// Tells of an exception that nobody has asked for.
  ~RootState() override {
    if (done() && !Taken)
      reportUnseen(result().error());
  }

  void begin() { TaskState::begin(Body.handle()); }
  Outcome<T> &result() { return *Body.handle().promise().Result; }

  T take() {
    Taken = true;
    return result().take();
  }
  std::exception_ptr failure() override {
    Taken = true;
    return result().error();
  }

private:
  void abandon() override { Body.reset(); }

  Task<T> Body;
  bool Taken = false;
};

class Group;

/// Holds a spawned task. Awaiting it yields the result; awaiting it and being
/// cancelled cancels it. The task runs on without it.
template <class T> class Spawned {
public:
  explicit Spawned(std::shared_ptr<RootState<T>> S) : State(std::move(S)) {}

  void cancel() { State->cancel(); }
  bool done() const { return State->done(); }
  Times times() const { return State->times(); }
  void onDone(Callback Call) { State->onDone(std::move(Call)); }

  /// The result, when it is done.
  T take() { return State->take(); }
  Task<T> join();

  std::shared_ptr<RootState<T>> state() const { return State; }

private:
  std::shared_ptr<RootState<T>> State;
};

template <class T> Spawned<T> spawn(Loop &L, Task<T> Body) {
  auto State = std::make_shared<RootState<T>>(L, std::move(Body));
  State->begin();
  return Spawned<T>(std::move(State));
}

/// Runs the loop until the task has ended, cancels all others, and returns
/// the result when they have unwound.
template <class T> T runOn(Loop &L, Task<T> Main) {
  Spawned<T> Root = spawn(L, std::move(Main));
  Root.onDone([&L] { L.stop(); });
  L.run();
  L.finishTasks();
  return Root.take();
}

/// Spawned tasks that stand or fall together.
class Group {
public:
  template <class T> Spawned<T> add(Loop &L, Task<T> Body) {
    Spawned<T> Child = spawn(L, std::move(Body));
    watch(Child.state());
    return Child;
  }

  /// One more; if it fails, all that have not ended are cancelled.
  void watch(std::shared_ptr<TaskState> Child);

  /// Awaits the end of all. Throws the first failure, or Cancelled if whoever
  /// awaits is cancelled meanwhile.
  Task<void> settled();

private:
  class AllDone;
  void fail(std::exception_ptr Error);

  std::vector<std::shared_ptr<TaskState>> Children;
  size_t Running = 0;
  std::exception_ptr Failure;
  AllDone *Waiting = nullptr;
};

template <class T> Task<T> Spawned<T>::join() {
  Group One;
  auto Kept = State; // the handle may be gone by then
  One.watch(Kept);
  co_await One.settled();
  co_return Kept->take();
}

/// All of them at a time; the results in order.
template <class T>
  requires(!std::is_void_v<T>)
Task<std::vector<T>> gather(std::vector<Task<T>> Tasks) {
  Loop &L = co_await thisLoop();
  Group All;
  std::vector<Spawned<T>> Children;
  for (Task<T> &Child : Tasks)
    Children.push_back(All.add(L, std::move(Child)));
  co_await All.settled();
  std::vector<T> Results;
  for (Spawned<T> &Child : Children)
    Results.push_back(Child.take());
  co_return Results;
}

inline Task<void> gather(std::vector<Task<void>> Tasks) {
  Loop &L = co_await thisLoop();
  Group All;
  for (Task<void> &Child : Tasks)
    All.add(L, std::move(Child));
  co_await All.settled();
}

/// The same for tasks with different results, none of them void.
template <class... T> Task<std::tuple<T...>> gather(Task<T>... Tasks) {
  Loop &L = co_await thisLoop();
  Group All;
  std::tuple<Spawned<T>...> Children{All.add(L, std::move(Tasks))...};
  co_await All.settled();
  co_return std::apply(
      [](auto &...Child) { return std::tuple<T...>{Child.take()...}; },
      Children);
}

/// The result of the task; if it takes longer than the limit, it is
/// cancelled, and TimedOut thrown when it has unwound.
template <class T> Task<T> within(Nanoseconds Limit, Task<T> Body) {
  Loop &L = co_await thisLoop();
  Spawned<T> Child = spawn(L, std::move(Body));
  bool Late = false;
  TimerGuard Alarm(L, Limit, [&] {
    Late = true;
    Child.cancel();
  });
  try {
    co_return co_await Child.join();
  } catch (const Cancelled &) {
    if (!Late)
      throw;
    throw TimedOut();
  }
}

} // namespace waitwise::runtime

#endif
