// The libssh pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=libssh %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs -Wno-deprecated-declarations \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <fcntl.h>
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <libssh/sftp.h>
#include <unistd.h>

char buffer[64];

task sessionBad(ssh_session s) {
  ssh_connect(s); // CHECK: :[[#@LINE]]:{{.*}}'ssh_connect' waits for the network
  ssh_userauth_password(s, nullptr, "p"); // CHECK: :[[#@LINE]]:{{.*}}'ssh_userauth_password' waits for the network
  ssh_blocking_flush(s, 1000); // CHECK: :[[#@LINE]]:{{.*}}'ssh_blocking_flush' waits for the network
  ssh_session_is_known_server(s); // CHECK: :[[#@LINE]]:{{.*}}'ssh_session_is_known_server' waits for the disk
  co_return;
}

task channelBad(ssh_session s, ssh_channel *channels) {
  ssh_channel c = ssh_channel_new(s);
  ssh_channel_open_session(c); // CHECK: :[[#@LINE]]:{{.*}}'ssh_channel_open_session' waits for the network
  ssh_channel_read(c, buffer, 1, 0); // CHECK: :[[#@LINE]]:{{.*}}'ssh_channel_read' waits for the network
  ssh_channel_write(c, buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'ssh_channel_write' waits for the network
  ssh_channel_read_timeout(c, buffer, 1, 0, 1000); // CHECK: :[[#@LINE]]:{{.*}}'ssh_channel_read_timeout' waits for the network
  ssh_channel_poll_timeout(c, 1000, 0); // CHECK: :[[#@LINE]]:{{.*}}'ssh_channel_poll_timeout' waits for the network
  ssh_channel_accept_x11(c, 1000); // CHECK: :[[#@LINE]]:{{.*}}'ssh_channel_accept_x11' waits for the network
  ssh_channel_accept_forward(s, 1000, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'ssh_channel_accept_forward' waits for the network
  ssh_select(channels, channels, 1, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'ssh_select' waits for another thread
  co_return;
}

task filesBad(sftp_session f, sftp_file file, ssh_key *key) {
  sftp_open(f, "f", O_RDONLY, 0); // CHECK: :[[#@LINE]]:{{.*}}'sftp_open' waits for the network
  sftp_read(file, buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'sftp_read' waits for the network
  sftp_async_read(file, buffer, 1, 0); // CHECK: :[[#@LINE]]:{{.*}}'sftp_async_read' waits for the network
  ssh_pki_import_privkey_file("f", nullptr, nullptr, nullptr, key); // CHECK: :[[#@LINE]]:{{.*}}'ssh_pki_import_privkey_file' waits for the disk
  co_return;
}

task serverBad(ssh_bind b, ssh_session s, ssh_event e) {
  ssh_bind_accept(b, s); // CHECK: :[[#@LINE]]:{{.*}}'ssh_bind_accept' waits for the network
  ssh_event_dopoll(e, 1000); // CHECK: :[[#@LINE]]:{{.*}}'ssh_event_dopoll' waits for another thread
  co_return;
}

// They return SSH_AGAIN instead of waiting.
task nonblockingOk(ssh_session s) {
  ssh_set_blocking(s, 0);
  ssh_connect(s);
  ssh_userauth_password(s, nullptr, "p");
  ssh_channel c = ssh_channel_new(s);
  ssh_channel_open_session(c);
  ssh_channel_read(c, buffer, 1, 0);
  ssh_channel_read_nonblocking(c, buffer, 1, 0);
  ssh_channel_read_timeout(c, buffer, 1, 0, 0);
  co_return;
}

task filesOk(sftp_file file, sftp_session f) {
  sftp_file_set_nonblocking(file);
  sftp_read(file, buffer, 1);
  sftp_async_read(file, buffer, 1, 0);
  sftp_get_error(f);
  co_return;
}

int readyBad(socket_t, int, void *) {
  return usleep(20000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
}

int main() {
  ssh_event e = ssh_event_new();
  ssh_event_add_fd(e, 0, 1, readyBad, nullptr);
  sftp_new(ssh_new());
  while (ssh_event_dopoll(e, -1) == SSH_OK)
    ;
}
