// Function pointers in C: tables, designated initialisers, calls through fields.
// RUN: waitwise dump summary %s -- -std=c11 | FileCheck %s
// CHECK: unit {{.*}}tables.c C
typedef void (*handler)(int);
struct ops { handler on_read; void (*on_write)(int); };
struct client { struct ops *ops; handler cb; };
void rd(int fd) {}
void wr(int fd) {}
static struct ops table[] = {
  {rd, wr},
  {.on_write = &wr, .on_read = (handler)rd},
};
struct { const char *name; handler fn; } commands[] = {{"read", rd}, {"nop", 0}};

// CHECK-LABEL: function dispatch
// CHECK: via field ops::on_read (3: int) -> void [discarded]
// CHECK: via field client::cb (4: int)
// CHECK: via param h (5: int)
// CHECK: rd (6: int)
// CHECK: move field client::cb <- param h
// CHECK: move field client::ops <- global table
void dispatch(struct client *c, handler h) {
  c->cb = h;
  c->ops = &table[1];
  c->ops->on_read(3);
  (*c->cb)(4);
  h(5);
  (&rd)(6);
}

// CHECK-LABEL: function oldStyle
// CHECK: params: fd: int
// CHECK: unknown_function (param fd: int)
void oldStyle(fd) int fd; { unknown_function(fd); }

// CHECK-LABEL: function (static initialisation)
// CHECK-DAG: move field ops::on_read <- function rd
// CHECK-DAG: move field ops::on_write <- function wr
// CHECK-DAG: move field (anonymous struct)::fn <- function rd
// CHECK-DAG: move field (anonymous struct)::fn <- null
// CHECK-DAG: move field (anonymous struct)::name <- "read"

// CHECK-DAG: entity variable table [internal main-file] {{.*}} key {{.*}}@{{.*}}tables.c @
// CHECK-DAG: entity function rd [c main-file] (int) : void key c:@F@rd @
