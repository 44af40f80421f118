// The libuv pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=libuv %s %S/libuv-callbacks.c %S/libuv-descriptors.c -- -std=gnu17
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static uv_loop_t *loop;
static uv_fs_t request;
static uv_mutex_t mutex;
static uv_rwlock_t rw;
static uv_cond_t cond;
static uv_sem_t sem;
static uv_work_t work;
static uv_once_t once = UV_ONCE_INIT;
static int value;

static void opened(uv_fs_t *r) { uv_fs_req_cleanup(r); }
static void resolved(uv_getaddrinfo_t *r, int status, struct addrinfo *found) {
  (void)r, (void)status, uv_freeaddrinfo(found);
}
static void filled(uv_random_t *r, int status, void *b, size_t n) {
  (void)r, (void)status, (void)b, (void)n;
}

static void filesBad(uv_timer_t *t) {
  (void)t;
  uv_fs_open(loop, &request, "f", 0, 0, NULL); // CHECK: :[[#@LINE]]:{{.*}}'uv_fs_open' waits for the disk
  uv_fs_fsync(loop, &request, 1, NULL);        // CHECK: :[[#@LINE]]:{{.*}}'uv_fs_fsync' waits for the disk
  uv_getaddrinfo(loop, NULL, NULL, "h", "80", NULL); // CHECK: :[[#@LINE]]:{{.*}}'uv_getaddrinfo' waits for a name server
  uv_sleep(20);                                // CHECK: :[[#@LINE]]:{{.*}}'uv_sleep' sleeps, for 20 ms
  uv_run(loop, UV_RUN_DEFAULT);                // CHECK: :[[#@LINE]]:{{.*}}'uv_run' runs a nested event loop
  uv_spawn(loop, NULL, NULL);
  uv_dlopen("l.so", NULL);                     // CHECK: :[[#@LINE]]:{{.*}}'uv_dlopen' waits for the disk
}

// With a callback the same functions return at once.
static void filesOk(uv_idle_t *i) {
  (void)i;
  uv_fs_open(loop, &request, "f", 0, 0, opened);
  uv_fs_fsync(loop, &request, 1, opened);
  uv_getaddrinfo(loop, NULL, resolved, "h", "80", NULL);
  uv_random(loop, NULL, NULL, 0, 0, filled);
  uv_run(loop, UV_RUN_NOWAIT);
  uv_sleep(0);
}

static void waitingBad(uv_check_t *c) {
  (void)c;
  uv_thread_join(NULL);              // CHECK: :[[#@LINE]]:{{.*}}'uv_thread_join' waits
  uv_mutex_lock(&mutex);
  uv_cond_wait(&cond, &mutex);       // CHECK: :[[#@LINE]]:{{.*}}'uv_cond_wait' waits
  uv_cond_timedwait(&cond, &mutex, 20000000); // CHECK: :[[#@LINE]]:{{.*}}'uv_cond_timedwait' waits
  uv_mutex_unlock(&mutex);
  uv_sem_wait(&sem);                 // CHECK: :[[#@LINE]]:{{.*}}'uv_sem_wait' waits
}

static void locksOk(uv_prepare_t *p) {
  (void)p;
  uv_rwlock_rdlock(&rw);
  uv_rwlock_rdunlock(&rw);
  if (uv_mutex_trylock(&mutex) == 0)
    uv_mutex_unlock(&mutex);
  if (uv_rwlock_tryrdlock(&rw) == 0)
    uv_rwlock_rdunlock(&rw);
}

// Runs on the pool or in a thread: may block.
static void workOk(uv_work_t *w) { (void)w, sleep(1); }
static void threadOk(void *unused) { (void)unused, sleep(1); }

static void doneBad(uv_work_t *w, int status) {
  (void)w, (void)status;
  sleep(1);                          // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s
}

static void watchBad(uv_poll_t *p, int status, int events) {
  (void)p, (void)status, (void)events;
  usleep(20000);                     // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 20 ms
}

static void exitBad(uv_process_t *p, int64_t status, int signal) {
  (void)p, (void)status, (void)signal;
  usleep(30000);                     // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 30 ms
}

static void initialise(void) { value = 1; }

int main(void) {
  uv_process_options_t options = {0};
  options.exit_cb = exitBad;
  uv_timer_start(NULL, filesBad, 1, 0);
  uv_idle_start(NULL, filesOk);
  uv_check_start(NULL, waitingBad);
  uv_prepare_start(NULL, locksOk);
  uv_queue_work(loop, &work, workOk, doneBad);
  uv_poll_start(NULL, UV_READABLE, watchBad);
  uv_thread_create(NULL, threadOk, NULL);
  uv_thread_create_ex(NULL, NULL, threadOk, NULL);
  uv_once(&once, initialise);
  return uv_run(loop, UV_RUN_DEFAULT);
}
