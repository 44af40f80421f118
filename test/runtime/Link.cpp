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
int millisecondsTo(Deadline Until) {
  if (!Until)
    return -1;
  auto Left = *Until - std::chrono::steady_clock::now();
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

std::pair<Link, Link> Link::pair() {
  int Ends[2];
  checked(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, Ends), "link");
  return {Link(Descriptor(Ends[0])), Link(Descriptor(Ends[1]))};
}

/// Waits until the socket is ready for something, or the limit has passed.
LinkState Link::await(short Events, Deadline Until) const {
  pollfd Entry{Socket.get(), Events, 0};
  int Ready = poll(&Entry, 1, millisecondsTo(Until));
  if (Ready < 0 && errno != EINTR)
    return LinkState::Ended;
  return Ready == 0 ? LinkState::Late : LinkState::Whole;
}

LinkState Link::send(const Message &M, Deadline Until) {
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
    else if (auto State = await(POLLOUT, Until); State != LinkState::Whole)
      return State;
  }
  return LinkState::Whole;
}

/// Adds exactly so many bytes.
LinkState Link::receiveBytes(std::string &Bytes, size_t Count, Deadline Until) {
  char Chunk[1 << 16];
  while (Count) {
    ssize_t Got =
        recv(Socket.get(), Chunk, std::min(Count, sizeof(Chunk)), MSG_DONTWAIT);
    if (Got == 0 || (Got < 0 && !wouldWait()))
      return LinkState::Ended;
    if (Got > 0) {
      Bytes.append(Chunk, size_t(Got));
      Count -= size_t(Got);
    } else if (auto State = await(POLLIN, Until); State != LinkState::Whole) {
      return State;
    }
  }
  return LinkState::Whole;
}

/// Receives the sizes, and the descriptors that come with their first byte.
LinkState Link::receiveHead(Head &Sizes, Message &M, Deadline Until) {
  while (true) {
    Ancillary Side;
    iovec Part{&Sizes, sizeof(Sizes)};
    msghdr Packet{};
    Packet.msg_iov = &Part;
    Packet.msg_iovlen = 1;
    Packet.msg_control = Side.Room;
    Packet.msg_controllen = sizeof(Side.Room);
    ssize_t Got =
        recvmsg(Socket.get(), &Packet, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (Got > 0) {
      detach(Packet, M);
      std::string Rest;
      auto State = receiveBytes(Rest, sizeof(Sizes) - size_t(Got), Until);
      std::memcpy(reinterpret_cast<char *>(&Sizes) + Got, Rest.data(),
                  Rest.size());
      return State;
    }
    if (Got == 0 || !wouldWait())
      return LinkState::Ended;
    if (auto State = await(POLLIN, Until); State != LinkState::Whole)
      return State;
  }
}

LinkState Link::receive(Message &M, Deadline Until) {
  M = Message();
  Head Sizes;
  if (auto State = receiveHead(Sizes, M, Until); State != LinkState::Whole)
    return State;
  auto State = receiveBytes(M.Bytes, Sizes.Bytes, Until);
  if (State == LinkState::Whole && M.Descriptors.size() != Sizes.Descriptors)
    return LinkState::Ended; // no descriptor was left to receive them with
  return State;
}

bool Link::isOpen() const {
  char Byte;
  ssize_t Got = recv(Socket.get(), &Byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return Got > 0 || (Got < 0 && wouldWait());
}

} // namespace waitwise::runtime
