// Destructors and constructors that only skipped library code uses are read, too.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
#include <memory>
#include <thread>
struct Member { Member(); ~Member(); };
struct Worker {
  Member first;
  std::jthread thread;
};
struct Server : Member { std::unique_ptr<Worker> worker; };

// CHECK-LABEL: function Worker::~Worker [method destructor implicit main-file]
// CHECK: std::jthread::~jthread on field Worker::thread: std::jthread () [destroy implicit base]
// CHECK-NEXT: Member::~Member on field Worker::first: Member () [destroy implicit base]
// CHECK-LABEL: function Worker::Worker [method constructor implicit main-file]
// CHECK: Member::Member on field Worker::first: Member () -> Member [construct base]

// CHECK-LABEL: function Server::~Server [method destructor implicit main-file]
// CHECK: std::unique_ptr::~unique_ptr on field Server::worker
// CHECK-NEXT: Member::~Member on this: Member () [destroy implicit base]

// CHECK-LABEL: function make
// CHECK: std::make_unique () -> std::unique_ptr<Worker
// CHECK: entity function std::make_unique [system] {{.*}} args(Worker)
void make(Server &s) { s.worker = std::make_unique<Worker>(); }
