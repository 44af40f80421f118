// The mysql pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=mysql %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/mariadb \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <mysql.h>

task queriesBad(MYSQL *db, const char *text) {
  mysql_real_connect(db, "db", "u", "p", "d", 0, nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'mysql_real_connect' waits for a database
  mysql_query(db, text); // CHECK: :[[#@LINE]]:{{.*}}'mysql_query' waits for a database
  mysql_ping(db); // CHECK: :[[#@LINE]]:{{.*}}'mysql_ping' waits for a database
  mysql_commit(db); // CHECK: :[[#@LINE]]:{{.*}}'mysql_commit' waits for a database
  mysql_store_result(db); // CHECK: :[[#@LINE]]:{{.*}}'mysql_store_result' waits for a database
  co_return;
}

task statementsBad(MYSQL_STMT *s, const char *text) {
  mysql_stmt_prepare(s, text, 8); // CHECK: :[[#@LINE]]:{{.*}}'mysql_stmt_prepare' waits for a database
  mysql_stmt_send_long_data(s, 0, text, 8); // CHECK: :[[#@LINE]]:{{.*}}'mysql_stmt_send_long_data' waits for a database
  mysql_stmt_execute(s); // CHECK: :[[#@LINE]]:{{.*}}'mysql_stmt_execute' waits for a database
  mysql_stmt_fetch(s); // CHECK: :[[#@LINE]]:{{.*}}'mysql_stmt_fetch' waits for a database
  co_return;
}

task unbufferedBad(MYSQL *db) {
  MYSQL_RES *rows = mysql_use_result(db);
  mysql_fetch_row(rows); // CHECK: :[[#@LINE]]:{{.*}}'mysql_fetch_row' waits for a database
  mysql_free_result(rows); // CHECK: :[[#@LINE]]:{{.*}}'mysql_free_result' waits for a database
  co_return;
}

// Rows that are stored are in memory.
task bufferedBad(MYSQL *db, MYSQL_STMT *s) {
  MYSQL_RES *rows = mysql_store_result(db); // CHECK: :[[#@LINE]]:{{.*}}'mysql_store_result' waits for a database
  mysql_fetch_row(rows);
  mysql_free_result(rows);
  mysql_stmt_store_result(s); // CHECK: :[[#@LINE]]:{{.*}}'mysql_stmt_store_result' waits for a database
  mysql_stmt_fetch(s);
  co_return;
}

// The twins return at once and say what to wait for.
task asynchronousOk(MYSQL *db, int *status, char *to) {
  mysql_options(db, MYSQL_OPT_NONBLOCK, nullptr);
  mysql_real_query_start(status, db, "select 1", 8);
  mysql_real_query_cont(status, db, MYSQL_WAIT_READ);
  mysql_real_escape_string(db, to, "x", 1);
  mysql_get_socket(db);
  co_return;
}
