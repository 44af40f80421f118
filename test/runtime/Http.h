//===- runtime/Http.h - a pipelining HTTP/1.1 server ----------------------===//
//
//   bytes ──▶ parser ──▶ all requests that are whole ──▶ their handlers, at the
//   same time ──▶ replies in order, in one write
//
// Clients may send requests without waiting for replies. What one read brings
// is answered by one write, whatever order the handlers end in.
//
//===----------------------------------------------------------------------===//
#ifndef WAITWISE_RUNTIME_HTTP_H
#define WAITWISE_RUNTIME_HTTP_H

#include "Stream.h"

#include <map>

namespace waitwise::runtime {

struct Request {
  std::string Method, Target, Body;
  std::map<std::string, std::string> Headers; ///< Names in lower case.
  bool KeepAlive = true;
};

struct Response {
  int Status = 200;
  std::string Body;
};

/// Cuts a stream of bytes into requests. What is malformed, or larger than the
/// limits, is an error that nothing follows.
class RequestParser {
public:
  static constexpr size_t MaxHead = 16 << 10, MaxBody = 1 << 20;

  void feed(std::string_view Bytes) { Unread += Bytes; }
  /// The next request that has come whole.
  std::optional<Request> next();
  bool failed() const { return Failed; }

private:
  bool parseHead(std::string_view Head, Request &R, size_t &BodySize);

  std::string Unread;
  bool Failed = false;
};

/// The bytes of a reply.
std::string format(const Response &R, bool KeepAlive);

using Handler = std::function<Task<Response>(Request)>;

/// Answers the requests of one connection until it ends. A handler that
/// throws answers 500.
Task<> serveConnection(Stream Peer, const Handler &Handle);

/// Accepts connections for ever. The handler outlives the task.
Task<> serveHttp(Listener &On, const Handler &Handle);

} // namespace waitwise::runtime

#endif
