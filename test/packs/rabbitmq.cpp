// The rabbitmq pack: every call of the broker waits for it.
// RUN: waitwise check --fail-on none --require-rules-hit=rabbitmq %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "Inputs/task.h"
#include <amqp.h>
#include <amqp_tcp_socket.h>
#include <sys/time.h>

task waitingBad(amqp_connection_state_t c, amqp_socket_t *s, amqp_bytes_t name, amqp_envelope_t *e) {
  amqp_socket_open(s, "host", 5672);    // CHECK: :[[#@LINE]]:{{.*}}'amqp_socket_open' waits for the network
  amqp_channel_open(c, 1);              // CHECK: :[[#@LINE]]:{{.*}}'amqp_channel_open' waits for a remote call
  amqp_queue_declare(c, 1, name, 0, 0, 0, 0, amqp_empty_table); // CHECK: :[[#@LINE]]:{{.*}}'amqp_queue_declare' waits for a remote call
  amqp_basic_publish(c, 1, name, name, 0, 0, nullptr, name); // CHECK: :[[#@LINE]]:{{.*}}'amqp_basic_publish' waits for the network
  amqp_consume_message(c, e, nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'amqp_consume_message' waits for the network
  co_return;
}
task timeoutBad(amqp_connection_state_t c, amqp_envelope_t *e, amqp_frame_t *f) {
  amqp_simple_wait_frame(c, f);         // CHECK: :[[#@LINE]]:{{.*}}'amqp_simple_wait_frame' waits for the network, without limit
  timeval second{1, 0};
  amqp_consume_message(c, e, &second, 0); // CHECK: :[[#@LINE]]:{{.*}}'amqp_consume_message' waits for the network, up to 1 s
  co_return;
}

task memoryOk(amqp_connection_state_t c, amqp_envelope_t *e) {
  amqp_tcp_socket_new(c);
  amqp_cstring_bytes("name");
  amqp_destroy_envelope(e);
  amqp_maybe_release_buffers(c);
  co_return;
}

// Functions of the same names that are the program's own.
namespace mine {
void amqp_channel_open(int) {}
} // namespace mine
task lookAlikesOk() {
  mine::amqp_channel_open(1);
  co_return;
}
