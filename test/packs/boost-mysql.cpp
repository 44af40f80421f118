// The boost-mysql pack: what waits for the server blocks, asynchronous operations do not.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem %S/Inputs/boost-mysql \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=boost-mysql %s -- -std=c++20 -isystem %S/Inputs/boost-mysql
#include <boost/mysql.hpp>
#include <unistd.h>
#include <uv.h>

boost::mysql::any_connection *db;
boost::mysql::results *rows;
boost::redis::connection *cache;

void queriesBad(uv_timer_t *) {
  db->execute("select 1", *rows); // CHECK: :[[#@LINE]]:{{.*}}'boost::mysql::any_connection::execute' waits for a database
  db->ping();                     // CHECK: :[[#@LINE]]:{{.*}}'boost::mysql::any_connection::ping' waits for a database
}

void queriesOk(uv_idle_t *) {
  db->async_execute("select 1", *rows, [](const boost::system::error_code &) {
    usleep(11000);                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  });
  cache->async_exec(1, [](const boost::system::error_code &) {
    usleep(12000);                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  });
}

struct Own {
  void execute() {}
};
void look_alikesOk(uv_check_t *) { Own().execute(); }

void started(uv_timer_t *t, uv_idle_t *i, uv_check_t *c) {
  uv_timer_start(t, queriesBad, 1, 0);
  uv_idle_start(i, queriesOk);
  uv_check_start(c, look_alikesOk);
}
