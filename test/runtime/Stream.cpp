//===- runtime/Stream.cpp - try, and suspend if it would wait -------------===//
#include "Stream.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/signalfd.h>
#include <sys/socket.h>

namespace waitwise::runtime {
namespace {

sockaddr_in loopback(uint16_t Port) {
  sockaddr_in Address{};
  Address.sin_family = AF_INET;
  Address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  Address.sin_port = htons(Port);
  return Address;
}

Descriptor tcpSocket() {
  return Descriptor(
      checked(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0),
              "socket"));
}

/// Replies are small, and each is written whole.
void sendAtOnce(int Fd) {
  int On = 1;
  setsockopt(Fd, IPPROTO_TCP, TCP_NODELAY, &On, sizeof(On));
}

} // namespace

LoopDescriptor::LoopDescriptor(Loop &L, Descriptor D)
    : On(&L), Fd(std::move(D)) {
  int Flags = checked(fcntl(Fd.get(), F_GETFL), "flags of a descriptor");
  checked(fcntl(Fd.get(), F_SETFL, Flags | O_NONBLOCK), "O_NONBLOCK");
}

LoopDescriptor &LoopDescriptor::operator=(LoopDescriptor &&Other) noexcept {
  close();
  On = Other.On;
  Fd = std::move(Other.Fd);
  return *this;
}

void LoopDescriptor::close() {
  if (Fd)
    On->forget(Fd.get());
  Fd.reset();
}

Task<size_t> Stream::read(std::span<char> Into) {
  while (true) {
    ssize_t Count = ::read(End.fd(), Into.data(), Into.size());
    if (Count >= 0)
      co_return size_t(Count);
    if (errno != EAGAIN && errno != EINTR)
      throwErrno("read");
    co_await ready(End.fd(), Readable);
  }
}

Task<void> Stream::write(std::string_view Bytes) {
  while (!Bytes.empty()) {
    ssize_t Count = ::write(End.fd(), Bytes.data(), Bytes.size());
    if (Count >= 0) {
      Bytes.remove_prefix(size_t(Count));
      continue;
    }
    if (errno != EAGAIN && errno != EINTR)
      throwErrno("write");
    co_await ready(End.fd(), Writable);
  }
}

void Stream::shutdownWrite() { ::shutdown(End.fd(), SHUT_WR); }

Listener::Listener(Loop &L, uint16_t Port) : Socket(L, tcpSocket()) {
  int On = 1;
  setsockopt(Socket.fd(), SOL_SOCKET, SO_REUSEADDR, &On, sizeof(On));
  sockaddr_in Address = loopback(Port);
  checked(bind(Socket.fd(), reinterpret_cast<sockaddr *>(&Address),
               sizeof(Address)),
          "bind");
  checked(listen(Socket.fd(), SOMAXCONN), "listen");
}

uint16_t Listener::port() const {
  sockaddr_in Address{};
  socklen_t Size = sizeof(Address);
  checked(
      getsockname(Socket.fd(), reinterpret_cast<sockaddr *>(&Address), &Size),
      "getsockname");
  return ntohs(Address.sin_port);
}

Task<Stream> Listener::accept() {
  while (true) {
    int Fd =
        accept4(Socket.fd(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (Fd >= 0) {
      sendAtOnce(Fd);
      co_return Stream(Socket.loop(), Descriptor(Fd));
    }
    if (errno != EAGAIN && errno != EINTR && errno != ECONNABORTED)
      throwErrno("accept");
    co_await ready(Socket.fd(), Readable);
  }
}

Task<Stream> connect(uint16_t Port) {
  Loop &L = co_await thisLoop();
  Descriptor Socket = tcpSocket();
  sendAtOnce(Socket.get());
  int Fd = Socket.get();
  Stream Connected(L, std::move(Socket));
  sockaddr_in Address = loopback(Port);
  if (::connect(Fd, reinterpret_cast<sockaddr *>(&Address), sizeof(Address)) ==
      0)
    co_return Connected;
  if (errno != EINPROGRESS)
    throwErrno("connect");
  co_await ready(Fd, Writable);
  int Error = 0;
  socklen_t Size = sizeof(Error);
  getsockopt(Fd, SOL_SOCKET, SO_ERROR, &Error, &Size);
  if (Error)
    throw std::system_error(Error, std::generic_category(), "connect");
  co_return Connected;
}

std::pair<Stream, Stream> makePipe(Loop &L) {
  int Ends[2];
  checked(pipe2(Ends, O_CLOEXEC | O_NONBLOCK), "pipe");
  return {Stream(L, Descriptor(Ends[0])), Stream(L, Descriptor(Ends[1]))};
}

Descriptor Signals::open(std::initializer_list<int> Numbers, sigset_t &Before) {
  sigset_t Awaited;
  sigemptyset(&Awaited);
  for (int Number : Numbers)
    sigaddset(&Awaited, Number);
  pthread_sigmask(SIG_BLOCK, &Awaited, &Before);
  return Descriptor(
      checked(signalfd(-1, &Awaited, SFD_CLOEXEC | SFD_NONBLOCK), "signalfd"));
}

Signals::Signals(Loop &L, std::initializer_list<int> Numbers)
    : Source(L, open(Numbers, Before)) {}

Signals::~Signals() { pthread_sigmask(SIG_SETMASK, &Before, nullptr); }

Task<int> Signals::next() {
  while (true) {
    signalfd_siginfo Info;
    if (::read(Source.fd(), &Info, sizeof(Info)) == sizeof(Info))
      co_return int(Info.ssi_signo);
    co_await ready(Source.fd(), Readable);
  }
}

} // namespace waitwise::runtime
