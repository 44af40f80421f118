// The brpc pack: services and bthreads are fibers; what waits for a bthread is
// wrong elsewhere only.
// RUN: waitwise check --fail-on none --require-rules-hit=brpc %s -- -std=c++20 -isystem %S/Inputs/brpc \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <brpc/brpc.h>
#include <unistd.h>

using google::protobuf::Closure;
using google::protobuf::RpcController;

// What protoc makes of a service.
struct Request : google::protobuf::Message {};
struct Response : google::protobuf::Message {};
struct Echo : google::protobuf::Service {
  virtual void Say(RpcController *, const Request *, Response *, Closure *);
};
struct Echo_Stub : Echo {
  void Say(RpcController *, const Request *, Response *, Closure *) override;
};

struct EchoImpl : Echo {
  Echo_Stub &next;
  bthread::Mutex mutex;
  explicit EchoImpl(Echo_Stub &next) : next(next) {}
  void Say(RpcController *, const Request *request, Response *response, Closure *) override {
    usleep(11000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
    bthread_usleep(12000);
    brpc::Controller call;
    next.Say(&call, request, response, nullptr);
    mutex.lock();
    mutex.unlock();
  }
};

void onTimerBad(void *stub) {
  usleep(13000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
  bthread_usleep(14000);                // CHECK: :[[#@LINE]]:{{.*}}'bthread_usleep' sleeps, for 14 ms
  brpc::Controller call;
  Request request;
  Response response;
  static_cast<Echo_Stub *>(stub)->Say(&call, &request, &response, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'Echo_Stub::Say' waits for a remote call
  brpc::Join(call.call_id());           // CHECK: :[[#@LINE]]:{{.*}}'brpc::Join' waits for a remote call
  brpc::StreamWait(1, nullptr);         // CHECK: :[[#@LINE]]:{{.*}}'brpc::StreamWait' waits for the network
  bthread_join(1, nullptr);             // CHECK: :[[#@LINE]]:{{.*}}'bthread_join' waits
}
void onTimerOk(void *stub) {
  static brpc::Controller call;
  static Request request;
  static Response response;
  Closure *done = brpc::NewCallback(+[](Response *) { bthread_usleep(15000); }, &response);
  static_cast<Echo_Stub *>(stub)->Say(&call, &request, &response, done);
  brpc::StreamWait(1, nullptr, [](unsigned long, void *, int) {}, nullptr);
}
void timers(Echo_Stub &stub) {
  bthread_t id;
  bthread_timer_add(&id, {}, onTimerBad, &stub);
  bthread_timer_add(&id, {}, onTimerOk, &stub);
}

void *workBad(void *) {
  usleep(16000);                        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
  bthread_usleep(17000);
  bthread_yield();
  return nullptr;
}
void startsBad(brpc::Server &server, brpc::Channel &channel) {
  bthread_t id;
  bthread_start_background(&id, nullptr, workBad, nullptr);
  bthread::execution_queue_start<int>(&id, nullptr, [](void *, auto &) {
    usleep(18000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 18 ms
    return 0;
  }, nullptr);
  static int once;
  bthread_once(&once, [] {});
  channel.CallMethod(nullptr, nullptr, nullptr, nullptr, nullptr);
  server.RunUntilAskedToQuit();
}

struct Input : brpc::StreamInputHandler {
  int on_received_messages(unsigned long, void *const *, std::size_t) override {
    usleep(19000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 19 ms
    return 0;
  }
};

bthread::Mutex slow;
void locks(bthread_mutex_t *m, bthread_rwlock_t *rw, bthread_cond_t *c, bthread::FastPthreadMutex &fast) {
  bthread_mutex_lock(m);
  bthread_cond_wait(c, m);
  bthread_cond_timedwait(c, m, nullptr);
  bthread_mutex_unlock(m);
  bthread_rwlock_rdlock(rw);
  bthread_rwlock_unlock(rw);
  if (bthread_mutex_trylock(m) == 0)
    bthread_mutex_unlock(m);
  if (bthread_rwlock_tryrdlock(rw) == 0)
    bthread_rwlock_unlock(rw);
  bthread_fd_timedwait(1, 1, nullptr);
  fast.lock();
  fast.unlock();
  if (slow.try_lock())
    slow.unlock();
  std::unique_lock<bthread::Mutex> guard(slow);
  bthread::ConditionVariable ready;
  ready.wait(guard);
  ready.wait_for(guard, 5);
}
