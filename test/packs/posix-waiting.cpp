// The posix-waiting pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=posix-waiting %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <aio.h>
#include <mqueue.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/msg.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

// Not installed, or of other systems: only their declarations matter here.
struct io_uring;
struct io_uring_cqe;
struct io_event;
extern "C" {
int kevent(int, const void *, int, void *, int, const timespec *);
int io_uring_wait_cqe(io_uring *, io_uring_cqe **);
int port_get(int, void *, timespec *);
int io_getevents(void *, long, long, io_event *, timespec *);
}

timespec moment{1, 0};
sigset_t signals;

task sleepingBad() {
  sleep(1);                           // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s
  usleep(20000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 20 ms
  nanosleep(&moment, nullptr);        // CHECK: :[[#@LINE]]:{{.*}}'nanosleep' sleeps
  clock_nanosleep(0, 0, &moment, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'clock_nanosleep' sleeps
  co_return;
}

task sleepingOk() {
  sleep(0);
  usleep(0);
  co_return;
}

task readinessBad(int fd) {
  pollfd one{fd, POLLIN, 0};
  fd_set set;
  epoll_event event;
  poll(&one, 1, -1);                  // CHECK: :[[#@LINE]]:{{.*}}'poll' waits
  ppoll(&one, 1, nullptr, nullptr);   // CHECK: :[[#@LINE]]:{{.*}}'ppoll' waits
  select(1, &set, 0, 0, 0);           // CHECK: :[[#@LINE]]:{{.*}}'select' waits
  pselect(1, &set, 0, 0, 0, 0);       // CHECK: :[[#@LINE]]:{{.*}}'pselect' waits
  int loop = epoll_create1(0);
  epoll_wait(loop, &event, 1, -1);    // CHECK: :[[#@LINE]]:{{.*}}'epoll_wait' waits
  epoll_pwait2(loop, &event, 1, 0, 0); // CHECK: :[[#@LINE]]:{{.*}}'epoll_pwait2' waits
  kevent(loop, 0, 0, &event, 1, 0);   // CHECK: :[[#@LINE]]:{{.*}}'kevent' waits
  io_uring_wait_cqe(nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'io_uring_wait_cqe' waits
  port_get(loop, 0, 0);               // CHECK: :[[#@LINE]]:{{.*}}'port_get' waits
  co_return;
}

task readinessOk(int fd) {
  pollfd one{fd, POLLIN, 0};
  epoll_event event;
  poll(&one, 1, 0);
  epoll_wait(fd, &event, 1, 0);
  kevent(fd, &event, 1, nullptr, 0, nullptr);
  co_return;
}

void onSignal(int) { sleep(1); } // Interrupts somebody, runs nowhere.

task signalsBad() {
  signal(SIGTERM, onSignal);
  pause();                            // CHECK: :[[#@LINE]]:{{.*}}'pause' waits
  sigtimedwait(&signals, 0, &moment); // CHECK: :[[#@LINE]]:{{.*}}'sigtimedwait' waits
  co_return;
}

task atExitOk() {
  atexit([] { sleep(1); });
  syslog(LOG_INFO, "started");
  co_return;
}

task messagesBad(int q) {
  mqd_t m = mq_open("/q", 0);
  aiocb *operations[1];
  semop(q, nullptr, 1);               // CHECK: :[[#@LINE]]:{{.*}}'semop' waits for a peer process
  msgsnd(q, &moment, 1, 0);           // CHECK: :[[#@LINE]]:{{.*}}'msgsnd' waits for a peer process
  msgrcv(q, &moment, 1, 0, 0);        // CHECK: :[[#@LINE]]:{{.*}}'msgrcv' waits for a peer process
  mq_send(m, "x", 1, 0);              // CHECK: :[[#@LINE]]:{{.*}}'mq_send' waits for a peer process
  aio_suspend(operations, 1, 0);      // CHECK: :[[#@LINE]]:{{.*}}'aio_suspend' waits
  lio_listio(LIO_WAIT, operations, 1, 0); // CHECK: :[[#@LINE]]:{{.*}}'lio_listio' waits
  io_getevents(nullptr, 1, 1, 0, 0);  // CHECK: :[[#@LINE]]:{{.*}}'io_getevents' waits
  co_return;
}

task messagesOk(int q) {
  mqd_t m = mq_open("/q", O_NONBLOCK);
  aiocb *operations[1];
  mq_receive(m, nullptr, 0, 0);
  msgsnd(q, &moment, 1, IPC_NOWAIT);
  msgrcv(q, &moment, 1, 0, IPC_NOWAIT | MSG_NOERROR);
  lio_listio(LIO_NOWAIT, operations, 1, 0);
  co_return;
}
