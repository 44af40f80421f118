// The c11-threads pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=c11-threads %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <sys/epoll.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

static mtx_t quiet, held;
static cnd_t cnd;
static tss_t key;
static thrd_t thread;
static once_flag once = ONCE_FLAG_INIT;
static struct timespec when = {1, 0};
static int value;

// Somebody else's function of a like name.
static int cnd_waits(cnd_t *c, mtx_t *m) { return c && m; }

// A thread of its own may wait; who shares its mutex may not like that.
static int worker(void *unused) {
  mtx_lock(&held);
  sleep(1); // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, while 'held' is held
  mtx_unlock(&held);
  return thrd_sleep(&when, 0) + !unused;
}

static void initialise(void) { ++value; }
static void destroy(void *unused) { (void)unused, sleep(1); }

static void startOk(void) {
  thrd_create(&thread, worker, 0);
  call_once(&once, initialise);
  tss_create(&key, destroy);
}

static void locksOk(void) {
  mtx_lock(&quiet);
  ++value;
  mtx_unlock(&quiet);
  if (mtx_trylock(&held) == thrd_success)
    mtx_unlock(&held);
  if (mtx_timedlock(&quiet, &when) == thrd_success)
    mtx_unlock(&quiet);
  cnd_signal(&cnd);
  cnd_waits(&cnd, &quiet);
}

int main(void) {
  struct epoll_event events[8];
  int loop = epoll_create1(0);
  startOk();
  for (;;) {
    int ready = epoll_wait(loop, events, 8, -1);
    for (int i = 0; i < ready; i++) {
      thrd_join(thread, 0);              // CHECK: :[[#@LINE]]:{{.*}}'thrd_join' waits for another thread
      thrd_sleep(&when, 0);              // CHECK: :[[#@LINE]]:{{.*}}'thrd_sleep' sleeps
      cnd_wait(&cnd, &quiet);            // CHECK: :[[#@LINE]]:{{.*}}'cnd_wait' waits for another thread
      cnd_timedwait(&cnd, &quiet, &when); // CHECK: :[[#@LINE]]:{{.*}}'cnd_timedwait' waits for another thread
      mtx_lock(&held);                   // CHECK: :[[#@LINE]]:{{.*}}'mtx_lock' waits for a lock, up to 1 s
      mtx_unlock(&held);
      locksOk();
    }
  }
}
