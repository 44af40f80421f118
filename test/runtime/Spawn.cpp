//===- runtime/Spawn.cpp - standing and falling together ------------------===//
#include "Spawn.h"

#include <cstdio>

namespace waitwise::runtime {

void reportUnseen(std::exception_ptr Error) {
  try {
    if (Error)
      std::rethrow_exception(Error);
  } catch (const Cancelled &) { // somebody asked for it
  } catch (const std::exception &E) {
    std::fprintf(stderr, "a task failed, and nobody asked: %s\n", E.what());
  } catch (...) {
    std::fputs("a task failed, and nobody asked\n", stderr);
  }
}

/// Waits until no child of a group runs any more.
class Group::AllDone final : public Suspension {
public:
  explicit AllDone(Group &G) : Of(G) {}
  ~AllDone() { leave(); }
  using Suspension::wake;

private:
  void begin() override { Of.Waiting = this; }
  void withdraw() override { Of.Waiting = nullptr; }

  Group &Of;
};

void Group::watch(std::shared_ptr<TaskState> Child) {
  ++Running;
  Child->onDone([this, Ended = Child.get()] {
    if (std::exception_ptr Thrown = Ended->failure())
      fail(Thrown);
    if (--Running == 0 && Waiting)
      std::exchange(Waiting, nullptr)->wake();
  });
  Children.push_back(std::move(Child));
}

void Group::fail(std::exception_ptr Error) {
  if (Failure)
    return;
  Failure = std::move(Error);
  for (const auto &Child : Children)
    Child->cancel();
}

Task<void> Group::settled() {
  while (Running) {
    try {
      co_await AllDone(*this);
    } catch (const Cancelled &) {
      fail(std::current_exception());
    }
  }
  if (Failure)
    std::rethrow_exception(Failure);
}

} // namespace waitwise::runtime
