// The glib pack: files, channels and what computes; look-alikes stay silent.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <glib-unix.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static GChecksum *checksum;
static GRegex *regex;
static GKeyFile *keys;

static gboolean filesBad(void *path) {
  gchar *text;
  g_file_get_contents(path, &text, NULL, NULL);  // CHECK: :[[#@LINE]]:{{.*}}'g_file_get_contents' waits for the disk
  g_file_test(path, G_FILE_TEST_IS_DIR);         // CHECK: :[[#@LINE]]:{{.*}}'g_file_test' waits for the disk
  g_dir_open(path, 0, NULL);                     // CHECK: :[[#@LINE]]:{{.*}}'g_dir_open' waits for the disk
  g_key_file_load_from_file(keys, path, 0, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_key_file_load_from_file' waits for the disk
  g_file_set_contents(path, "x", 1, NULL);       // CHECK: :[[#@LINE]]:{{.*}}'g_file_set_contents' waits for the disk
  return FALSE;
}

static gboolean filesOk(void *path) {
  g_path_get_basename(path);
  g_build_filename("a", path, NULL);
  g_key_file_get_string(keys, "a", "b", NULL);
  return FALSE;
}

static gboolean channelsBad(void *unused) {
  int pipes[2];
  pipe(pipes);
  GIOChannel *channel = g_io_channel_unix_new(pipes[0]);
  gchar *line;
  g_io_channel_read_line(channel, &line, NULL, NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_io_channel_read_line' waits
  g_io_channel_write_chars(channel, "x", 1, NULL, NULL);    // CHECK: :[[#@LINE]]:{{.*}}'g_io_channel_write_chars' waits
  g_io_channel_new_file("f", "r", NULL);                    // CHECK: :[[#@LINE]]:{{.*}}'g_io_channel_new_file' waits for the disk
  return FALSE;
}

static gboolean channelsOk(void *unused) {
  int pipes[2];
  pipe(pipes);
  GIOChannel *channel = g_io_channel_unix_new(pipes[0]);
  g_io_channel_set_flags(channel, G_IO_FLAG_NONBLOCK, NULL);
  gchar *line;
  g_io_channel_read_line(channel, &line, NULL, NULL, NULL);
  g_unix_set_fd_nonblocking(pipes[1], TRUE, NULL);
  write(pipes[1], "x", 1);
  return FALSE;
}

static gboolean computing(void *data) {
  gsize size;
  g_checksum_update(checksum, data, 100);
  g_compute_checksum_for_data(G_CHECKSUM_SHA256, data, 100);
  g_compute_hmac_for_data(G_CHECKSUM_SHA256, data, 10, data, 100);
  g_base64_decode(data, &size);
  g_regex_match(regex, "short", 0, NULL);
  g_list_sort(NULL, NULL);
  g_markup_parse_context_parse(NULL, "<a/>", 4, NULL);
  return FALSE;
}

int start(void) {
  g_idle_add(filesBad, NULL);
  g_idle_add(filesOk, NULL);
  g_idle_add(channelsBad, NULL);
  g_idle_add(channelsOk, NULL);
  g_idle_add(computing, NULL);
  return 0;
}
