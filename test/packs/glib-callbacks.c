// Every function of GLib that takes a callback for the main loop has its rule.
// RUN: waitwise check --fail-on none %s -- -std=gnu17 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <glib-object.h>
#include <glib-unix.h>
#include <glib.h>
#include <unistd.h>

typedef struct _GstElement GstElement; // as in GStreamer
typedef struct _GtkWidget GtkWidget;   // as in GTK

static gboolean idleBad(void *u) { return usleep(11000); }     // CHECK: :[[#@LINE]]:{{.*}}11 ms{{.*}}blocks the event loop
static gboolean idleFullBad(void *u) { return usleep(12000); } // CHECK: :[[#@LINE]]:{{.*}}12 ms
static void idleOnceBad(void *u) { usleep(13000); }            // CHECK: :[[#@LINE]]:{{.*}}13 ms
static gboolean timeBad(void *u) { return usleep(14000); }     // CHECK: :[[#@LINE]]:{{.*}}14 ms
static gboolean timeFullBad(void *u) { return usleep(15000); } // CHECK: :[[#@LINE]]:{{.*}}15 ms
static gboolean sourceBad(void *u) { return usleep(16000); }   // CHECK: :[[#@LINE]]:{{.*}}16 ms
static void childBad(GPid p, int status, void *u) { usleep(17000); } // CHECK: :[[#@LINE]]:{{.*}}17 ms
static gboolean channelBad(GIOChannel *c, GIOCondition w, void *u) { return usleep(18000); } // CHECK: :[[#@LINE]]:{{.*}}18 ms
static gboolean fdBad(int fd, GIOCondition w, void *u) { return usleep(19000); } // CHECK: :[[#@LINE]]:{{.*}}19 ms
static gboolean dispatchBad(GSource *s, GSourceFunc f, void *u) { return usleep(20000); } // CHECK: :[[#@LINE]]:{{.*}}20 ms
static void objectBad(GObject *o, void *u) { usleep(21000); }  // CHECK: :[[#@LINE]]:{{.*}}21 ms{{.*}}blocks the event loop

// A user interface bears more than other loops.
static void widgetOk(GtkWidget *w, void *u) { usleep(12000); }
// GStreamer emits on its own threads, a threaded service on those of its pool.
static void elementOk(GstElement *e, void *u) { usleep(22000); }
static void serveOk(GObject *s, void *u) { usleep(23000); }
static void poolOk(void *task, void *u) { usleep(24000); }
static void *threadOk(void *u) { return GINT_TO_POINTER(usleep(25000)); }
static void *once(void *u) { return u; }
static void setup(void *u) {}

static void coreOk(void *task, void *u) {}

// The channel is ready, or does not block.
static gboolean readOk(GIOChannel *c, GIOCondition w, void *u) {
  gchar *line;
  g_io_channel_read_line(c, &line, NULL, NULL, NULL);
  return TRUE;
}

int start(GObject *object, GtkWidget *widget, GstElement *element, GIOChannel *channel, GSource *source) {
  static GSourceFuncs funcs = {NULL, NULL, dispatchBad, NULL};
  static GOnce only = G_ONCE_INIT;
  g_source_new(&funcs, sizeof(GSource));
  g_idle_add(idleBad, NULL);
  g_idle_add_full(0, idleFullBad, NULL, NULL);
  g_idle_add_once(idleOnceBad, NULL);
  g_timeout_add(1, timeBad, NULL);
  g_timeout_add_seconds_full(0, 1, timeFullBad, NULL, NULL);
  g_source_set_callback(source, sourceBad, NULL, NULL);
  g_child_watch_add(1, childBad, NULL);
  g_io_add_watch(channel, G_IO_IN, channelBad, NULL);
  g_io_add_watch(channel, G_IO_IN, readOk, NULL);
  g_unix_fd_add_full(0, 1, G_IO_IN, fdBad, NULL, NULL);
  g_signal_connect(object, "changed", G_CALLBACK(objectBad), NULL);
  g_signal_connect(widget, "clicked", G_CALLBACK(widgetOk), NULL);
  g_signal_connect(element, "pad-added", G_CALLBACK(elementOk), NULL);
  g_signal_connect(object, "run", G_CALLBACK(serveOk), NULL);
  g_thread_pool_new(poolOk, NULL, 50, FALSE, NULL);
  g_thread_pool_new(coreOk, NULL, g_get_num_processors(), FALSE, NULL);
  g_thread_new("t", threadOk, NULL);
  g_once(&only, once, NULL);
  g_spawn_async(NULL, NULL, NULL, 0, setup, NULL, NULL, NULL);
  return G_IS_OBJECT(g_object_ref(G_OBJECT(widget)));
}
