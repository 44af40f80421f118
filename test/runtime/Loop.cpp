//===- runtime/Loop.cpp - a turn of the loop ------------------------------===//
#include "Loop.h"

#include "Task.h"

#include <csignal>

namespace waitwise::runtime {

bool Inbox::post(Callback Call) {
  std::lock_guard Guard(Mutex);
  if (!ToWake)
    return false;
  Posted.push_back(std::move(Call));
  if (Posted.size() == 1) // else it has been woken already
    ToWake->wake();
  return true;
}

Loop::Loop(std::unique_ptr<Selector> S)
    : Waiting(std::move(S)), Mail(std::make_shared<Inbox>(*Waiting)) {
  std::signal(SIGPIPE, SIG_IGN);
}

Loop::~Loop() {
  while (!Tasks.empty()) { // destroying one may spawn or end another
    std::shared_ptr<TaskState> Last = *Tasks.begin();
    Tasks.erase(Tasks.begin());
    Last->abandon();
  }
  std::vector<Callback> Undelivered;
  std::lock_guard Guard(Mail->Mutex);
  Mail->ToWake = nullptr;
  Undelivered.swap(Mail->Posted);
}

void Loop::run() {
  Stopping = false;
  while (!Stopping)
    turn();
  Stalls.enter();
}

void Loop::finishTasks() {
  auto Left = Tasks;
  for (const auto &Task : Left)
    Task->cancel();
  while (!Tasks.empty())
    turn();
  Stalls.enter();
}

Loop::Timer Loop::after(Nanoseconds Delay, Callback Call) {
  Timer T{std::chrono::steady_clock::now() + Delay, ++TimersMade};
  Timers.emplace(T, std::move(Call));
  return T;
}

/// Tells the selector what to watch for, if that is news.
void Loop::arm(int Fd, unsigned What) {
  Watch &W = Watches[size_t(Fd)];
  if (W.Armed == What)
    return;
  Waiting->watch(Fd, What);
  W.Armed = What;
}

void Loop::onReady(int Fd, Readiness What, Callback Call) {
  if (Watches.size() <= size_t(Fd))
    Watches.resize(size_t(Fd) + 1);
  Watch &W = Watches[size_t(Fd)];
  if (W.of(What))
    throw std::logic_error("somebody waits for this descriptor already");
  // What nobody wants any more is left armed: mostly it is soon wanted again,
  // and if it happens before, queueReady() says so.
  arm(Fd, W.Armed | What);
  W.of(What) = std::move(Call);
}

void Loop::withdraw(int Fd, Readiness What) {
  Watches[size_t(Fd)].of(What) = nullptr;
}

void Loop::forget(int Fd) {
  if (Watches.size() <= size_t(Fd))
    return;
  arm(Fd, 0);
  Watches[size_t(Fd)] = Watch();
}

void Loop::queueReady(const ReadyDescriptor &Ready) {
  Watch &W = Watches[size_t(Ready.Fd)];
  bool Unwanted = false;
  for (Readiness What : {Readable, Writable}) {
    if (!(Ready.What & What))
      continue;
    if (W.of(What))
      Queue.push_back(std::exchange(W.of(What), nullptr));
    else
      Unwanted = true;
  }
  if (Unwanted)
    arm(Ready.Fd, W.wanted());
}

void Loop::queuePosted() {
  std::vector<Callback> Posted;
  {
    std::lock_guard Guard(Mail->Mutex);
    Posted.swap(Mail->Posted);
  }
  for (Callback &Call : Posted)
    Queue.push_back(std::move(Call));
}

void Loop::queueDue() {
  Time Now = std::chrono::steady_clock::now();
  while (!Timers.empty() && Timers.begin()->first.first <= Now)
    Queue.push_back(std::move(Timers.extract(Timers.begin()).mapped()));
}

/// How long nothing is to be done; no limit if there is no timer.
std::optional<Nanoseconds> Loop::untilNextTimer() const {
  if (!Queue.empty() || Stopping)
    return Nanoseconds(0);
  if (Timers.empty())
    return std::nullopt;
  Nanoseconds Left =
      Timers.begin()->first.first - std::chrono::steady_clock::now();
  return std::max(Left, Nanoseconds(0));
}

void Loop::turn() {
  Ready.clear();
  Stalls.enter();
  Waiting->wait(untilNextTimer(), Ready);
  Stalls.leave();
  for (const ReadyDescriptor &R : Ready)
    queueReady(R);
  queuePosted();
  queueDue();
  // What is posted meanwhile has to wait for the descriptors' next turn.
  for (size_t Left = Queue.size(); Left; --Left) {
    Callback Call = std::move(Queue.front());
    Queue.pop_front();
    Call();
  }
}

} // namespace waitwise::runtime
