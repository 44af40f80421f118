// The openssl-crypto pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=openssl-crypto %s -- \
// RUN:   -std=c++20 -Wno-deprecated-declarations -I%source/test/checks/Inputs
#include "task.h"
#include <openssl/cms.h>
#include <openssl/dh.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>

unsigned char data[64], out[64];
size_t size;
int length;

task keysBad(RSA *r, DH *d, BIGNUM *n) {
  RSA_generate_key_ex(r, 2048, n, nullptr);
  EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t(2048));
  DH_generate_parameters_ex(d, 2048, 2, nullptr);
  BN_generate_prime_ex(n, 1024, 0, nullptr, nullptr, nullptr);
  DH_check(d, &length);
  co_return;
}

// A key on a curve takes microseconds.
task curvesOk() {
  EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519");
  EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
  co_return;
}

task passwordsBad() {
  PKCS5_PBKDF2_HMAC("p", 1, data, 16, 600000, EVP_sha256(), 32, out);
  EVP_PBE_scrypt("p", 1, data, 16, 32768, 8, 1, 0, out, 32);
  PKCS12_verify_mac(nullptr, "p", 1);
  co_return;
}

// A few rounds, or a few bytes.
task littleOk(EVP_CIPHER_CTX *c, EVP_MD_CTX *m, EVP_MAC_CTX *a) {
  PKCS5_PBKDF2_HMAC("p", 1, data, 16, 100, EVP_sha256(), 32, out);
  EVP_BytesToKey(EVP_aes_256_cbc(), EVP_sha256(), data, data, 16, 1, out, nullptr);
  EVP_EncryptUpdate(c, out, &length, data, 64);
  EVP_DigestUpdate(m, data, 64);
  EVP_MAC_update(a, data, 64);
  SHA256(data, 64, out);
  EVP_Q_digest(nullptr, "SHA256", nullptr, data, 64, out, nullptr);
  HMAC(EVP_sha256(), data, 16, data, 64, out, nullptr);
  EVP_Q_mac(nullptr, "HMAC", nullptr, nullptr, nullptr, data, 16, data, 64, out, 64, nullptr);
  co_return;
}

// RSA with 2048 bits: less than ten times what a loop can bear.
task signaturesOk(EVP_MD_CTX *m, DH *d, BIGNUM *peer, SSL *s) {
  EVP_DigestSign(m, out, &size, data, 64);
  CMS_sign(nullptr, nullptr, nullptr, nullptr, 0);
  DH_compute_key(out, peer, d);
  SSL_accept(s);
  co_return;
}
