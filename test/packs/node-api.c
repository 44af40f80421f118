// The node-api pack in C: the thread of JavaScript must not wait, workers may.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 -isystem %S/Inputs/node \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <node_api.h>
#include <unistd.h>

static napi_threadsafe_function queue;

// Known by its type: it is only stored in a table.
static napi_value methodBad(napi_env env, napi_callback_info info) {
  usleep(11000); // CHECK: :[[#@LINE]]:{{.*}}11 ms
  napi_call_threadsafe_function(queue, NULL, napi_tsfn_blocking); // CHECK: :[[#@LINE]]:{{.*}}'napi_call_threadsafe_function' waits
  return NULL;
}

static void completeBad(napi_env env, napi_status s, void *data) { usleep(12000); } // CHECK: :[[#@LINE]]:{{.*}}12 ms
static void finalBad(napi_env env, void *data, void *hint) { usleep(13000); }       // CHECK: :[[#@LINE]]:{{.*}}13 ms
static void instanceBad(napi_env env, void *data, void *hint) { usleep(14000); }    // CHECK: :[[#@LINE]]:{{.*}}14 ms
static void calledBad(napi_env env, napi_value f, void *context, void *data) { usleep(15000); } // CHECK: :[[#@LINE]]:{{.*}}15 ms
static void exitBad(void *data) { usleep(16000); } // CHECK: :[[#@LINE]]:{{.*}}16 ms

static void executeOk(napi_env env, void *data) { usleep(20000); }

static napi_value methodOk(napi_env env, napi_callback_info info) {
  napi_async_work work;
  napi_create_async_work(env, NULL, NULL, executeOk, completeBad, NULL, &work);
  napi_queue_async_work(env, work);
  napi_call_threadsafe_function(queue, NULL, napi_tsfn_nonblocking);
  return NULL;
}

napi_value start(napi_env env, napi_value exports) {
  napi_property_descriptor all[] = {{"a", NULL, methodBad}, {"b", NULL, methodOk}};
  napi_wrap(env, exports, NULL, finalBad, NULL, NULL);
  napi_set_instance_data(env, NULL, instanceBad, NULL);
  napi_create_threadsafe_function(env, NULL, NULL, NULL, 5, 1, NULL, NULL, NULL, calledBad, &queue);
  napi_add_env_cleanup_hook(env, exitBad, NULL);
  return napi_define_properties(env, exports, 2, all) == napi_ok ? exports : NULL;
}
