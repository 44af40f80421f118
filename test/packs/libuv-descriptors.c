// Descriptors that libuv makes: they block unless they were asked not to.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <unistd.h>
#include <uv.h>

int uv_pipe_connect2(uv_connect_t *, uv_pipe_t *, const char *, size_t, unsigned, uv_connect_cb); // libuv 1.46

static char bytes[10];

static void descriptorsBad(uv_timer_t *t) {
  uv_file pipes[2];
  uv_pipe(pipes, 0, 0);
  read(uv_open_osfhandle(pipes[0]), bytes, 10); // CHECK: :[[#@LINE]]:{{.*}}'read' waits
  uv_os_sock_t sockets[2];
  uv_socketpair(1, 0, sockets, UV_NONBLOCK_PIPE, 0);
  write(sockets[1], bytes, 10);                 // CHECK: :[[#@LINE]]:{{.*}}'write' waits
}

static void descriptorsOk(uv_timer_t *t) {
  uv_file pipes[2];
  uv_pipe(pipes, UV_NONBLOCK_PIPE, UV_NONBLOCK_PIPE);
  read(pipes[0], bytes, 10);
  uv_os_sock_t sockets[2];
  uv_socketpair(1, 0, sockets, UV_NONBLOCK_PIPE, UV_NONBLOCK_PIPE);
  write(sockets[1], bytes, 10);
}

static void connectBad(uv_connect_t *c, int status) { usleep(11000); } // CHECK: :[[#@LINE]]:{{.*}}11 ms

int start(void) {
  uv_timer_start(NULL, descriptorsBad, 1, 0);
  uv_timer_start(NULL, descriptorsOk, 1, 0);
  return uv_pipe_connect2(NULL, NULL, "p", 1, 0, connectBad);
}
