//===- runtime/Link.cpp - framing, and descriptors beside the bytes -------===//
#include "Link.h"

#include <algorithm>
#include <poll.h>
#include <sys/socket.h>

namespace waitwise::runtime {

/// What a message begins with.
struct Head {
  size_t Bytes = 0, Descriptors = 0;
};

namespace {

/// Room for descriptors beside a message, aligned as the kernel wants it.
struct Ancillary {
  alignas(cmsghdr) char Room[CMSG_SPACE(Link::MaxDescriptors * sizeof(int))];
};

/// Milliseconds for poll(2), rounded up; -1 for no limit.
int millisecondsTo(const LinkLimits &Limits) {
  if (!Limits.Until)
    return -1;
  auto Left = *Limits.Until - std::chrono::steady_clock::now();
  auto Rounded = std::chrono::ceil<std::chrono::milliseconds>(Left).count();
  return int(std::clamp<int64_t>(Rounded, 0, 1'000'000'000));
}

/// Puts the descriptors of a message beside its first byte.
void attach(msghdr &Packet, Ancillary &Side, const Message &M) {
  size_t Size = M.Descriptors.size() * sizeof(int);
  if (!Size)
    return;
  Packet.msg_control = Side.Room;
  Packet.msg_controllen = CMSG_SPACE(Size);
  cmsghdr *Control = CMSG_FIRSTHDR(&Packet);
  Control->cmsg_level = SOL_SOCKET;
  Control->cmsg_type = SCM_RIGHTS;
  Control->cmsg_len = CMSG_LEN(Size);
  int Numbers[Link::MaxDescriptors];
  std::transform(M.Descriptors.begin(), M.Descriptors.end(), Numbers,
                 [](const Descriptor &D) { return D.get(); });
  std::memcpy(CMSG_DATA(Control), Numbers, Size);
}

/// Takes the descriptors that came beside a packet.
void detach(msghdr &Packet, Message &M) {
  for (cmsghdr *C = CMSG_FIRSTHDR(&Packet); C; C = CMSG_NXTHDR(&Packet, C)) {
    if (C->cmsg_level != SOL_SOCKET || C->cmsg_type != SCM_RIGHTS)
      continue;
    size_t Count = (C->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (size_t I = 0; I != Count; ++I) {
      int Fd;
      std::memcpy(&Fd, CMSG_DATA(C) + I * sizeof(int), sizeof(int));
      M.Descriptors.emplace_back(Fd);
    }
  }
}

bool wouldWait() { return errno == EAGAIN || errno == EINTR; }

} // namespace

static std::pair<Link, Link> connected(int Type) {
  int Ends[2];
  checked(socketpair(AF_UNIX, Type | SOCK_CLOEXEC, 0, Ends), "link");
  return {Link(Descriptor(Ends[0])), Link(Descriptor(Ends[1]))};
}

std::pair<Link, Link> Link::pair() { return connected(SOCK_STREAM); }

std::pair<Link, Link> Link::packets() { return connected(SOCK_SEQPACKET); }

/// Waits until the socket is ready for something, or the limit has passed.
LinkState Link::await(short Events, const LinkLimits &Limits) const {
  pollfd Entries[]{{Socket.get(), Events, 0}, {Limits.Interrupt, POLLIN, 0}};
  int Ready = poll(Entries, 2, millisecondsTo(Limits));
  if (Ready < 0 && errno != EINTR)
    return LinkState::Ended;
  if (Ready > 0 && Entries[1].revents)
    return LinkState::Interrupted;
  return Ready == 0 ? LinkState::Late : LinkState::Whole;
}

LinkState Link::send(const Message &M, const LinkLimits &Limits) {
  if (M.Descriptors.size() > MaxDescriptors)
    throw std::length_error("too many descriptors in a message");
  Head Sizes{M.Bytes.size(), M.Descriptors.size()};
  std::string Frame(reinterpret_cast<const char *>(&Sizes), sizeof(Sizes));
  Frame += M.Bytes;
  Ancillary Side;
  for (size_t Sent = 0; Sent != Frame.size();) {
    iovec Part{Frame.data() + Sent, Frame.size() - Sent};
    msghdr Packet{};
    Packet.msg_iov = &Part;
    Packet.msg_iovlen = 1;
    if (!Sent)
      attach(Packet, Side, M);
    ssize_t Count = sendmsg(Socket.get(), &Packet, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (Count < 0 && !wouldWait())
      return LinkState::Ended;
    if (Count > 0)
      Sent += size_t(Count);
    else if (auto State = await(POLLOUT, Limits); State != LinkState::Whole)
      return State;
  }
  return LinkState::Whole;
}

LinkState Link::receive(Message &M, const LinkLimits &Limits) {
  M = Message();
  Head Sizes;
  std::string &Frame = M.Bytes; // until its head is taken off
  auto IsWhole = [&] {
    if (Frame.size() < sizeof(Head))
      return false;
    std::memcpy(&Sizes, Frame.data(), sizeof(Head));
    return Frame.size() - sizeof(Head) >= Sizes.Bytes;
  };
  char Chunk[1 << 16];
  while (!IsWhole()) {
    Ancillary Side;
    iovec Part{Chunk, sizeof(Chunk)};
    msghdr Packet{};
    Packet.msg_iov = &Part;
    Packet.msg_iovlen = 1;
    Packet.msg_control = Side.Room;
    Packet.msg_controllen = sizeof(Side.Room);
    ssize_t Got =
        recvmsg(Socket.get(), &Packet, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (Got == 0 || (Got < 0 && !wouldWait()))
      return LinkState::Ended;
    if (Got > 0) {
      Frame.append(Chunk, size_t(Got));
      detach(Packet, M);
    } else if (auto State = await(POLLIN, Limits); State != LinkState::Whole) {
      return State;
    }
  }
  Frame.erase(0, sizeof(Head));
  bool AsSent =
      Frame.size() == Sizes.Bytes && M.Descriptors.size() == Sizes.Descriptors;
  return AsSent ? LinkState::Whole : LinkState::Ended;
}

bool Link::isOpen() const {
  char Byte;
  ssize_t Got = recv(Socket.get(), &Byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return Got > 0 || (Got < 0 && wouldWait());
}

} // namespace waitwise::runtime
