// Declarations of proxygen that its pack names, after its documentation.
#pragma once
#include <memory>

namespace proxygen {
class HTTPMessage;
class HTTPTransaction;
class RequestHandler {
public:
  virtual ~RequestHandler();
  virtual void onRequest(std::unique_ptr<HTTPMessage>) noexcept = 0;
  virtual void onBody(std::unique_ptr<int> body) noexcept = 0;
  virtual void onUpgrade(int protocol) noexcept = 0;
  virtual void onEOM() noexcept = 0;
  virtual void requestComplete() noexcept = 0;
  virtual void onError(int error) noexcept = 0;
  virtual void onEgressPaused() noexcept;
  virtual void onEgressResumed() noexcept;
};
class RequestHandlerFactory {
public:
  virtual ~RequestHandlerFactory();
  virtual void onServerStart(int *eventBase) noexcept = 0;
  virtual void onServerStop() noexcept = 0;
  virtual RequestHandler *onRequest(RequestHandler *,
                                    HTTPMessage *) noexcept = 0;
};
} // namespace proxygen
