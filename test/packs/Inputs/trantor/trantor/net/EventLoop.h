// Declarations of trantor that its pack names, after its documentation.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace trantor {

using Func = std::function<void()>;
using TimerId = unsigned long;
class Date;
class InetAddress;
class MsgBuffer;
class TcpConnection;
struct TLSPolicy;
using TLSPolicyPtr = std::shared_ptr<TLSPolicy>;
using TcpConnectionPtr = std::shared_ptr<TcpConnection>;
using ConnectionCallback = std::function<void(const TcpConnectionPtr &)>;
using RecvMessageCallback =
    std::function<void(const TcpConnectionPtr &, MsgBuffer *)>;

class EventLoop {
public:
  void loop();
  void quit();
  template <typename Functor> void runInLoop(Functor &&) {}
  void queueInLoop(const Func &f);
  void queueInLoop(Func &&f);
  TimerId runAt(const Date &time, const Func &cb);
  TimerId runAfter(double delay, const Func &cb);
  TimerId runAfter(double delay, Func &&cb);
  TimerId runAfter(const std::chrono::duration<double> &delay, Func &&cb);
  TimerId runEvery(double interval, const Func &cb);
  void runOnQuit(Func &&cb);
};

class EventLoopThread {
public:
  explicit EventLoopThread(const std::string &name = "EventLoopThread");
  ~EventLoopThread();
  void wait();
  void run();
  EventLoop *getLoop() const;
};

class EventLoopThreadPool {
public:
  explicit EventLoopThreadPool(std::size_t threads);
  void start();
  void wait();
};

class Channel {
public:
  using EventCallback = std::function<void()>;
  Channel(EventLoop *loop, int fd);
  void setReadCallback(const EventCallback &cb);
  void setWriteCallback(const EventCallback &cb);
  void setCloseCallback(const EventCallback &cb);
  void setErrorCallback(const EventCallback &cb);
  void setEventCallback(const EventCallback &cb);
};

class Resolver {
public:
  using Callback = std::function<void(const InetAddress &)>;
  static std::shared_ptr<Resolver> newResolver(EventLoop *loop = nullptr);
  virtual void resolve(const std::string &host, const Callback &callback) = 0;
  virtual ~Resolver();
};

class TcpServer {
public:
  TcpServer(EventLoop *loop, const InetAddress &address, std::string name);
  void setRecvMessageCallback(const RecvMessageCallback &cb);
  void setConnectionCallback(const ConnectionCallback &cb);
  void setWriteCompleteCallback(const ConnectionCallback &cb);
  void setBeforeListenSockOptCallback(std::function<void(int)> cb);
  void setAfterAcceptSockOptCallback(std::function<void(int)> cb);
  void enableSSL(TLSPolicyPtr policy);
  void reloadSSL();
};

class TcpClient {
public:
  void connect();
  void setConnectionCallback(const ConnectionCallback &cb);
  void setConnectionErrorCallback(const Func &cb);
  void setMessageCallback(const RecvMessageCallback &cb);
  void setWriteCompleteCallback(const ConnectionCallback &cb);
  void setSSLErrorCallback(const std::function<void(int)> &cb);
  void setSockOptCallback(const std::function<void(int)> &cb);
};

class TcpConnection {
public:
  virtual ~TcpConnection();
  virtual void send(const std::string &msg) = 0;
  virtual void sendFile(const char *name, long long offset = 0,
                        long long length = 0) = 0;
  virtual void
  sendStream(std::function<std::size_t(char *, std::size_t)> callback) = 0;
  virtual void
  setHighWaterMarkCallback(const ConnectionCallback &cb, std::size_t mark) = 0;
  virtual void startEncryption(TLSPolicyPtr policy, bool server,
                               ConnectionCallback upgraded = nullptr) = 0;
  void startClientEncryption(ConnectionCallback &&callback);
  void setRecvMsgCallback(const RecvMessageCallback &cb);
  void setConnectionCallback(const ConnectionCallback &cb);
  void setWriteCompleteCallback(const ConnectionCallback &cb);
  void setCloseCallback(const ConnectionCallback &cb);
  void setSSLErrorCallback(const std::function<void(int)> &cb);
};

class TaskQueue {
public:
  virtual void runTaskInQueue(const Func &task) = 0;
  virtual void runTaskInQueue(Func &&task) = 0;
  void syncTaskInQueue(const Func &task);
  virtual ~TaskQueue();
};

class SerialTaskQueue : public TaskQueue {
public:
  explicit SerialTaskQueue(const std::string &name);
  ~SerialTaskQueue() override;
  void runTaskInQueue(const Func &task) override;
  void runTaskInQueue(Func &&task) override;
  void waitAllTasksFinished();
  void stop();
};

class ConcurrentTaskQueue : public TaskQueue {
public:
  ConcurrentTaskQueue(std::size_t threads, const std::string &name);
  ~ConcurrentTaskQueue() override;
  void runTaskInQueue(const Func &task) override;
  void runTaskInQueue(Func &&task) override;
  void stop();
};

namespace utils {
struct Hash {
  unsigned char bytes[32];
};
Hash md5(const void *data, std::size_t len);
Hash md5(const std::string &str);
Hash sha1(const void *data, std::size_t len);
Hash sha256(const void *data, std::size_t len);
Hash sha3(const void *data, std::size_t len);
Hash blake2b(const void *data, std::size_t len);
} // namespace utils
} // namespace trantor
