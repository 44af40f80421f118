// The io-uring pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=io-uring %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <libaio.h>
#include <liburing.h>
#include <unistd.h>

io_uring ring;
io_uring_cqe *done;
io_context_t context;
io_event events[1];

task waitingBad() {
  io_uring_wait_cqe(&ring, &done);         // CHECK: :[[#@LINE]]:{{.*}}'io_uring_wait_cqe' waits
  io_uring_wait_cqe_nr(&ring, &done, 2);   // CHECK: :[[#@LINE]]:{{.*}}'io_uring_wait_cqe_nr' waits
  io_uring_submit_and_wait(&ring, 1);      // CHECK: :[[#@LINE]]:{{.*}}'io_uring_submit_and_wait' waits
  io_uring_enter(ring.ring_fd, 0, 1, IORING_ENTER_GETEVENTS, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'io_uring_enter' waits
  io_uring_register_sync_cancel(&ring, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'io_uring_register_sync_cancel' waits
  io_getevents(context, 1, 1, events, 0);  // CHECK: :[[#@LINE]]:{{.*}}'io_getevents' waits for the disk
  io_destroy(context);                     // CHECK: :[[#@LINE]]:{{.*}}'io_destroy' waits for the disk
  co_return;
}

task waitingOk() {
  io_uring_prep_nop(io_uring_get_sqe(&ring));
  io_uring_submit(&ring);
  io_uring_peek_cqe(&ring, &done);
  __kernel_timespec none{0, 0};
  io_uring_wait_cqe_timeout(&ring, &done, &none);
  io_uring_wait_cqe_nr(&ring, &done, 0);
  io_uring_submit_and_wait(&ring, 0);
  io_uring_enter(ring.ring_fd, 1, 0, 0, nullptr);
  io_getevents(context, 0, 1, events, nullptr);
  co_return;
}

// A loop around a ring is an event loop: what it calls must not wait.
struct operation {
  void (*handler)(int result);
};

void finished(int) {
  sleep(1);                                // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s, and blocks the event loop
}

int main() {
  static operation only{finished};
  for (;;) {
    io_uring_sqe_set_data(io_uring_get_sqe(&ring), &only);
    if (io_uring_wait_cqe(&ring, &done) == 0)
      static_cast<operation *>(io_uring_cqe_get_data(done))->handler(done->res);
  }
}
