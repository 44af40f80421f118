// The miniupnpc pack: every rule matches a call, and what works on data in memory is silent.
// RUN: waitwise check --require-rules-hit=miniupnpc --fail-on none %s -- \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <miniupnpc/miniupnpc.h>
#include <miniupnpc/miniwget.h>
#include <miniupnpc/upnpcommands.h>
#include <stddef.h>
#include <uv.h>

static struct UPNPUrls urls;
static struct IGDdatas data;

// CHECK: warning: 'upnpDiscover' waits for the network, up to 2 s
// CHECK: warning: 'upnpDiscoverDevice' waits for the network, up to 1 s
static void discoverBad(uv_timer_t *t) {
  int error;
  upnpDiscover(2000, NULL, NULL, 0, 0, 2, &error);
  upnpDiscoverDevice("upnp:rootdevice", 1000, NULL, NULL, 0, 0, 2, &error);
}

// CHECK: warning: 'UPNP_GetValidIGD' waits for the network
// CHECK: warning: 'UPNP_AddPortMapping' waits for a remote call
static void mapBad(uv_timer_t *t) {
  char address[64];
  UPNP_GetValidIGD(NULL, &urls, &data, address, sizeof address);
  UPNP_AddPortMapping(urls.controlURL, data.first.servicetype, "80", "80",
                      address, "test", "TCP", NULL, "0");
}

// CHECK: warning: 'miniwget' waits for the network
static void fetchBad(uv_timer_t *t) {
  int size, status;
  miniwget("http://192.168.0.1/", &size, 0, &status);
}

static void forgetOk(uv_timer_t *t) {
  FreeUPNPUrls(&urls);
  freeUPNPDevlist(NULL);
}

void start(uv_timer_t *t) {
  uv_timer_start(t, discoverBad, 1, 0);
  uv_timer_start(t, mapBad, 1, 0);
  uv_timer_start(t, fetchBad, 1, 0);
  uv_timer_start(t, forgetOk, 1, 0);
}
