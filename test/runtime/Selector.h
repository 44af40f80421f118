//===- runtime/Selector.h - what an event loop waits with -----------------===//
//
// The one thing that differs between the backends of the loop: how to wait for
// descriptors, with a limit, until woken from another thread. One is made of
// epoll(7), one of libuv; everything else of the loop is the same code.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_SELECTOR_H
#define WAITWISE_RUNTIME_SELECTOR_H

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace waitwise::runtime {

/// What a descriptor can be ready for; flags. Errors make it ready for both.
enum Readiness : unsigned { Readable = 1, Writable = 2 };

struct ReadyDescriptor {
  int Fd;
  unsigned What;
};

class Selector {
public:
  virtual ~Selector() = default;

  /// From now on watches a descriptor for this, and only this; 0: not at all,
  /// which has to be said before the descriptor is closed.
  virtual void watch(int Fd, unsigned What) = 0;

  /// Waits until something is ready, somebody wakes it, or the limit has
  /// passed. Adds what is ready, and goes on saying so while it is.
  virtual void wait(std::optional<std::chrono::nanoseconds> Limit,
                    std::vector<ReadyDescriptor> &Ready) = 0;

  /// From any thread: ends the wait that is or comes next.
  virtual void wake() = 0;
};

std::unique_ptr<Selector> makeEpollSelector();
std::unique_ptr<Selector> makeUvSelector();

/// A limit in whole milliseconds, never too short; -1 for none.
inline int roundedUp(std::optional<std::chrono::nanoseconds> Limit) {
  if (!Limit)
    return -1;
  auto Rounded = std::chrono::ceil<std::chrono::milliseconds>(*Limit).count();
  return int(std::clamp<int64_t>(Rounded, 0, 1'000'000'000));
}

} // namespace waitwise::runtime

#endif
