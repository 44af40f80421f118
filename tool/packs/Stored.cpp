//===- packs/Stored.cpp - a YAML tree as bytes ----------------------------===//
//
// A node is: kind and quoting in one byte; line, column and length of the text
// as numbers of seven bits a byte; the text; the number of children; the
// children (a map's are key, value, key, value). Depth is that of a document,
// which parsing has bounded.
//
//===----------------------------------------------------------------------===//
#include "packs/Stored.h"

#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"

#include <cassert>

using namespace llvm;

namespace waitwise {
namespace {

constexpr uint8_t QuotedBit = 0x80;

void storeNode(const Node &N, raw_ostream &OS) {
  OS << char(uint8_t(N.K) | (N.Quoted ? QuotedBit : 0));
  encodeULEB128(N.Line, OS);
  encodeULEB128(N.Column, OS);
  encodeULEB128(N.Text.size(), OS);
  OS << N.Text;
  encodeULEB128(N.Items.size(), OS);
  for (size_t I = 0; I < N.Items.size(); ++I) {
    if (N.K == Node::Map)
      storeNode(N.Keys[I], OS);
    storeNode(N.Items[I], OS);
  }
}

struct Cursor {
  const uint8_t *At, *End;

  uint64_t number() {
    unsigned Length = 0;
    uint64_t Value = decodeULEB128(At, &Length, End);
    At += Length;
    return Value;
  }
};

void restoreNode(Cursor &C, Node &N) {
  assert(C.At < C.End && "stored tree is cut off");
  uint8_t Head = *C.At++;
  N.K = Node::Kind(Head & ~QuotedBit);
  N.Quoted = Head & QuotedBit;
  N.Line = C.number();
  N.Column = C.number();
  size_t Length = C.number();
  assert(Length <= size_t(C.End - C.At) && "stored tree is cut off");
  N.Text.assign(reinterpret_cast<const char *>(C.At), Length);
  C.At += Length;
  N.Items.resize(C.number());
  N.Keys.resize(N.K == Node::Map ? N.Items.size() : 0);
  for (size_t I = 0; I < N.Items.size(); ++I) {
    if (N.K == Node::Map)
      restoreNode(C, N.Keys[I]);
    restoreNode(C, N.Items[I]);
  }
}

} // namespace

std::string storeTree(const Node &Root) {
  std::string Bytes;
  raw_string_ostream OS(Bytes);
  storeNode(Root, OS);
  return Bytes;
}

Node restoreTree(StringRef Bytes) {
  Cursor C{Bytes.bytes_begin(), Bytes.bytes_end()};
  Node Root;
  restoreNode(C, Root);
  assert(C.At == C.End && "stored tree has a tail");
  return Root;
}

} // namespace waitwise
