// Timers and a control socket: callbacks on the same loop as all sessions.
#include "housekeeping.h"

#include <sys/socket.h>

#include <chrono>
#include <fstream>
#include <future>

namespace demo {

using namespace std::chrono_literals;
using boost::system::error_code;

static std::string firstLine(const char *File) {
  std::ifstream In(File);
  std::string Line;
  std::getline(In, Line);
  return Line;
}

Housekeeping::Housekeeping(Shared &All)
    : All(All), Reload(All.Loop), Tick(All.Loop), Total(All.Loop),
      Control(All.Loop, {asio::ip::udp::v4(), 5001}) {}

// A file read on the loop, through a helper.
void Housekeeping::reloadBad() {
  Reload.expires_after(60s);
  Reload.async_wait([this](error_code Failed) {
    if (Failed)
      return;
    Motto = firstLine("/etc/motd"); // planted: FileRead
    reloadBad();
  });
}

// Counting is harmless in itself, but who publishes sleeps under its mutex.
void Housekeeping::tickBad() {
  Tick.expires_after(1s);
  Tick.async_wait([this](error_code Failed) {
    if (Failed)
      return;
    All.Requests.add(); // planted: SlowMutex
    tickBad();
  });
}

// The loop stands still until a worker is free and done.
void Housekeeping::totalBad() {
  Total.expires_after(10s);
  Total.async_wait([this](error_code Failed) {
    if (Failed)
      return;
    std::future<std::size_t> Size = asio::post(
        All.Workers, asio::use_future([Text = Motto] { return Text.size(); }));
    Size.get(); // planted: FutureWait
    totalBad();
  });
}

// Reads what is there and nothing more.
void Housekeeping::controlOk() {
  Control.async_wait(asio::socket_base::wait_read, [this](error_code Failed) {
    if (Failed)
      return;
    char Order[64];
    recv(Control.native_handle(), Order, sizeof Order, MSG_DONTWAIT);
    controlOk();
  });
}

void Housekeeping::start() {
  reloadBad();
  tickBad();
  totalBad();
  controlOk();
  asio::post(All.Workers, [this] { All.Requests.publishBad(); });
  asio::post(All.Workers, [this] { All.Requests.publishOk(); });
}

} // namespace demo
