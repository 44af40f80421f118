// Declarations of folly's executors, locks and queues, after its documentation.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

namespace folly {

using Func = std::function<void()>;
class StringPiece;

template <class E> class ExecutorKeepAlive {
public:
  ExecutorKeepAlive() {}
  template <class O> ExecutorKeepAlive(O *) {}
  template <class O> ExecutorKeepAlive(ExecutorKeepAlive<O>) {}
  E *operator->() const;
  E *get() const;
  ExecutorKeepAlive copy() const;
};
class Executor {
public:
  template <class E = Executor> using KeepAlive = ExecutorKeepAlive<E>;
  virtual ~Executor();
  virtual void add(Func) = 0;
  virtual void addWithPriority(Func, std::int8_t);
};
template <class E> Executor::KeepAlive<E> getKeepAliveToken(E *) { return {}; }
class IOExecutor : public Executor {};
class DrivableExecutor : public virtual Executor {
public:
  virtual void drive() = 0;
};
class ManualExecutor : public DrivableExecutor {
public:
  void add(Func) override;
  void drive() override;
  std::size_t run();
  std::size_t drain();
  void wait();
  void makeProgress();
  template <class F> void waitFor(const F &) {}
};
class TimedDrivableExecutor : public DrivableExecutor {
public:
  void add(Func) override;
  void drive() noexcept override;
  void wait() noexcept;
};
class InlineLikeExecutor : public virtual Executor {};
class InlineExecutor : public InlineLikeExecutor {
public:
  void add(Func) override;
  static InlineExecutor &instance();
};
class QueuedImmediateExecutor : public InlineLikeExecutor {};
class ThreadPoolExecutor : public virtual Executor {
public:
  virtual void stop();
  virtual void join();
};
class CPUThreadPoolExecutor : public ThreadPoolExecutor {
public:
  explicit CPUThreadPoolExecutor(std::size_t threads);
  void add(Func) override;
};
class EDFThreadPoolExecutor : public ThreadPoolExecutor {};
class IOThreadPoolExecutorBase : public ThreadPoolExecutor {};
class IOThreadPoolExecutor : public IOThreadPoolExecutorBase {
public:
  void add(Func) override;
};
class ThreadedExecutor : public virtual Executor {};
Executor::KeepAlive<> getGlobalCPUExecutor();
Executor::KeepAlive<IOExecutor> getGlobalIOExecutor();
std::shared_ptr<Executor> getUnsafeMutableGlobalCPUExecutor();
std::shared_ptr<IOExecutor> getUnsafeMutableGlobalIOExecutor();

class FunctionScheduler {
public:
  void addFunction(Func &&cb, std::chrono::milliseconds);
  void addFunctionOnce(Func &&cb, int name, std::chrono::milliseconds = {});
  void addFunctionUniformDistribution(Func &&cb, std::chrono::milliseconds);
  void addFunctionConsistentDelay(Func &&cb, std::chrono::milliseconds);
  bool cancelFunctionAndWait(int name);
  void cancelAllFunctionsAndWait();
  bool shutdown();
};

template <bool MayBlock = true> class Baton {
public:
  void post();
  void wait();
  bool try_wait();
  template <class D> bool try_wait_for(const D &) { return true; }
  template <class T> bool try_wait_until(const T &) { return true; }
  template <class D> bool timed_wait(const D &) { return true; }
};
template <bool MayBlock> class SaturatingSemaphore {
public:
  void wait();
  template <class D> bool try_wait_for(const D &) { return true; }
  template <class T> bool try_wait_until(const T &) { return true; }
};
class Latch {
public:
  explicit Latch(std::ptrdiff_t);
  void count_down();
  void wait();
  void arrive_and_wait();
  template <class D> bool try_wait_for(const D &) { return true; }
  template <class T> bool try_wait_until(const T &) { return true; }
};
namespace detail {
template <class H> struct LifoSemBase {
  void wait();
  bool try_wait();
  template <class D> bool try_wait_for(const D &) { return true; }
  template <class T> bool try_wait_until(const T &) { return true; }
};
} // namespace detail
struct LifoSem : detail::LifoSemBase<int> {};

template <bool ReaderPriority> class SharedMutexImpl {
public:
  void lock();
  bool try_lock();
  template <class D> bool try_lock_for(const D &) { return true; }
  template <class T> bool try_lock_until(const T &) { return true; }
  void unlock();
  void lock_shared();
  bool try_lock_shared();
  template <class D> bool try_lock_shared_for(const D &) { return true; }
  template <class T> bool try_lock_shared_until(const T &) { return true; }
  void unlock_shared();
  void lock_upgrade();
  bool try_lock_upgrade();
  void unlock_upgrade();
};
using SharedMutex = SharedMutexImpl<false>;
template <class S> class SynchronizedBase {
public:
  template <class F> auto withWLock(F &&f) { return 0; }
  template <class F> auto withRLock(F &&f) { return 0; }
  template <class F> auto withULock(F &&f) { return 0; }
  template <class F> auto withLock(F &&f) { return 0; }
};
template <class T, class M = SharedMutex>
class Synchronized : public SynchronizedBase<Synchronized<T, M>> {};

namespace detail {
template <class T> class MPMCQueueBase {
public:
  template <class... A> void blockingWrite(A &&...) {}
  void blockingRead(T &);
  void blockingReadWithTicket(std::uint64_t &, T &);
  bool read(T &);
  bool write(const T &);
  template <class C> bool tryReadUntil(const C &, T &) { return true; }
  template <class C> bool tryWriteUntil(const C &, T) { return true; }
};
} // namespace detail
template <class T> class MPMCQueue : public detail::MPMCQueueBase<T> {};
template <class T> class UnboundedQueue {
public:
  void enqueue(T);
  T dequeue();
  void dequeue(T &);
  bool try_dequeue(T &);
  template <class D> bool try_dequeue_for(T &, const D &) { return true; }
  template <class C> bool try_dequeue_until(T &, const C &) { return true; }
};
template <class T> class DynamicBoundedQueue {
public:
  void enqueue(T);
  T dequeue();
  void dequeue(T &);
  template <class D> bool try_dequeue_for(T &, const D &) { return true; }
  template <class C> bool try_dequeue_until(T &, const C &) { return true; }
};
} // namespace folly
