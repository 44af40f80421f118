// The libpqxx pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=libpqxx %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <pqxx/pqxx>

task connectBad() {
  pqxx::connection c("host=db"); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::basic_connection_base::basic_connection_base' waits for a database
  c.await_notification(); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::connection_base::await_notification' waits for a database
  c.prepare_now("q"); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::connection_base::prepare_now' waits for a database
  c.cancel_query(); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::connection_base::cancel_query' waits for a database
  co_return;
}

task notificationsBad(pqxx::connection &c) {
  c.await_notification(2, 0); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::connection_base::await_notification' waits for a database
  c.get_notifs();
  co_return;
}

task transactionsBad(pqxx::connection &c) {
  pqxx::work w(c); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::transaction::transaction' waits for a database
  w.exec("select 1"); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::transaction_base::exec' waits for a database
  w.exec_params("select $1", 1); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::transaction_base::exec_params' waits for a database
  w.exec_prepared("q"); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::transaction_base::exec_prepared' waits for a database
  w.commit(); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::transaction_base::commit' waits for a database
  co_return;
}

task pipelineBad(pqxx::work &w) {
  pqxx::pipeline p(w);
  p.insert("select 1");
  p.complete(); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::pipeline::complete' waits for a database
  co_return;
}

task rowsBad(pqxx::work &w) {
  pqxx::stream_from from(w, "t"); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::stream_from::stream_from' waits for a database
  from.complete(); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::stream_from::complete' waits for a database
  pqxx::icursorstream cursor(w, "select 1", "c"); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::icursorstream::icursorstream' waits for a database
  co_return;
}

task largeObjectsBad(pqxx::work &w, char *buffer) {
  pqxx::largeobjectaccess object(w); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::largeobjectaccess::largeobjectaccess' waits for a database
  object.read(buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'pqxx::largeobjectaccess::read' waits for a database
  pqxx::largeobject nothing;
  co_return;
}

// Quoting asks nobody.
task localOk(pqxx::connection &c, pqxx::work &w, const pqxx::result &r) {
  w.quote("x");
  c.esc("x");
  c.is_open();
  r[0][0].as<int>();
  co_return;
}

struct work {
  void exec(const char *);
  void commit();
};

task ownOk(work w) {
  w.exec("select 1");
  w.commit();
  co_return;
}
