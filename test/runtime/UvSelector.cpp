//===- runtime/UvSelector.cpp - waiting with libuv ------------------------===//
//
// One turn of libuv's loop is one wait. A uv_poll_t per descriptor tells what
// is ready, a uv_timer_t limits the wait, a uv_async_t wakes it.
//
//===----------------------------------------------------------------------===//
#include "Selector.h"

#include <stdexcept>
#include <string>
#include <unordered_map>
#include <uv.h>

namespace waitwise::runtime {
namespace {

void check(int Result, const char *What) {
  if (Result < 0)
    throw std::runtime_error(std::string(What) + ": " + uv_strerror(Result));
}

class UvSelector final : public Selector {
public:
  UvSelector() {
    check(uv_loop_init(&Uv), "uv_loop_init");
    Uv.data = this;
    check(uv_timer_init(&Uv, &Timer), "uv_timer_init");
    check(uv_async_init(&Uv, &Wakeup, [](uv_async_t *) {}), "uv_async_init");
  }

  ~UvSelector() override {
    for (auto &[Fd, Poll] : Polls)
      close(Poll);
    uv_close(reinterpret_cast<uv_handle_t *>(&Timer), nullptr);
    uv_close(reinterpret_cast<uv_handle_t *>(&Wakeup), nullptr);
    uv_run(&Uv, UV_RUN_DEFAULT); // until all are closed
    uv_loop_close(&Uv);
  }

  void watch(int Fd, unsigned What) override {
    auto Found = Polls.find(Fd);
    if (!What) {
      if (Found == Polls.end())
        return;
      close(Found->second);
      Polls.erase(Found);
      return;
    }
    if (Found == Polls.end()) {
      auto Poll = std::make_unique<Watch>();
      Poll->Fd = Fd;
      check(uv_poll_init(&Uv, &Poll->Handle, Fd), "uv_poll_init");
      Found = Polls.emplace(Fd, Poll.release()).first;
    }
    int Events = (What & Readable ? UV_READABLE : 0) |
                 (What & Writable ? UV_WRITABLE : 0);
    Found->second->Wanted = What;
    check(uv_poll_start(&Found->second->Handle, Events, ready),
          "uv_poll_start");
  }

  void wait(std::optional<std::chrono::nanoseconds> Limit,
            std::vector<ReadyDescriptor> &Ready) override {
    Into = &Ready;
    int Milliseconds = roundedUp(Limit);
    if (Milliseconds > 0) {
      uv_update_time(&Uv);
      uv_timer_start(&Timer, [](uv_timer_t *) {}, uint64_t(Milliseconds), 0);
    }
    uv_run(&Uv, Milliseconds == 0 ? UV_RUN_NOWAIT : UV_RUN_ONCE);
    uv_timer_stop(&Timer);
    Into = nullptr;
  }

  void wake() override { uv_async_send(&Wakeup); }

private:
  struct Watch {
    uv_poll_t Handle; ///< First: libuv gives its address back.
    int Fd;
    unsigned Wanted;
  };

  static void ready(uv_poll_t *Handle, int Status, int Events) {
    auto *Self = static_cast<UvSelector *>(Handle->loop->data);
    auto *Poll = reinterpret_cast<Watch *>(Handle);
    if (!Self->Into)
      return;
    unsigned What = Status < 0 ? unsigned(Readable | Writable)
                               : (Events & UV_READABLE ? Readable : 0u) |
                                     (Events & UV_WRITABLE ? Writable : 0u);
    Self->Into->push_back({Poll->Fd, What});
    if (Status < 0) // libuv has stopped it; a later watch() starts it again
      uv_poll_start(&Poll->Handle, int(Poll->Wanted), ready);
  }

  static void close(Watch *Poll) {
    uv_close(
        reinterpret_cast<uv_handle_t *>(&Poll->Handle),
        [](uv_handle_t *Handle) { delete reinterpret_cast<Watch *>(Handle); });
  }

  uv_loop_t Uv;
  uv_timer_t Timer;
  uv_async_t Wakeup;
  std::unordered_map<int, Watch *> Polls;
  std::vector<ReadyDescriptor> *Into = nullptr;
};

} // namespace

std::unique_ptr<Selector> makeUvSelector() {
  return std::make_unique<UvSelector>();
}

} // namespace waitwise::runtime
