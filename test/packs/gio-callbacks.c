// Every function of GIO that takes a callback has its rule.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#define GLIB_DISABLE_DEPRECATION_WARNINGS
#include <gio/gio.h>
#include <unistd.h>

static void readyBad(GObject *o, GAsyncResult *r, void *u) { usleep(11000); }  // CHECK: :[[#@LINE]]:{{.*}}11 ms
static void calledBad(GObject *o, GAsyncResult *r, void *u) { usleep(12000); } // CHECK: :[[#@LINE]]:{{.*}}12 ms
static void taskBad(GObject *o, GAsyncResult *r, void *u) { usleep(13000); }   // CHECK: :[[#@LINE]]:{{.*}}13 ms
static void busBad(GDBusConnection *c, const char *n, void *u) { usleep(14000); }  // CHECK: :[[#@LINE]]:{{.*}}14 ms
static void lostBad(GDBusConnection *c, const char *n, void *u) { usleep(15000); } // CHECK: :[[#@LINE]]:{{.*}}15 ms
static void appearBad(GDBusConnection *c, const char *n, const char *o, void *u) { usleep(16000); } // CHECK: :[[#@LINE]]:{{.*}}16 ms
static void signalBad(GDBusConnection *c, const char *s, const char *o, const char *i, const char *n, GVariant *v, void *u) {
  usleep(17000); // CHECK: :[[#@LINE]]:{{.*}}17 ms
}
static void methodBad(GDBusConnection *c, const char *s, const char *o, const char *i, const char *n, GVariant *v,
                      GDBusMethodInvocation *m, void *u) {
  usleep(18000); // CHECK: :[[#@LINE]]:{{.*}}18 ms
}
static void activateBad(GApplication *a) { usleep(19000); } // CHECK: :[[#@LINE]]:{{.*}}19 ms
static void actionBad(GSimpleAction *a, GVariant *v, void *u) { usleep(20000); } // CHECK: :[[#@LINE]]:{{.*}}20 ms
static gboolean attachedBad(void *u) { return usleep(21000); } // CHECK: :[[#@LINE]]:{{.*}}21 ms
static gboolean incomingBad(GSocketService *s, GSocketConnection *c, GObject *o) { return usleep(22000); } // CHECK: :[[#@LINE]]:{{.*}}22 ms

// On threads of their own and in the child nobody waits for these.
static void workOk(GTask *t, void *o, void *d, GCancellable *c) { usleep(23000); }
static gboolean jobOk(GIOSchedulerJob *j, GCancellable *c, void *u) { return usleep(24000); }
static void simpleOk(GSimpleAsyncResult *r, GObject *o, GCancellable *c) { usleep(25000); }
static gboolean serveOk(GThreadedSocketService *s, GSocketConnection *c, GObject *o) { return usleep(26000); }
static GDBusMessage *filterOk(GDBusConnection *c, GDBusMessage *m, gboolean in, void *u) { return usleep(27000) ? NULL : m; }
static void childOk(void *u) {}

void classes(GApplicationClass *application, GSocketServiceClass *service, GThreadedSocketServiceClass *threaded) {
  application->activate = activateBad;
  service->incoming = incomingBad;
  threaded->run = serveOk;
}

static const GDBusInterfaceVTable table = {methodBad, NULL, NULL};
static const GActionEntry actions[] = {{"open", actionBad, NULL, NULL, NULL}};

int start(GDBusConnection *bus, GFile *file, GActionMap *map, GSource *source) {
  g_file_load_contents_async(file, NULL, readyBad, NULL);
  g_dbus_connection_call(bus, "a.b", "/", "a.b", "C", NULL, NULL, 0, -1, NULL, calledBad, NULL);
  GTask *task = g_task_new(NULL, NULL, taskBad, NULL);
  g_task_run_in_thread(task, workOk);
  g_task_attach_source(task, source, attachedBad);
  g_bus_own_name(G_BUS_TYPE_SESSION, "a.b", 0, busBad, NULL, lostBad, NULL, NULL);
  g_bus_watch_name(G_BUS_TYPE_SESSION, "a.b", 0, appearBad, NULL, NULL, NULL);
  g_dbus_connection_signal_subscribe(bus, NULL, NULL, NULL, NULL, NULL, 0, signalBad, NULL, NULL);
  g_dbus_connection_add_filter(bus, filterOk, NULL, NULL);
  g_dbus_connection_register_object(bus, "/", NULL, &table, NULL, NULL, NULL);
  g_action_map_add_action_entries(map, actions, 1, NULL);
  g_io_scheduler_push_job(jobOk, NULL, NULL, 0, NULL);
  g_simple_async_result_run_in_thread(NULL, simpleOk, 0, NULL);
  g_subprocess_launcher_set_child_setup(NULL, childOk, NULL, NULL);
  g_socket_client_connect_to_host_finish(NULL, NULL, NULL);
  return 0;
}
