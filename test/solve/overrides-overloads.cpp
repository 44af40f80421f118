// Of two methods with one name, a framework calls the one whose parameters the
// rule names: overriders of the other run wherever they are called.
// RUN: split-file %s %t
// RUN: waitwise check --packs %t/frame.yaml --fail-on none %t/a.cpp -- \
// RUN:   | FileCheck %t/a.cpp --implicit-check-not={{warning|error}}:

//--- frame.yaml
pack: frame
references: ["frame.h"]
rules:
  - function: "frame::widget::on"
    params: [int]
    overrides: gui

//--- a.cpp
#include <unistd.h>
namespace frame {
struct widget {
  virtual void on(int);
  virtual void on(double);
  virtual ~widget();
};
} // namespace frame

struct button : frame::widget {
  void on(int) override {
    sleep(1);
    // CHECK: :[[#@LINE-1]]:5: warning: 'sleep' sleeps{{.*}}blocks the GUI thread
  }
  void on(double) override { sleep(1); }
};
button b;
