// The gtkmm pack: slots of widgets, dispatchers and timers, synchronous D-Bus, files and processes; look-alikes stay silent.
// RUN: waitwise check --profile strict --fail-on none --require-rules-hit=gtkmm %s -- -std=c++17 \
// RUN:   -isystem /usr/include/gtkmm-3.0 -isystem /usr/lib/x86_64-linux-gnu/gtkmm-3.0/include -isystem /usr/include/giomm-2.4 \
// RUN:   -isystem /usr/lib/x86_64-linux-gnu/giomm-2.4/include -isystem /usr/include/glibmm-2.4 -isystem /usr/lib/x86_64-linux-gnu/glibmm-2.4/include \
// RUN:   -isystem /usr/include/sigc++-2.0 -isystem /usr/lib/x86_64-linux-gnu/sigc++-2.0/include -isystem /usr/include/gdkmm-3.0 \
// RUN:   -isystem /usr/lib/x86_64-linux-gnu/gdkmm-3.0/include -isystem /usr/include/cairomm-1.0 -isystem /usr/lib/x86_64-linux-gnu/cairomm-1.0/include \
// RUN:   -isystem /usr/include/pangomm-1.4 -isystem /usr/lib/x86_64-linux-gnu/pangomm-1.4/include -isystem /usr/include/atkmm-1.6 \
// RUN:   -isystem /usr/lib/x86_64-linux-gnu/atkmm-1.6/include -isystem /usr/include/gtk-3.0 -isystem /usr/include/pango-1.0 \
// RUN:   -isystem /usr/include/glib-2.0 -isystem /usr/lib/x86_64-linux-gnu/glib-2.0/include -isystem /usr/include/harfbuzz -isystem /usr/include/cairo \
// RUN:   -isystem /usr/include/freetype2 -isystem /usr/include/gdk-pixbuf-2.0 -isystem /usr/include/atk-1.0 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <gtkmm.h>
#include <thread>
#include <unistd.h>

namespace bus = Gio::DBus;

struct Bar : Gtk::Window {
  Glib::Dispatcher ready;
  Gtk::Button button;
  Glib::RefPtr<bus::Proxy> proxy;
  Glib::RefPtr<Gio::File> file;

  // The start, before the loop runs, waits for itself alone.
  Bar() {
    button.signal_clicked().connect(sigc::mem_fun(*this, &Bar::clickedBad));
    ready.connect(sigc::mem_fun(*this, &Bar::readyBad));
    Glib::signal_timeout().connect_seconds(sigc::bind(sigc::mem_fun(*this, &Bar::timedBad), 1), 5);
    Glib::signal_idle().connect_once(sigc::mem_fun(*this, &Bar::processBad));
    file->query_info_async(sigc::mem_fun(*this, &Bar::queriedBad));
    bus::own_name(bus::BUS_TYPE_SESSION, "n", [](auto &, auto) { usleep(11000); }); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps, for 11 ms
    std::thread([this] { ready.emit(); proxy->call_sync("m"); }).detach();
  }
  void clickedBad() {
    proxy->call_sync("m");                     // CHECK: :[[#@LINE]]:{{.*}}'Gio::DBus::Proxy::call_sync' waits for
    Gtk::Dialog().run();                       // CHECK: :[[#@LINE]]:{{.*}}'Gtk::Dialog::run' runs a nested event loop
    usleep(12000); // a user interface bears that
  }
  void readyBad() {
    bus::Connection::get_sync(bus::BUS_TYPE_SESSION); // CHECK: :[[#@LINE]]:{{.*}}'Gio::DBus::Connection::get_sync' waits for
    Glib::file_get_contents("f");              // CHECK: :[[#@LINE]]:{{.*}}'Glib::file_get_contents' waits for the disk
    Gdk::Pixbuf::create_from_file("f");        // CHECK: :[[#@LINE]]:{{.*}}'Gdk::Pixbuf::create_from_file' waits for the disk
  }
  bool timedBad(int) {
    Glib::KeyFile keys;
    keys.load_from_file("f");                  // CHECK: :[[#@LINE]]:{{.*}}'Glib::KeyFile::load_from_file' waits for the disk
    return keys.save_to_file("f");             // CHECK: :[[#@LINE]]:{{.*}}'Glib::KeyFile::save_to_file' waits for the disk
  }
  void processBad() {
    Glib::spawn_command_line_sync("x");        // CHECK: :[[#@LINE]]:{{.*}}'Glib::spawn_command_line_sync' waits for
    Glib::spawn_command_line_async("x");       // CHECK: :[[#@LINE]]:{{.*}}'Glib::spawn_command_line_async' waits for
  }
  void queriedBad(Glib::RefPtr<Gio::AsyncResult> &) {
    file->query_exists();                      // CHECK: :[[#@LINE]]:{{.*}}'Gio::File::query_exists' waits for the disk
  }
  bool on_scroll_event(GdkEventScroll *) override {
    sleep(1);                                  // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 1 s
    return true;
  }
  // Nothing here calls it, others may.
  void reloadBad() {
    sleep(2);                                  // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 2 s
  }
};

struct App : Gtk::Application {
  void on_activate() override {
    sleep(3);                                  // CHECK: :[[#@LINE]]:{{.*}}'sleep' sleeps, for 3 s
  }
};

// A program's own signal runs its slots where it is emitted.
struct Watch {
  sigc::signal<void, int> changed, finished;
  Watch() { Glib::signal_timeout().connect_seconds(sigc::mem_fun(*this, &Watch::timed), 5); }
  bool timed() {
    changed.emit(1);                           // CHECK: :[[#@LINE]]:{{.*}}'sleep' (reached through 'followBad::(lambda:1)') sleeps, for 4 s
    changed(2);
    return true;
  }
  void threadOk() { finished.emit(3); }
};

void followBad(Watch &watch) {
  watch.changed.connect([](int) { sleep(4); });
  watch.finished.connect([](int) { sleep(5); });
  std::thread([&watch] { watch.threadOk(); }).detach();
}

// Of the same name, but not of these libraries.
struct Proxy { int call_sync(const char *) { return 0; } };
struct Plain { void ready() { Proxy().call_sync("m"); } };

int main() {
  Bar window;
  Plain plain;
  window.ready.connect(sigc::mem_fun(plain, &Plain::ready));
  return Gtk::Application::create("a")->run(window);
}
