// Declarations of brpc and protobuf that the brpc pack names, after their
// documentation.
#pragma once
#include <brpc/bthread.h>
#include <cstddef>
#include <functional>
#include <string>

namespace google::protobuf {
class RpcController {};
class MethodDescriptor;
class Message {};
class Closure {
public:
  virtual void Run() = 0;
};
class Service {
public:
  virtual ~Service();
};
class RpcChannel {
public:
  virtual void CallMethod(const MethodDescriptor *, RpcController *,
                          const Message *, Message *, Closure *done) = 0;
};
} // namespace google::protobuf

namespace brpc {
class Controller : public google::protobuf::RpcController {
public:
  unsigned long call_id();
};
class ChannelBase : public google::protobuf::RpcChannel {};
class Channel : public ChannelBase {
public:
  int Init(const char *server, const int *options);
  void CallMethod(const google::protobuf::MethodDescriptor *,
                  google::protobuf::RpcController *,
                  const google::protobuf::Message *,
                  google::protobuf::Message *,
                  google::protobuf::Closure *done) override;
};
void Join(unsigned long id);
class Server {
public:
  int Start(int port, const int *options);
  int Stop(int);
  int Join();
  void RunUntilAskedToQuit();
};
template <class A> google::protobuf::Closure *NewCallback(void (*f)(A), A a) {
  return nullptr;
}
template <class P, class C>
google::protobuf::Closure *NewCallback(const P &object, void (C::*method)()) {
  return nullptr;
}
int StreamWait(unsigned long id, const timespec *due);
void StreamWait(unsigned long id, const timespec *due,
                void (*on_writable)(unsigned long, void *, int), void *arg);
class StreamInputHandler {
public:
  virtual int on_received_messages(unsigned long id, void *const messages[],
                                   std::size_t size) = 0;
  virtual void on_idle_timeout(unsigned long id) = 0;
  virtual void on_closed(unsigned long id) = 0;
  virtual void on_failed(unsigned long, int, const std::string &);
};
class ProgressiveReader {
public:
  virtual int OnReadOnePart(const void *data, std::size_t length) = 0;
  virtual void OnEndOfMessage(const int &status) = 0;
};
class Interceptor {
public:
  virtual bool Accept(const Controller *, int &, std::string &) const = 0;
};
class RedisCommandHandler {
public:
  virtual int Run(const int &args, void *output, bool flush) = 0;
};
} // namespace brpc
