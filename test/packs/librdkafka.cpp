// The librdkafka pack: the C interface, and with librdkafka-cpp.cpp every rule.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=librdkafka %s %S/librdkafka-cpp.cpp -- -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <librdkafka/rdkafka.h>
#include <unistd.h>

task pollBad(rd_kafka_t *k, rd_kafka_topic_t *t) {
  rd_kafka_poll(k, 100); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_poll' waits for another thread
  rd_kafka_consumer_poll(k, -1); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_consumer_poll' waits for another thread
  rd_kafka_consume(t, 0, 1000); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_consume' waits for another thread
  rd_kafka_flush(k, 10000); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_flush' waits for the network
  co_return;
}

task pollOk(rd_kafka_t *k, rd_kafka_topic_t *t) {
  rd_kafka_poll(k, 0);
  rd_kafka_consumer_poll(k, 0);
  rd_kafka_consume(t, 0, 0);
  rd_kafka_flush(k, 0);
  co_return;
}

task produceBad(rd_kafka_topic_t *t, void *data) {
  rd_kafka_produce(t, 0, RD_KAFKA_MSG_F_COPY | RD_KAFKA_MSG_F_BLOCK, data, 1, data, 1, data); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_produce' waits for another thread
  rd_kafka_produce_batch(t, 0, RD_KAFKA_MSG_F_BLOCK, nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_produce_batch' waits for another thread
  co_return;
}

// When the queue is full, it fails.
task produceOk(rd_kafka_topic_t *t, void *data) {
  rd_kafka_produce(t, 0, RD_KAFKA_MSG_F_COPY, data, 1, data, 1, data);
  rd_kafka_produce_batch(t, 0, RD_KAFKA_MSG_F_FREE, nullptr, 0);
  co_return;
}

task brokersBad(rd_kafka_t *k, rd_kafka_topic_t *t, rd_kafka_topic_partition_list_t *p, int64_t *low, int64_t *high) {
  rd_kafka_init_transactions(k, 5000); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_init_transactions' waits for a remote call
  rd_kafka_committed(k, p, 5000); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_committed' waits for a remote call
  rd_kafka_seek(t, 0, 0, 5000); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_seek' waits for a remote call
  rd_kafka_metadata(k, 1, nullptr, nullptr, 5000); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_metadata' waits for a remote call
  rd_kafka_query_watermark_offsets(k, "t", 0, low, high, 5000); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_query_watermark_offsets' waits for a remote call
  rd_kafka_get_watermark_offsets(k, "t", 0, low, high);
  co_return;
}

task commitBad(rd_kafka_t *k) {
  rd_kafka_commit(k, nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_commit' waits for a remote call
  rd_kafka_commit_queue(k, nullptr, nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_commit_queue' waits for a remote call
  co_return;
}

task commitOk(rd_kafka_t *k, rd_kafka_queue_t *q) {
  rd_kafka_commit(k, nullptr, 1);
  rd_kafka_commit_queue(k, nullptr, q, nullptr, nullptr);
  co_return;
}

task endBad(rd_kafka_t *k) {
  rd_kafka_consumer_close(k); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_consumer_close' waits for another thread
  rd_kafka_destroy(k); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_destroy' waits for another thread
  rd_kafka_wait_destroyed(1000); // CHECK: :[[#@LINE]]:{{.*}}'rd_kafka_wait_destroyed' waits for another thread
  co_return;
}

// Run by whoever polls, or by a thread of the library.
void deliveredOk(rd_kafka_t *, const rd_kafka_message_t *, void *) { usleep(20000); }
void loggedOk(const rd_kafka_t *, int, const char *, const char *) { usleep(20000); }

task callbacksOk(rd_kafka_conf_t *c) {
  rd_kafka_conf_set_dr_msg_cb(c, deliveredOk);
  rd_kafka_conf_set_log_cb(c, loggedOk);
  co_return;
}
