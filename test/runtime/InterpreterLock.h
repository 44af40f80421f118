//===- runtime/InterpreterLock.h - one lock that serialises workers -------===//
//
// Stands for the global interpreter lock of CPython and its like. Whoever runs
// code of the interpreter holds it; a call that computes or waits outside of
// the interpreter lets go of it meanwhile, as good extension modules do:
//
//     InterpreterLock::Released Outside(Lock);   // Py_BEGIN_ALLOW_THREADS
//     read(Fd, Buffer, Size);                    // others may run
//
// A holder that goes on computing is asked to take turns every 5 ms, which is
// CPython's switch interval; it does so when it passes a checkpoint().
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_INTERPRETERLOCK_H
#define WAITWISE_RUNTIME_INTERPRETERLOCK_H

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace waitwise::runtime {

class InterpreterLock {
public:
  static constexpr std::chrono::milliseconds SwitchInterval{5};

  /// Waits until nobody holds the lock.
  void acquire();
  void release();

  /// Between two steps of a long computation: lets another thread have its
  /// turn, if one waits and this one's has lasted long enough.
  void checkpoint();

  /// Holds the lock for its own life.
  class Held {
  public:
    explicit Held(InterpreterLock &L) : Lock(L) { Lock.acquire(); }
    ~Held() { Lock.release(); }
    Held(const Held &) = delete;

  private:
    InterpreterLock &Lock;
  };

  /// Lets go of the lock for its own life.
  class Released {
  public:
    explicit Released(InterpreterLock &L) : Lock(L) { Lock.release(); }
    ~Released() { Lock.acquire(); }
    Released(const Released &) = delete;

  private:
    InterpreterLock &Lock;
  };

private:
  void take(std::unique_lock<std::mutex> &Guard, bool AfterAnother);

  std::mutex Mutex;
  std::condition_variable Free;
  bool Taken = false;
  uint64_t Turn = 0; ///< How often it was taken.
  std::chrono::steady_clock::time_point Since;
  std::atomic<unsigned> Waiting{0};
};

} // namespace waitwise::runtime

#endif
