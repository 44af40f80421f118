// The mongoc pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=mongoc %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <mongoc/mongoc.h>

task commandsBad(mongoc_client_t *c, mongoc_database_t *d, bson_t *b) {
  mongoc_client_command_simple(c, "db", b, nullptr, b, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_client_command_simple' waits for a database
  mongoc_client_start_session(c, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_client_start_session' waits for a database
  mongoc_database_drop(d, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_database_drop' waits for a database
  co_return;
}

task collectionsBad(mongoc_collection_t *c, bson_t *b, const bson_t *found, mongoc_bulk_operation_t *bulk) {
  mongoc_collection_insert_one(c, b, nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_collection_insert_one' waits for a database
  mongoc_collection_count_documents(c, b, nullptr, nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_collection_count_documents' waits for a database
  mongoc_bulk_operation_execute(bulk, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_bulk_operation_execute' waits for a database
  mongoc_cursor_t *cursor = mongoc_collection_find_with_opts(c, b, nullptr, nullptr);
  mongoc_cursor_next(cursor, &found); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_cursor_next' waits for a database
  co_return;
}

bool transfer(mongoc_client_session_t *, void *, bson_t **, bson_error_t *);

task transactionsBad(mongoc_client_session_t *s) {
  mongoc_client_session_start_transaction(s, nullptr, nullptr);
  mongoc_client_session_commit_transaction(s, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_client_session_commit_transaction' waits for a database
  mongoc_client_session_with_transaction(s, transfer, nullptr, nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_client_session_with_transaction' waits for a database
  co_return;
}

task filesBad(mongoc_gridfs_bucket_t *b, mongoc_gridfs_file_t *f, mongoc_stream_t *s, bson_value_t *id) {
  mongoc_gridfs_bucket_upload_from_stream(b, "f", s, nullptr, id, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_gridfs_bucket_upload_from_stream' waits for a database
  mongoc_gridfs_file_save(f); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_gridfs_file_save' waits for a database
  co_return;
}

task keysBad(mongoc_client_encryption_t *e, bson_value_t *id, bson_t *key) {
  mongoc_client_encryption_get_key(e, id, key, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_client_encryption_get_key' waits for a database
  co_return;
}

task streamsBad(mongoc_stream_t *s, mongoc_stream_poll_t *p, char *buffer) {
  mongoc_stream_read(s, buffer, 1, 1, 1000); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_stream_read' waits for the network
  mongoc_stream_poll(p, 1, 1000); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_stream_poll' waits for another thread
  co_return;
}

task poolBad(mongoc_client_pool_t *p) {
  mongoc_client_pool_pop(p); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_client_pool_pop' waits for another thread
  mongoc_cleanup(); // CHECK: :[[#@LINE]]:{{.*}}'mongoc_cleanup' waits for another thread
  co_return;
}

// Made ready, but not sent.
task lazyOk(mongoc_client_pool_t *p, mongoc_collection_t *c, bson_t *b, mongoc_stream_t *s, char *buffer) {
  mongoc_client_pool_try_pop(p);
  mongoc_collection_find_with_opts(c, b, nullptr, nullptr);
  mongoc_collection_aggregate(c, MONGOC_QUERY_NONE, b, nullptr, nullptr);
  mongoc_stream_read(s, buffer, 1, 1, 0);
  bson_append_int32(b, "a", 1, 1);
  co_return;
}
