// The zeromq pack: the C interface, and with zeromq-cpp.cpp every rule.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=zeromq %s %S/zeromq-cpp.cpp -- -std=c++20 -I%source/test/checks/Inputs
#define ZMQ_BUILD_DRAFT_API
#include "task.h"
#include <unistd.h>
#include <zmq.h>

task receiveBad(void *s, char *buffer, zmq_msg_t *m) {
  zmq_recv(s, buffer, 1, 0); // CHECK: :[[#@LINE]]:{{.*}}'zmq_recv' waits for the network
  zmq_msg_recv(m, s, 0); // CHECK: :[[#@LINE]]:{{.*}}'zmq_msg_recv' waits for the network
  co_return;
}

task sendBad(void *context, void *s, zmq_msg_t *m) {
  void *push = zmq_socket(context, ZMQ_PUSH);
  zmq_send(push, "x", 1, ZMQ_SNDMORE); // CHECK: :[[#@LINE]]:{{.*}}'zmq_send' waits for the network
  zmq_msg_send(m, s, 0); // CHECK: :[[#@LINE]]:{{.*}}'zmq_msg_send' waits for the network
  co_return;
}

task dontWaitOk(void *s, char *buffer, zmq_msg_t *m) {
  zmq_recv(s, buffer, 1, ZMQ_DONTWAIT);
  zmq_msg_recv(m, s, ZMQ_DONTWAIT);
  zmq_send(s, "x", 1, ZMQ_DONTWAIT | ZMQ_SNDMORE);
  zmq_msg_send(m, s, ZMQ_DONTWAIT);
  zmq_connect(s, "tcp://peer:1");
  co_return;
}

// A publisher drops what nobody takes.
task publishOk(void *context) {
  void *s = zmq_socket(context, ZMQ_PUB);
  zmq_bind(s, "tcp://*:1");
  zmq_send(s, "x", 1, 0);
  co_return;
}

task pollBad(zmq_pollitem_t *items, void *poller, zmq_poller_event_t *e) {
  zmq_poll(items, 2, 1000); // CHECK: :[[#@LINE]]:{{.*}}'zmq_poll' waits for another thread
  zmq_poller_wait(poller, e, 1000); // CHECK: :[[#@LINE]]:{{.*}}'zmq_poller_wait' waits for another thread
  zmq_poller_wait_all(poller, e, 1, 1000); // CHECK: :[[#@LINE]]:{{.*}}'zmq_poller_wait_all' waits for another thread
  zmq_sleep(1); // CHECK: :[[#@LINE]]:{{.*}}'zmq_sleep' sleeps
  co_return;
}

task pollOk(zmq_pollitem_t *items) {
  zmq_poll(items, 2, 0);
  co_return;
}

void threadOk(void *) { usleep(20000); }

task endBad(void *context, void *in, void *out) {
  void *thread = zmq_threadstart(threadOk, nullptr);
  zmq_threadclose(thread); // CHECK: :[[#@LINE]]:{{.*}}'zmq_threadclose' waits for another thread
  zmq_proxy(in, out, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'zmq_proxy' runs a nested event loop
  zmq_ctx_term(context); // CHECK: :[[#@LINE]]:{{.*}}'zmq_ctx_term' waits for another thread
  co_return;
}
