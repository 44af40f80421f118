// The pthread pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=pthread %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/epoll.h>
#include <threads.h>
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
static mtx_t mtx;
static cnd_t cnd;
static struct timespec when;
static int value;

static void *holder(void *unused) {
  pthread_mutex_lock(&held);
  sleep(1);
  pthread_mutex_unlock(&held);
  return unused;
}

static int worker(void *unused) { return sleep(2) + !unused; }
static void initialise(void) { value = 1; }
static void destroy(void *unused) { (void)unused; }

static void startOk(void) {
  pthread_t t;
  thrd_t u;
  pthread_key_t key;
  pthread_create(&t, 0, holder, 0);
  thrd_create(&u, worker, 0);
  pthread_once(&once, initialise);
  call_once((once_flag *)&once, initialise);
  pthread_key_create(&key, destroy);
}

static void waitBad(pthread_t t) {
  pthread_join(t, 0);                 // CHECK-DAG: :[[#@LINE]]:{{.*}}note: {{.*}}'pthread_join'
  pthread_barrier_wait(&barrier);     // CHECK-DAG: :[[#@LINE]]:{{.*}}note: {{.*}}'pthread_barrier_wait'
  sem_wait(&sem);                     // CHECK-DAG: :[[#@LINE]]:{{.*}}note: {{.*}}'sem_wait'
  sem_timedwait(&sem, &when);         // CHECK-DAG: :[[#@LINE]]:{{.*}}note: {{.*}}'sem_timedwait'
  cnd_wait(&cnd, &mtx);               // CHECK-DAG: :[[#@LINE]]:{{.*}}note: {{.*}}'cnd_wait'
  pthread_cond_timedwait(&cond, &quiet, &when); // CHECK-DAG: :[[#@LINE]]:{{.*}}note: {{.*}}'pthread_cond_timedwait'
}

// A mutex is as slow as what its holders do.
static void lockBad(void) {
  pthread_mutex_lock(&held);          // CHECK-DAG: :[[#@LINE]]:{{.*}}note: {{.*}}'pthread_mutex_lock'
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
  struct epoll_event event;
  int loop = epoll_create1(0);
  startOk();
  for (;;) {
    epoll_wait(loop, &event, 1, -1);
    // CHECK-DAG: :[[#@LINE+1]]:{{.*}}warning: 'pthread_join' (reached through 'waitBad') waits
    waitBad(pthread_self());
    // CHECK-DAG: :[[#@LINE+1]]:{{.*}}warning: 'pthread_mutex_lock' (reached through 'lockBad') waits
    lockBad();
    lockOk();
    readersOk();
  }
}
