// The glib pack: the loop, threads, locks and processes; look-alikes stay silent.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=glib %s %S/glib-files.c %S/glib-callbacks.c -- -std=gnu17 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <glib-unix.h>
#include <glib.h>
#include <unistd.h>

static GMainLoop *loop;
static GMutex mutex, held;
static GRecMutex recursive;
static GRWLock rw;
static GCond cond;
static GAsyncQueue *queue;
static GThreadPool *pool;
static GThread *thread;
static GPollFD fds[8];

static gboolean loopBad(void *unused) {
  g_main_loop_run(loop);                  // CHECK: :[[#@LINE]]:{{.*}}'g_main_loop_run' runs a nested event loop
  g_main_context_iteration(NULL, TRUE);   // CHECK: :[[#@LINE]]:{{.*}}'g_main_context_iteration' runs a nested event loop
  g_poll(fds, 1, -1);                     // CHECK: :[[#@LINE]]:{{.*}}'g_poll' waits
  return FALSE;
}

static gboolean loopOk(void *unused) {
  g_main_context_iteration(NULL, FALSE);
  g_poll(fds, 8, 0);
  g_main_loop_quit(loop);
  g_usleep(0);
  return FALSE;
}

static gboolean waitingBad(void *unused) {
  g_usleep(20000);                        // CHECK: :[[#@LINE]]:{{.*}}'g_usleep' sleeps, for 20 ms
  g_thread_join(thread);                  // CHECK: :[[#@LINE]]:{{.*}}'g_thread_join' waits
  g_thread_pool_free(pool, FALSE, TRUE);  // CHECK: :[[#@LINE]]:{{.*}}'g_thread_pool_free' waits
  g_async_queue_pop(queue);               // CHECK: :[[#@LINE]]:{{.*}}'g_async_queue_pop' waits
  g_async_queue_timeout_pop(queue, 30000); // CHECK: :[[#@LINE]]:{{.*}}'g_async_queue_timeout_pop' waits
  g_mutex_lock(&mutex);
  g_cond_wait(&cond, &mutex);             // CHECK: :[[#@LINE]]:{{.*}}'g_cond_wait' waits
  g_cond_wait_until(&cond, &mutex, 5);    // CHECK: :[[#@LINE]]:{{.*}}'g_cond_wait_until' waits
  g_mutex_unlock(&mutex);
  return FALSE;
}

static gboolean waitingOk(void *unused) {
  g_thread_pool_free(pool, TRUE, FALSE);
  g_async_queue_try_pop(queue);
  g_async_queue_timeout_pop(queue, 0);
  if (g_mutex_trylock(&held))
    g_mutex_unlock(&held);
  return FALSE;
}

// Locks that only guard a few instructions.
static gboolean locksOk(void *unused) {
  g_rec_mutex_lock(&recursive);
  g_rec_mutex_unlock(&recursive);
  if (g_rec_mutex_trylock(&recursive))
    g_rec_mutex_unlock(&recursive);
  g_rw_lock_writer_lock(&rw);
  g_rw_lock_writer_unlock(&rw);
  g_rw_lock_reader_lock(&rw);
  g_rw_lock_reader_unlock(&rw);
  if (g_rw_lock_reader_trylock(&rw))
    g_rw_lock_reader_unlock(&rw);
  g_mutex_locker_free(g_mutex_locker_new(&mutex));
  return FALSE;
}

// What the other thread does while it holds the lock is what is waited for.
static void *holder(void *unused) {
  g_mutex_lock(&held);
  g_usleep(40000); // CHECK: :[[#@LINE]]:{{.*}}while 'held' is held
  g_mutex_unlock(&held);
  return NULL;
}

static gboolean lockBad(void *unused) {
  g_mutex_lock(&held); // CHECK: :[[#@LINE]]:{{.*}}'g_mutex_lock' waits
  g_mutex_unlock(&held);
  return FALSE;
}

static gboolean processesBad(void *unused) {
  g_spawn_sync(NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_spawn_sync' waits for another process
  g_spawn_command_line_sync("ls", NULL, NULL, NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_spawn_command_line_sync' waits for another process
  g_spawn_async(NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL);
  g_spawn_command_line_async("ls", NULL);
  return FALSE;
}

int main(void) {
  g_idle_add(loopBad, NULL);
  g_idle_add(loopOk, NULL);
  g_idle_add(waitingBad, NULL);
  g_idle_add(waitingOk, NULL);
  g_idle_add(locksOk, NULL);
  g_idle_add(lockBad, NULL);
  g_idle_add(processesBad, NULL);
  thread = g_thread_new("holder", holder, NULL);
  g_main_loop_run(loop);
  return 0;
}
