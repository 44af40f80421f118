// Declarations of userver that its pack names, after its documentation.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

namespace userver {

namespace engine {
class TaskProcessor;
class TaskBase {
public:
  void Wait() const;
  void BlockingWait() const;
};
template <class T> class TaskWithResult : public TaskBase {
public:
  T Get();
};
template <class F, class... A> TaskWithResult<int> AsyncNoSpan(F &&, A &&...) {
  return {};
}
template <class F, class... A>
TaskWithResult<int> AsyncNoSpan(TaskProcessor &, F &&, A &&...) {
  return {};
}
template <class F, class... A>
TaskWithResult<int> CriticalAsyncNoSpan(F &&, A &&...) {
  return {};
}
template <class F, class... A>
TaskWithResult<int> SharedAsyncNoSpan(F &&, A &&...) {
  return {};
}
template <class F, class... A>
TaskWithResult<int> SharedCriticalAsyncNoSpan(F &&, A &&...) {
  return {};
}
void RunStandalone(std::function<void()> payload);
void RunStandalone(std::size_t threads, std::function<void()> payload);
void Yield();
template <class D> void SleepFor(const D &) {}
class Mutex {
public:
  void lock();
  void unlock();
};
} // namespace engine

namespace utils {
template <class F, class... A>
engine::TaskWithResult<int> Async(std::string name, F &&, A &&...) {
  return {};
}
template <class F, class... A>
engine::TaskWithResult<int> Async(engine::TaskProcessor &, std::string, F &&,
                                  A &&...) {
  return {};
}
template <class F, class... A>
engine::TaskWithResult<int> CriticalAsync(std::string, F &&, A &&...) {
  return {};
}
template <class F, class... A>
engine::TaskWithResult<int> SharedAsync(std::string, F &&, A &&...) {
  return {};
}
template <class F, class... A>
engine::TaskWithResult<int> SharedCriticalAsync(std::string, F &&, A &&...) {
  return {};
}
template <class F, class... A>
engine::TaskWithResult<int> AsyncBackground(std::string,
                                            engine::TaskProcessor &, F &&,
                                            A &&...) {
  return {};
}
template <class F, class... A>
engine::TaskWithResult<int> CriticalAsyncBackground(std::string,
                                                    engine::TaskProcessor &,
                                                    F &&, A &&...) {
  return {};
}
class PeriodicTask {
public:
  struct Settings {};
  void Start(std::string name, Settings, std::function<void()> callback);
};
class CpuRelax {
public:
  void Relax();
};
class StreamingCpuRelax {
public:
  void Relax(unsigned long bytes);
};
} // namespace utils
namespace concurrent {
class BackgroundTaskStorage {
public:
  template <class... A> void AsyncDetach(std::string name, A &&...) {}
  template <class... A> void CriticalAsyncDetach(std::string name, A &&...) {}
};
} // namespace concurrent

namespace fs {
std::string ReadFileContents(engine::TaskProcessor &, const std::string &path);
namespace blocking {
std::string ReadFileContents(const std::string &path);
bool FileExists(const std::string &path);
int GetFileType(const std::string &path);
void CreateDirectories(std::string_view path);
void RewriteFileContents(const std::string &path, std::string_view contents);
void RewriteFileContentsFSync(const std::string &path, std::string_view);
void RewriteFileContentsAtomically(const std::string &, std::string_view, int);
void SyncDirectoryContents(const std::string &path);
void Rename(const std::string &source, const std::string &destination);
void Chmod(const std::string &path, int perms);
bool RemoveSingleFile(const std::string &path);
class FileDescriptor {
public:
  static FileDescriptor Open(const std::string &path, int flags, int = 0);
  static FileDescriptor OpenDirectory(const std::string &path);
  static FileDescriptor AdoptFd(int fd) noexcept;
  void Write(std::string_view contents);
  std::size_t Read(char *buffer, std::size_t);
  void FSync();
};
class CFile {
public:
  CFile();
  CFile(const std::string &path, int flags, int perms = 0);
  explicit CFile(std::FILE *);
  std::size_t Read(char *buffer, std::size_t);
  void Write(std::string_view);
  void Flush();
};
class TempFile {
public:
  static TempFile Create();
};
class TempDirectory {
public:
  static TempDirectory Create();
};
} // namespace blocking
} // namespace fs

namespace crypto::hash {
std::string Sha1(std::string_view data);
std::string Sha224(std::string_view data);
std::string Sha256(std::string_view data);
std::string Sha384(std::string_view data);
std::string Sha512(std::string_view data);
std::string Blake2b128(std::string_view data);
namespace weak {
std::string Md5(std::string_view data);
}
std::string HmacSha1(std::string_view key, std::string_view message);
std::string HmacSha256(std::string_view key, std::string_view message);
std::string HmacSha384(std::string_view key, std::string_view message);
std::string HmacSha512(std::string_view key, std::string_view message);
} // namespace crypto::hash
namespace formats::json {
class Value {};
Value FromString(std::string_view doc);
namespace blocking {
Value FromFile(const std::string &path);
}
} // namespace formats::json

namespace server {
namespace http {
class HttpRequest;
class ResponseBodyStream;
} // namespace http
namespace handlers {
class HttpHandlerBase {
public:
  virtual ~HttpHandlerBase();
  virtual std::string HandleRequestThrow(const http::HttpRequest &, int &) const;
  virtual void HandleStreamRequest(const http::HttpRequest &, int &,
                                   http::ResponseBodyStream &) const;
};
class HttpHandlerJsonBase : public HttpHandlerBase {
public:
  virtual int HandleRequestJsonThrow(const http::HttpRequest &, const int &,
                                     int &) const = 0;
};
} // namespace handlers
namespace websocket {
class WebSocketConnection;
class WebsocketHandlerBase {
public:
  virtual void Handle(WebSocketConnection &, int &) const = 0;
  virtual bool HandleHandshake(const http::HttpRequest &, int &, int &) const;
};
} // namespace websocket
} // namespace server
} // namespace userver
