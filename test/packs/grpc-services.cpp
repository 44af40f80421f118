// The grpc pack: methods that answer the calls of a synchronous service run on threads that may wait.
// RUN: waitwise dump contexts %s -- -std=c++20 -isystem %S/Inputs/grpc \
// RUN:   | FileCheck %s --implicit-check-not='{{^[a-z-]+ }}'
#include "echo.grpc.pb.h"

using echo::Message;

// CHECK: io-pool Service::One: of a type that 'grpc' calls there
struct Service : echo::Echo::Service {
  grpc::Status One(grpc::ServerContext *, const Message *, Message *) override { return grpc::Status(); }
  grpc::Status helperOk(const Message *) { return grpc::Status(); }
};
struct Other {
  grpc::Status One(grpc::ServerContext *, const Message *, Message *) { return grpc::Status(); }
};
grpc::Status freeOk(grpc::ServerContext *, const Message *, Message *) { return grpc::Status(); }
