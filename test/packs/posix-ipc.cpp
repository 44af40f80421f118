// The posix-ipc pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=posix-ipc %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <aio.h>
#include <mqueue.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <syslog.h>

timespec moment{1, 0};
aiocb *operations[1];

task messagesBad(int q) {
  mqd_t m = mq_open("/q", 0);
  semop(q, nullptr, 1);               // CHECK: :[[#@LINE]]:{{.*}}'semop' waits for a peer process
  semtimedop(q, nullptr, 1, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'semtimedop' waits for a peer process
  msgsnd(q, &moment, 1, 0);           // CHECK: :[[#@LINE]]:{{.*}}'msgsnd' waits for a peer process
  msgrcv(q, &moment, 1, 0, 0);        // CHECK: :[[#@LINE]]:{{.*}}'msgrcv' waits for a peer process
  mq_send(m, "x", 1, 0);              // CHECK: :[[#@LINE]]:{{.*}}'mq_send' waits for a peer process
  aio_suspend(operations, 1, 0);      // CHECK: :[[#@LINE]]:{{.*}}'aio_suspend' waits
  lio_listio(LIO_WAIT, operations, 1, 0); // CHECK: :[[#@LINE]]:{{.*}}'lio_listio' waits
  co_return;
}

task messagesOk(int q) {
  mqd_t m = mq_open("/q", O_NONBLOCK);
  timespec none{0, 0};
  semtimedop(q, nullptr, 1, &none);
  aio_suspend(operations, 1, &none);
  mq_receive(m, nullptr, 0, 0);
  msgsnd(q, &moment, 1, IPC_NOWAIT);
  msgrcv(q, &moment, 1, 0, IPC_NOWAIT | MSG_NOERROR);
  lio_listio(LIO_NOWAIT, operations, 1, 0);
  aio_read(operations[0]);
  syslog(LOG_INFO, "started");
  co_return;
}

// The program's own functions of these names.
namespace mine {
int semop(int, void *, int);
struct queue {
  int msgrcv(int);
};
} // namespace mine

task lookAlikesOk(mine::queue &q) {
  mine::semop(1, nullptr, 1);
  q.msgrcv(1);
  co_return;
}
