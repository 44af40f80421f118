// The argon2 pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=argon2 %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <argon2.h>

char out[128];

task passwordsBad(const char *word) {
  argon2id_hash_encoded(3, 65536, 1, word, 8, "saltsalt", 8, 32, out, sizeof out);
  argon2id_verify(out, word, 8);
  co_return;
}

task littleOk(const char *word) {
  argon2id_hash_encoded(1, 8, 1, word, 8, "saltsalt", 8, 32, out, sizeof out);
  argon2_encodedlen(1, 8, 1, 8, 32, Argon2_id);
  co_return;
}
