// The leveldb pack: reads, writes and compactions wait for the disk.
// RUN: waitwise check --fail-on none --require-rules-hit=leveldb %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "Inputs/task.h"
#include <leveldb/db.h>

task waitingBad(leveldb::DB *db, leveldb::Iterator *it, std::string value) {
  leveldb::DB::Open({}, "db", &db);     // CHECK: :[[#@LINE]]:{{.*}}'leveldb::DB::Open' waits for the disk
  db->Get({}, "key", &value);           // CHECK: :[[#@LINE]]:{{.*}}'leveldb::DB::Get' waits for the disk
  db->Put({}, "key", value);            // CHECK: :[[#@LINE]]:{{.*}}'leveldb::DB::Put' waits for the disk
  it->SeekToFirst();                    // CHECK: :[[#@LINE]]:{{.*}}'leveldb::Iterator::SeekToFirst' waits for the disk
  db->CompactRange(nullptr, nullptr);   // CHECK: :[[#@LINE]]:{{.*}}'leveldb::DB::CompactRange' waits for the disk
  leveldb::DestroyDB("db", {});         // CHECK: :[[#@LINE]]:{{.*}}'leveldb::DestroyDB' waits for the disk
  co_return;
}

// A database of the program's own with the same names.
struct Memory {
  void Get(int);
  void Put(int, int);
};
task lookAlikesOk(Memory &m, leveldb::Iterator *it) {
  m.Put(1, 2);
  m.Get(1);
  it->Valid();
  it->key();
  co_return;
}
