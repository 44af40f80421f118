// The redis-plus-plus pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=redis-plus-plus %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -isystem %S/Inputs/redis-plus-plus \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <sw/redis++/redis++.h>
#include <unistd.h>

using namespace sw::redis;

task commandsBad(Redis &r, RedisCluster &c) {
  r.set("a", "b"); // CHECK: :[[#@LINE]]:{{.*}}'sw::redis::Redis::set' waits for a database
  r.get("a"); // CHECK: :[[#@LINE]]:{{.*}}'sw::redis::Redis::get' waits for a database
  r.blpop("a"); // CHECK: :[[#@LINE]]:{{.*}}'sw::redis::Redis::blpop' waits for a database
  c.get("a"); // CHECK: :[[#@LINE]]:{{.*}}'sw::redis::RedisCluster::get' waits for a database
  co_return;
}

task queuedBad(Redis &r) {
  Pipeline p = r.pipeline();
  p.set("a", "b").get("a");
  p.exec(); // CHECK: :[[#@LINE]]:{{.*}}'sw::redis::QueuedRedis::exec' waits for a database
  co_return;
}

task subscriberBad(Redis &r) {
  Subscriber s = r.subscriber(); // CHECK: :[[#@LINE]]:{{.*}}'sw::redis::Redis::subscriber' waits for a database
  s.on_message([](std::string, std::string) { usleep(20000); });
  s.consume(); // CHECK: :[[#@LINE]]:{{.*}}'sw::redis::Subscriber::consume' waits for a database
  co_return;
}

task coroutineOk(CoRedis &r, AsyncRedis &a) {
  Redis lazy("tcp://redis");
  co_await r.get("a");
  a.get("a");
}

void callbacksBad(AsyncRedis &a, AsyncSubscriber &s) {
  a.get("a", [](Future<OptionalString> &&) {
    usleep(20000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
  });
  s.on_message([](std::string, std::string) {
    usleep(30000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
  });
}

struct cache {
  OptionalString get(const StringView &);
};

task ownOk(cache c) {
  c.get("a");
  co_return;
}
