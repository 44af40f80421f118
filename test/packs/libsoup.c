// The libsoup pack: requests that wait, and what runs on the loop.
// RUN: waitwise check --fail-on none --require-rules-hit=libsoup %s -- -std=gnu17 \
// RUN:   -isystem /usr/include/libsoup-3.0 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <libsoup/soup.h>
#include <unistd.h>

static SoupSession *session;

static void readyBad(GObject *o, GAsyncResult *r, void *message) {
  usleep(11000); // CHECK: :[[#@LINE]]:{{.*}}11 ms
  soup_session_send_and_read(session, message, NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'soup_session_send_and_read' waits for the network
}
static void pageBad(SoupServer *s, SoupServerMessage *m, const char *p, GHashTable *q, void *u) {
  usleep(12000); // CHECK: :[[#@LINE]]:{{.*}}12 ms
}
static void socketBad(SoupServer *s, SoupServerMessage *m, const char *p, SoupWebsocketConnection *c, void *u) {
  usleep(13000); // CHECK: :[[#@LINE]]:{{.*}}13 ms
}

// Asking without waiting.
static void nextOk(GObject *o, GAsyncResult *r, void *message) {
  soup_session_send_and_read_finish(session, r, NULL);
  soup_session_send_async(session, message, 0, NULL, readyBad, NULL);
}

void start(SoupServer *server, SoupMessage *message) {
  soup_session_send_and_read_async(session, message, 0, NULL, nextOk, NULL);
  soup_server_add_handler(server, "/", pageBad, NULL, NULL);
  soup_server_add_websocket_handler(server, "/s", NULL, NULL, socketBad, NULL, NULL);
}
