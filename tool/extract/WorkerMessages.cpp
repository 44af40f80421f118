//===- extract/WorkerMessages.cpp - what a run and its workers say --------===//
#include "extract/WorkerMessages.h"

#include "support/Limits.h"

#include "llvm/Support/Endian.h"

using namespace llvm;
using namespace llvm::support;
using namespace waitwise;

static void append32(std::string &To, uint64_t N) {
  assert(N <= UINT32_MAX && "a field of a message is too large");
  char Bytes[4];
  endian::write32le(Bytes, uint32_t(N));
  To.append(Bytes, sizeof(Bytes));
}

std::string waitwise::packMessage(ArrayRef<StringRef> Fields) {
  uint64_t Size = 0;
  for (StringRef Field : Fields)
    Size += 4 + Field.size();
  std::string Message;
  Message.reserve(4 + Size);
  append32(Message, Size);
  for (StringRef Field : Fields) {
    append32(Message, Field.size());
    Message += Field;
  }
  return Message;
}

bool MessageBuffer::isBroken() const {
  return Received.size() >= 4 &&
         endian::read32le(Received.data()) > 2 * limits::SummaryBytes;
}

std::optional<std::vector<StringRef>> MessageBuffer::message() const {
  StringRef Bytes = Received;
  if (Bytes.size() < 4 || Bytes.size() - 4 < endian::read32le(Bytes.data()))
    return std::nullopt;
  Bytes = Bytes.substr(4, endian::read32le(Bytes.data()));
  std::vector<StringRef> Fields;
  while (Bytes.size() >= 4) {
    uint32_t Size = endian::read32le(Bytes.data());
    Fields.push_back(Bytes.substr(4, Size));
    Bytes = Bytes.drop_front(4 + Fields.back().size());
  }
  return Fields;
}

std::string waitwise::packJob(const ExtractJob &Job, unsigned MemoryMiB) {
  std::string Memory = std::to_string(MemoryMiB);
  std::string NumArgs = std::to_string(Job.Args.size());
  std::string NumThirdParty = std::to_string(Job.ThirdParty.size());
  std::vector<StringRef> Fields = {Memory,   Job.Directory, Job.File,
                                   Job.ResourceDir, Job.Root,  NumArgs,
                                   NumThirdParty};
  Fields.insert(Fields.end(), Job.Args.begin(), Job.Args.end());
  Fields.insert(Fields.end(), Job.ThirdParty.begin(), Job.ThirdParty.end());
  Fields.insert(Fields.end(), Job.Libraries.begin(), Job.Libraries.end());
  return packMessage(Fields);
}

bool waitwise::unpackJob(ArrayRef<StringRef> Fields, ExtractJob &Job,
                         unsigned &MemoryMiB) {
  constexpr size_t Head = 7;
  size_t NumArgs = 0, NumThirdParty = 0;
  if (Fields.size() < Head || Fields[0].getAsInteger(10, MemoryMiB) ||
      Fields[5].getAsInteger(10, NumArgs) ||
      Fields[6].getAsInteger(10, NumThirdParty) ||
      NumArgs > Fields.size() - Head ||
      NumThirdParty > Fields.size() - Head - NumArgs)
    return false;
  Job.Directory = Fields[1].str();
  Job.File = Fields[2].str();
  Job.ResourceDir = Fields[3].str();
  Job.Root = Fields[4].str();
  for (StringRef Arg : Fields.slice(Head, NumArgs))
    Job.Args.push_back(Arg.str());
  for (StringRef Glob : Fields.slice(Head + NumArgs, NumThirdParty))
    Job.ThirdParty.push_back(Glob.str());
  for (StringRef Glob : Fields.drop_front(Head + NumArgs + NumThirdParty))
    Job.Libraries.push_back(Glob.str());
  return true;
}
