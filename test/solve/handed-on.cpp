// What is known of a handle is known of what a library makes from it.
// RUN: split-file %s %t
// RUN: waitwise check --fail-on none --packs %t/x.yaml %t/a.cpp -- -std=c++20 -isystem %t/sys \
// RUN:   | FileCheck %t/a.cpp --implicit-check-not={{warning|error}}:

//--- x.yaml
pack: x
references: [https://example.org]
rules:
  - function: x_memory
    creates: {descriptor: memory, at: arg 0}
  - function: x_prepare
    passes: {operand: arg 0, at: arg 1}
  - function: x_iterate
    passes: {operand: arg 0, at: result}
  - function: [x_step, x_next]
    blocks: {kind: db, latency: slow, unless: [{arg: 0, is: nonblocking}]}
    because: it waits
  - function: x_loop
    runs: [{callable: arg 0, in: event-loop}]

//--- sys/x.h
extern "C" {
typedef struct db db;
typedef struct statement statement;
typedef struct rows rows;
void x_memory(db **);
void x_file(db **);
void x_prepare(db *, statement **);
rows *x_iterate(statement *);
void x_step(statement *);
void x_next(rows *);
void x_loop(void (*)());
}

//--- a.cpp
#include <x.h>
void fileBad() {
  db *d;
  statement *s;
  x_file(&d);
  x_prepare(d, &s);
  x_step(s);              // CHECK: :[[#@LINE]]:{{.*}}'x_step' waits
  x_next(x_iterate(s));   // CHECK: :[[#@LINE]]:{{.*}}'x_next' waits
}
struct Cache {
  db *d;
  statement *s;
  Cache() {
    x_memory(&d);
    x_prepare(d, &s);
  }
  void useOk() {
    x_step(s);
    x_next(x_iterate(s));
  }
} cache;
void memoryOk() { cache.useOk(); }
int main() {
  x_loop(fileBad);
  x_loop(memoryOk);
}
