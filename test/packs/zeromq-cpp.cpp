// The zeromq pack: cppzmq.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <zmq.hpp>
#include <zmq_addon.hpp>

task receiveBad(zmq::socket_t &s, zmq::message_t &m, std::vector<zmq::message_t> &parts) {
  s.recv(m); // CHECK: :[[#@LINE]]:{{.*}}'zmq::detail::socket_base::recv' waits for the network
  zmq::recv_multipart(s, std::back_inserter(parts)); // CHECK: :[[#@LINE]]:{{.*}}'zmq::recv_multipart' waits for the network
  zmq::multipart_t all;
  all.recv(s); // CHECK: :[[#@LINE]]:{{.*}}'zmq::multipart_t::recv' waits for the network
  co_return;
}

task sendBad(zmq::context_t &c, zmq::message_t &m, std::vector<zmq::message_t> &parts) {
  zmq::socket_t s(c, zmq::socket_type::push);
  s.send(m, zmq::send_flags::sndmore); // CHECK: :[[#@LINE]]:{{.*}}'zmq::detail::socket_base::send' waits for the network
  zmq::send_multipart(s, parts); // CHECK: :[[#@LINE]]:{{.*}}'zmq::send_multipart' waits for the network
  zmq::multipart_t all;
  all.send(s); // CHECK: :[[#@LINE]]:{{.*}}'zmq::multipart_t::send' waits for the network
  co_return;
}

task dontWaitOk(zmq::socket_t &s, zmq::message_t &m, char *buffer, std::vector<zmq::message_t> &parts) {
  s.recv(m, zmq::recv_flags::dontwait);
  s.recv(zmq::mutable_buffer(buffer, 1), zmq::recv_flags::dontwait);
  s.send(m, zmq::send_flags::dontwait);
  zmq::recv_multipart(s, std::back_inserter(parts), zmq::recv_flags::dontwait);
  zmq::send_multipart(s, parts, zmq::send_flags::dontwait);
  s.connect("tcp://peer:1");
  co_return;
}

// A publisher drops what nobody takes.
task publishOk(zmq::context_t &c, zmq::message_t &m) {
  zmq::socket_t s(c, zmq::socket_type::pub);
  s.send(m, zmq::send_flags::none);
  co_return;
}

task pollBad(std::vector<zmq::pollitem_t> &items) {
  zmq::poll(items, std::chrono::milliseconds(100)); // CHECK: :[[#@LINE]]:{{.*}}'zmq::poll' waits for another thread
  co_return;
}

task pollForeverBad(zmq::pollitem_t *items) {
  zmq::poll(items, 2); // CHECK: :[[#@LINE]]:{{.*}}'zmq::poll' waits for another thread
  co_return;
}

task pollOldBad(std::vector<zmq::pollitem_t> const &items) {
  zmq::poll(items, 100); // CHECK: :[[#@LINE]]:{{.*}}'zmq::poll' waits for another thread
  co_return;
}

task pollOk(std::vector<zmq::pollitem_t> &items) {
  zmq::poll(items, std::chrono::milliseconds(0));
  co_return;
}

task monitorBad(zmq::monitor_t &w, zmq::socket_t &s) {
  w.monitor(s, "inproc://m"); // CHECK: :[[#@LINE]]:{{.*}}'zmq::monitor_t::monitor' waits for another thread
  w.check_event(100); // CHECK: :[[#@LINE]]:{{.*}}'zmq::monitor_t::check_event' waits for another thread
  w.check_event(0);
  co_return;
}

task endBad(zmq::context_t &c) {
  c.close(); // CHECK: :[[#@LINE]]:{{.*}}'zmq::context_t::close' waits for another thread
  co_return;
}
