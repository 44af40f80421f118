//===- runtime/Loop.h - one thread that waits for everything --------------===//
//
//            ┌────────────── turn ──────────────┐
//   wait (selector, till the next timer) ──▶ ready descriptors,
//   due timers, posts of other threads ──▶ queue ──▶ callbacks, one by one
//
// Nothing that runs here may wait or compute for long: meanwhile every other
// callback and coroutine of the loop stands still. stalls() knows for how long
// that was at most.
//
// All of it belongs to the thread that runs the loop, but for two things: the
// inbox, and what a selector does to wake it. Callbacks of descriptors are
// called once: who wants more asks again. SIGPIPE is ignored from the first
// loop on: a write says EPIPE instead.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_LOOP_H
#define WAITWISE_RUNTIME_LOOP_H

#include "Monitor.h"
#include "Selector.h"

#include <deque>
#include <functional>
#include <map>
#include <set>

namespace waitwise::runtime {

using Callback = std::function<void()>;
using Time = std::chrono::steady_clock::time_point;
class TaskState;

/// Where other threads put what the loop shall call. Outlives the loop.
class Inbox {
public:
  explicit Inbox(Selector &S) : ToWake(&S) {}

  /// From any thread: calls back on the loop. False if the loop is gone.
  bool post(Callback Call);

private:
  friend class Loop;
  std::mutex Mutex;
  Selector *ToWake; ///< Null when the loop is gone.
  std::vector<Callback> Posted;
};

class Loop {
public:
  explicit Loop(std::unique_ptr<Selector> S = makeEpollSelector());
  Loop(const Loop &) = delete;
  /// Destroys what tasks are left, and everything that they hold.
  ~Loop();

  /// Turns until stopped.
  void run();
  void stop() { Stopping = true; }
  /// Cancels all tasks, and turns until they have unwound.
  void finishTasks();

  /// Calls back in the next turn.
  void post(Callback Call) { Queue.push_back(std::move(Call)); }
  /// Where other threads post.
  std::shared_ptr<Inbox> inbox() const { return Mail; }

  /// A timer, by when it is due and by number.
  using Timer = std::pair<Time, uint64_t>;
  Timer after(Nanoseconds Delay, Callback Call);
  void cancel(Timer T) { Timers.erase(T); }

  /// Calls back once when a descriptor is ready for What: one of the two.
  void onReady(int Fd, Readiness What, Callback Call);
  /// Withdraws such a call.
  void withdraw(int Fd, Readiness What);
  /// Before a descriptor is closed: nothing of it is left here.
  void forget(int Fd);

  StallMeter &stalls() { return Stalls; }
  /// Tasks that have not ended: what Task.h spawns.
  size_t tasks() const { return Tasks.size(); }

private:
  friend class TaskState;
  struct Watch {
    Callback Reader, Writer;
    unsigned Armed = 0; ///< What the selector has been told.

    Callback &of(Readiness What) { return What == Readable ? Reader : Writer; }
    unsigned wanted() const {
      return (Reader ? Readable : 0u) | (Writer ? Writable : 0u);
    }
  };

  void turn();
  std::optional<Nanoseconds> untilNextTimer() const;
  void arm(int Fd, unsigned What);
  void queueReady(const ReadyDescriptor &Ready);
  void queuePosted();
  void queueDue();

  std::unique_ptr<Selector> Waiting;
  std::shared_ptr<Inbox> Mail;
  std::deque<Callback> Queue;
  std::map<Timer, Callback> Timers;
  uint64_t TimersMade = 0;
  std::vector<Watch> Watches; ///< By descriptor.
  std::vector<ReadyDescriptor> Ready;
  std::set<std::shared_ptr<TaskState>> Tasks;
  StallMeter Stalls;
  bool Stopping = false;
};

} // namespace waitwise::runtime

#endif
