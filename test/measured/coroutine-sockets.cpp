// A coroutine that asks a slow peer.
// RUN: %python %S/agreement.py %s coroutine
// UNSUPPORTED: sanitized
#include "Fixture.h"

#include <netinet/in.h>
#include <sys/socket.h>

namespace fixture {

/// A peer on the loopback interface that answers after the delay.
class SlowPeer {
public:
  SlowPeer() {
    int Ends[2];
    checked(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, Ends), "pair");
    Near = Descriptor(Ends[0]);
    Far = Descriptor(Ends[1]);
    Answers = std::thread([this] {
      char Byte;
      (void)!recv(Far.get(), &Byte, 1, 0);
      std::this_thread::sleep_for(Delay);
      (void)!send(Far.get(), &Byte, 1, 0);
    });
  }
  ~SlowPeer() { Answers.join(); }

  int fd() const { return Near.get(); }
  Descriptor take() { return std::move(Near); }

private:
  Descriptor Near, Far;
  std::thread Answers;
};

namespace waitsForAnswer {
Task<> body(SlowPeer &Peer) {
  char Byte = 'q';
  (void)!send(Peer.fd(), &Byte, 1, 0);
  (void)!recv(Peer.fd(), &Byte, 1, 0);
  co_return;
}
Measured run() {
  SlowPeer Peer;
  return stallOf(body(Peer));
}
} // namespace waitsForAnswer

namespace awaitsAnswer {
Task<> body(SlowPeer &Peer) {
  Stream To(theLoop(), Peer.take());
  char Byte = 'q';
  co_await To.write({&Byte, 1});
  co_await To.read({&Byte, 1});
}
Measured run() {
  SlowPeer Peer;
  return stallOf(body(Peer));
}
} // namespace awaitsAnswer

namespace asksWithoutWaiting {
Task<> body(SlowPeer &Peer) {
  char Byte = 'q';
  (void)!send(Peer.fd(), &Byte, 1, MSG_DONTWAIT);
  while (recv(Peer.fd(), &Byte, 1, MSG_DONTWAIT) < 0)
    co_await sleep(1ms);
}
Measured run() {
  SlowPeer Peer;
  return stallOf(body(Peer));
}
} // namespace asksWithoutWaiting

namespace asksOnPool {
Task<> body(SlowPeer &Peer, IoPool &Pool) {
  co_await onPool(Pool, [&Peer] {
    char Byte = 'q';
    (void)!send(Peer.fd(), &Byte, 1, 0);
    (void)!recv(Peer.fd(), &Byte, 1, 0);
  });
}
Measured run() {
  SlowPeer Peer;
  IoPool Pool(1);
  return stallOf(body(Peer, Pool));
}
} // namespace asksOnPool

const Case Cases[] = {CASE(waitsForAnswer), CASE(awaitsAnswer),
                      CASE(asksWithoutWaiting), CASE(asksOnPool)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
