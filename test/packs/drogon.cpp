// The drogon pack: requests, handlers and coroutines that wait on an I/O loop.
// RUN: waitwise check --fail-on none %s -- -std=c++20 -isystem %S/Inputs/drogon -isystem %S/Inputs/trantor \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=drogon %s %S/drogon-orm.cpp \
// RUN:   -- -std=c++20 -isystem %S/Inputs/drogon -isystem %S/Inputs/trantor
#include <drogon/drogon.h>
#include <unistd.h>

using namespace drogon;

Task<> requestsBad(HttpClient *client, HttpRequestPtr r) {
  client->sendRequest(r);                         // CHECK: :[[#@LINE]]:{{.*}}'drogon::HttpClient::sendRequest' waits
  client->sendRequest(r, [](ReqResult, auto &) {
    usleep(11000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  });
  co_return;
}

Task<> requestsOk(HttpClient *client, HttpRequestPtr r) {
  co_await client->sendRequestCoro(r);
  client->sendRequest(r, [](ReqResult, auto &) {});
}

Task<> filesBad(HttpFile &upload) {
  HttpResponse::newFileResponse("page.html");     // CHECK: :[[#@LINE]]:{{.*}}'drogon::HttpResponse::newFileResponse' waits for the disk
  upload.saveAs("f");                             // CHECK: :[[#@LINE]]:{{.*}}'drogon::HttpFile::saveAs' waits for the disk
  co_return;
}

Task<> memoryOk(const unsigned char *data) {
  HttpResponse::newFileResponse(data, 12);
  co_return;
}

Task<> waitingBad(Task<> other) {
  sync_wait(other);                               // CHECK: :[[#@LINE]]:{{.*}}'drogon::sync_wait' waits
  app().run();                                    // CHECK: :[[#@LINE]]:{{.*}}'drogon::HttpAppFramework::run' runs a nested event loop
  co_return;
}

Task<> waitingOk(trantor::EventLoop *loop, Task<> &other) {
  co_await sleepCoro(loop, 0.5);
  co_await queueInLoopCoro(loop, [] {});
  co_await other;
}

struct User : HttpController<User> {
  void showBad(const HttpRequestPtr &, ResponseCallback &&) {
    usleep(12000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  }
  static void initPathRouting() { registerMethod(&User::showBad, "/show"); }
};
void routes() { User::initPathRouting(); }

struct Simple : HttpSimpleControllerBase {
  void asyncHandleHttpRequest(const HttpRequestPtr &, ResponseCallback &&) override {
    usleep(13000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
  }
};

struct Upload : RequestStreamReader {
  void onStreamData(const char *, std::size_t) override {
    usleep(20000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 20 ms
  }
};

struct Login : HttpFilterBase {
  void doFilter(const HttpRequestPtr &, ResponseCallback &&, std::function<void()> &&) override {
    usleep(14000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
  }
};

struct Chat : WebSocketControllerBase {
  void handleNewMessage(const WebSocketConnectionPtr &, std::string &&, const WebSocketMessageType &) override {
    usleep(15000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
  }
};

void handlersBad(WebSocketClient *client) {
  app().registerHandler("/", [](const HttpRequestPtr &, ResponseCallback &&) {
    usleep(16000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
  });
  app().registerBeginningAdvice([] {
    usleep(17000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 17 ms
  });
  client->connectToServer(nullptr, [](ReqResult) {});
  HttpResponse::newAsyncStreamResponse([] {});
  RequestStreamReader::newReader([](auto, auto) {}, [](auto) {});
  client->setMessageHandler([](std::string &&) {
    usleep(18000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 18 ms
  });
  async_run([]() -> Task<> {
    usleep(19000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 19 ms
    co_return;
  });
}

Task<> computing(trantor::EventLoop *loop, const std::string &s) {
  utils::gzipCompress(s.data(), s.size());
  utils::brotliDecompress(s.data(), s.size());
  utils::getMd5(s.data(), s.size());
  co_await switchThreadCoro(loop);
}

// Before the loop starts, nobody waits.
int main() {
  HttpResponse::newFileResponse("page.html");
  app().run();
}
