// The libevent pack: what blocks, and what only looks as if it did.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=libevent %s %S/libevent-callbacks.c -- -std=gnu17
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/dns.h>
#include <event2/dns_compat.h>
#include <event2/event.h>
#include <event2/event_compat.h>
#include <event2/http.h>
#include <event2/util.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

static struct event_base *base;
static struct evdns_base *dns;
static struct bufferevent *peer;
static struct evbuffer *buffer;

static void loopsBad(evutil_socket_t fd, short what, void *unused) {
  event_base_dispatch(base);              // CHECK: :[[#@LINE]]:{{.*}}'event_base_dispatch' runs a nested event loop
  event_base_loop(base, EVLOOP_ONCE);     // CHECK: :[[#@LINE]]:{{.*}}'event_base_loop' runs a nested event loop
  event_loop(0);                          // CHECK: :[[#@LINE]]:{{.*}}'event_loop' runs a nested event loop
}

static void loopsOk(evutil_socket_t fd, short what, void *unused) {
  event_base_loop(base, EVLOOP_NONBLOCK);
  event_base_loop(base, EVLOOP_ONCE | EVLOOP_NONBLOCK);
  event_loop(EVLOOP_NONBLOCK);
  event_base_loopbreak(base);
}

static void namesBad(evutil_socket_t fd, short what, void *host) {
  struct evutil_addrinfo *found;
  evutil_getaddrinfo(host, "80", NULL, &found);                     // CHECK: :[[#@LINE]]:{{.*}}'evutil_getaddrinfo' waits for a name server
  bufferevent_socket_connect_hostname(peer, NULL, 0, host, 80);     // CHECK: :[[#@LINE]]:{{.*}}'bufferevent_socket_connect_hostname' waits for a name server
  evhttp_connection_base_new(base, NULL, host, 80);                 // CHECK: :[[#@LINE]]:{{.*}}'evhttp_connection_base_new' waits for a name server
  evhttp_connection_base_bufferevent_new(base, NULL, peer, host, 80); // CHECK: :[[#@LINE]]:{{.*}}'evhttp_connection_base_bufferevent_new' waits for a name server
  evdns_base_resolv_conf_parse(dns, DNS_OPTIONS_ALL, "/etc/resolv.conf"); // CHECK: :[[#@LINE]]:{{.*}}'evdns_base_resolv_conf_parse' waits for the disk
  evdns_base_load_hosts(dns, "/etc/hosts");                         // CHECK: :[[#@LINE]]:{{.*}}'evdns_base_load_hosts' waits for the disk
  evdns_base_new(base, EVDNS_BASE_INITIALIZE_NAMESERVERS);          // CHECK: :[[#@LINE]]:{{.*}}'evdns_base_new' waits for the disk
}

// With a base of its own, for an address, or for no host nobody is asked.
static void namesOk(evutil_socket_t fd, short what, void *host) {
  struct evutil_addrinfo *found;
  evutil_getaddrinfo(NULL, "80", NULL, &found);
  bufferevent_socket_connect_hostname(peer, dns, 0, host, 80);
  evhttp_connection_base_new(base, dns, host, 80);
  evhttp_connection_base_new(base, NULL, "127.0.0.1", 80);
  evhttp_connection_base_bufferevent_new(base, dns, peer, host, 80);
  evhttp_connection_base_bufferevent_new(base, NULL, peer, "::1", 80);
  evdns_base_load_hosts(dns, NULL);
  evdns_base_new(base, 0);
}

static void buffersBad(evutil_socket_t fd, short what, void *unused) {
  int other = socket(AF_INET, SOCK_STREAM, 0);
  evbuffer_read(buffer, other, -1);   // CHECK: :[[#@LINE]]:{{.*}}'evbuffer_read' waits for the network
  evbuffer_write(buffer, other);      // CHECK: :[[#@LINE]]:{{.*}}'evbuffer_write' waits for the network
}

// The descriptor is ready, or does not block.
static void buffersOk(evutil_socket_t fd, short what, void *unused) {
  evutil_socket_t pair[2];
  evbuffer_read(buffer, fd, -1);
  evutil_socketpair(1, 1, 0, pair);
  evutil_make_socket_nonblocking(pair[0]);
  evbuffer_read(buffer, pair[0], -1);
  evbuffer_write_atmost(buffer, pair[0], 100);
  bufferevent_write(peer, "x", 1);
  bufferevent_flush(peer, EV_WRITE, BEV_FLUSH);
}

int main(void) {
  base = event_base_new();
  event_new(base, 1, EV_READ, loopsBad, NULL);
  event_new(base, 1, EV_READ, loopsOk, NULL);
  evtimer_new(base, namesBad, NULL);
  evtimer_new(base, namesOk, NULL);
  event_new(base, 1, EV_READ, buffersBad, NULL);
  event_new(base, 1, EV_READ, buffersOk, NULL);
  return event_base_dispatch(base);
}
