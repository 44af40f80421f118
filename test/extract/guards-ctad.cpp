// Guards whose template arguments are deduced look like any other.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
#include <mutex>
#include <shared_mutex>
std::mutex m, n;
std::shared_mutex s;
struct Server { std::mutex lock; };

// CHECK-LABEL: function deduced
// CHECK: std::lock_guard::lock_guard on local a: std::lock_guard (global m: std::mutex) -> std::lock_guard<std::mutex> [construct]
// CHECK-NEXT: std::lock_guard::lock_guard on local b: std::lock_guard (field Server::lock: std::mutex)
// CHECK-NEXT: std::scoped_lock::scoped_lock on local c: std::scoped_lock (global m: std::mutex, global n: std::mutex)
// CHECK-NEXT: std::unique_lock::unique_lock on local d: std::unique_lock (global n: std::mutex, global std::try_to_lock: const std::try_to_lock_t)
// CHECK-NEXT: std::shared_lock::shared_lock on local e: std::shared_lock (global s: std::shared_mutex)
// CHECK-NEXT: std::shared_lock::~shared_lock on local e
// CHECK-NEXT: std::unique_lock::~unique_lock on local d
// CHECK-NEXT: std::scoped_lock::~scoped_lock on local c
// CHECK-NEXT: std::lock_guard::~lock_guard on local b
// CHECK-NEXT: std::lock_guard::~lock_guard on local a
void deduced(Server &server) {
  std::lock_guard a(m);
  std::lock_guard b{server.lock};
  std::scoped_lock c(m, n);
  auto d = std::unique_lock(n, std::try_to_lock);
  const auto &e = std::shared_lock{s};
}
