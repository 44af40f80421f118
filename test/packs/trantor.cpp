// The trantor pack: every rule matches a call; what a loop runs must not wait.
// RUN: waitwise check --fail-on none --require-rules-hit=trantor %s -- -std=c++20 -isystem %S/Inputs/trantor \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <trantor/net/EventLoop.h>
#include <unistd.h>

using namespace trantor;

void timersBad(EventLoop &loop, const Date &date) {
  loop.runInLoop([] { usleep(11000); });            // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
  loop.queueInLoop([] { usleep(12000); });          // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
  loop.runAfter(0.5, [] { usleep(13000); });        // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
  loop.runEvery(1, [] { usleep(14000); });          // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
  loop.runAt(date, [] { usleep(15000); });          // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
}

void connectionsBad(TcpServer &server, TcpClient &client, Channel &channel, Resolver &resolver) {
  server.setRecvMessageCallback([](auto &, MsgBuffer *) {
    usleep(16000);                                  // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
  });
  client.setConnectionErrorCallback([] {
    usleep(17000);                                  // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 17 ms
  });
  channel.setReadCallback([] { usleep(18000); });   // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 18 ms
  resolver.resolve("host", [](const InetAddress &) {
    usleep(19000);                                  // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 19 ms
  });
}

void filesBad(EventLoop &loop, TcpConnectionPtr c, TcpServer &server) {
  loop.queueInLoop([c, &server] {
    c->sendFile("f");                               // CHECK: :[[#@LINE]]:{{.*}}'trantor::TcpConnection::sendFile' waits for the disk
    server.reloadSSL();                             // CHECK: :[[#@LINE]]:{{.*}}'trantor::TcpServer::reloadSSL' waits for the disk
    c->startEncryption(nullptr, true, [](auto &) {
      usleep(21000);                                // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 21 ms
    });
  });
}

void waitingBad(EventLoop &loop, EventLoop &other, EventLoopThread &thread, SerialTaskQueue &serial, TaskQueue &queue) {
  loop.queueInLoop([&] {
    other.loop();                                   // CHECK: :[[#@LINE]]:{{.*}}'trantor::EventLoop::loop' runs a nested event loop
    thread.wait();                                  // CHECK: :[[#@LINE]]:{{.*}}'trantor::EventLoopThread::wait' waits
    queue.syncTaskInQueue([] { usleep(22000); });   // CHECK: :[[#@LINE]]:{{.*}}'trantor::TaskQueue::syncTaskInQueue' waits
    serial.waitAllTasksFinished();                  // CHECK: :[[#@LINE]]:{{.*}}'trantor::SerialTaskQueue::waitAllTasksFinished' waits
  });
}

// What waits may wait on a thread of its own.
void offloadedOk(EventLoop &loop, ConcurrentTaskQueue &pool, SerialTaskQueue &serial) {
  loop.queueInLoop([&] {
    pool.runTaskInQueue([] { usleep(23000); });
    serial.runTaskInQueue([] { usleep(24000); });
  });
}

void computing(const std::string &s) {
  utils::sha256(s.data(), s.size());
  utils::md5(s);
}

// Functions of the same names that are the program's own.
namespace mine {
struct TaskQueue {
  void syncTaskInQueue(const Func &task);
};
struct TcpConnection {
  void sendFile(const char *);
};
} // namespace mine

void lookAlikesOk(EventLoop &loop, mine::TaskQueue &queue, mine::TcpConnection &c) {
  loop.queueInLoop([&] {
    queue.syncTaskInQueue([] {});
    c.sendFile("f");
  });
}
