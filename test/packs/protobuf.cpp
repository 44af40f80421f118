// The protobuf pack: every rule matches a call; a message that is read from memory waits for nothing.
// RUN: waitwise check --fail-on none %s -- -std=c++20 \
// RUN:   | FileCheck %s --implicit-check-not={{warning|error}}:
// RUN: waitwise check --fail-on none --require-rules-hit=protobuf %s -- -std=c++20
#include <boost/asio.hpp>
#include <fcntl.h>
#include <fstream>
#include <google/protobuf/any.pb.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>
#include <sstream>

namespace pb = google::protobuf;
using Message = pb::Any;

boost::asio::awaitable<void> filesBad(const char *name, Message m) {
  int fd = open(name, O_RDWR);        // CHECK: :[[#@LINE]]:{{.*}}'open' waits for the disk
  m.ParseFromFileDescriptor(fd);      // CHECK: :[[#@LINE]]:{{.*}}'google::protobuf::MessageLite::ParseFromFileDescriptor' waits for the disk
  m.SerializeToFileDescriptor(fd);    // CHECK: :[[#@LINE]]:{{.*}}'google::protobuf::MessageLite::SerializeToFileDescriptor' waits for the disk
  std::ifstream in(name);             // CHECK: :[[#@LINE]]:{{.*}}'std::basic_ifstream::basic_ifstream' waits for the disk
  m.ParseFromIstream(&in);            // CHECK: :[[#@LINE]]:{{.*}}'google::protobuf::MessageLite::ParseFromIstream' waits for the disk
  co_return;
}

boost::asio::awaitable<void> memoryOk(std::string text, Message m) {
  std::istringstream in(text);
  m.ParseFromIstream(&in);
  std::ostringstream out;
  m.SerializeToOstream(&out);
  co_return;
}

void work(std::string text, Message m, pb::io::CodedInputStream *in) {
  m.ParseFromString(text);
  m.ParseFromArray(text.data(), text.size());
  m.ParseFromCodedStream(in);
  m.SerializeToString(&text);
  m.SerializeToArray(text.data(), text.size());
  pb::util::JsonStringToMessage(text, &m);
  pb::util::MessageToJsonString(m, &text);
  pb::TextFormat::ParseFromString(text, &m);
  m.DebugString();
  pb::util::MessageDifferencer::Equals(m, m);
}

struct Own {
  bool ParseFromFileDescriptor(int) { return true; }
};
boost::asio::awaitable<void> look_alikesOk(Own own) {
  own.ParseFromFileDescriptor(3);
  co_return;
}
