// Declarations of drogon that its pack names, after its documentation.
#pragma once
#include <trantor/net/EventLoop.h>

#include <coroutine>
#include <future>
#include <string_view>
#include <utility>
#include <vector>

namespace drogon {

template <typename T = void> struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  T await_resume();
};
struct AsyncTask : Task<> {
  struct promise_type : Task<>::promise_type {
    AsyncTask get_return_object() { return {}; }
  };
};
template <typename T> struct CallbackAwaiter {
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};

class HttpRequest;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
class HttpResponse;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
enum class ReqResult { Ok };
using HttpReqCallback = std::function<void(ReqResult, const HttpResponsePtr &)>;
using ResponseCallback = std::function<void(const HttpResponsePtr &)>;

class HttpResponse {
public:
  static HttpResponsePtr newFileResponse(const std::string &path,
                                         const std::string &name = "");
  static HttpResponsePtr newFileResponse(const unsigned char *data,
                                         std::size_t length,
                                         const std::string &name = "");
  static HttpResponsePtr
  newStreamResponse(const std::function<std::size_t(char *, std::size_t)> &f);
  static HttpResponsePtr newAsyncStreamResponse(const std::function<void()> &f);
};

class HttpClient {
public:
  virtual void sendRequest(const HttpRequestPtr &, const HttpReqCallback &,
                           double timeout = 0) = 0;
  std::pair<ReqResult, HttpResponsePtr> sendRequest(const HttpRequestPtr &,
                                                    double timeout = 0);
  CallbackAwaiter<HttpResponsePtr> sendRequestCoro(HttpRequestPtr);
};
class WebSocketConnection;
using WebSocketConnectionPtr = std::shared_ptr<WebSocketConnection>;
enum class WebSocketMessageType { Text };
class WebSocketClient {
public:
  virtual void setMessageHandler(
      const std::function<void(std::string &&)> &callback) = 0;
  virtual void setConnectionClosedHandler(const std::function<void()> &) = 0;
  virtual void connectToServer(const HttpRequestPtr &,
                               const std::function<void(ReqResult)> &) = 0;
};

class HttpAppFramework {
public:
  using Advice = std::function<void(const HttpRequestPtr &)>;
  virtual ~HttpAppFramework();
  virtual void run() = 0;
  template <typename F>
  HttpAppFramework &registerHandler(const std::string &path, F &&) {
    return *this;
  }
  template <typename F>
  HttpAppFramework &registerHandlerViaRegex(const std::string &path, F &&);
  virtual HttpAppFramework &registerBeginningAdvice(
      const std::function<void()> &) = 0;
  virtual HttpAppFramework &registerSyncAdvice(
      const std::function<HttpResponsePtr(const HttpRequestPtr &)> &) = 0;
  virtual HttpAppFramework &registerNewConnectionAdvice(
      const std::function<bool(const trantor::InetAddress &)> &) = 0;
  virtual HttpAppFramework &registerHttpResponseCreationAdvice(
      const ResponseCallback &) = 0;
  virtual HttpAppFramework &registerPreRoutingAdvice(const Advice &) = 0;
  virtual HttpAppFramework &registerPostRoutingAdvice(const Advice &) = 0;
  virtual HttpAppFramework &registerPreHandlingAdvice(const Advice &) = 0;
  virtual HttpAppFramework &registerPostHandlingAdvice(const Advice &) = 0;
  virtual HttpAppFramework &registerPreSendingAdvice(const Advice &) = 0;
  virtual HttpAppFramework &registerSessionStartAdvice(const Advice &) = 0;
  virtual HttpAppFramework &registerSessionDestroyAdvice(const Advice &) = 0;
  virtual HttpAppFramework &setExceptionHandler(Advice) = 0;
  virtual HttpAppFramework &setCustomErrorHandler(Advice &&) = 0;
  virtual HttpAppFramework &setConnectionCallback(
      std::function<void(const trantor::TcpConnectionPtr &)>) = 0;
  virtual HttpAppFramework &setDefaultHandler(
      std::function<void(const HttpRequestPtr &, ResponseCallback &&)>) = 0;
};
HttpAppFramework &app();

template <typename T> class HttpController {
protected:
  template <typename F>
  static void registerMethod(F &&function, const std::string &pattern) {}
  template <typename F>
  static void registerMethodViaRegex(F &&function, const std::string &regex);
};
class HttpSimpleControllerBase {
public:
  virtual void asyncHandleHttpRequest(const HttpRequestPtr &,
                                      ResponseCallback &&) = 0;
};
class WebSocketControllerBase {
public:
  virtual void handleNewMessage(const WebSocketConnectionPtr &, std::string &&,
                                const WebSocketMessageType &) = 0;
  virtual void handleNewConnection(const HttpRequestPtr &,
                                   const WebSocketConnectionPtr &) = 0;
  virtual void handleConnectionClosed(const WebSocketConnectionPtr &) = 0;
};
class HttpMiddlewareBase {
public:
  virtual void invoke(const HttpRequestPtr &,
                      std::function<void(ResponseCallback &&)> &&,
                      ResponseCallback &&) = 0;
};
class HttpFilterBase : public HttpMiddlewareBase {
public:
  virtual void doFilter(const HttpRequestPtr &, ResponseCallback &&,
                        std::function<void()> &&) = 0;
};
class RequestStreamReader {
public:
  static std::shared_ptr<RequestStreamReader>
  newReader(std::function<void(const char *, std::size_t)> data,
            std::function<void(std::exception_ptr)> finish);
  virtual void onStreamData(const char *, std::size_t) = 0;
  virtual void onStreamFinish(std::exception_ptr) = 0;
};
class HttpFile {
public:
  int save() const;
  int saveAs(const std::string &name) const;
};
class MultiPartParser {
public:
  int parse(const HttpRequestPtr &req);
};

template <typename A> auto sync_wait(A &&) -> decltype((void)0) {}
template <typename A> std::future<void> co_future(A &&) { return {}; }
template <typename F> void async_run(F &&) {}
template <typename F> std::function<void()> async_func(F &&);
CallbackAwaiter<void> sleepCoro(trantor::EventLoop *, double delay);
CallbackAwaiter<void> queueInLoopCoro(trantor::EventLoop *,
                                      std::function<void()> task);
CallbackAwaiter<void> switchThreadCoro(trantor::EventLoop *);

namespace utils {
std::string gzipCompress(const char *data, std::size_t length);
std::string gzipDecompress(const char *data, std::size_t length);
std::string brotliCompress(const char *data, std::size_t length);
std::string brotliDecompress(const char *data, std::size_t length);
std::string getMd5(const char *data, std::size_t length);
std::string getSha1(const char *data, std::size_t length);
std::string getSha256(const char *data, std::size_t length);
bool secureRandomBytes(void *ptr, std::size_t size);
} // namespace utils
} // namespace drogon
