// The qt-threads pack: waiting for threads, locks and pools blocks slots, pools may wait.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=qt-threads %s %S/qt-locks.cpp %S/qt-concurrent.cpp -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6
#include <QtCore/QMutex>
#include <QtCore/QRunnable>
#include <QtCore/QSemaphore>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <QtCore/QWaitCondition>
#include <unistd.h>

QMutex slow, used;
QWaitCondition condition;
QSemaphore semaphore;

// Runs in its own thread, or on the pool: may wait.
struct Thread : QThread {
  void run() override {
    sleep(1);
    exec();
  }
};
struct Task : QRunnable {
  void run() override { sleep(1); }
};
void startedOk(QThreadPool *pool) {
  QThread::create([] { sleep(1); })->start();
  pool->start([] { sleep(2); });
  pool->start(new Task);
  pool->tryStart([] { sleep(3); });
  // Its lock is held for long: those who want it, too, wait as long.
  pool->start([] {
    QMutexLocker locker(&slow);
    QThread::sleep(1); // CHECK: :[[#@LINE]]:{{.*}}'QThread::sleep' sleeps, for 1 s, while 'slow' is held
  });
}

void sleepingBad(QTimer *timer, QThread *thread, QThreadPool *pool) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    QThread::sleep(1);        // CHECK: :[[#@LINE]]:{{.*}}'QThread::sleep' sleeps, for 1 s
    QThread::msleep(20);      // CHECK: :[[#@LINE]]:{{.*}}'QThread::msleep' sleeps, for 20 ms
    QThread::usleep(30000);   // CHECK: :[[#@LINE]]:{{.*}}'QThread::usleep' sleeps, for 30 ms
    thread->wait();           // CHECK: :[[#@LINE]]:{{.*}}'QThread::wait' waits for another thread, without limit
    pool->waitForDone();      // CHECK: :[[#@LINE]]:{{.*}}'QThreadPool::waitForDone' waits for another thread, without limit
  });
}

void sleepingOk(QTimer *timer, QThread *thread, QThreadPool *pool) {
  QObject::connect(timer, &QTimer::timeout, [=] {
    QThread::msleep(0);
    thread->wait(0ul);
    pool->waitForDone(0);
    thread->quit();
  });
}

void poolBad(QTimer *timer) {
  QObject::connect(timer, &QTimer::timeout, [] {
    QThreadPool pool;
    pool.start([] {});
  }); // CHECK: :[[#@LINE]]:{{.*}}'QThreadPool::~QThreadPool' waits for another thread
}

void waitingBad(QTimer *timer) {
  using namespace std::chrono_literals;
  QObject::connect(timer, &QTimer::timeout, [] {
    slow.lock();                     // CHECK: :[[#@LINE]]:{{.*}}'QBasicMutex::lock' waits for a lock, up to 1 s
    slow.unlock();
    used.lock();
    condition.wait(&used);           // CHECK: :[[#@LINE]]:{{.*}}'QWaitCondition::wait' waits
    condition.wait(&used, 20ul);
    used.unlock();
    semaphore.acquire();             // CHECK: :[[#@LINE]]:{{.*}}'QSemaphore::acquire' waits
    if (semaphore.tryAcquire(1, 30))
      semaphore.release();
    semaphore.tryAcquire(1, 40ms);   // CHECK: :[[#@LINE]]:{{.*}}'QSemaphore::tryAcquire' waits for another thread, up to 40 ms
    semaphore.try_acquire_for(50ms); // CHECK: :[[#@LINE]]:{{.*}}'QSemaphore::try_acquire_for' waits for another thread, up to 50 ms
  });
}
