// The hiredis pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=hiredis %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <unistd.h>

task connectBad(redisContext *c) {
  redisConnect("redis", 6379); // CHECK: :[[#@LINE]]:{{.*}}'redisConnect' waits for the network
  redisConnectUnix("/run/redis"); // CHECK: :[[#@LINE]]:{{.*}}'redisConnectUnix' waits for the network
  redisReconnect(c); // CHECK: :[[#@LINE]]:{{.*}}'redisReconnect' waits for the network
  co_return;
}

task commandsBad(redisContext *c, void *reply) {
  redisCommand(c, "PING"); // CHECK: :[[#@LINE]]:{{.*}}'redisCommand' waits for a database
  redisAppendCommand(c, "PING");
  redisGetReply(c, &reply); // CHECK: :[[#@LINE]]:{{.*}}'redisGetReply' waits for a database
  co_return;
}

// The context is in non-blocking mode, or nobody waits for an answer.
task nonblockingOk(void *reply) {
  redisContext *c = redisConnectNonBlock("127.0.0.1", 6379);
  redisAppendCommand(c, "PING");
  redisGetReply(c, &reply);
  co_return;
}

void replied(redisAsyncContext *, void *, void *) {
  usleep(20000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
}

void connected(const redisAsyncContext *, int) {
  usleep(30000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
}

extern "C" int redisInitiateSSL(redisContext *, void *); // hiredis 1.0

task handshakeBad(redisContext *c) {
  redisInitiateSSL(c, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'redisInitiateSSL' waits for the network
  co_return;
}

task asynchronousOk(redisAsyncContext *c) {
  redisAsyncCommand(c, replied, nullptr, "PING");
  redisAsyncSetConnectCallback(c, connected);
  co_return;
}
