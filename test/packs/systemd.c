// The systemd pack: what waits for the bus and the journal, and what runs on the loop.
// RUN: waitwise check --fail-on none --require-rules-hit=systemd %s -- -std=gnu17 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include <systemd/sd-bus.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-event.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

static sd_bus *bus;
static sd_bus_error error;
static sd_journal *journal;
static sd_event *loop;

static int loopsBad(sd_event_source *s, void *message) {
  sd_event_loop(loop);                            // CHECK: :[[#@LINE]]:{{.*}}'sd_event_loop' runs a nested event loop
  sd_event_run(loop, UINT64_MAX);                 // CHECK: :[[#@LINE]]:{{.*}}'sd_event_run' runs a nested event loop
  sd_event_wait(loop, 50000);                     // CHECK: :[[#@LINE]]:{{.*}}'sd_event_wait' waits
  return usleep(11000);                           // CHECK: :[[#@LINE]]:{{.*}}11 ms
}

static int busBad(sd_event_source *s, int fd, uint32_t events, void *message) {
  sd_bus_call(bus, message, 0, &error, NULL);     // CHECK: :[[#@LINE]]:{{.*}}'sd_bus_call' waits for a remote call
  sd_bus_call_method(bus, "a.b", "/", "a.b", "C", &error, NULL, ""); // CHECK: :[[#@LINE]]:{{.*}}'sd_bus_call_method' waits for a remote call
  sd_bus_get_property_string(bus, "a.b", "/", "a.b", "P", &error, NULL); // CHECK: :[[#@LINE]]:{{.*}}'sd_bus_get_property_string' waits for a remote call
  sd_bus_request_name(bus, "a.b", 0);             // CHECK: :[[#@LINE]]:{{.*}}'sd_bus_request_name' waits for a remote call
  sd_bus_list_names(bus, NULL, NULL);             // CHECK: :[[#@LINE]]:{{.*}}'sd_bus_list_names' waits for a remote call
  sd_bus_add_match(bus, NULL, "type='signal'", NULL, NULL); // CHECK: :[[#@LINE]]:{{.*}}'sd_bus_add_match' waits for a remote call
  sd_bus_wait(bus, UINT64_MAX);                   // CHECK: :[[#@LINE]]:{{.*}}'sd_bus_wait' waits for a remote call
  sd_bus_flush(bus);                              // CHECK: :[[#@LINE]]:{{.*}}'sd_bus_flush' waits for a remote call
  return 0;
}

static int journalBad(sd_event_source *s, uint64_t now, void *unused) {
  sd_journal_open(&journal, 0);                   // CHECK: :[[#@LINE]]:{{.*}}'sd_journal_open' waits for the disk
  sd_journal_next(journal);                       // CHECK: :[[#@LINE]]:{{.*}}'sd_journal_next' waits for the disk
  sd_journal_wait(journal, 60000);                // CHECK: :[[#@LINE]]:{{.*}}'sd_journal_wait' waits
  sd_notify_barrier(0, UINT64_MAX);               // CHECK: :[[#@LINE]]:{{.*}}'sd_notify_barrier' waits for a peer process
  return 0;
}

static int replyBad(sd_bus_message *m, void *unused, sd_bus_error *e) { return usleep(12000); } // CHECK: :[[#@LINE]]:{{.*}}12 ms
static int trackBad(sd_bus_track *t, void *unused) { return usleep(13000); } // CHECK: :[[#@LINE]]:{{.*}}13 ms
static int childBad(sd_event_source *s, const siginfo_t *i, void *unused) { return usleep(14000); } // CHECK: :[[#@LINE]]:{{.*}}14 ms
static int signalBad(sd_event_source *s, const struct signalfd_siginfo *i, void *unused) { return usleep(15000); } // CHECK: :[[#@LINE]]:{{.*}}15 ms
static int prepareBad(sd_event_source *s, void *unused) { return usleep(16000); } // CHECK: :[[#@LINE]]:{{.*}}16 ms

// Nothing waits with a zero time, for a reply that comes later, or to send.
static int allOk(sd_bus_message *m, void *unused, sd_bus_error *e) {
  sd_event_run(loop, 0);
  sd_bus_wait(bus, 0);
  sd_bus_process(bus, NULL);
  sd_journal_wait(journal, 0);
  sd_notify(0, "READY=1");
  sd_bus_send(bus, m, NULL);
  sd_bus_call_async(bus, NULL, m, replyBad, NULL, 0);
  return sd_bus_call_method_async(bus, NULL, "a.b", "/", "a.b", "C", replyBad, NULL, "");
}

// The handlers in this table are known by their type.
static const sd_bus_vtable table[] = {
  SD_BUS_VTABLE_START(0),
  SD_BUS_METHOD("A", "", "", allOk, 0),
  SD_BUS_VTABLE_END,
};

int start(void) {
  sd_event_add_defer(loop, NULL, loopsBad, NULL);
  sd_event_add_io(loop, NULL, 0, 1, busBad, NULL);
  sd_event_add_time(loop, NULL, 0, 0, 0, journalBad, NULL);
  sd_event_add_child(loop, NULL, 1, 4, childBad, NULL);
  sd_event_add_signal(loop, NULL, 1, signalBad, NULL);
  sd_event_source_set_prepare(NULL, prepareBad);
  sd_bus_track_new(bus, NULL, trackBad, NULL);
  sd_bus_add_match_async(bus, NULL, "", replyBad, NULL, NULL);
  sd_bus_match_signal(bus, NULL, NULL, NULL, NULL, "S", replyBad, NULL);
  sd_bus_match_signal_async(bus, NULL, NULL, NULL, NULL, "S", replyBad, NULL, NULL);
  return sd_bus_add_object_vtable(bus, NULL, "/", "a.b", table, NULL);
}
