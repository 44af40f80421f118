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

```cpp Qt6Widgets
#include <QMouseEvent>
#include <QWidget>
#include <netdb.h>

class Host : public QWidget {
  void mousePressEvent(QMouseEvent *) override {
    addrinfo *found = nullptr;
    getaddrinfo("example.org", "443", nullptr, &found); /* seconds, at times */
    setWindowTitle(found ? "found" : "not found");
  }
};
Host host;
```

## Instead

```cpp Qt6Widgets Qt6Network
#include <QHostInfo>
#include <QMouseEvent>
#include <QWidget>

class Host : public QWidget {
  void mousePressEvent(QMouseEvent *) override {
    QHostInfo::lookupHost("example.org", this, [this](const QHostInfo &info) {
      setWindowTitle(info.addresses().isEmpty() ? "not found" : "found");
    });
  }
};
Host host;
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
