// Assignments, initialisers, returns and the arms of conditionals become moves.
// RUN: waitwise dump summary %s -- -std=c++20 | FileCheck %s
#include <utility>
struct Socket { int fd; };
struct Server { Socket s; int flags; int *list[4]; };
int global;
int open_it();

// CHECK-LABEL: function flow
// CHECK: params: p: int, srv: Server &
// CHECK-DAG: move local a <- param p
// CHECK-DAG: move field Socket::fd <- local a
// CHECK-DAG: move global global <- field Socket::fd
// CHECK-DAG: move local r <- result #0
// CHECK-DAG: move field Server::list <- local r
// CHECK-DAG: move local q <- field Server::list
// CHECK-DAG: move return <- local q
int *flow(int p, Server &srv) {
  int a = p;
  srv.s.fd = a;
  global = (&srv)->s.fd;
  int r = open_it();
  srv.list[2] = &r;
  int *q = *(srv.list + 1);
  return q;
}

// CHECK-LABEL: function joins
// CHECK-DAG: move local x <- param a
// CHECK-DAG: move local x <- param b
// CHECK-DAG: move [[J:local %[0-9]+]] <- param a
// CHECK-DAG: move [[J]] <- 7
// CHECK-DAG: move return <- [[J]]
int joins(bool c, int a, int b) {
  int x = c ? a : b;
  return (x, *&(const int &)(c ? a : 7));
}

// Defaulted assignment of a class is a move, std::move is transparent.
// CHECK-LABEL: function whole
// CHECK-NOT: operator=
// CHECK-DAG: move local t <- param s
// CHECK-DAG: move field Server::s <- local t
// CHECK-DAG: move field Server::flags <- bits 2048
void whole(Server &srv, Socket s) {
  Socket t = std::move(s);
  srv.s = std::move(t);
  srv.flags |= 04000;
}

// CHECK-LABEL: function lists
// CHECK-DAG: move field Socket::fd <- param a
// CHECK-DAG: move field Server::flags <- 5
// CHECK-DAG: move local arr <- param a
// CHECK-DAG: move return <- field Socket::fd
int lists(int a) {
  Server s{.s = {a}, .flags = 5};
  int arr[] = {a, 1};
  auto [y] = s.s;
  return y;
}
