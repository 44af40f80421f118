// The folly pack: locks, queues, files, processes and names on an event loop.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem %S/Inputs/folly \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <folly/io.h>
#include <unistd.h>

using namespace folly;
using namespace std::chrono_literals;
const auto soon = std::chrono::steady_clock::now();

void waitingBad(EventBase &base, Baton<> &baton, Latch &latch, LifoSem &sem) {
  base.runInLoop([&] {
    baton.wait();                       // CHECK: :[[#@LINE]]:{{.*}}'folly::Baton::wait' waits
    baton.try_wait_for(2s);             // CHECK: :[[#@LINE]]:{{.*}}'folly::Baton::try_wait_for' waits
    latch.arrive_and_wait();            // CHECK: :[[#@LINE]]:{{.*}}'folly::Latch::arrive_and_wait' waits
    sem.wait();                         // CHECK: :[[#@LINE]]:{{.*}}'folly::detail::LifoSemBase::wait' waits
  });
}

void waitingOk(EventBase &base, Baton<> &baton, LifoSem &sem) {
  base.runInLoop([&] {
    baton.try_wait();
    baton.try_wait_for(0ms);
    sem.try_wait();
    baton.post();
  });
}

void queuesBad(EventBase &base, MPMCQueue<int> &mpmc, UnboundedQueue<int> &queue, DynamicBoundedQueue<int> &bounded, int n) {
  base.runInLoop([&] {
    mpmc.blockingRead(n);               // CHECK: :[[#@LINE]]:{{.*}}'folly::detail::MPMCQueueBase::blockingRead' waits
    mpmc.blockingWrite(n);              // CHECK: :[[#@LINE]]:{{.*}}'folly::detail::MPMCQueueBase::blockingWrite' waits
    mpmc.tryReadUntil(soon, n);         // CHECK: :[[#@LINE]]:{{.*}}'folly::detail::MPMCQueueBase::tryReadUntil' waits
    queue.dequeue();                    // CHECK: :[[#@LINE]]:{{.*}}'folly::UnboundedQueue::dequeue' waits
    queue.try_dequeue_for(n, 2s);       // CHECK: :[[#@LINE]]:{{.*}}'folly::UnboundedQueue::try_dequeue_for' waits
    bounded.enqueue(n);                 // CHECK: :[[#@LINE]]:{{.*}}'folly::DynamicBoundedQueue::enqueue' waits
  });
}

void queuesOk(EventBase &base, MPMCQueue<int> &mpmc, UnboundedQueue<int> &queue, int n) {
  base.runInLoop([&] {
    mpmc.read(n);
    queue.try_dequeue(n);
    queue.try_dequeue_for(n, 0ms);
    queue.enqueue(n);
  });
}

struct Log {
  SharedMutex mutex, quick;
  int lines = 0;

  void writer() {
    mutex.lock();
    fsyncNoInt(3);                      // CHECK: :[[#@LINE]]:{{.*}}'folly::fsyncNoInt' waits for the disk, {{.*}} while 'Log::mutex' is held
    mutex.unlock();
    quick.lock();
    ++lines;
    quick.unlock();
    if (quick.try_lock_for(1s))
      quick.unlock();
    if (quick.try_lock_until(soon))
      quick.unlock();
    if (quick.try_lock_shared_for(1s))
      quick.unlock_shared();
    if (quick.try_lock())
      quick.unlock();
    if (quick.try_lock_shared())
      quick.unlock_shared();
  }
  void readBad(EventBase &base) {
    base.runInLoop([this] {
      mutex.lock_shared();              // CHECK: :[[#@LINE]]:{{.*}}'folly::SharedMutexImpl::lock_shared' waits for a lock
      mutex.unlock_shared();
    });
  }
  void readOk(EventBase &base) {
    base.runInLoop([this] {
      quick.lock_shared();
      quick.unlock_shared();
    });
  }
};

void heldBad(EventBase &base, Synchronized<int> &value) {
  base.runInLoop([&] {
    value.withWLock([](int) { usleep(11000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' {{.*}} sleeps, for 11 ms
  });
}

void filesBad(EventBase &base, std::string s, char *data, int fd) {
  base.runInLoop([&] {
    readFile("f", s);                   // CHECK: :[[#@LINE]]:{{.*}}'folly::readFile' waits for the disk
    fsyncNoInt(fd);                     // CHECK: :[[#@LINE]]:{{.*}}'folly::fsyncNoInt' waits for the disk
    readFull(fd, data, 10);             // CHECK: :[[#@LINE]]:{{.*}}'folly::readFull' waits
    File file("f");                     // CHECK: :[[#@LINE]]:{{.*}}'folly::File::File' waits for the disk
    file.lock();                        // CHECK: :[[#@LINE]]:{{.*}}'folly::File::lock' waits
    File wrapped(fd, true), null("/dev/null"), none;
    file.try_lock();
  });
}

void processesBad(EventBase &base) {
  base.runInLoop([] {
    Subprocess child("ls");
    child.communicate();                // CHECK: :[[#@LINE]]:{{.*}}'folly::Subprocess::communicate' waits for another process
    child.waitTimeout(1s);              // CHECK: :[[#@LINE]]:{{.*}}'folly::Subprocess::waitTimeout' waits for another process
    child.poll();
    SocketAddress remote("host", 80, true); // CHECK: :[[#@LINE]]:{{.*}}'folly::SocketAddress::SocketAddress' waits for a name server
    remote.setFromHostPort("host", 80); // CHECK: :[[#@LINE]]:{{.*}}'folly::SocketAddress::setFromHostPort' waits for a name server
    SocketAddress local("127.0.0.1", 80);
    local.setFromHostPort("127.0.0.1", 80);
    local.setFromIpPort("127.0.0.1", 80);
  });
}
