// The nginx pack: handlers run in the loop of a worker, tasks on its threads.
// RUN: waitwise check --fail-on none --require-rules-hit=nginx %s -- -std=gnu17 \
// RUN:   -isystem %S/Inputs/nginx -isystem /usr/share/nginx/src/src/core -isystem /usr/share/nginx/src/src/event \
// RUN:   -isystem /usr/share/nginx/src/src/os/unix -isystem /usr/share/nginx/src/src/http -isystem /usr/share/nginx/src/src/http/modules \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <ngx_config.h>
#include <ngx_core.h>
#include <ngx_event.h>
#include <ngx_http.h>
#include <ngx_md5.h>
#include <ngx_murmurhash.h>
#include <ngx_thread_pool.h>

static ngx_shmtx_t held, quick;
static ngx_atomic_t rw;
static ngx_thread_mutex_t mutex;
static ngx_thread_cond_t cond;
static u_char bytes[100];

static ngx_int_t filesBad(ngx_http_request_t *r) {
  ngx_file_t *file = ngx_http_get_module_ctx(r, ngx_http_core_module);
  ngx_read_file(file, bytes, 100, 0);             // CHECK: :[[#@LINE]]:{{.*}}'ngx_read_file' waits for the disk
  ngx_create_temp_file(file, NULL, NULL, 0, 0, 0); // CHECK: :[[#@LINE]]:{{.*}}'ngx_create_temp_file' waits for the disk
  ngx_copy_file(bytes, bytes, NULL);              // CHECK: :[[#@LINE]]:{{.*}}'ngx_copy_file' waits for the disk
  ngx_inet_resolve_host(r->pool, NULL);           // CHECK: :[[#@LINE]]:{{.*}}'ngx_inet_resolve_host' waits for a name server
  return NGX_OK;
}

static void timerBad(ngx_event_t *e) {
  ngx_lock_fd(3);                                 // CHECK: :[[#@LINE]]:{{.*}}'ngx_lock_fd' waits
  ngx_thread_cond_wait(&cond, &mutex, e->log);    // CHECK: :[[#@LINE]]:{{.*}}'ngx_thread_cond_wait' waits
  ngx_msleep(20);                                 // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
}

static ngx_int_t filterBad(ngx_http_request_t *r, ngx_chain_t *in) {
  return usleep(12000);                           // CHECK: :[[#@LINE]]:{{.*}}12 ms
}
static ngx_int_t variableBad(ngx_http_request_t *r, ngx_http_variable_value_t *v, uintptr_t data) {
  return usleep(13000);                           // CHECK: :[[#@LINE]]:{{.*}}13 ms
}
static void bodyBad(ngx_http_request_t *r) { usleep(14000); }      // CHECK: :[[#@LINE]]:{{.*}}14 ms
static void cleanupBad(void *data) { usleep(15000); }              // CHECK: :[[#@LINE]]:{{.*}}15 ms
static void foundBad(ngx_resolver_ctx_t *c) { usleep(16000); }     // CHECK: :[[#@LINE]]:{{.*}}16 ms
static void connectedBad(ngx_connection_t *c) { usleep(17000); }   // CHECK: :[[#@LINE]]:{{.*}}17 ms

// Locks that guard a few instructions, and what computes little.
static ngx_int_t allOk(ngx_http_request_t *r) {
  ngx_md5_t md5;
  ngx_shmtx_lock(&quick);
  ngx_shmtx_unlock(&quick);
  if (ngx_shmtx_trylock(&held))
    ngx_shmtx_unlock(&held);
  ngx_rwlock_rlock(&rw);
  ngx_rwlock_unlock(&rw);
  ngx_md5_update(&md5, bytes, 100);
  ngx_sort(bytes, 10, 1, NULL);
  ngx_queue_sort(NULL, NULL);
  ngx_add_timer(r->connection->read, 20);
  return ngx_murmur_hash2(bytes, 100);
}

// Runs on a thread of a pool, or before the loop starts.
static void taskOk(void *data, ngx_log_t *log) { usleep(20000); }
static ngx_int_t initialiseOk(ngx_cycle_t *cycle) {
  ngx_spawn_process(cycle, NULL, NULL, "child", 0);
  return usleep(20000);
}
static char *commandOk(ngx_conf_t *conf, ngx_command_t *command, void *data) {
  ngx_http_core_loc_conf_t *location = ngx_http_conf_get_module_loc_conf(conf, ngx_http_core_module);
  location->handler = filesBad;
  usleep(20000);
  return NGX_CONF_OK;
}

ngx_int_t start(ngx_http_request_t *r, ngx_http_core_main_conf_t *main, ngx_thread_pool_t *pool, ngx_http_variable_t *v) {
  ngx_http_handler_pt *handler = ngx_array_push(&main->phases[NGX_HTTP_ACCESS_PHASE].handlers);
  *handler = allOk;
  ngx_http_cleanup_add(r, 0)->handler = cleanupBad;
  ngx_thread_task_t *task = ngx_thread_task_alloc(r->pool, 0);
  task->handler = taskOk;
  task->event.handler = timerBad;
  v->get_handler = variableBad;
  ngx_resolve_start(NULL, NULL)->handler = foundBad;
  return ngx_thread_task_post(pool, task);
}

// Kept by the module, of which nothing is called here.
void *table[] = {filterBad, connectedBad, initialiseOk, commandOk};
void body(ngx_http_request_t *r, int unused) { ngx_http_read_client_request_body(r, bodyBad); }
