//===- runtime/EpollSelector.cpp - waiting with epoll ---------------------===//
#include "Selector.h"

#include "Descriptor.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unordered_set>

namespace waitwise::runtime {
namespace {

class EpollSelector final : public Selector {
public:
  EpollSelector()
      : Epoll(checked(epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
        Wakeup(checked(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")) {
    control(EPOLL_CTL_ADD, Wakeup.get(), EPOLLIN);
  }

  void watch(int Fd, unsigned What) override {
    if (!What) {
      if (Watched.erase(Fd))
        control(EPOLL_CTL_DEL, Fd, 0);
      return;
    }
    uint32_t Events =
        (What & Readable ? EPOLLIN : 0) | (What & Writable ? EPOLLOUT : 0);
    bool Added = Watched.insert(Fd).second;
    control(Added ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, Fd, Events);
  }

  void wait(std::optional<std::chrono::nanoseconds> Limit,
            std::vector<ReadyDescriptor> &Ready) override {
    epoll_event Events[256];
    int Count = epoll_wait(Epoll.get(), Events, 256, roundedUp(Limit));
    if (Count < 0 && errno != EINTR)
      throwErrno("epoll_wait");
    for (int I = 0; I < Count; ++I) {
      int Fd = Events[I].data.fd;
      uint32_t What = Events[I].events;
      bool Failed = What & (EPOLLERR | EPOLLHUP);
      if (Fd == Wakeup.get())
        clearWakeup();
      else
        Ready.push_back({Fd, (Failed || What & EPOLLIN ? Readable : 0u) |
                                 (Failed || What & EPOLLOUT ? Writable : 0u)});
    }
  }

  void wake() override { eventfd_write(Wakeup.get(), 1); }

private:
  void control(int Operation, int Fd, uint32_t Events) {
    epoll_event Event{};
    Event.events = Events;
    Event.data.fd = Fd;
    checked(epoll_ctl(Epoll.get(), Operation, Fd, &Event), "epoll_ctl");
  }

  void clearWakeup() {
    eventfd_t Count;
    eventfd_read(Wakeup.get(), &Count);
  }

  Descriptor Epoll, Wakeup;
  std::unordered_set<int> Watched;
};

} // namespace

std::unique_ptr<Selector> makeEpollSelector() {
  return std::make_unique<EpollSelector>();
}

} // namespace waitwise::runtime
