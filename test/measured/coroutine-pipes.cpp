// A coroutine that reads from a slow pipe, in several ways.
// RUN: %python %S/agreement.py %s coroutine
// UNSUPPORTED: sanitized
#include "Fixture.h"

#include <poll.h>

namespace fixture {

namespace readsSlowPipe {
Task<> body(SlowPipe &Pipe) {
  char Byte;
  (void)!read(Pipe.fd(), &Byte, 1);
  co_return;
}
Measured run() {
  SlowPipe Pipe;
  return stallOf(body(Pipe));
}
} // namespace readsSlowPipe

namespace awaitsSlowPipe {
Task<> body(SlowPipe &Pipe) {
  Stream From(theLoop(), Pipe.take());
  char Byte;
  co_await From.read({&Byte, 1});
}
Measured run() {
  SlowPipe Pipe;
  return stallOf(body(Pipe));
}
} // namespace awaitsSlowPipe

namespace asksPollOnly {
Task<> body(SlowPipe &Pipe) {
  pollfd Entry{Pipe.fd(), POLLIN, 0};
  while (poll(&Entry, 1, 0) == 0)
    co_await sleep(1ms);
}
Measured run() {
  SlowPipe Pipe;
  return stallOf(body(Pipe));
}
} // namespace asksPollOnly

namespace waitsInPoll {
Task<> body(SlowPipe &Pipe) {
  pollfd Entry{Pipe.fd(), POLLIN, 0};
  poll(&Entry, 1, 1000);
  co_return;
}
Measured run() {
  SlowPipe Pipe;
  return stallOf(body(Pipe));
}
} // namespace waitsInPoll

namespace FP_readsNonBlocking { // set through a getter
Task<> body(SlowPipe &Pipe) {
  fcntl(Pipe.fd(), F_SETFL, O_NONBLOCK);
  char Byte;
  while (read(Pipe.fd(), &Byte, 1) < 0)
    co_await sleep(1ms);
}
Measured run() {
  SlowPipe Pipe;
  return stallOf(body(Pipe));
}
} // namespace FP_readsNonBlocking

const Case Cases[] = {CASE(readsSlowPipe), CASE(awaitsSlowPipe),
                      CASE(asksPollOnly), CASE(waitsInPoll),
                      CASE(FP_readsNonBlocking)};

} // namespace fixture

int main(int Argc, char **Argv) {
  return fixture::runCase(Argc, Argv, fixture::Cases);
}
