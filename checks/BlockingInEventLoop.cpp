//===- checks/BlockingInEventLoop.cpp - blocking-in-event-loop ------------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A call that keeps its thread waiting, made on the thread of an event loop: in a
callback that was registered with a library's loop, or in anything that a
home-made loop calls. Home-made loops need no configuration: a loop that waits
for readiness of several descriptors (`epoll_wait`, `poll`, `kevent`, …) and
then dispatches is one.

## Why it matters

One thread serves all connections. While a callback waits, no other runs:
timers are late, requests queue up, health checks fail.

## Example

```c
#include <netdb.h>
#include <sys/epoll.h>

struct handler { void (*ready)(struct handler *); };

static void reconnect(struct handler *h) {
  struct addrinfo *found;
  getaddrinfo("upstream", "80", 0, &found); /* seconds, when DNS is slow */
}

void run(int poller) {
  struct handler h = {reconnect};
  struct epoll_event events[16], e = {.data.ptr = &h};
  epoll_ctl(poller, EPOLL_CTL_ADD, 0, &e);
  for (;;) {
    int n = epoll_wait(poller, events, 16, -1);
    for (int i = 0; i < n; i++) {
      struct handler *ready = events[i].data.ptr;
      ready->ready(ready);
    }
  }
}
```

## Instead

```c
#include <sys/epoll.h>
#include <sys/socket.h>

struct handler { void (*ready)(struct handler *); int fd; };

static void receive(struct handler *h) {
  char buffer[512];
  recv(h->fd, buffer, sizeof buffer, MSG_DONTWAIT);
}

void run(int poller) {
  struct handler h = {receive, 3};
  struct epoll_event events[16], e = {.data.ptr = &h};
  epoll_ctl(poller, EPOLL_CTL_ADD, 3, &e);
  for (;;) {
    int n = epoll_wait(poller, events, 16, -1);
    for (int i = 0; i < n; i++) {
      struct handler *ready = events[i].data.ptr;
      ready->ready(ready);
    }
  }
}
```

Use the loop's own asynchronous operation, or hand the call to a thread pool
and post the result back to the loop.

## Limits

A descriptor whose origin is not seen is judged with low confidence. Code before
the loop starts and after it ends is not on the loop.
)";

static void run(const Solution &S, FindingSink Report) {
  reportMismatches(S, "blocking-in-event-loop", ContextKind::EventLoop, Report);
}

namespace waitwise {
extern const Check BlockingInEventLoop;
const Check BlockingInEventLoop = {
    {"blocking-in-event-loop",
     "a callback on an event loop makes a call that keeps the loop waiting",
     Doc, 1322},
    run};
} // namespace waitwise
