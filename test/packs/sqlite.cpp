// The sqlite pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=sqlite %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <sqlite3.h>

task queriesBad(const char *path) {
  sqlite3 *db;
  sqlite3_stmt *s;
  sqlite3_open(path, &db); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_open' waits for a database
  sqlite3_prepare_v2(db, "select 1", -1, &s, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_prepare_v2' waits for a database
  sqlite3_step(s); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_step' waits for a database
  sqlite3_exec(db, "select 1", nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_exec' waits for a database
  sqlite3_close(db); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_close' waits for a database
  co_return;
}

task maintenanceBad(sqlite3 *db, sqlite3_backup *b, sqlite3_blob *blob, char *buffer) {
  sqlite3_wal_checkpoint(db, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_wal_checkpoint' waits for a database
  sqlite3_backup_finish(b); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_backup_finish' waits for a database
  sqlite3_backup_step(b, -1); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_backup_step' waits for a database
  sqlite3_serialize(db, "main", nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_serialize' waits for a database
  sqlite3_blob_read(blob, buffer, 1, 0); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_blob_read' waits for a database
  sqlite3_sleep(20); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_sleep' sleeps
  co_return;
}

// Nothing of this touches a disk.
task memoryOk() {
  sqlite3 *db;
  sqlite3_stmt *s;
  sqlite3_open(":memory:", &db);
  sqlite3_exec(db, "create table t (a)", nullptr, nullptr, nullptr);
  sqlite3_prepare_v2(db, "select 1", -1, &s, nullptr);
  sqlite3_bind_int(s, 1, 1);
  sqlite3_step(s);
  sqlite3_exec(sqlite3_db_handle(s), "drop table t", nullptr, nullptr, nullptr);
  sqlite3_column_int(s, 0);
  sqlite3_finalize(s);
  sqlite3_close(db);
  co_return;
}

// The statements of a database are kept with it.
struct Cache {
  sqlite3 *db;
  sqlite3_stmt *get;
  Cache(const char *name) {
    sqlite3_open_v2(name, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nullptr);
    sqlite3_prepare_v3(db, "select 1", -1, 0, &get, nullptr);
  }
  task lookUpOk() {
    sqlite3_step(get);
    sqlite3_blob *b;
    sqlite3_blob_open(db, "main", "t", "a", 1, 0, &b);
    sqlite3_blob_read(b, nullptr, 0, 0);
    co_return;
  }
};

// -1 is no set of flags, but what says that there are none.
int flagsOf(const char *text) { return *text ? SQLITE_OPEN_READONLY : -1; }
struct Parsed {
  sqlite3 *db;
  bool open(const char *name) {
    int flags = flagsOf(name);
    return flags != -1 && sqlite3_open_v2(name, &db, flags, nullptr) == 0;
  }
  task flagsBad() {
    sqlite3_exec(db, "x", nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'sqlite3_exec'
    co_return;
  }
};

task locksOk(sqlite3_mutex *m) {
  sqlite3_mutex_enter(m);
  sqlite3_mutex_leave(m);
  if (sqlite3_mutex_try(m) == SQLITE_OK)
    sqlite3_mutex_leave(m);
  sqlite3_sleep(0);
  co_return;
}

namespace mine {
int sqlite3_step(sqlite3_stmt *);
}

task ownOk(sqlite3_stmt *s) {
  mine::sqlite3_step(s);
  co_return;
}
