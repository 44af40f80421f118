// The libssh2 pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=libssh2 %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <libssh2.h>
#include <libssh2_sftp.h>

char buffer[64];

task sessionBad(LIBSSH2_SESSION *s, LIBSSH2_AGENT *a, int *next) {
  libssh2_session_handshake(s, 3); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_session_handshake' waits for the network
  libssh2_userauth_password(s, "u", "p"); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_userauth_password_ex' waits for the network
  libssh2_keepalive_send(s, next); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_keepalive_send' waits for the network
  libssh2_agent_connect(a); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_agent_connect' waits for a peer process
  libssh2_agent_init(s);
  co_return;
}

task channelBad(LIBSSH2_SESSION *s, LIBSSH2_POLLFD *p) {
  LIBSSH2_CHANNEL *c = libssh2_channel_open_session(s); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_channel_open_ex' waits for the network
  libssh2_channel_exec(c, "ls"); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_channel_process_startup' waits for the network
  libssh2_channel_read(c, buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_channel_read_ex' waits for the network
  libssh2_channel_write(c, buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_channel_write_ex' waits for the network
  libssh2_poll(p, 1, 1000); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_poll' waits for another thread
  co_return;
}

task filesBad(LIBSSH2_SFTP *f, LIBSSH2_KNOWNHOSTS *k) {
  LIBSSH2_SFTP_HANDLE *h = libssh2_sftp_open(f, "f", LIBSSH2_FXF_READ, 0); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_sftp_open_ex' waits for the network
  libssh2_sftp_read(h, buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_sftp_read' waits for the network
  libssh2_knownhost_readfile(k, "f", LIBSSH2_KNOWNHOST_FILE_OPENSSH); // CHECK: :[[#@LINE]]:{{.*}}'libssh2_knownhost_readfile' waits for the disk
  co_return;
}

// The session's mode is that of its channels and files.
task nonblockingOk(LIBSSH2_SESSION *s) {
  libssh2_session_set_blocking(s, 0);
  libssh2_session_handshake(s, 3);
  libssh2_userauth_password(s, "u", "p");
  LIBSSH2_CHANNEL *c = libssh2_channel_open_session(s);
  libssh2_channel_exec(c, "ls");
  libssh2_channel_read(c, buffer, 1);
  LIBSSH2_SFTP *f = libssh2_sftp_init(s);
  libssh2_sftp_read(libssh2_sftp_open(f, "f", LIBSSH2_FXF_READ, 0), buffer, 1);
  co_return;
}

task channelOk(LIBSSH2_CHANNEL *c) {
  libssh2_channel_set_blocking(c, 0);
  libssh2_channel_read(c, buffer, 1);
  libssh2_channel_eof(c);
  libssh2_channel_get_exit_status(c);
  co_return;
}
