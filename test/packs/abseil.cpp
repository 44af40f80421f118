// The abseil pack: every rule matches a call; coroutines must not wait.
// RUN: waitwise check --fail-on none --require-rules-hit=abseil %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "Inputs/task.h"
#include <absl/base/call_once.h>
#include <absl/synchronization/barrier.h>
#include <absl/synchronization/mutex.h>
#include <absl/synchronization/notification.h>
#include <absl/time/clock.h>
#include <unistd.h>

absl::Mutex slow, quick;
bool ready;
int count;

task waitingBad(absl::Notification &n, absl::Barrier &b) {
  absl::SleepFor(absl::Seconds(1));     // CHECK: :[[#@LINE]]:{{.*}}'absl::SleepFor' sleeps
  n.WaitForNotification();              // CHECK: :[[#@LINE]]:{{.*}}'absl::Notification::WaitForNotification' waits
  n.WaitForNotificationWithTimeout(absl::Seconds(1)); // CHECK: :[[#@LINE]]:{{.*}}'absl::Notification::WaitForNotificationWithTimeout' waits
  b.Block();                            // CHECK: :[[#@LINE]]:{{.*}}'absl::Barrier::Block' waits
  co_return;
}

task waitingOk(absl::Notification &n) {
  n.WaitForNotificationWithTimeout(absl::ZeroDuration());
  n.HasBeenNotified();
  co_return;
}

void hold() {
  absl::MutexLock lock(&slow);
  sleep(1);                             // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, while 'slow' is held
}
task lockBad() {
  absl::MutexLock lock(&slow);          // CHECK: :[[#@LINE]]:{{.*}}'absl::MutexLock::MutexLock' waits for a lock
  ++count;
  co_return;
}
task lockOk() {
  absl::MutexLock lock(&quick);
  ++count;
  co_return;
}

// A wait that gives the lock back hurts nobody.
void locks(absl::CondVar &changed) {
  absl::Condition isReady(&ready);
  quick.Lock();
  quick.Await(isReady);
  quick.AwaitWithTimeout(isReady, absl::Seconds(1));
  changed.Wait(&quick);
  changed.WaitWithTimeout(&quick, absl::Seconds(1));
  quick.Unlock();
  quick.ReaderLock();
  quick.ReaderUnlock();
  if (quick.TryLock())
    quick.Unlock();
  if (quick.ReaderTryLock())
    quick.ReaderUnlock();
  {
    absl::ReaderMutexLock lock(&quick);
    ++count;
  }
  absl::ReleasableMutexLock lock(&quick);
  lock.Release();
  static absl::once_flag once;
  absl::call_once(once, [] {});
}

task conditionsBad() {
  absl::Condition isReady(&ready);
  quick.LockWhen(isReady);              // CHECK: :[[#@LINE]]:{{.*}}'absl::Mutex::LockWhen' waits
  quick.Unlock();
  quick.ReaderLockWhen(isReady);        // CHECK: :[[#@LINE]]:{{.*}}'absl::Mutex::ReaderLockWhen' waits
  quick.ReaderUnlock();
  quick.LockWhenWithTimeout(isReady, absl::Seconds(1)); // CHECK: :[[#@LINE]]:{{.*}}'absl::Mutex::LockWhenWithTimeout' waits
  quick.Unlock();
  absl::MutexLock lock(&quick, isReady); // CHECK: :[[#@LINE]]:{{.*}}'absl::MutexLock::MutexLock' waits
  co_return;
}

// Functions of the same names that are the program's own.
namespace mine {
void SleepFor(int) {}
} // namespace mine
task lookAlikesOk() {
  mine::SleepFor(1);
  co_return;
}
