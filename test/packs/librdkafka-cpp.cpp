// The librdkafka pack: the C++ interface.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <librdkafka/rdkafkacpp.h>

task consumerBad(RdKafka::KafkaConsumer *c, std::vector<RdKafka::TopicPartition *> &p) {
  c->consume(1000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::KafkaConsumer::consume' waits for another thread
  c->committed(p, 5000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::KafkaConsumer::committed' waits for a remote call
  c->commitSync(); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::KafkaConsumer::commitSync' waits for a remote call
  c->close(); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::KafkaConsumer::close' waits for another thread
  co_return;
}

task consumerOk(RdKafka::KafkaConsumer *c, std::vector<std::string> &topics) {
  c->subscribe(topics);
  c->consume(0);
  c->commitAsync();
  co_return;
}

task producerBad(RdKafka::Producer *p, RdKafka::Topic *t, RdKafka::Metadata **m, void *data, int64_t *low, int64_t *high) {
  p->poll(100); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::Handle::poll' waits for another thread
  p->flush(10000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::Producer::flush' waits for the network
  p->produce(t, 0, RdKafka::Producer::RK_MSG_BLOCK, data, 1, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::Producer::produce' waits for another thread
  p->init_transactions(5000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::Producer::init_transactions' waits for a remote call
  p->metadata(true, nullptr, m, 5000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::Handle::metadata' waits for a remote call
  p->query_watermark_offsets("t", 0, low, high, 5000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::Handle::query_watermark_offsets' waits for a remote call
  co_return;
}

task producerOk(RdKafka::Producer *p, RdKafka::Topic *t, void *data) {
  p->poll(0);
  p->produce(t, 0, RdKafka::Producer::RK_MSG_COPY, data, 1, nullptr, nullptr);
  co_return;
}

task transactionBad(RdKafka::Producer *p, std::vector<RdKafka::TopicPartition *> &o, RdKafka::ConsumerGroupMetadata *g) {
  p->begin_transaction();
  p->send_offsets_to_transaction(o, g, 5000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::Producer::send_offsets_to_transaction' waits for a remote call
  RdKafka::wait_destroyed(1000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::wait_destroyed' waits for another thread
  co_return;
}

task legacyBad(RdKafka::Consumer *c, RdKafka::Topic *t, RdKafka::Queue *q) {
  c->consume(t, 0, 1000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::Consumer::consume' waits for another thread
  co_return;
}

task queueBad(RdKafka::Consumer *c, RdKafka::Queue *q) {
  c->consume(q, 1000); // CHECK: :[[#@LINE]]:{{.*}}'RdKafka::Consumer::consume' waits for another thread
  co_return;
}

struct consumer {
  void consume(int);
  void close();
};

task ownOk(consumer c) {
  c.consume(1000);
  c.close();
  co_return;
}
