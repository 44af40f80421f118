// The mysql-cppconn pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=mysql-cppconn %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem %S/Inputs/mysql-cppconn \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <cppconn/driver.h>

task queriesBad(sql::Driver *d) {
  sql::Connection *c = d->connect("tcp://db", "u", "p"); // CHECK: :[[#@LINE]]:{{.*}}'sql::Driver::connect' waits for a database
  c->setSchema("s"); // CHECK: :[[#@LINE]]:{{.*}}'sql::Connection::setSchema' waits for a database
  sql::Statement *s = c->createStatement();
  s->executeQuery("select 1"); // CHECK: :[[#@LINE]]:{{.*}}'sql::Statement::executeQuery' waits for a database
  c->commit(); // CHECK: :[[#@LINE]]:{{.*}}'sql::Connection::commit' waits for a database
  co_return;
}

task preparedBad(sql::Connection *c) {
  sql::PreparedStatement *s = c->prepareStatement("select ?"); // CHECK: :[[#@LINE]]:{{.*}}'sql::Connection::prepareStatement' waits for a database
  s->setInt(1, 1);
  s->executeQuery(); // CHECK: :[[#@LINE]]:{{.*}}'sql::PreparedStatement::executeQuery' waits for a database
  co_return;
}

// Results are stored in the client.
task rowsOk(sql::ResultSet *r) {
  while (r->next())
    r->getInt(1);
  co_return;
}

struct connection {
  void commit();
};

task ownOk(connection c) {
  c.commit();
  co_return;
}
