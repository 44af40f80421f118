// The rapidjson pack: files wait for the disk.
// RUN: waitwise check --fail-on none %s -- \
// RUN:   -std=c++20 -I%source/test/checks/Inputs \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
#include "task.h"
#include <rapidjson/filereadstream.h>
#include <rapidjson/filewritestream.h>

char buffer[64];

task streamsBad(FILE *f, rapidjson::FileWriteStream &to) {
  rapidjson::FileReadStream from(f, buffer, sizeof buffer); // CHECK: :[[#@LINE]]:{{.*}}'rapidjson::FileReadStream::FileReadStream' waits for the disk
  to.Flush(); // CHECK: :[[#@LINE]]:{{.*}}'rapidjson::FileWriteStream::Flush' waits for the disk
  co_return;
}

task streamsOk(rapidjson::FileWriteStream &to) {
  to.Put('x');
  co_return;
}
