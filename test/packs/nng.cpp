// The nng pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=nng %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <nng/nng.h>
#include <nng/supplemental/http/http.h>
#include <nng/supplemental/util/platform.h>
#include <unistd.h>

task messagesBad(nng_socket s, void *data, size_t *size, nng_msg *m) {
  nng_recv(s, data, size, NNG_FLAG_ALLOC); // CHECK: :[[#@LINE]]:{{.*}}'nng_recv' waits for the network
  nng_recvmsg(s, &m, 0); // CHECK: :[[#@LINE]]:{{.*}}'nng_recvmsg' waits for the network
  nng_send(s, data, 1, 0); // CHECK: :[[#@LINE]]:{{.*}}'nng_send' waits for the network
  nng_sendmsg(s, m, 0); // CHECK: :[[#@LINE]]:{{.*}}'nng_sendmsg' waits for the network
  co_return;
}

task dialBad(nng_socket s, nng_dialer d) {
  nng_dial(s, "tcp://peer:1", nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'nng_dial' waits for the network
  nng_dialer_start(d, 0); // CHECK: :[[#@LINE]]:{{.*}}'nng_dialer_start' waits for the network
  nng_close(s); // CHECK: :[[#@LINE]]:{{.*}}'nng_close' waits for another thread
  co_return;
}

task nonblockingOk(nng_socket s, nng_dialer d, nng_aio *a, void *data, size_t *size) {
  nng_recv(s, data, size, NNG_FLAG_NONBLOCK | NNG_FLAG_ALLOC);
  nng_send(s, data, 1, NNG_FLAG_NONBLOCK);
  nng_dial(s, "tcp://peer:1", nullptr, NNG_FLAG_NONBLOCK);
  nng_dialer_start(d, NNG_FLAG_NONBLOCK);
  nng_listen(s, "tcp://*:1", nullptr, 0);
  nng_recv_aio(s, a);
  nng_sleep_aio(1000, a);
  co_return;
}

task waitingBad(nng_aio *a, nng_socket s, nng_thread *t) {
  nng_aio_wait(a); // CHECK: :[[#@LINE]]:{{.*}}'nng_aio_wait' waits for another thread
  nng_device(s, s); // CHECK: :[[#@LINE]]:{{.*}}'nng_device' runs a nested event loop
  nng_msleep(20); // CHECK: :[[#@LINE]]:{{.*}}'nng_msleep' sleeps
  nng_thread_destroy(t); // CHECK: :[[#@LINE]]:{{.*}}'nng_thread_destroy' waits for another thread
  co_return;
}

task locksBad(nng_mtx *m, nng_cv *c) {
  nng_mtx_lock(m);
  nng_cv_wait(c); // CHECK: :[[#@LINE]]:{{.*}}'nng_cv_wait' waits for another thread
  nng_cv_until(c, 0); // CHECK: :[[#@LINE]]:{{.*}}'nng_cv_until' waits for another thread
  nng_mtx_unlock(m);
  co_return;
}

void doneBad(void *) {
  usleep(20000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
}

void connectedBad(nng_pipe, nng_pipe_ev, void *) {
  usleep(30000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
}

void handleBad(nng_aio *) {
  usleep(40000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
}

void threadOk(void *) { usleep(20000); }

int main() {
  nng_aio *a;
  nng_http_handler *h;
  nng_thread *t;
  nng_aio_alloc(&a, doneBad, nullptr);
  nng_pipe_notify({}, NNG_PIPE_EV_ADD_POST, connectedBad, nullptr);
  nng_http_handler_alloc(&h, "/", handleBad);
  nng_thread_create(&t, threadOk, nullptr);
}
