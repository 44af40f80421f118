// The gtk pack: files and callbacks; look-alikes and loops that serve the same
// thread's events stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=gtk %s -- -std=gnu17 \
// RUN:   -isystem /usr/include/gtk-3.0 -isystem /usr/include/pango-1.0 -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include \
// RUN:   -isystem /usr/include/harfbuzz -isystem /usr/include/cairo -isystem /usr/include/gdk-pixbuf-2.0 -isystem /usr/include/atk-1.0 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#define GDK_DISABLE_DEPRECATION_WARNINGS
#include <gtk/gtk.h>
#include <unistd.h>

static GtkDialog *dialog;
static GtkClipboard *clipboard;
static GtkCssProvider *styles;
static GError *error;

// GTK 4.
typedef struct _GdkTexture GdkTexture;
GdkTexture *gdk_texture_new_from_filename(const char *, GError **);
void gtk_drawing_area_set_draw_func(GtkDrawingArea *, void (*)(GtkDrawingArea *, cairo_t *, int, int, void *), void *, GDestroyNotify);

// A loop of the program's own, as GLib knows it.
static gboolean loopsBad(void *unused) {
  // These go on to handle events.
  gtk_main();
  gtk_main_iteration_do(TRUE);
  gtk_dialog_run(dialog);
  gtk_print_operation_run(NULL, 0, NULL, &error);
  gtk_clipboard_wait_for_text(clipboard);     // CHECK: :[[#@LINE]]:{{.*}}'gtk_clipboard_wait_for_text' runs a nested event loop
  return FALSE;
}

static gboolean filesBad(void *path) {
  gdk_pixbuf_new_from_file(path, &error);     // CHECK: :[[#@LINE]]:{{.*}}'gdk_pixbuf_new_from_file' waits for the disk
  gtk_image_new_from_file(path);              // CHECK: :[[#@LINE]]:{{.*}}'gtk_image_new_from_file' waits for the disk
  gtk_css_provider_load_from_path(styles, path, &error); // CHECK: :[[#@LINE]]:{{.*}}'gtk_css_provider_load_from_path' waits for the disk
  gtk_builder_new_from_file(path);            // CHECK: :[[#@LINE]]:{{.*}}'gtk_builder_new_from_file' waits for the disk
  gdk_texture_new_from_filename(path, &error); // CHECK: :[[#@LINE]]:{{.*}}'gdk_texture_new_from_filename' waits for the disk
  gtk_show_uri_on_window(NULL, path, 0, &error); // CHECK: :[[#@LINE]]:{{.*}}'gtk_show_uri_on_window' waits for another process
  gdk_pixbuf_new_from_stream(G_INPUT_STREAM(g_file_read_finish(NULL, path, NULL)), NULL, &error); // CHECK: :[[#@LINE]]:{{.*}}'gdk_pixbuf_new_from_stream' waits for the disk
  return FALSE;
}

// Memory and resources are there already; a dialog that is shown does not wait.
static gboolean allOk(void *data) {
  gtk_main_iteration_do(FALSE);
  gtk_window_present(GTK_WINDOW(dialog));
  gtk_builder_new_from_resource("/r.ui");
  gtk_css_provider_load_from_data(styles, "*{}", 3, &error);
  gdk_pixbuf_new_from_stream(g_memory_input_stream_new_from_data(data, 5, NULL), NULL, &error);
  GdkPixbuf *small = gdk_pixbuf_scale_simple(data, 16, 16, GDK_INTERP_BILINEAR);
  gdk_pixbuf_scale(small, data, 0, 0, 8, 8, 0, 0, 1, 1, GDK_INTERP_NEAREST);
  return gdk_pixbuf_flip(small, TRUE) != NULL;
}

// A user interface bears these.
static gboolean idleOk(void *unused) { return usleep(5000); }
static gboolean tickOk(GtkWidget *w, GdkFrameClock *c, void *u) { return usleep(5000); }
static void drawOk(GtkDrawingArea *a, cairo_t *c, int w, int h, void *u) { usleep(5000); }
static gboolean pressOk(GtkWidget *w, GdkEventButton *e) { return usleep(5000); }
static void textOk(GtkClipboard *c, const char *t, void *u) { usleep(5000); }
static void contentsOk(GtkClipboard *c, GtkSelectionData *d, void *u) { usleep(5000); }
static void cellOk(GtkCellLayout *l, GtkCellRenderer *r, GtkTreeModel *m, GtkTreeIter *i, void *u) { usleep(5000); }
static gboolean rowOk(GtkListBoxRow *r, void *u) { return usleep(5000); }
static gboolean eachOk(GtkTreeModel *m, GtkTreePath *p, GtkTreeIter *i, void *u) { return usleep(5000); }
static void loadedOk(GObject *o, GAsyncResult *r, void *u) { usleep(5000); }

int start(GtkWidget *widget, GtkWidgetClass *class, GtkCellLayout *layout, GtkListBox *list, GtkTreeModel *model) {
  g_idle_add(loopsBad, NULL);
  g_idle_add(filesBad, NULL);
  g_idle_add(allOk, NULL);
  gdk_threads_add_idle(idleOk, NULL);
  gdk_threads_add_timeout(5, idleOk, NULL);
  gdk_threads_add_timeout_full(0, 5, idleOk, NULL, NULL);
  gtk_widget_add_tick_callback(widget, tickOk, NULL, NULL);
  gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(widget), drawOk, NULL, NULL);
  gtk_clipboard_request_text(clipboard, textOk, NULL);
  gtk_clipboard_request_contents(clipboard, GDK_NONE, contentsOk, NULL);
  gtk_cell_layout_set_cell_data_func(layout, NULL, cellOk, NULL, NULL);
  gtk_list_box_set_filter_func(list, rowOk, NULL, NULL);
  gtk_tree_model_foreach(model, eachOk, NULL);
  gdk_pixbuf_new_from_stream_async(NULL, NULL, loadedOk, NULL);
  class->button_press_event = pressOk;
  return 0;
}
