// The beast pack: every rule matches a call, asynchronous ones stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=beast %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>
#include <unistd.h>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::use_awaitable;
using websocket = beast::websocket::stream<beast::tcp_stream>;
using request_type = http::request<http::string_body>;
char data[64];

asio::awaitable<void> httpBad(beast::tcp_stream s, beast::flat_buffer b, request_type r) {
  http::read(s, b, r);                  // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::http::read' waits for the network
  http::write(s, r);                    // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::http::write' waits for the network
  s.connect(asio::ip::tcp::endpoint()); // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::basic_stream::connect' waits for the network
  s.read_some(asio::buffer(data));      // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::basic_stream::read_some' waits for the network
  co_return;
}

asio::awaitable<void> httpOk(beast::tcp_stream s, beast::flat_buffer b, request_type r) {
  co_await http::async_read(s, b, r, use_awaitable);
  co_await http::async_write(s, r, use_awaitable);
  co_await s.async_connect(asio::ip::tcp::endpoint(), use_awaitable);
}

asio::awaitable<void> websocketBad(websocket w, beast::flat_buffer b) {
  w.accept();                           // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::websocket::stream::accept' waits for the network
  w.write(b.data());                    // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::websocket::stream::write' waits for the network
  co_return;
}

asio::awaitable<void> detectBad(beast::tcp_stream s, beast::flat_buffer b) {
  boost::system::error_code e;
  beast::detect_ssl(s, b, e);           // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::detect_ssl' waits for the network
  co_await beast::async_detect_ssl(beast::get_lowest_layer(s), b, use_awaitable);
}

asio::awaitable<void> websocketOk(websocket w, beast::flat_buffer b) {
  co_await w.async_accept(use_awaitable);
  co_await w.async_read(b, use_awaitable);
}

asio::awaitable<void> secureBad(beast::ssl_stream<beast::tcp_stream> s, asio::ip::tcp::socket t) {
  s.handshake(asio::ssl::stream_base::client); // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::ssl_stream::handshake' waits for the network
  boost::system::error_code e;
  beast::websocket::teardown(beast::role_type::client, t, e); // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::websocket::teardown' waits for the network
  co_return;
}

asio::awaitable<void> filesBad(http::file_body::value_type f, boost::system::error_code e) {
  f.open("f", beast::file_mode::read, e); // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::http::basic_file_body::value_type::open' waits for the disk
  beast::file_posix p;
  p.open("f", beast::file_mode::read, e); // CHECK: :[[#@LINE]]:{{.*}}'boost::beast::file_posix::open' waits for the disk
  co_return;
}

struct session {
  beast::tcp_stream stream;
  beast::flat_buffer buffer;
  request_type request;

  void start(websocket &w) {
    http::async_read(stream, buffer, request,
                     beast::bind_front_handler(&session::onReadBad, this));
    w.control_callback([](auto, auto) {
      usleep(11000);                    // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
    });
    beast::websocket::async_teardown(beast::role_type::client,
                                     stream.socket(), [](auto) {});
    stream.get_executor();
  }
  void onReadBad(boost::system::error_code, std::size_t) {
    usleep(12000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  }
};

void make(session &s, websocket &w) { s.start(w); }
