// The pcre2 pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=pcre2 %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#define PCRE2_CODE_UNIT_WIDTH 8
#include "task.h"
#include <pcre2.h>

PCRE2_UCHAR out[64];
PCRE2_SIZE room;
int error, space[64];

task matchBad(pcre2_code *c, PCRE2_SPTR text, PCRE2_SIZE n, pcre2_match_data *m) {
  pcre2_match(c, text, n, 0, 0, m, nullptr);
  pcre2_jit_match(c, text, n, 0, 0, m, nullptr);
  pcre2_dfa_match(c, text, n, 0, 0, m, nullptr, space, 64);
  pcre2_substitute(c, text, n, 0, 0, m, nullptr, text, 1, out, &room);
  co_return;
}

task compileOk(PCRE2_SPTR expression) {
  pcre2_code *c = pcre2_compile(expression, 8, 0, &error, &room, nullptr);
  pcre2_jit_compile(c, PCRE2_JIT_COMPLETE);
  pcre2_code_free(c);
  co_return;
}
