//===- checks/BlockingInGuiThread.cpp - blocking-in-gui-thread ------------===//
#include "checks/Mismatch.h"

using namespace waitwise;

static constexpr llvm::StringLiteral Doc = R"(
## What it finds

A call that keeps its thread waiting for longer than a frame (16 ms), made on
the thread of a user interface: in an event handler, a slot or a callback that a
toolkit calls there, or in anything that these call.

## Why it matters

One thread draws, and answers the mouse and the keyboard. While a handler waits
the window is frozen; after some seconds the system offers to end the program.

## Example

```cpp gtk+-3.0
#include <gtk/gtk.h>
#include <netdb.h>

static void clicked(GtkButton *button, gpointer unused) {
  addrinfo *found = nullptr;
  getaddrinfo("example.org", "443", nullptr, &found); /* seconds, at times */
  gtk_button_set_label(button, found ? "found" : "not found");
  (void)unused;
}

void build(GtkWidget *button) {
  g_signal_connect(button, "clicked", G_CALLBACK(clicked), nullptr);
}
```

## Instead

```cpp gtk+-3.0
#include <gtk/gtk.h>

static void found(GObject *resolver, GAsyncResult *result, gpointer button) {
  GList *names = g_resolver_lookup_by_name_finish(G_RESOLVER(resolver), result,
                                                  nullptr);
  gtk_button_set_label(GTK_BUTTON(button), names ? "found" : "not found");
}

static void clicked(GtkButton *button, gpointer unused) {
  g_resolver_lookup_by_name_async(g_resolver_get_default(), "example.org",
                                  nullptr, found, button);
  (void)unused;
}

void build(GtkWidget *button) {
  g_signal_connect(button, "clicked", G_CALLBACK(clicked), nullptr);
}
```

Use the toolkit's asynchronous operation, or a worker thread that posts its
result back to the GUI thread.

## Limits

Nested loops (`exec()` of a dialogue) keep the window alive and are not reported
here.
)";

static void run(const Solution &S, FindingSink Report) {
  reportMismatches(S, "blocking-in-gui-thread", ContextKind::Gui, Report);
}

namespace waitwise {
extern const Check BlockingInGuiThread;
const Check BlockingInGuiThread = {
    {"blocking-in-gui-thread",
     "an event handler of a user interface makes a call that keeps it waiting",
     Doc, 1322},
    run};
} // namespace waitwise
