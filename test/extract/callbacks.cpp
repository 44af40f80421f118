// std::function members, bind and stored callables: the flow to the call is there.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
#include <functional>
#include <map>
#include <vector>
struct Channel {
  std::function<void(int)> onRead;
  std::vector<std::function<void()>> pending;
  std::map<int, std::function<void()>> byId;

  // CHECK-LABEL: function Channel::set
  // CHECK: std::function::operator= on field Channel::onRead: std::function (param f: std::function<void (int)>)
  void set(std::function<void(int)> f) { onRead = std::move(f); }

  // CHECK-LABEL: function Channel::fire
  // CHECK: std::function::operator() on field Channel::onRead: std::function (3: int)
  // CHECK: std::function::operator() on local f: std::function ()
  // CHECK: #[[SUB:[0-9]+]] std::map::operator[] on field Channel::byId
  // CHECK: std::function::operator() on result #[[SUB]]: std::function ()
  // CHECK: #[[ARROW:[0-9]+]] std::_Rb_tree_iterator::operator-> on local it
  // CHECK: std::function::operator() on result #[[ARROW]]: std::function ()
  // CHECK-DAG: move result #[[SUB]] <- field Channel::byId
  // CHECK-DAG: move result #[[ARROW]] <- local it
  // CHECK-DAG: move local __range1 <- field Channel::pending
  void fire() {
    onRead(3);
    for (auto &f : pending)
      f();
    byId[3]();
    auto it = byId.find(4);
    it->second();
  }
  void run();
};

// CHECK-LABEL: function wire [
// CHECK: #0 std::function::function on ?: std::function (function wire::(lambda:1): wire::(lambda:1)) -> std::function<void (int)> [construct implicit]
// CHECK: Channel::set on param c: Channel (result #0: wire::(lambda:1))
// CHECK: #[[BIND:[0-9]+]] std::bind (function Channel::run: {{.*}}, param c: Channel *)
// CHECK: #[[MADE:[0-9]+]] std::function::function on ?: std::function (result #[[BIND]]:
// CHECK: std::vector::push_back on field Channel::pending: std::vector (result #[[MADE]]:
void wire(Channel &c) {
  c.set([](int) {});
  c.pending.push_back(std::bind(&Channel::run, &c));
}
