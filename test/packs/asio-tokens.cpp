// The asio pack: the completion token says whether the caller waits, and where the handler runs.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <boost/asio.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/beast/core.hpp>
#include <unistd.h>

namespace asio = boost::asio;
using asio::ip::tcp;

asio::awaitable<void> futureBad(tcp::socket &s, asio::mutable_buffer b) {
  s.async_read_some(b, asio::use_future).get(); // CHECK: :[[#@LINE]]:{{.*}}'std::future::get' waits
  auto f = asio::async_read(s, b, asio::use_future);
  f.wait();                                     // CHECK: :[[#@LINE]]:{{.*}}future::wait' waits
  co_await asio::async_read(s, b, asio::use_awaitable);
}

void fiberOk(tcp::socket &s, asio::mutable_buffer b, asio::yield_context yield) {
  boost::system::error_code ec;
  s.async_read_some(b, yield[ec]);
  asio::async_read(s, b, yield);
}

// A token that the socket's type brings along.
using Socket = asio::use_awaitable_t<>::as_default_on_t<tcp::socket>;
asio::awaitable<void> defaultOk(Socket &s, asio::mutable_buffer b) {
  co_await s.async_read_some(b);
  co_await asio::async_read(s, b);
}

void handlersBad(tcp::socket &s, asio::mutable_buffer b, asio::io_context &c) {
  s.async_read_some(b, [](auto, auto) { sleep(2); });      // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 2 s
  asio::post(c, [] { sleep(3); });                         // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 3 s
  asio::post(asio::bind_executor(c, [] { sleep(4); }));    // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 4 s
  asio::post(asio::make_strand(c), [] { sleep(5); });      // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 5 s
  s.async_read_some(b, asio::detached);
}

void poolsOk(asio::thread_pool &p) {
  asio::post([] { sleep(6); });
  asio::post(p, [] { sleep(6); });
  auto strand = asio::make_strand(p);
  asio::post(strand, [] { sleep(6); });
}

struct Session : std::enable_shared_from_this<Session> {
  tcp::socket s;
  asio::mutable_buffer b;
  void start() {
    s.async_read_some(b, boost::beast::bind_front_handler(&Session::readBad, shared_from_this()));
    s.async_write_some(b, std::bind(&Session::writtenBad, this, std::placeholders::_1));
  }
  void readBad(boost::system::error_code, std::size_t) { sleep(7); } // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 7 s
  void writtenBad(boost::system::error_code) { sleep(8); }           // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 8 s
  void otherOk() { sleep(9); }
};
