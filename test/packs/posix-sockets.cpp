// The posix-sockets pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=posix-sockets %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <arpa/nameser.h>
#include <grp.h>
#include <netdb.h>
#include <pwd.h>
#include <resolv.h>
#include <sys/socket.h>

char buffer[64];
sockaddr address;
msghdr message;
mmsghdr messages;

task blockingBad() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, &address, 1);           // CHECK: :[[#@LINE]]:{{.*}}'connect' waits for the network
  int peer = accept(fd, 0, 0);        // CHECK: :[[#@LINE]]:{{.*}}'accept' waits for the network
  accept4(fd, 0, 0, SOCK_NONBLOCK);   // CHECK: :[[#@LINE]]:{{.*}}'accept4' waits for the network
  recv(peer, buffer, 1, 0);           // CHECK: :[[#@LINE]]:{{.*}}'recv' waits for the network
  recvmsg(fd, &message, 0);           // CHECK: :[[#@LINE]]:{{.*}}'recvmsg' waits for the network
  recvmmsg(fd, &messages, 1, 0, 0);   // CHECK: :[[#@LINE]]:{{.*}}'recvmmsg' waits for the network
  send(peer, buffer, 1, 0);           // CHECK: :[[#@LINE]]:{{.*}}'send' waits for the network
  sendmsg(fd, &message, 0);           // CHECK: :[[#@LINE]]:{{.*}}'sendmsg' waits for the network
  sendmmsg(fd, &messages, 1, 0);      // CHECK: :[[#@LINE]]:{{.*}}'sendmmsg' waits for the network
  co_return;
}

task nonblockingOk() {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  connect(fd, &address, 1);
  int peer = accept4(fd, 0, 0, SOCK_NONBLOCK);
  recv(peer, buffer, 1, 0);
  send(peer, buffer, 1, MSG_NOSIGNAL);
  recvmsg(fd, &message, 0);
  co_return;
}

task dontWaitOk() {
  int pair[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  recv(pair[0], buffer, 1, MSG_DONTWAIT | MSG_PEEK);
  recvmsg(pair[0], &message, MSG_DONTWAIT);
  recvmmsg(pair[0], &messages, 1, MSG_DONTWAIT, 0);
  send(pair[0], buffer, 1, MSG_DONTWAIT | MSG_NOSIGNAL);
  sendmsg(pair[0], &message, MSG_DONTWAIT);
  sendmmsg(pair[0], &messages, 1, MSG_DONTWAIT);
  co_return;
}

task namesBad() {
  addrinfo *found;
  gaicb *list[1];
  getaddrinfo("host", "80", 0, &found); // CHECK: :[[#@LINE]]:{{.*}}'getaddrinfo' waits for a name server
  getnameinfo(&address, 1, buffer, 1, 0, 0, 0); // CHECK: :[[#@LINE]]:{{.*}}'getnameinfo' waits for a name server
  gethostbyname("host");              // CHECK: :[[#@LINE]]:{{.*}}'gethostbyname' waits for a name server
  getaddrinfo_a(GAI_WAIT, list, 1, 0); // CHECK: :[[#@LINE]]:{{.*}}'getaddrinfo_a' waits for a name server
  gai_suspend(list, 1, 0);            // CHECK: :[[#@LINE]]:{{.*}}'gai_suspend' waits for a name server
  res_query("host", 1, 1, 0, 0);      // CHECK: :[[#@LINE]]:{{.*}}'res_query' waits for a name server
  getpwnam("root");                   // CHECK: :[[#@LINE]]:{{.*}}'getpwnam' waits for the disk
  getservbyname("http", "tcp");       // CHECK: :[[#@LINE]]:{{.*}}'getservbyname' waits for the disk
  co_return;
}

task ownHostBad() {
  gethostbyname("localhost");         // CHECK: :[[#@LINE]]:{{.*}}'gethostbyname' waits for the disk
  co_return;
}

task namesOk() {
  addrinfo *found;
  gaicb *list[1];
  getaddrinfo(nullptr, "80", 0, &found);
  getaddrinfo("127.0.0.1", "80", 0, &found);
  getaddrinfo("::", "80", 0, &found);
  getnameinfo(&address, 1, buffer, 1, 0, 0, NI_NUMERICHOST | NI_NUMERICSERV);
  getaddrinfo_a(GAI_NOWAIT, list, 1, 0);
  timespec none{0, 0};
  gai_suspend(list, 1, &none);
  freeaddrinfo(found);
  co_return;
}

// Methods and functions of the program that have the same names.
struct channel {
  int recv(int);
  void connect();
};
namespace mine {
int send(int, const char *, int, int);
}

task lookAlikesOk(channel &c) {
  c.recv(1);
  c.connect();
  mine::send(1, buffer, 1, 0);
  co_return;
}
