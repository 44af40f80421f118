// The rocksdb pack: reads, writes and transactions wait for the disk.
// RUN: waitwise check --fail-on none --require-rules-hit=rocksdb %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "Inputs/task.h"
#include <rocksdb/db.h>
#include <rocksdb/utilities/transaction.h>

task waitingBad(rocksdb::DB *db, rocksdb::Iterator *it, std::string value) {
  rocksdb::DB::Open({}, "db", &db);     // CHECK: :[[#@LINE]]:{{.*}}'rocksdb::DB::Open' waits for the disk
  db->Get({}, "key", &value);           // CHECK: :[[#@LINE]]:{{.*}}'rocksdb::DB::Get' waits for the disk
  db->Put({}, "key", value);            // CHECK: :[[#@LINE]]:{{.*}}'rocksdb::DB::Put' waits for the disk
  it->SeekToFirst();                    // CHECK: :[[#@LINE]]:{{.*}}'rocksdb::{{Iterator|IteratorBase}}::SeekToFirst' waits for the disk
  db->Flush({});                        // CHECK: :[[#@LINE]]:{{.*}}'rocksdb::DB::Flush' waits for the disk
  db->CompactRange({}, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'rocksdb::DB::CompactRange' waits for the disk
  co_return;
}

task transactionsBad(rocksdb::Transaction *t, std::string value) {
  t->GetForUpdate({}, "key", &value);   // CHECK: :[[#@LINE]]:{{.*}}'rocksdb::Transaction::GetForUpdate' waits for a lock
  t->Commit();                          // CHECK: :[[#@LINE]]:{{.*}}'rocksdb::Transaction::Commit' waits for the disk
  co_return;
}

// A batch is memory; so is a database of the program's own.
struct Memory {
  void Get(int);
};
task memoryOk(Memory &m, rocksdb::WriteBatch &batch, rocksdb::Iterator *it) {
  batch.Put("key", "value");
  it->Valid();
  m.Get(1);
  co_return;
}
