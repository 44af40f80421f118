// Every function of libevent that takes a callback for the loop has its rule.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/bufferevent_struct.h>
#include <event2/dns.h>
#include <event2/dns_compat.h>
#include <event2/event.h>
#include <event2/event_compat.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <event2/rpc.h>
#include <stddef.h>
#include <unistd.h>

struct evwatch; // libevent 2.2
struct evwatch *evwatch_prepare_new(struct event_base *, void (*)(struct evwatch *, const void *, void *), void *);

static void assignedBad(evutil_socket_t fd, short what, void *unused) { usleep(11000); } // CHECK: :[[#@LINE]]:{{.*}}11 ms
static void setBad(evutil_socket_t fd, short what, void *unused) { usleep(12000); } // CHECK: :[[#@LINE]]:{{.*}}12 ms
static void baseOnceBad(evutil_socket_t fd, short what, void *unused) { usleep(13000); } // CHECK: :[[#@LINE]]:{{.*}}13 ms
static void onceBad(evutil_socket_t fd, short what, void *unused) { usleep(14000); } // CHECK: :[[#@LINE]]:{{.*}}14 ms
static void finalBad(struct event *e, void *unused) { usleep(15000); } // CHECK: :[[#@LINE]]:{{.*}}15 ms
static void watchBad(struct evwatch *w, const void *info, void *unused) { usleep(16000); } // CHECK: :[[#@LINE]]:{{.*}}16 ms
static void readBad(struct bufferevent *b, void *unused) { usleep(17000); } // CHECK: :[[#@LINE]]:{{.*}}17 ms
static void writeBad(struct bufferevent *b, void *unused) { usleep(18000); } // CHECK: :[[#@LINE]]:{{.*}}18 ms
static void eventBad(struct bufferevent *b, short what, void *unused) { usleep(19000); } // CHECK: :[[#@LINE]]:{{.*}}19 ms
static enum bufferevent_filter_result inputBad(struct evbuffer *s, struct evbuffer *d, ev_ssize_t n, enum bufferevent_flush_mode m, void *unused) { usleep(20000); return 0; } // CHECK: :[[#@LINE]]:{{.*}}20 ms
static void freeBad(void *unused) { usleep(21000); } // CHECK: :[[#@LINE]]:{{.*}}21 ms
static void changedBad(struct evbuffer *b, const struct evbuffer_cb_info *i, void *unused) { usleep(22000); } // CHECK: :[[#@LINE]]:{{.*}}22 ms
static void dropBad(const void *d, size_t n, void *unused) { usleep(23000); } // CHECK: :[[#@LINE]]:{{.*}}23 ms
static void acceptBad(struct evconnlistener *l, evutil_socket_t fd, struct sockaddr *a, int n, void *unused) { usleep(24000); } // CHECK: :[[#@LINE]]:{{.*}}24 ms
static void foundBad(int error, struct evutil_addrinfo *found, void *unused) { usleep(25000); } // CHECK: :[[#@LINE]]:{{.*}}25 ms
static void nameBad(int error, char type, int count, int ttl, void *found, void *unused) { usleep(26000); } // CHECK: :[[#@LINE]]:{{.*}}26 ms
static void oldNameBad(int error, char type, int count, int ttl, void *found, void *unused) { usleep(27000); } // CHECK: :[[#@LINE]]:{{.*}}27 ms
static void askedBad(struct evdns_server_request *r, void *unused) { usleep(28000); } // CHECK: :[[#@LINE]]:{{.*}}28 ms
static void oldAskedBad(struct evdns_server_request *r, void *unused) { usleep(29000); } // CHECK: :[[#@LINE]]:{{.*}}29 ms
static void anyBad(struct evhttp_request *r, void *unused) { usleep(30000); } // CHECK: :[[#@LINE]]:{{.*}}30 ms
static void pathBad(struct evhttp_request *r, void *unused) { usleep(31000); } // CHECK: :[[#@LINE]]:{{.*}}31 ms
static void answerBad(struct evhttp_request *r, void *unused) { usleep(32000); } // CHECK: :[[#@LINE]]:{{.*}}32 ms
static void chunkBad(struct evhttp_request *r, void *unused) { usleep(33000); } // CHECK: :[[#@LINE]]:{{.*}}33 ms
static void closedBad(struct evhttp_connection *c, void *unused) { usleep(34000); } // CHECK: :[[#@LINE]]:{{.*}}34 ms
static int hookBad(void *c, struct evhttp_request *r, struct evbuffer *b, void *unused) { usleep(35000); return 0; } // CHECK: :[[#@LINE]]:{{.*}}35 ms
static void sentBad(struct evrpc_status *s, void *request, void *reply, void *unused) { usleep(36000); } // CHECK: :[[#@LINE]]:{{.*}}36 ms
static void contextBad(struct evrpc_status *s, void *request, void *reply, void *unused) { usleep(37000); } // CHECK: :[[#@LINE]]:{{.*}}37 ms
// During the call, in start: no context.
static int eachOk(const struct event_base *b, const struct event *e, void *unused) { return usleep(38000); }

int start(struct event_base *base, struct evdns_base *dns, struct evhttp *http, struct bufferevent *b,
          struct evbuffer *buffer, struct event *e, struct evhttp_request *r) {
  event_assign(e, base, 1, 0, assignedBad, NULL);
  event_set(e, 1, 0, setBad, NULL);
  event_base_once(base, 1, 0, baseOnceBad, NULL, NULL);
  event_once(1, 0, onceBad, NULL, NULL);
  event_finalize(0, e, finalBad);
  evwatch_prepare_new(base, watchBad, NULL);
  bufferevent_setcb(b, readBad, writeBad, eventBad, NULL);
  bufferevent_filter_new(b, inputBad, NULL, 0, freeBad, NULL);
  evbuffer_add_cb(buffer, changedBad, NULL);
  evbuffer_add_reference(buffer, "x", 1, dropBad, NULL);
  evconnlistener_new(base, acceptBad, NULL, 0, 5, 1);
  evdns_getaddrinfo(dns, "h", NULL, NULL, foundBad, NULL);
  evdns_base_resolve_ipv4(dns, "h", 0, nameBad, NULL);
  evdns_resolve_ipv4("h", 0, oldNameBad, NULL);
  evdns_add_server_port_with_base(base, 1, 0, askedBad, NULL);
  evdns_add_server_port(1, 0, oldAskedBad, NULL);
  evhttp_set_gencb(http, anyBad, NULL);
  evhttp_set_cb(http, "/", pathBad, NULL);
  evhttp_request_new(answerBad, NULL);
  evhttp_request_set_chunked_cb(r, chunkBad);
  evhttp_connection_set_closecb(NULL, closedBad, NULL);
  evrpc_add_hook(NULL, EVRPC_INPUT, hookBad, NULL);
  evrpc_send_request_generic(NULL, NULL, NULL, sentBad, NULL, "r", NULL, NULL, NULL);
  evrpc_make_request_ctx(NULL, NULL, NULL, "r", NULL, NULL, NULL, contextBad, NULL);
  event_base_foreach_event(base, eachOk, NULL);
  return event_base_dispatch(base);
}
