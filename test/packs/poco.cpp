// The poco pack: threads, locks, files and processes that wait.
// RUN: waitwise check --fail-on none --require-rules-hit=poco %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "Inputs/task.h"
#include <Poco/Condition.h>
#include <Poco/Event.h>
#include <Poco/File.h>
#include <Poco/FileStream.h>
#include <Poco/NotificationQueue.h>
#include <Poco/Process.h>
#include <Poco/RWLock.h>
#include <Poco/Thread.h>

using namespace Poco;

task waitingBad(Thread &thread, Event &event, NotificationQueue &queue) {
  Thread::sleep(20);                    // CHECK: :[[#@LINE]]:{{.*}}'Poco::Thread::sleep' sleeps, for 20 ms
  thread.join();                        // CHECK: :[[#@LINE]]:{{.*}}'Poco::Thread::join' waits
  thread.tryJoin(2000);                 // CHECK: :[[#@LINE]]:{{.*}}'Poco::Thread::tryJoin' waits
  event.wait();                         // CHECK: :[[#@LINE]]:{{.*}}'Poco::Event::wait' waits
  event.tryWait(2000);                  // CHECK: :[[#@LINE]]:{{.*}}'Poco::Event::tryWait' waits
  queue.waitDequeueNotification();      // CHECK: :[[#@LINE]]:{{.*}}'Poco::NotificationQueue::waitDequeueNotification' waits
  co_return;
}

task waitingOk(Event &event, NotificationQueue &queue) {
  event.tryWait(0);
  event.set();
  queue.dequeueNotification();
  co_return;
}

FastMutex slow, quick;
RWLock rw;
Condition changed;
int count;
void hold() {
  FastMutex::ScopedLock lock(slow);
  Thread::sleep(2000);                  // CHECK: :[[#@LINE]]:{{.*}}'Poco::Thread::sleep' sleeps, for 2 s, while 'slow' is held
}
task lockBad() {
  slow.lock();                          // CHECK: :[[#@LINE]]:{{.*}}'Poco::FastMutex::lock' waits for a lock
  ++count;
  slow.unlock();
  co_return;
}
task lockOk() {
  quick.lock();
  ++count;
  quick.unlock();
  if (quick.tryLock())
    quick.unlock();
  co_return;
}
void locks() {
  if (quick.tryLock(5))
    quick.unlock();
  rw.readLock();
  rw.unlock();
  rw.writeLock();
  rw.unlock();
  {
    ScopedReadRWLock reading(rw);
    ++count;
  }
  ScopedLockWithUnlock<FastMutex> lock(quick);
  lock.unlock();
  quick.lock();
  changed.wait(quick);
  quick.unlock();
}

// A thread of its own may wait.
struct Work : Runnable {
  void run() override { Thread::sleep(2000); }
};
void threadsOk(Thread &thread) {
  thread.startFunc([] { Thread::sleep(2000); });
}

task filesBad(File file, Process::Args args) {
  file.exists();                        // CHECK: :[[#@LINE]]:{{.*}}'Poco::File::exists' waits for the disk
  FileInputStream in("f");              // CHECK: :[[#@LINE]]:{{.*}}'Poco::FileInputStream::FileInputStream' waits for the disk
  ProcessHandle child = Process::launch("ls", args);
  child.wait();                         // CHECK: :[[#@LINE]]:{{.*}}'Poco::ProcessHandle::wait' waits for another process
  file.path();
  co_return;
}

// A class of the program's own with the same names.
struct Door {
  void lock();
  void wait();
};
task lookAlikesOk(Door d) {
  d.lock();
  d.wait();
  co_return;
}
