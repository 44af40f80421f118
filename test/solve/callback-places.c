// In a callback that the loop's callback calls every call is a place of its own; a helper is one for those who call it.
// RUN: waitwise check %s --profile strict --fail-on none -- | FileCheck %s --implicit-check-not={{warning|error}}:
#include <stdio.h>
#include <unistd.h>
#include <uv.h>

struct connection {
  void (*on_read)(struct connection *);
};

static void dispatch(struct connection *c) { c->on_read(c); }
static void onReadable(uv_poll_t *p, int status, int events) {
  dispatch(p->data);
}

// CHECK-DAG: note: 'storeBad' calls 'rename' here
// CHECK-DAG: note: 'storeBad' calls 'unlink' here
// CHECK-DAG: warning: 'unlink' {{.*}}blocks the event loop
// CHECK-DAG: warning: 'rename' {{.*}}blocks the event loop
static void storeBad(struct connection *c) {
  rename("new", "old");
  unlink("backup");
}

static void replace(void) {
  rename("new", "old");
  unlink("backup");
}
// CHECK-DAG: warning: '{{rename|unlink}}' (reached through 'replace') {{.*}}blocks the event loop
static void onTimerBad(uv_timer_t *t) { replace(); }

void start(struct connection *c, uv_poll_t *p, uv_timer_t *t) {
  c->on_read = storeBad;
  uv_poll_start(p, UV_READABLE, onReadable);
  uv_timer_start(t, onTimerBad, 1, 0);
}
