//===- runtime/Monitor.h - what a program did with its time ---------------===//
//
// Five instruments that a program carries while it runs:
//   ThreadMeter   CPU time against wall time of the thread that asks
//   TaskMeter     the same for a piece of work that runs in slices, on
//                 whichever threads: a coroutine, a callback chain
//   StallMeter    the longest time a loop was away from its waiting place
//   HoldMeter     a mutex that knows how long it was held and waited for
//   Census        threads, descriptors, children and memory of the process
//
// A share of CPU time near 1 is computing, near 0 waiting: a busy machine
// shifts shares far less than times. Any thread may read an instrument that
// another one writes; only a ThreadMeter belongs to its thread.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_MONITOR_H
#define WAITWISE_RUNTIME_MONITOR_H

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <string>
#include <utility>

namespace waitwise::runtime {

using Nanoseconds = std::chrono::nanoseconds;

/// CPU and wall time of the same stretch.
struct Times {
  Nanoseconds Cpu{0}, Wall{0};

  /// How much of the wall time was spent computing, from 0 to about 1.
  double share() const {
    return Wall.count() ? double(Cpu.count()) / double(Wall.count()) : 0;
  }
};

/// Now, on one of the clocks of clock_gettime(2).
inline Nanoseconds clockNow(clockid_t Clock) {
  timespec Now{};
  clock_gettime(Clock, &Now);
  return std::chrono::seconds(Now.tv_sec) + Nanoseconds(Now.tv_nsec);
}

/// CPU and wall time of one thread since the meter was made there.
class ThreadMeter {
public:
  ThreadMeter() : Start(read()) {}

  Times elapsed() const {
    Times Now = read();
    return {Now.Cpu - Start.Cpu, Now.Wall - Start.Wall};
  }

private:
  static Times read() {
    return {clockNow(CLOCK_THREAD_CPUTIME_ID), clockNow(CLOCK_MONOTONIC)};
  }
  Times Start;
};

/// Raises an atomic to a value, if that is more.
inline void raise(std::atomic<int64_t> &Most, int64_t Value) {
  int64_t Seen = Most.load();
  while (Seen < Value && !Most.compare_exchange_weak(Seen, Value))
    ;
}

/// CPU time of the slices that a piece of work ran in, against the wall time
/// from the first slice's begin to the last one's end.
class TaskMeter {
public:
  /// Runs one slice.
  template <class F> void slice(F &&Run) {
    Nanoseconds Cpu = clockNow(CLOCK_THREAD_CPUTIME_ID);
    int64_t Unset = 0;
    First.compare_exchange_strong(Unset, clockNow(CLOCK_MONOTONIC).count());
    struct Closer {
      TaskMeter &Meter;
      Nanoseconds Cpu;
      ~Closer() {
        Meter.Used += (clockNow(CLOCK_THREAD_CPUTIME_ID) - Cpu).count();
        raise(Meter.Last, clockNow(CLOCK_MONOTONIC).count());
      }
    } Close{*this, Cpu};
    std::forward<F>(Run)();
  }
  Times elapsed() const {
    return {Nanoseconds(Used), Nanoseconds(Last - First)};
  }

private:
  std::atomic<int64_t> Used{0}, First{0}, Last{0};
};

/// How long a loop was away from the place where it waits. The loop calls
/// leave() when its wait returns and enter() before it waits again.
class StallMeter {
public:
  using Clock = Nanoseconds (*)();
  void measureWith(Clock C) { Now = C; } ///< See Attended.h.

  void leave() { Left = Now().count(); }

  void enter() {
    int64_t Since = Left.exchange(0);
    if (Since)
      raise(Longest, Now().count() - Since);
  }

  /// The longest absence so far, one that still lasts included.
  Nanoseconds longest() const {
    int64_t Since = Left;
    int64_t Lasts = Since ? Now().count() - Since : 0;
    return Nanoseconds(std::max(Longest.load(), Lasts));
  }

  /// Forgets what was; an absence that lasts counts from now on.
  void reset() {
    Longest = 0;
    if (Left)
      leave();
  }

private:
  std::atomic<int64_t> Left{0}, Longest{0};
  Clock Now = [] { return clockNow(CLOCK_MONOTONIC); };
};

/// A mutex that knows how long it was held, and waited for, at most. Works
/// under std::lock_guard, std::unique_lock and std::condition_variable_any.
template <class Mutex = std::mutex> class HoldMeter {
public:
  void lock() {
    Nanoseconds Asked = clockNow(CLOCK_MONOTONIC);
    Inner.lock();
    Taken = clockNow(CLOCK_MONOTONIC);
    raise(Waited, (Taken - Asked).count());
  }

  bool try_lock() {
    if (!Inner.try_lock())
      return false;
    Taken = clockNow(CLOCK_MONOTONIC);
    return true;
  }

  void unlock() {
    raise(Held, (clockNow(CLOCK_MONOTONIC) - Taken).count());
    Inner.unlock();
  }

  Nanoseconds longestHold() const { return Nanoseconds(Held); }
  Nanoseconds longestWait() const { return Nanoseconds(Waited); }
private:
  Mutex Inner;
  Nanoseconds Taken{0}; ///< Guarded by Inner.
  std::atomic<int64_t> Held{0}, Waited{0};
};

/// What the process has of everything that can be leaked.
struct Census {
  size_t Threads = 0, Descriptors = 0, Children = 0;
  size_t ResidentKiB = 0, PeakKiB = 0;

  /// Counts, from /proc/self.
  static Census take() {
    auto Entries = [](const char *Folder) {
      return size_t(std::distance(std::filesystem::directory_iterator(Folder),
                                  std::filesystem::directory_iterator()));
    };
    Census Now;
    Now.Threads = Entries("/proc/self/task");
    Now.Descriptors = Entries("/proc/self/fd") - 1; // one is the reading
    for (const auto &Task :
         std::filesystem::directory_iterator("/proc/self/task")) {
      std::ifstream Names(Task.path() / "children");
      Now.Children +=
          size_t(std::distance(std::istream_iterator<std::string>(Names), {}));
    }
    std::ifstream Status("/proc/self/status");
    for (std::string Line; std::getline(Status, Line);) {
      if (Line.starts_with("VmRSS:"))
        Now.ResidentKiB = std::strtoul(Line.c_str() + 6, nullptr, 10);
      if (Line.starts_with("VmHWM:"))
        Now.PeakKiB = std::strtoul(Line.c_str() + 6, nullptr, 10);
    }
    return Now;
  }
};

} // namespace waitwise::runtime

#endif
