// The libsodium pack: every rule matches a call.
// RUN: waitwise check --fail-on none --require-rules-hit=libsodium %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs
#include "task.h"
#include <sodium.h>

unsigned char key[32], salt[16], nonce[24], out[64];
char text[crypto_pwhash_STRBYTES];

task passwordsBad(const char *word) {
  (void)crypto_pwhash(key, 32, word, 8, salt, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_DEFAULT);
  (void)crypto_pwhash_str(text, word, 8, crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE);
  (void)crypto_pwhash_str_verify(text, word, 8);
  co_return;
}

task bulkBad(const unsigned char *data, unsigned long long n) {
  crypto_generichash(out, 32, data, n, nullptr, 0);
  crypto_hash_sha256(out, data, n);
  crypto_secretbox_easy(out, data, n, nonce, key);
  crypto_aead_xchacha20poly1305_ietf_encrypt(out, nullptr, data, n, nullptr, 0, nullptr, nonce, key);
  co_return;
}

task littleOk(const unsigned char *data) {
  crypto_generichash(out, 32, data, 64, nullptr, 0);
  crypto_secretbox_easy(out, data, 16, nonce, key);
  randombytes_buf(key, sizeof key);
  co_return;
}
