// The grpc pack: synchronous calls block reactions; callbacks and completion queues are loops.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem %S/Inputs/grpc \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=grpc %s -- -std=c++20 -isystem %S/Inputs/grpc
#include "echo.grpc.pb.h"
#include <grpc/grpc.h>
#include <grpc/support/time.h>
#include <unistd.h>

using echo::Message;
using Call = grpc::ClientContext;
using Stub = echo::Echo::Stub;

// Reactions run on threads that all calls share.
struct Reader : grpc::ClientReadReactor<Message> {
  Stub *stub;
  grpc::CompletionQueue *queue;
  std::shared_ptr<grpc::Channel> channel;
  Message message;

  void OnReadDone(bool) override {
    Call context;
    stub->One(&context, message, &message); // CHECK: :[[#@LINE]]:{{.*}}'echo::Echo::Stub::One' waits for a remote call
    auto down = stub->Down(&context, message);
    down->WaitForInitialMetadata(); // CHECK: :[[#@LINE]]:{{.*}}WaitForInitialMetadata' waits for a remote call
    down->Read(&message);           // CHECK: :[[#@LINE]]:{{.*}}Read' waits for a remote call
    auto both = stub->Both(&context);
    both->Write(message);           // CHECK: :[[#@LINE]]:{{.*}}Write' waits for a remote call
    both->WritesDone();             // CHECK: :[[#@LINE]]:{{.*}}WritesDone' waits for a remote call
    both->Finish();                 // CHECK: :[[#@LINE]]:{{.*}}Finish' waits for a remote call
  }
  void OnDone(const grpc::Status &) override {
    void *tag;
    bool ok;
    auto soon = std::chrono::system_clock::now() + std::chrono::seconds(1);
    queue->DoThenAsyncNext([] {}, &tag, &ok, soon); // CHECK: :[[#@LINE]]:{{.*}}'grpc::CompletionQueue::DoThenAsyncNext' waits
    channel->WaitForConnected(soon); // CHECK: :[[#@LINE]]:{{.*}}'grpc::ChannelInterface::WaitForConnected' waits for a remote call
  }
};

// Asked whether something is there, or started with a callback, they return at once.
struct Unary : grpc::ClientUnaryReactor {
  Stub *stub;
  grpc::CompletionQueue *queue;
  Message message;
  void OnDone(const grpc::Status &) override {
    void *tag;
    bool ok;
    queue->AsyncNext(&tag, &ok, gpr_time_0(GPR_CLOCK_REALTIME));
    Call context;
    stub->AsyncOne(&context, message, queue);
    stub->async()->One(&context, &message, &message, [](grpc::Status) { usleep(11000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  }
};

void alarmBad(grpc::Alarm *alarm, grpc::GenericStub *stub, Call *context, grpc::ByteBuffer *bytes) {
  alarm->Set(std::chrono::system_clock::now(), [](bool) { usleep(12000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  stub->UnaryCall(context, "/m", {}, bytes, bytes, [](grpc::Status) { usleep(13000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
}

struct Generic : grpc::CallbackGenericService {
  grpc::ServerGenericBidiReactor *CreateReactor(grpc::GenericCallbackServerContext *) override {
    usleep(14000);                  // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
    return nullptr;
  }
};

// A synchronous service may wait; a callback service runs where reactions do.
struct Service : echo::Echo::Service {
  grpc::Status One(grpc::ServerContext *, const Message *, Message *) override { return sleep(1), grpc::Status(); }
};
struct Callbacks : echo::Echo::CallbackService {
  grpc::ServerUnaryReactor *One(grpc::CallbackServerContext *, const Message *, Message *) override {
    usleep(16000);                  // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
    return nullptr;
  }
};

// On a thread of its own it may wait.
grpc::Status callOk(Stub *stub, Call *context, const Message &m) {
  Message answer;
  return stub->One(context, m, &answer);
}
grpc::Status generatedOk(grpc::Channel *channel, const grpc::internal::RpcMethod &method, Call *context, Message *m) {
  return grpc::internal::BlockingUnaryCall(channel, method, context, *m, m);
}
void asyncOk(grpc::Channel *channel, const grpc::internal::RpcMethod &method, Call *context, Message *m) {
  grpc::internal::CallbackUnaryCall(channel, method, context, m, m, [](grpc::Status) {});
}
void serveOk(grpc::Server *server, grpc_completion_queue *queue) {
  grpc_completion_queue_next(queue, gpr_inf_future(GPR_CLOCK_REALTIME), nullptr);
  server->Wait();
  server->Shutdown();
}


// What a queue hands out runs on the loop that takes from it.
struct Operation {
  void (*done)(Operation *);
};
void doneBad(Operation *) {
  usleep(15000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
}
Operation operation{doneBad};
void drain(grpc::CompletionQueue *queue) {
  void *tag;
  bool ok;
  while (queue->Next(&tag, &ok)) {
    auto *next = static_cast<Operation *>(tag);
    next->done(next);
  }
}

// The same names, of own classes.
struct Reader2 {
  bool Read(Message *) { return true; }
};
struct Silent : grpc::ClientUnaryReactor {
  void OnDone(const grpc::Status &) override { Reader2().Read(nullptr); }
};
