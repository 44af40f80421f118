// The openssl-io pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=openssl-io %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <openssl/bio.h>
#include <openssl/http.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

char buffer[64];

task filesBad(SSL_CTX *c) {
  BIO *b = BIO_new_file("f", "r"); // CHECK: :[[#@LINE]]:{{.*}}'BIO_new_file' waits for the disk
  BIO_read(b, buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'BIO_read' waits for the disk
  PEM_read_bio_X509(b, nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'PEM_read_bio_X509' waits for the disk
  SSL_CTX_use_certificate_chain_file(c, "f"); // CHECK: :[[#@LINE]]:{{.*}}'SSL_CTX_use_certificate_chain_file' waits for the disk
  co_return;
}

task streamBad(FILE *f) {
  PEM_read_PrivateKey(f, nullptr, nullptr, nullptr); // CHECK: :[[#@LINE]]:{{.*}}'PEM_read_PrivateKey' waits for the disk
  co_return;
}

task connectBad(SSL_CTX *c) {
  BIO *b = BIO_new_ssl_connect(c);
  BIO_do_connect(b); // CHECK: :[[#@LINE]]:{{.*}}'BIO_ctrl' waits for the network
  BIO_write(b, buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'BIO_write' waits for the network
  BIO_read(b, buffer, 1); // CHECK: :[[#@LINE]]:{{.*}}'BIO_read' waits for the network
  co_return;
}

task retryBad(BIO *b, BIO_ADDR *a, BIO_ADDRINFO **found) {
  BIO_do_connect_retry(b, 10, 1); // CHECK: :[[#@LINE]]:{{.*}}'BIO_do_connect_retry' waits for the network
  BIO_wait(b, 10, 1); // CHECK: :[[#@LINE]]:{{.*}}'BIO_wait' waits for another thread
  BIO_lookup("h", "443", BIO_LOOKUP_CLIENT, 0, 0, found); // CHECK: :[[#@LINE]]:{{.*}}'BIO_lookup' waits for a name server
  BIO_connect(3, a, 0); // CHECK: :[[#@LINE]]:{{.*}}'BIO_connect' waits for the network
  co_return;
}

task acceptBad(int listening) {
  BIO_accept_ex(listening, nullptr, 0); // CHECK: :[[#@LINE]]:{{.*}}'BIO_accept_ex' waits for the network
  co_return;
}

task requestBad() {
  OSSL_HTTP_get("http://h/", nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, 0, nullptr, nullptr, 0, 0, 10); // CHECK: :[[#@LINE]]:{{.*}}'OSSL_HTTP_get' waits for the network
  co_return;
}

task nonblockingOk(SSL_CTX *c, BIO_ADDR *a) {
  BIO *b = BIO_new_ssl_connect(c);
  BIO_set_nbio(b, 1);
  BIO_do_connect(b);
  BIO_write(b, buffer, 1);
  BIO_read(b, buffer, 1);
  BIO_connect(3, a, BIO_SOCK_NONBLOCK);
  co_return;
}

// Nothing is known of the socket, or there is none.
task memoryOk(SSL *s) {
  BIO *b = BIO_new(BIO_s_mem());
  BIO_write(b, buffer, 1);
  BIO_read(b, buffer, 1);
  PEM_read_bio_X509(b, nullptr, nullptr, nullptr);
  SSL_set_bio(s, b, b);
  SSL_do_handshake(s);
  SSL_read(s, buffer, 1);
  co_return;
}
