// The hyperscan pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=hyperscan %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <hs/hs.h>

int found(unsigned, unsigned long long, unsigned long long, unsigned, void *) { return 0; }

task compileBad(hs_database_t **d, hs_compile_error_t **e, const char *const *all, const unsigned *ids) {
  hs_compile("a+", 0, HS_MODE_BLOCK, nullptr, d, e);
  hs_compile_multi(all, nullptr, ids, 100, HS_MODE_BLOCK, nullptr, d, e);
  co_return;
}

task scanBad(const hs_database_t *d, hs_stream_t *s, hs_scratch_t *t, const char *text, unsigned n) {
  hs_scan(d, text, n, 0, t, found, nullptr);
  hs_scan_stream(s, text, n, 0, t, found, nullptr);
  co_return;
}

task littleOk(const hs_database_t *d, hs_scratch_t *t, const char *text) {
  hs_scan(d, text, 64, 0, t, found, nullptr);
  co_return;
}
