// What a program does while its own object is not there is done before the loop runs or after it; making the object is not.
// RUN: waitwise check %s --profile strict --fail-on none -- -std=c++20 | FileCheck %s --implicit-check-not={{warning|error}}:
#include <cstdio>
#include <uv.h>

struct Logger {
  void put(const char *line);
};
Logger *logger = nullptr;
void startLogging() { logger = new Logger; }
void stopLogging() {
  delete logger;
  logger = nullptr;
}

static void writeDown(const char *line) {
  FILE *f = fopen("early.log", "a");
  fclose(f);
}
static void log(const char *line) {
  if (logger)
    logger->put(line);
  else
    writeDown(line);
}
static void logsOk(uv_timer_t *) { log("tick"); }

// Made when it is first needed: that is done on the loop.
struct Cache {
  Cache() { fclose(fopen("cache", "r")); }
};
Cache *cache;
// CHECK: warning: 'fopen' (reached through 'Cache::Cache') {{.*}}blocks the event loop
static void lazyBad(uv_timer_t *) {
  if (!cache)
    cache = new Cache;
}

// An option that somebody else sets says nothing of when.
char *directory;
void configure(char *value) { directory = value; }
// CHECK: warning: 'fopen' {{.*}}blocks the event loop
static void optionBad(uv_timer_t *) {
  if (!directory)
    fclose(fopen("/etc/default", "r"));
}

void start(uv_timer_t *t) {
  startLogging();
  uv_timer_start(t, logsOk, 1, 0);
  uv_timer_start(t, lazyBad, 1, 0);
  uv_timer_start(t, optionBad, 1, 0);
}
