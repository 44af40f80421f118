// The openmp pack: locks of its functions, look-alikes stay silent.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   -idirafter /usr/lib/gcc/x86_64-linux-gnu/12/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <omp.h>
#include <unistd.h>
#include <uv.h>

static omp_lock_t slow, quick;
static omp_nest_lock_t nested;
static char here[64];
static void *there;

// Somebody else's lock of that name.
static void omp_set_locks(omp_lock_t *l) { (void)l; }

static void elsewhere(void) {
  omp_set_lock(&slow);
  sleep(1);                    // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, while 'slow' is held
  omp_unset_lock(&slow);
  omp_set_nest_lock(&nested);
  usleep(30000);               // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 30 ms, while 'nested' is held
  omp_unset_nest_lock(&nested);
}

static void locksBad(uv_timer_t *t) {
  (void)t;
  omp_set_lock(&slow);         // CHECK: :[[#@LINE]]:{{.*}}'omp_set_lock' waits for a lock
  omp_unset_lock(&slow);
  omp_set_nest_lock(&nested);  // CHECK: :[[#@LINE]]:{{.*}}'omp_set_nest_lock' waits for a lock
  omp_unset_nest_lock(&nested);
  omp_target_memcpy(there, here, sizeof here, 0, 0, 0, 1); // CHECK: :[[#@LINE]]:{{.*}}'omp_target_memcpy' waits
}

static void locksOk(uv_idle_t *i) {
  (void)i;
  if (omp_test_lock(&slow))
    omp_unset_lock(&slow);
  omp_set_lock(&quick); // nobody holds it for long
  omp_unset_lock(&quick);
  omp_set_locks(&slow);
}

int main(void) {
  elsewhere();
  uv_timer_start(NULL, locksBad, 1, 0);
  uv_idle_start(NULL, locksOk);
  return uv_run(NULL, UV_RUN_DEFAULT);
}
