/* Declarations of bthread that the brpc pack names, after its documentation. */
#pragma once
#include <mutex>
#include <time.h>

typedef unsigned long bthread_t;
struct bthread_attr_t;
struct bthread_mutex_t;
struct bthread_cond_t;
struct bthread_sem_t;
struct bthread_rwlock_t;
struct bthread_barrier_t;
struct sockaddr;

extern "C" {
int bthread_start_urgent(bthread_t *, const bthread_attr_t *,
                         void *(*fn)(void *), void *arg);
int bthread_start_background(bthread_t *, const bthread_attr_t *,
                             void *(*fn)(void *), void *arg);
int bthread_timer_add(bthread_t *, struct timespec, void (*on_timer)(void *),
                      void *arg);
int bthread_once(int *once, void (*init)());
int bthread_yield();
int bthread_usleep(unsigned long microseconds);
int bthread_join(bthread_t, void **);
int bthread_mutex_lock(bthread_mutex_t *);
int bthread_mutex_timedlock(bthread_mutex_t *, const struct timespec *);
int bthread_mutex_trylock(bthread_mutex_t *);
int bthread_mutex_unlock(bthread_mutex_t *);
int bthread_rwlock_rdlock(bthread_rwlock_t *);
int bthread_rwlock_wrlock(bthread_rwlock_t *);
int bthread_rwlock_tryrdlock(bthread_rwlock_t *);
int bthread_rwlock_trywrlock(bthread_rwlock_t *);
int bthread_rwlock_unlock(bthread_rwlock_t *);
int bthread_cond_wait(bthread_cond_t *, bthread_mutex_t *);
int bthread_cond_timedwait(bthread_cond_t *, bthread_mutex_t *,
                           const struct timespec *);
int bthread_sem_wait(bthread_sem_t *);
int bthread_barrier_wait(bthread_barrier_t *);
int bthread_fd_wait(int fd, unsigned events);
int bthread_fd_timedwait(int fd, unsigned events, const struct timespec *);
int bthread_connect(int fd, const sockaddr *, unsigned length);
}

namespace bthread {
class Mutex {
public:
  void lock();
  void unlock();
  bool try_lock();
};
class FastPthreadMutex {
public:
  void lock();
  void unlock();
  bool try_lock();
};
class ConditionVariable {
public:
  void wait(std::unique_lock<Mutex> &);
  int wait_for(std::unique_lock<Mutex> &, long microseconds);
  int wait_until(std::unique_lock<Mutex> &, timespec);
};
class CountdownEvent {
public:
  int wait();
  int timed_wait(const timespec &);
};
template <class T> class TaskIterator {};
template <class T>
int execution_queue_start(unsigned long *id, const int *options,
                          int (*execute)(void *meta, TaskIterator<T> &),
                          void *meta) {
  return 0;
}
template <class T> int execution_queue_join(unsigned long id) { return 0; }
} // namespace bthread
