// Declarations of folly's loops, files and processes, after its documentation.
#pragma once
#include <folly/sync.h>

#include <string>
#include <string_view>
#include <vector>

#define EVLOOP_NONBLOCK 0x02

namespace folly {

class AsyncTimeout {
public:
  virtual ~AsyncTimeout();
  virtual void timeoutExpired() noexcept = 0;
  static std::unique_ptr<AsyncTimeout> schedule(std::chrono::milliseconds,
                                                class TimeoutManager &, Func);
  static std::unique_ptr<AsyncTimeout> make(class TimeoutManager &, Func);
};
class TimeoutManager {
public:
  virtual ~TimeoutManager();
  void runAfterDelay(Func cob, unsigned milliseconds);
  bool tryRunAfterDelay(Func cob, unsigned milliseconds);
};
class EventBase : public TimeoutManager, public DrivableExecutor {
public:
  class LoopCallback {
  public:
    virtual ~LoopCallback();
    virtual void runLoopCallback() noexcept = 0;
  };
  void add(Func) override;
  void drive() override;
  bool loop();
  bool loopOnce(int flags = 0);
  bool loopPoll();
  void loopForever();
  void waitUntilRunning();
  void runInLoop(Func c, bool thisIteration = false);
  void runOnDestruction(Func);
  void runOnDestructionStart(Func);
  void runInEventBaseThread(Func) noexcept;
  void runInEventBaseThreadAlwaysEnqueue(Func) noexcept;
  void runInEventBaseThreadAndWait(Func) noexcept;
  void runImmediatelyOrRunInEventBaseThreadAndWait(Func) noexcept;
  void runImmediatelyOrRunInEventBaseThread(Func) noexcept;
};
class VirtualEventBase : public TimeoutManager, public DrivableExecutor {
public:
  void runOnDestruction(Func);
  void runInEventBaseThread(Func) noexcept;
};
class ScopedEventBaseThread : public Executor {
public:
  EventBase *getEventBase() const;
};
class EventHandler {
public:
  virtual void handlerReady(unsigned short events) noexcept = 0;
};
template <class Duration> class HHWheelTimerBase {
public:
  class Callback {
  public:
    virtual void timeoutExpired() noexcept = 0;
    virtual void callbackCanceled() noexcept;
  };
  template <class F> void scheduleTimeoutFn(F, Duration) {}
};
using HHWheelTimer = HHWheelTimerBase<std::chrono::milliseconds>;

class AsyncReader {
public:
  class ReadCallback {
  public:
    virtual void getReadBuffer(void **, std::size_t *) = 0;
    virtual void readDataAvailable(std::size_t) noexcept = 0;
    virtual void readBufferAvailable(std::unique_ptr<int>) noexcept;
    virtual void readEOF() noexcept = 0;
    virtual void readErr(const int &) noexcept = 0;
  };
};
class AsyncWriter {
public:
  class WriteCallback {
  public:
    virtual void writeStarting() noexcept;
    virtual void writeSuccess() noexcept = 0;
    virtual void writeErr(std::size_t, const int &) noexcept = 0;
  };
};
class AsyncSocketTransport {
public:
  class ConnectCallback {
  public:
    virtual void connectSuccess() noexcept = 0;
    virtual void connectErr(const int &) noexcept = 0;
  };
};
class AsyncServerSocket {
public:
  class AcceptCallback {
  public:
    virtual void connectionAccepted(int, const int &) noexcept = 0;
    virtual void acceptError(int) noexcept;
    virtual void acceptStarted() noexcept;
    virtual void acceptStopped() noexcept;
  };
};
class AsyncUDPSocket {
public:
  class ReadCallback {
  public:
    virtual void onDataAvailable(const int &, std::size_t, bool) noexcept = 0;
    virtual void onReadError(const int &) noexcept = 0;
    virtual void onReadClosed() noexcept = 0;
  };
};
class SocketAddress {
public:
  SocketAddress();
  SocketAddress(const char *host, unsigned short port, bool lookUp = false);
  SocketAddress(const std::string &, unsigned short, bool lookUp = false);
  void setFromHostPort(const char *host, unsigned short port);
  void setFromHostPort(const char *hostAndPort);
  void setFromIpPort(const char *ip, unsigned short port);
};

class File {
public:
  File();
  explicit File(int fd, bool ownsFd = false);
  explicit File(const char *name, int flags = 0);
  void lock();
  void lock_shared();
  bool try_lock();
};
template <class C> bool readFile(const char *name, C &out) { return true; }
template <class C> bool readFile(int fd, C &out) { return true; }
template <class C> bool writeFile(const C &data, const char *name) {
  return true;
}
void writeFileAtomic(const char *name, const std::string &data);
int writeFileAtomicNoThrow(const char *name, const std::string &data);
int openNoInt(const char *name, int flags, unsigned mode = 0666);
int fsyncNoInt(int fd);
int fdatasyncNoInt(int fd);
int truncateNoInt(const char *name, long size);
int ftruncateNoInt(int fd, long size);
int flockNoInt(int fd, int operation);
long readNoInt(int fd, void *, std::size_t);
long readvNoInt(int fd, const void *, int);
long preadNoInt(int fd, void *, std::size_t, long);
long preadvNoInt(int fd, const void *, int, long);
long writeNoInt(int fd, const void *, std::size_t);
long writevNoInt(int fd, const void *, int);
long pwriteNoInt(int fd, const void *, std::size_t, long);
long pwritevNoInt(int fd, const void *, int, long);
long readFull(int fd, void *, std::size_t);
long readvFull(int fd, void *, int);
long preadFull(int fd, void *, std::size_t, long);
long preadvFull(int fd, void *, int, long);
long writeFull(int fd, const void *, std::size_t);
long writevFull(int fd, void *, int);
long pwriteFull(int fd, const void *, std::size_t, long);
long pwritevFull(int fd, void *, int, long);

class dynamic {};
dynamic parseJson(std::string_view);
std::string toJson(const dynamic &);
std::string toPrettyJson(const dynamic &);

class Subprocess {
public:
  class Options;
  Subprocess();
  explicit Subprocess(const std::vector<std::string> &argv);
  explicit Subprocess(const std::string &cmd);
  int poll();
  int wait();
  int waitAndGetRusage(void *);
  void waitChecked();
  int waitTimeout(std::chrono::milliseconds);
  int waitOrTerminateOrKill(std::chrono::milliseconds,
                            std::chrono::milliseconds);
  int terminateOrKill(std::chrono::milliseconds);
  std::pair<std::string, std::string> communicate(const std::string & = {});
  std::pair<int, int> communicateIOBuf(int = 0);
};
} // namespace folly
