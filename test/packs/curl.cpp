// The curl pack: every rule matches a call, look-alikes stay silent.
// RUN: waitwise check --fail-on none --require-rules-hit=curl %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <curl/curl.h>
#include <unistd.h>

task transferBad(CURL *easy) {
  curl_global_init(CURL_GLOBAL_ALL); // CHECK: :[[#@LINE]]:{{.*}}'curl_global_init' waits for the disk
  curl_easy_perform(easy); // CHECK: :[[#@LINE]]:{{.*}}'curl_easy_perform' waits for the network
  co_return;
}

task multiBad(CURLM *multi, int *running) {
  curl_multi_wait(multi, nullptr, 0, 1000, running); // CHECK: :[[#@LINE]]:{{.*}}'curl_multi_wait' waits for another thread
  curl_multi_poll(multi, nullptr, 0, -1, running); // CHECK: :[[#@LINE]]:{{.*}}'curl_multi_poll' waits for another thread
  co_return;
}

// Driven by a loop, nothing waits.
task multiOk(CURLM *multi, CURL *easy, int *running) {
  curl_multi_add_handle(multi, easy);
  curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, running);
  curl_multi_perform(multi, running);
  curl_multi_poll(multi, nullptr, 0, 0, running);
  co_return;
}

task formBad(curl_mimepart *part) {
  curl_mime_filedata(part, "f"); // CHECK: :[[#@LINE]]:{{.*}}'curl_mime_filedata' waits for the disk
  curl_mime_data(part, "x", 1);
  co_return;
}

// Callbacks: those of the multi handle run on the loop, the others in whoever
// runs the transfer.
int socketBad(CURL *, curl_socket_t, int, void *, void *) {
  return usleep(20000); // CHECK: :[[#@LINE]]:{{.*}}'usleep' sleeps
}

size_t writtenBad(char *, size_t, size_t n, void *) {
  usleep(30000);
  return n;
}

size_t writtenOk(char *, size_t, size_t n, void *) {
  usleep(30000);
  return n;
}

task optionsBad(CURLM *multi, CURL *easy) {
  curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, socketBad);
  curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, nullptr);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, writtenBad); // CHECK: :[[#@LINE]]:{{.*}}'usleep' (reached through 'writtenBad') sleeps, for 30 ms, and blocks coroutine 'optionsBad'
  co_return;
}

// A program that does nothing else may wait.
int main() {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, writtenOk);
  return curl_easy_perform(easy);
}
