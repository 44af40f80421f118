// The c-ares pack: callbacks run on the loop, and only setting up reads files.
// RUN: waitwise check --fail-on none --require-rules-hit=c-ares %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <ares.h>
#include <netdb.h>
#include <sys/select.h>
#include <unistd.h>

static ares_channel channel;

int ares_queue_wait_empty(ares_channel, int); // c-ares 1.27
void ares_search_dnsrec(ares_channel, const void *, void (*)(void *, int, size_t, const void *), void *); // c-ares 1.28

static void hostBad(void *u, int status, int timeouts, struct hostent *host) {
  struct hostent *found;
  usleep(11000);                                  // CHECK: :[[#@LINE]]:{{.*}}11 ms
  ares_init(&channel);                            // CHECK: :[[#@LINE]]:{{.*}}'ares_init' waits for the disk
  ares_gethostbyname_file(channel, "h", 2, &found); // CHECK: :[[#@LINE]]:{{.*}}'ares_gethostbyname_file' waits for the disk
  ares_queue_wait_empty(channel, -1);             // CHECK: :[[#@LINE]]:{{.*}}'ares_queue_wait_empty' waits for a name server
}

static void answerBad(void *u, int status, int timeouts, unsigned char *answer, int size) {
  usleep(12000); // CHECK: :[[#@LINE]]:{{.*}}12 ms
}
static void recordBad(void *u, int status, size_t timeouts, const void *record) { usleep(13000); } // CHECK: :[[#@LINE]]:{{.*}}13 ms
static int socketBad(ares_socket_t s, int type, void *u) { return usleep(14000); } // CHECK: :[[#@LINE]]:{{.*}}14 ms
static void stateBad(void *u, ares_socket_t s, int r, int w) { usleep(15000); }    // CHECK: :[[#@LINE]]:{{.*}}15 ms

// What asks a name server returns at once.
static void nextOk(void *u, int status, int timeouts, struct hostent *host) {
  ares_gethostbyname(channel, "next", 2, nextOk, NULL);
  ares_queue_wait_empty(channel, 0);
  ares_process_fd(channel, 1, 2);
}

int start(struct ares_options *options) {
  options->sock_state_cb = stateBad;
  ares_gethostbyname(channel, "h", 2, hostBad, NULL);
  ares_gethostbyname(channel, "h", 2, nextOk, NULL);
  ares_query(channel, "h", 1, 1, answerBad, NULL);
  ares_search_dnsrec(channel, NULL, recordBad, NULL);
  ares_set_socket_callback(channel, socketBad, NULL);
  return ares_init_options(&channel, options, ARES_OPT_SOCK_STATE_CB);
}
