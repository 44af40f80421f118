// Headers that the openssl-io pack is about.
#include <openssl/ssl.h>
#include <openssl/bio.h>
#include <openssl/http.h>
#include <openssl/ocsp.h>
#include <openssl/store.h>
#include <openssl/pem.h>
#include <openssl/conf.h>
#include <openssl/rand.h>
#include <openssl/x509_vfy.h>
