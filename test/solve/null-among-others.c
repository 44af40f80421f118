// A pointer that is null before it is set may still name a host; a zero in what it points to is no null.
// RUN: waitwise check %s --profile strict --fail-on none -- | FileCheck %s --implicit-check-not={{warning|error}}:
#include <netdb.h>
#include <stddef.h>
#include <uv.h>

static void lookUp(const char *host) {
  struct addrinfo *info;
  getaddrinfo(host, "80", NULL, &info);
}

static const char *configured = NULL;
void configure(const char *host) { configured = host; }

// CHECK: warning: 'getaddrinfo' {{.*}}blocks the event loop
static void configuredBad(uv_timer_t *t) { lookUp(configured); }

static void wildcardOk(uv_timer_t *t) {
  struct addrinfo *info;
  getaddrinfo(NULL, "80", NULL, &info);
}

static char name[64];
// CHECK: warning: 'getaddrinfo' {{.*}}blocks the event loop
static void terminatedBad(uv_timer_t *t) {
  struct addrinfo *info;
  name[63] = 0;
  getaddrinfo(name, "80", NULL, &info);
}

void start(uv_timer_t *t) {
  uv_timer_start(t, configuredBad, 1, 0);
  uv_timer_start(t, wildcardOk, 1, 0);
  uv_timer_start(t, terminatedBad, 1, 0);
}
