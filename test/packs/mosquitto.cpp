// The mosquitto pack: connecting and looping wait; callbacks run on the loop.
// RUN: waitwise check --fail-on none --require-rules-hit=mosquitto %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "Inputs/task.h"
#include <mosquitto.h>
#include <unistd.h>

task waitingBad(mosquitto *m, mosquitto_message **message) {
  mosquitto_connect(m, "host", 1883, 60); // CHECK: :[[#@LINE]]:{{.*}}'mosquitto_connect' waits for the network
  mosquitto_loop(m, 100, 1);            // CHECK: :[[#@LINE]]:{{.*}}'mosquitto_loop' runs a nested event loop
  mosquitto_loop_forever(m, -1, 1);     // CHECK: :[[#@LINE]]:{{.*}}'mosquitto_loop_forever' runs a nested event loop
  mosquitto_loop_stop(m, false);        // CHECK: :[[#@LINE]]:{{.*}}'mosquitto_loop_stop' waits
  mosquitto_subscribe_simple(message, 1, true, "t", 0, "host", 1883, "id", 60, true, "", "", nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mosquitto_subscribe_simple' waits for the network
  co_return;
}

task waitingOk(mosquitto *m) {
  mosquitto_loop_start(m);
  mosquitto_loop(m, 0, 1);
  mosquitto_publish(m, nullptr, "topic", 1, "x", 0, false);
  mosquitto_loop_read(m, 1);
  co_return;
}

void callbacksBad(mosquitto *m) {
  mosquitto_message_callback_set(m, [](mosquitto *, void *, const mosquitto_message *) {
    usleep(11000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  });
  mosquitto_connect_callback_set(m, [](mosquitto *, void *, int) {
    usleep(12000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  });
}

// Functions of the same names that are the program's own.
namespace mine {
void mosquitto_loop_forever(mosquitto *) {}
} // namespace mine
task lookAlikesOk(mosquitto *m) {
  mine::mosquitto_loop_forever(m);
  co_return;
}
