// Every rule of the asio pack matches a call of the real headers.
// RUN: waitwise check --fail-on none --require-rules-hit=asio %s -- -std=c++20
#include <boost/asio.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/asio/ssl.hpp>

// Files need io_uring, which is not installed: a look at their names must do.
namespace boost::asio {
template <typename Executor = any_io_executor> struct basic_stream_file {
  void read_some(mutable_buffer);
};
namespace windows { // And these need Windows.
struct basic_object_handle {
  void wait();
};
struct basic_stream_handle {
  void read_some(mutable_buffer);
};
}
}

using namespace boost::asio;
using ip::tcp;
using ip::udp;
using namespace std::chrono_literals;
char data[64];
const auto soon = std::chrono::steady_clock::now();

void sockets(tcp::socket &s, tcp::acceptor &a, udp::socket &u,
             tcp::resolver::results_type found) {
  s.non_blocking(true);
  s.connect({});
  connect(s, found);
  a.accept();
  s.wait(tcp::socket::wait_read);
  s.receive(buffer(data));
  s.send(buffer(data));
  s.send(buffer(data));
  u.send(buffer(data));
  read(s, buffer(data));
  write(s, buffer(data));
}

void streams(posix::stream_descriptor &d, readable_pipe &r, writable_pipe &w,
             serial_port &port, tcp::socket &s) {
  d.non_blocking(true);
  r.read_some(buffer(data));
  w.write_some(buffer(data));
  port.open("/dev/ttyS0");
  buffered_stream<tcp::socket &> buffered(s);
  buffered.fill();
  tcp::iostream stream("host", "80");
  stream.put('x');
}

void secure(ssl::stream<tcp::socket> &s, ssl::context &c) {
  s.handshake(ssl::stream_base::client);
  s.write_some(buffer(data));
  c.load_verify_file("f");
  s.set_verify_callback([](bool, ssl::verify_context &) { return true; });
}

void files(basic_stream_file<> &f, windows::basic_object_handle &o, windows::basic_stream_handle &h) {
  f.read_some(buffer(data));
  o.wait();
  h.read_some(buffer(data));
}

void names(tcp::resolver &r, steady_timer &t) {
  r.resolve("host", "80");
  t.wait();
}

void loops(io_context &c, thread_pool &p) {
  thread_pool made(4);
  c.run();
  c.run_for(1s);
  c.run_until(soon);
  c.poll();
  p.join();
}

awaitable<void> handlers(io_context &c, tcp::socket &s, tcp::acceptor &a) {
  auto handler = [](auto...) {};
  co_await post(use_awaitable);
  co_await post(bind_executor(c, use_awaitable));
  post([] {});
  post(c, [] {});
  post(make_strand(c), [] {});
  c.get_executor().execute([] {});
  bind_executor(c, handler);
  bind_cancellation_slot(cancellation_slot(), handler);
  append(handler, 1);
  async_write(s, buffer(data), handler);
  s.async_read_some(buffer(data), handler);
  a.async_accept([](auto, tcp::socket) {});
  async_compose<decltype(handler), void()>([](auto &self) { self.complete(); },
                                           handler, s);
  async_initiate<decltype(handler), void()>([](auto) {}, handler);
  co_spawn(c, handlers(c, s, a), detached);
  spawn(c, [](yield_context) {}, detached);
  auto executor = make_strand(s.get_executor());
}
