// The qt-threads pack: locks that are held for a few instructions only, or tried, block nobody.
// RUN: waitwise check --fail-on none %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
#include <QtCore/QMutex>
#include <QtCore/QReadWriteLock>
#include <QtCore/QSemaphore>
#include <QtCore/QTimer>

QMutex mutex;
QRecursiveMutex recursive;
QReadWriteLock lock;
QSemaphore semaphore;

// Held for a few instructions only, or not waited for.
void locksOk(QTimer *timer) {
  QObject::connect(timer, &QTimer::timeout, [] {
    QMutexLocker locker(&mutex);
    locker.unlock();
    locker.relock();
    QReadLocker reader(&lock);
    reader.unlock();
    reader.relock();
    semaphore.tryAcquire();
  });
  QObject::connect(timer, &QTimer::timeout, [] {
    QWriteLocker writer(&lock);
    writer.unlock();
    writer.relock();
  });
}

void tryingOk(QTimer *timer) {
  using namespace std::chrono_literals;
  QObject::connect(timer, &QTimer::timeout, [] {
    if (mutex.tryLock())
      mutex.unlock();
    if (mutex.tryLock(10))
      mutex.unlock();
    if (recursive.try_lock())
      recursive.unlock();
    if (mutex.try_lock_for(1ms))
      mutex.unlock();
    if (mutex.try_lock_until(std::chrono::steady_clock::now()))
      mutex.unlock();
    recursive.lock();
    recursive.unlock();
  });
  QObject::connect(timer, &QTimer::timeout, [] {
    lock.lockForRead();
    lock.unlock();
    lock.lockForWrite();
    lock.unlock();
    if (lock.tryLockForRead() || lock.tryLockForRead(1))
      lock.unlock();
    if (lock.tryLockForWrite() || lock.tryLockForWrite(1))
      lock.unlock();
  });
}
