// The libpq pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=libpq %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/postgresql \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <libpq-fe.h>
#include <libpq/libpq-fs.h>

task connectBad(PGconn *c) {
  PQconnectdb("host=db"); // CHECK: :[[#@LINE]]:{{.*}}'PQconnectdb' waits for a database
  PQreset(c); // CHECK: :[[#@LINE]]:{{.*}}'PQreset' waits for a database
  PQping("host=db"); // CHECK: :[[#@LINE]]:{{.*}}'PQping' waits for a database
  co_return;
}

task queriesBad(PGconn *c) {
  PQexec(c, "select 1"); // CHECK: :[[#@LINE]]:{{.*}}'PQexec' waits for a database
  PQexecParams(c, "select 1", 0, nullptr, nullptr, nullptr, nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'PQexecParams' waits for a database
  PQencryptPasswordConn(c, "x", "u", nullptr); // CHECK: :[[#@LINE]]:{{.*}}'PQencryptPasswordConn' waits for a database
  PQrequestCancel(c); // CHECK: :[[#@LINE]]:{{.*}}'PQrequestCancel' waits for a database
  co_return;
}

task copyBad(PGconn *c, char *row) {
  PQputCopyData(c, "1\n", 2); // CHECK: :[[#@LINE]]:{{.*}}'PQputCopyData' waits for a database
  PQgetCopyData(c, &row, 0); // CHECK: :[[#@LINE]]:{{.*}}'PQgetCopyData' waits for a database
  PQgetResult(c); // CHECK: :[[#@LINE]]:{{.*}}'PQgetResult' waits for a database
  PQputline(c, "1"); // CHECK: :[[#@LINE]]:{{.*}}'PQputline' waits for a database
  PQendcopy(c); // CHECK: :[[#@LINE]]:{{.*}}'PQendcopy' waits for a database
  co_return;
}

task largeObjectsBad(PGconn *c, char *buffer) {
  int fd = lo_open(c, 1, INV_READ); // CHECK: :[[#@LINE]]:{{.*}}'lo_open' waits for a database
  lo_read(c, fd, buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'lo_read' waits for a database
  lo_import(c, "f"); // CHECK: :[[#@LINE]]:{{.*}}'lo_import' waits for a database
  co_return;
}

// Asynchronous: the loop watches the socket.
task asynchronousOk(PGconn *c, char *row) {
  PQconnectPoll(PQconnectStart("hostaddr=127.0.0.1"));
  PQsendQuery(c, "select 1");
  PQconsumeInput(c);
  if (!PQisBusy(c))
    PQclear(PQgetResult(c));
  PQgetCopyData(c, &row, 1);
  PQencryptPasswordConn(c, "x", "u", "scram-sha-256");
  co_return;
}

task nonblockingOk(PGconn *c) {
  PQsetnonblocking(c, 1);
  PQputCopyData(c, "1\n", 2);
  PQputCopyEnd(c, nullptr);
  PQflush(c);
  co_return;
}

struct connection {
  void PQexec(const char *);
};

// Of the same name, but not libpq's.
task ownOk(connection c) {
  c.PQexec("select 1");
  co_return;
}
