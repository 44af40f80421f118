// Every function of libuv that takes a callback for the loop has its rule.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <unistd.h>
#include <uv.h>

static void allocBad(uv_handle_t *h, size_t n, uv_buf_t *b) {
  (void)h, (void)n, (void)b;
  usleep(11000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
}
static void readBad(uv_stream_t *s, ssize_t n, const uv_buf_t *b) {
  (void)s, (void)n, (void)b;
  usleep(12000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 12 ms
}
static void receiveBad(uv_udp_t *u, ssize_t n, const uv_buf_t *b,
                       const struct sockaddr *a, unsigned f) {
  (void)u, (void)n, (void)b, (void)a, (void)f;
  usleep(13000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 13 ms
}
static void writeBad(uv_write_t *w, int status) {
  (void)w, (void)status;
  usleep(14000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 14 ms
}
static void sendBad(uv_udp_send_t *s, int status) {
  (void)s, (void)status;
  usleep(15000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 15 ms
}
static void shutdownBad(uv_shutdown_t *s, int status) {
  (void)s, (void)status;
  usleep(16000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 16 ms
}
static void acceptBad(uv_stream_t *s, int status) {
  (void)s, (void)status;
  usleep(17000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 17 ms
}
static void connectBad(uv_connect_t *c, int status) {
  (void)c, (void)status;
  usleep(18000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 18 ms
}
static void closeBad(uv_handle_t *h) {
  (void)h;
  usleep(19000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 19 ms
}
static void asyncBad(uv_async_t *a) {
  (void)a;
  usleep(20000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 20 ms
}
static void signalBad(uv_signal_t *s, int number) {
  (void)s, (void)number;
  usleep(21000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 21 ms
}
static void fileBad(uv_fs_t *r) {
  (void)r;
  usleep(22000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 22 ms
}
// During uv_walk, in main: no context.
static void walkOk(uv_handle_t *h, void *unused) {
  (void)h, (void)unused;
  usleep(23000);
}

int start(void) {
  uv_loop_t *loop = uv_default_loop();
  uv_read_start(NULL, allocBad, readBad);
  uv_udp_recv_start(NULL, allocBad, receiveBad);
  uv_write(NULL, NULL, NULL, 0, writeBad);
  uv_write2(NULL, NULL, NULL, 0, NULL, writeBad);
  uv_udp_send(NULL, NULL, NULL, 0, NULL, sendBad);
  uv_shutdown(NULL, NULL, shutdownBad);
  uv_listen(NULL, 1, acceptBad);
  uv_tcp_connect(NULL, NULL, NULL, connectBad);
  uv_close(NULL, closeBad);
  uv_async_init(loop, NULL, asyncBad);
  uv_signal_start(NULL, signalBad, 1);
  uv_signal_start_oneshot(NULL, signalBad, 1);
  uv_fs_stat(loop, NULL, "f", fileBad);
  uv_walk(loop, walkOk, NULL);
  return uv_run(loop, UV_RUN_DEFAULT);
}
