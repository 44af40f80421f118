// The gio pack: what waits for disks, peers and processes; look-alikes stay silent.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=gio %s %S/gio-callbacks.c -- -std=gnu17 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <gio/gio.h>

static GFile *file;
static GCancellable *never;
static char bytes[100];
static gsize size;

static gboolean filesBad(void *unused) {
  g_file_query_exists(file, never);               // CHECK: :[[#@LINE]]:{{.*}}'g_file_query_exists' waits for the disk
  g_file_copy(file, file, 0, never, NULL, NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_file_copy' waits for the disk
  GFileInputStream *stream = g_file_read(file, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_file_read' waits for the disk
  g_input_stream_read(G_INPUT_STREAM(stream), bytes, 100, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_input_stream_read' waits for the disk
  g_input_stream_close(G_INPUT_STREAM(stream), never, NULL);
  return FALSE;
}

static gboolean writesBad(void *data) {
  GOutputStream *out = G_OUTPUT_STREAM(g_file_append_to_finish(file, data, NULL));
  g_output_stream_write_all(out, bytes, 100, &size, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_output_stream_write_all' waits for the disk
  return FALSE;
}

static void opened(GObject *source, GAsyncResult *result, void *unused) {
  GFileInputStream *stream = g_file_read_finish(G_FILE(source), result, NULL);
  GDataInputStream *lines = g_data_input_stream_new(G_INPUT_STREAM(stream));
  g_data_input_stream_read_line(lines, &size, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_data_input_stream_read_line' waits for the disk
}

// Memory is there already, and asynchronous functions wait for nothing.
static gboolean filesOk(void *unused) {
  GInputStream *memory = g_memory_input_stream_new_from_data(bytes, 100, NULL);
  g_input_stream_read_all(memory, bytes, 100, &size, never, NULL);
  g_data_input_stream_read_line(g_data_input_stream_new(memory), &size, never, NULL);
  GOutputStream *out = g_memory_output_stream_new_resizable();
  g_output_stream_write(out, bytes, 100, never, NULL);
  g_output_stream_printf(g_buffered_output_stream_new(out), &size, never, NULL, "x");
  g_file_read_async(file, 0, never, opened, NULL);
  g_file_get_path(g_file_new_for_path("f"));
  return FALSE;
}

static gboolean socketsBad(void *host) {
  GSocket *s = g_socket_new(2, 1, 0, NULL);
  g_socket_connect(s, NULL, never, NULL);                  // CHECK: :[[#@LINE]]:{{.*}}'g_socket_connect' waits for the network
  g_socket_receive_with_blocking(s, bytes, 100, TRUE, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_socket_receive_with_blocking' waits for the network
  g_socket_condition_wait(s, G_IO_IN, never, NULL);        // CHECK: :[[#@LINE]]:{{.*}}'g_socket_condition_wait' waits for the network
  g_socket_condition_timed_wait(s, G_IO_IN, 50000, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_socket_condition_timed_wait' waits for the network
  GSocketConnection *c = g_socket_client_connect_to_host(NULL, host, 80, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_socket_client_connect_to_host' waits for the network
  GInputStream *in = g_io_stream_get_input_stream(G_IO_STREAM(c));
  g_input_stream_read(in, bytes, 100, never, NULL);        // CHECK: :[[#@LINE]]:{{.*}}'g_input_stream_read' waits for the network
  g_pollable_stream_read(in, bytes, 100, TRUE, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_pollable_stream_read' waits for the network
  g_tls_connection_handshake(NULL, never, NULL);           // CHECK: :[[#@LINE]]:{{.*}}'g_tls_connection_handshake' waits for the network
  g_tls_database_verify_chain(NULL, NULL, "", NULL, NULL, 0, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_tls_database_verify_chain' waits for the disk
  g_resolver_lookup_by_name(NULL, host, never, NULL);      // CHECK: :[[#@LINE]]:{{.*}}'g_resolver_lookup_by_name' waits for a name server
  g_proxy_resolver_lookup(NULL, host, never, NULL);        // CHECK: :[[#@LINE]]:{{.*}}'g_proxy_resolver_lookup' waits for a name server
  return FALSE;
}

static gboolean socketsOk(void *host) {
  GSocket *s = g_socket_new(2, 1, 0, NULL);
  g_socket_set_blocking(s, FALSE);
  g_socket_connect(s, NULL, never, NULL);
  g_socket_send(g_socket_new_from_fd(5, NULL), bytes, 100, never, NULL);
  g_socket_receive_with_blocking(s, bytes, 100, FALSE, never, NULL);
  g_pollable_stream_read(NULL, bytes, 100, FALSE, never, NULL);
  return FALSE;
}

static gboolean busBad(GDBusConnection *bus) {
  g_dbus_connection_call_sync(bus, "a.b", "/", "a.b", "C", NULL, NULL, 0, -1, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_dbus_connection_call_sync' waits for a remote call
  g_dbus_proxy_call_sync(NULL, "C", NULL, 0, 2000, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_dbus_proxy_call_sync' waits for a remote call
  g_bus_get_sync(G_BUS_TYPE_SYSTEM, never, NULL);          // CHECK: :[[#@LINE]]:{{.*}}'g_bus_get_sync' waits for a remote call
  g_settings_sync();                                       // CHECK: :[[#@LINE]]:{{.*}}'g_settings_sync' waits for a remote call
  return FALSE;
}

static gboolean processesBad(void *unused) {
  GSubprocess *child = g_subprocess_new(0, NULL, "ls", NULL);
  g_subprocess_wait(child, never, NULL);                   // CHECK: :[[#@LINE]]:{{.*}}'g_subprocess_wait' waits for another process
  g_app_info_launch_uris(NULL, NULL, NULL, NULL);          // CHECK: :[[#@LINE]]:{{.*}}'g_app_info_launch_uris' waits for another process
  g_permission_acquire(NULL, never, NULL);                 // CHECK: :[[#@LINE]]:{{.*}}'g_permission_acquire' waits
  g_tls_interaction_ask_password(NULL, NULL, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_tls_interaction_ask_password' waits
  g_mount_guess_content_type_sync(NULL, TRUE, never, NULL); // CHECK: :[[#@LINE]]:{{.*}}'g_mount_guess_content_type_sync' waits
  return FALSE;
}

int main(int argc, char **argv) {
  g_idle_add(filesBad, NULL);
  g_idle_add(filesOk, NULL);
  g_idle_add(writesBad, NULL);
  g_idle_add(socketsBad, NULL);
  g_idle_add(socketsOk, NULL);
  g_idle_add(G_SOURCE_FUNC(busBad), NULL);
  g_idle_add(processesBad, NULL);
  return g_application_run(NULL, argc, argv);
}
