// The userver pack: tasks and handlers are fibers, which must not stop a thread.
// RUN: waitwise check --fail-on none --require-rules-hit=userver %s -- -std=c++20 -isystem %S/Inputs/userver \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <unistd.h>
#include <userver/userver.hpp>

using namespace userver;
using namespace std::chrono_literals;

struct Page : server::handlers::HttpHandlerBase {
  std::string HandleRequestThrow(const server::http::HttpRequest &, int &) const override {
    fs::blocking::RewriteFileContentsFSync("f", "x"); // CHECK: :[[#@LINE]]:{{.*}}'userver::fs::blocking::RewriteFileContentsFSync' waits for the disk
    return fs::blocking::ReadFileContents("f"); // CHECK: :[[#@LINE]]:{{.*}}'userver::fs::blocking::ReadFileContents' waits for the disk
  }
};
struct Json : server::handlers::HttpHandlerJsonBase {
  int HandleRequestJsonThrow(const server::http::HttpRequest &, const int &, int &) const override {
    usleep(11000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
    return 0;
  }
};
struct Chat : server::websocket::WebsocketHandlerBase {
  void Handle(server::websocket::WebSocketConnection &, int &) const override {
    usleep(12000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  }
};

void tasksBad(utils::PeriodicTask &periodic, concurrent::BackgroundTaskStorage &storage, int n) {
  utils::Async("a", [] { usleep(13000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
  utils::CriticalAsync("b", [](int) {
    usleep(14000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
  }, n);
  engine::AsyncNoSpan([] { usleep(15000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
  periodic.Start("c", {}, [] {
    usleep(16000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
  });
  storage.AsyncDetach("d", [] {
    usleep(17000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 17 ms
  });
}

// On the fs-task-processor one may wait for the disk.
void tasksOk(engine::TaskProcessor &files) {
  utils::Async(files, "a", [] { fs::blocking::FileExists("f"); });
  utils::AsyncBackground("b", files, [] { usleep(18000); });
  engine::AsyncNoSpan(files, [] { usleep(19000); });
}

// What waits for a coroutine's sake suspends only that.
void waitingOk(engine::TaskProcessor &files, engine::Mutex &mutex) {
  utils::Async("a", [&] {
    engine::SleepFor(1s);
    mutex.lock();
    mutex.unlock();
    utils::Async("b", [] { return 1; }).Get();
    fs::ReadFileContents(files, "f");
    engine::Yield();
    auto adopted = fs::blocking::FileDescriptor::AdoptFd(1);
  });
}

void waitingBad(engine::TaskWithResult<int> &task) {
  utils::Async("a", [&] {
    task.BlockingWait();                // CHECK: :[[#@LINE]]:{{.*}}'userver::engine::TaskBase::BlockingWait' waits
    fs::blocking::CFile file("f", 0);   // CHECK: :[[#@LINE]]:{{.*}}'userver::fs::blocking::CFile::CFile' waits for the disk
  });
}

void computing(std::string_view data) {
  crypto::hash::Sha256(data);
  crypto::hash::HmacSha256("key", data);
  formats::json::FromString(data);
}

// Functions of the same names that are the program's own.
namespace mine::fs::blocking {
bool FileExists(const char *) { return true; }
} // namespace mine::fs::blocking
void lookAlikesOk() {
  utils::Async("a", [] { mine::fs::blocking::FileExists("f"); });
}

int main() {
  engine::RunStandalone([] {
    usleep(21000);                      // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 21 ms
  });
}
