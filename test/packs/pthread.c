// The pthread pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=pthread %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/sysinfo.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t quiet = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t rw;
static pthread_spinlock_t spin;
static pthread_cond_t cond;
static pthread_barrier_t barrier;
static pthread_once_t once;
static sem_t sem;
static struct timespec when;
static int value;

static void *holder(void *unused) {
  pthread_mutex_lock(&held);
  sleep(1); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, while 'held' is held
  pthread_mutex_unlock(&held);
  return unused;
}

static void initialise(void) { value = 1; }
static void destroy(void *unused) { (void)unused; }

static void startOk(void) {
  pthread_t t;
  pthread_key_t key;
  if (sysconf(_SC_NPROCESSORS_ONLN) + get_nprocs() > 2)
    pthread_create(&t, 0, holder, 0);
  pthread_once(&once, initialise);
  pthread_key_create(&key, destroy);
}

// What is done when a call fails is no ordinary path.
static void failureOk(void) {
  pthread_mutex_lock(&held);
  if (pthread_sigmask(0, 0, 0))
    sleep(1);
  if (pthread_cond_init(&cond, 0) != 0)
    sleep(1);
  pthread_mutex_unlock(&held);
}

static void lockOk(void) {
  pthread_mutex_lock(&quiet);
  ++value;
  pthread_mutex_unlock(&quiet);
  if (pthread_mutex_trylock(&held) == 0)
    pthread_mutex_unlock(&held);
  if (pthread_mutex_timedlock(&quiet, &when) == 0)
    pthread_mutex_unlock(&quiet);
  pthread_spin_lock(&spin);
  pthread_spin_unlock(&spin);
  if (pthread_spin_trylock(&spin) == 0)
    pthread_spin_unlock(&spin);
}

static void readersOk(void) {
  pthread_rwlock_rdlock(&rw);
  pthread_rwlock_unlock(&rw);
  pthread_rwlock_wrlock(&rw);
  pthread_rwlock_unlock(&rw);
  if (pthread_rwlock_tryrdlock(&rw) == 0)
    pthread_rwlock_unlock(&rw);
  if (pthread_rwlock_trywrlock(&rw) == 0)
    pthread_rwlock_unlock(&rw);
  if (pthread_rwlock_timedrdlock(&rw, &when) == 0)
    pthread_rwlock_unlock(&rw);
  if (pthread_rwlock_timedwrlock(&rw, &when) == 0)
    pthread_rwlock_unlock(&rw);
}

int main(void) {
  struct epoll_event events[8];
  int loop = epoll_create1(0);
  startOk();
  for (;;) {
    int ready = epoll_wait(loop, events, 8, -1);
    for (int i = 0; i < ready; i++) {
      pthread_join(pthread_self(), 0); // CHECK: :[[#@LINE]]:{{.*}}'pthread_join' waits for another thread
      pthread_barrier_wait(&barrier);  // CHECK: :[[#@LINE]]:{{.*}}'pthread_barrier_wait' waits for another thread
      sem_wait(&sem);                  // CHECK: :[[#@LINE]]:{{.*}}'sem_wait' waits for another thread
      sem_timedwait(&sem, &when);      // CHECK: :[[#@LINE]]:{{.*}}'sem_timedwait' waits for another thread
      pthread_cond_wait(&cond, &quiet); // CHECK: :[[#@LINE]]:{{.*}}'pthread_cond_wait' waits for another thread
      pthread_cond_timedwait(&cond, &quiet, &when); // CHECK: :[[#@LINE]]:{{.*}}'pthread_cond_timedwait' waits
      // A mutex is as slow as what its holders do.
      pthread_mutex_lock(&held);       // CHECK: :[[#@LINE]]:{{.*}}'pthread_mutex_lock' waits for a lock, up to 1 s
      pthread_mutex_unlock(&held);
      lockOk();
      readersOk();
    }
  }
}
