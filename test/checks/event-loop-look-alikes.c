// Loops around a wait that are no event loops: retries, and waits for one peer.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   | FileCheck %s --allow-empty --implicit-check-not={{warning|error}}:
// RUN: waitwise dump contexts %s -- -std=gnu17 | count 0
#include <errno.h>
#include <poll.h>
#include <sys/epoll.h>
#include <unistd.h>

static void work(void) { sleep(1); }

int retryOk(int fd) {
  struct epoll_event events[1];
  int n;
  do
    n = epoll_wait(fd, events, 1, 100);
  while (n < 0 && errno == EINTR);
  return n;
}

void onePeerOk(int fd) {
  struct pollfd p = {fd, POLLIN, 0};
  while (poll(&p, 1, 1000) == 0)
    work();
}
