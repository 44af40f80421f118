// The lmdb pack: opening, writing transactions and syncing wait for the disk.
// RUN: waitwise check --fail-on none --require-rules-hit=lmdb %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "Inputs/task.h"
#include <lmdb.h>

task waitingBad(MDB_env *env, MDB_txn *txn) {
  mdb_env_open(env, "db", 0, 0600);     // CHECK: :[[#@LINE]]:{{.*}}'mdb_env_open' waits for the disk
  mdb_txn_begin(env, nullptr, 0, &txn); // CHECK: :[[#@LINE]]:{{.*}}'mdb_txn_begin' waits for a lock
  mdb_txn_commit(txn);                  // CHECK: :[[#@LINE]]:{{.*}}'mdb_txn_commit' waits for the disk
  mdb_env_copy(env, "copy");            // CHECK: :[[#@LINE]]:{{.*}}'mdb_env_copy' waits for the disk
  co_return;
}

task readingOk(MDB_env *env, MDB_txn *txn, MDB_val *key, MDB_val *value) {
  mdb_txn_begin(env, nullptr, MDB_RDONLY, &txn);
  mdb_get(txn, 1, key, value);
  mdb_txn_abort(txn);
  mdb_reader_list(env, [](const char *, void *) { return 0; }, nullptr);
  co_return;
}

// Functions of the same names that are the program's own.
namespace mine {
void mdb_txn_commit(MDB_txn *) {}
} // namespace mine
task lookAlikesOk(MDB_txn *txn) {
  mine::mdb_txn_commit(txn);
  co_return;
}
