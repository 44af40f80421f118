//===- store/SummaryWriter.cpp - a summary becomes bytes ------------------===//
//
// Every list of the model is appended to one flat vector of its kind
// (Summary.fbs); then the vectors become one FlatBuffer, and the trailer with
// format number and checksum is put behind it. The order of everything is the
// order in the summary, so equal summaries give equal bytes.
//
// Integers of values are kept once each, numbered as they are first met.
//
//===----------------------------------------------------------------------===//
#include "store/Envelope.h"
#include "store/SharedPrefix.h"
#include "store/SummaryIO.h"
#include "store/Summary_generated.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/xxhash.h"

#include <unordered_map>

using namespace llvm;
using namespace waitwise;

namespace {

class Writer {
public:
  explicit Writer(const Summary &S) : S(S) {}
  std::string write();

private:
  wire::Location location(const Location &L) const {
    return wire::Location(L.File, L.Line, L.Column);
  }
  wire::Value value(const Value &V, uint32_t Flags = 0);
  uint16_t append(ArrayRef<uint32_t> List);
  void addEntity(const Entity &E);
  void addFunction(const Function &F);
  void addBlock(const Block &B);
  void addEvent(const Event &E);
  void addLoop(const Loop &L);
  void addMoves(ArrayRef<Move> From, std::vector<wire::Move> &Into);
  flatbuffers::Offset<wire::Text> text(ArrayRef<std::string> Strings);
  flatbuffers::Offset<wire::Summary> root();

  const Summary &S;
  flatbuffers::FlatBufferBuilder Builder;
  // No DenseMap: it cannot hold INT64_MIN and INT64_MAX.
  std::unordered_map<int64_t, uint32_t> IntegerIds; ///< Value → index + 1.
  std::vector<int64_t> Integers;
  std::vector<wire::TypeInfo> Types;
  std::vector<wire::Entity> Entities;
  std::vector<uint32_t> EntityLists;
  std::vector<wire::TemplateArg> TemplateArgs;
  std::vector<wire::Function> Functions;
  std::vector<wire::Variable> Params, Locals;
  std::vector<wire::Block> Blocks;
  std::vector<uint32_t> Succs;
  std::vector<wire::Branch> Branches;
  std::vector<wire::Event> Events;
  std::vector<wire::Argument> Args;
  std::vector<wire::Loop> Loops;
  std::vector<wire::Move> Moves, Computed;
};

wire::Value Writer::value(const Value &V, uint32_t Flags) {
  uint32_t Rest = uint32_t(V.Kind) | Flags << 4;
  if (V.Int != 0) {
    auto [It, IsNew] = IntegerIds.try_emplace(V.Int, Integers.size() + 1);
    if (IsNew)
      Integers.push_back(V.Int);
    assert(It->second < 1u << 26 && "more integers than a value can name");
    Rest |= It->second << 6;
  }
  return wire::Value(V.Index, Rest);
}

/// Appends a list of an entity and returns its (possibly cut) length.
uint16_t Writer::append(ArrayRef<uint32_t> List) {
  List = List.take_front(UINT16_MAX);
  EntityLists.insert(EntityLists.end(), List.begin(), List.end());
  return List.size();
}

void Writer::addEntity(const Entity &E) {
  // One statement each: the order in the file is that of the counts.
  uint16_t NumParams = append(E.Params);
  uint16_t NumOverrides = append(E.Overrides);
  uint16_t NumBases = append(E.Bases);
  uint16_t NumAnnotations = append(E.Annotations);
  ArrayRef<TemplateArg> Made = ArrayRef(E.TemplateArgs).take_front(UINT16_MAX);
  for (const TemplateArg &A : Made)
    TemplateArgs.emplace_back(value(A.V), A.Type);
  Entities.emplace_back(E.Usr, E.Name, E.Flags, location(E.Loc), E.Parent,
                        E.Type, NumParams, NumOverrides, NumBases,
                        NumAnnotations, Made.size(), wire::EntityKind(E.Kind));
}

void Writer::addBlock(const Block &B) {
  bool HasBranch = B.Cond.Op != CompareOp::None || B.Cond.Rhs != 0 ||
                   B.Cond.Operand != Value();
  if (HasBranch)
    Branches.emplace_back(B.Cond.Rhs, value(B.Cond.Operand),
                          wire::CompareOp(B.Cond.Op));
  Succs.insert(Succs.end(), B.Succs.begin(), B.Succs.end());
  Blocks.emplace_back(B.FirstEvent, B.NumEvents, B.Ops, B.Loop, B.Succs.size(),
                      B.NoReturn, HasBranch);
}

void Writer::addEvent(const Event &E) {
  for (const Argument &A : E.Args)
    Args.emplace_back(value(A.V, A.IsLess | A.IsDefault << 1), A.Type);
  wire::Value Via = value(E.Via);
  wire::Value Receiver = value(E.Receiver);
  Events.emplace_back(location(E.Loc), E.Flags, E.Callee, Via, Receiver,
                      E.ReceiverClass, E.ResultType, E.Macro, E.Args.size(),
                      wire::EventKind(E.Kind));
}

void Writer::addLoop(const Loop &L) {
  Loops.emplace_back(L.Trips, location(L.Loc), L.Parent, L.Header,
                     value(L.Limit), wire::LoopBound(L.Bound), L.Restarts);
}

void Writer::addMoves(ArrayRef<Move> From, std::vector<wire::Move> &Into) {
  for (const Move &M : From) {
    wire::Value To = value(M.To);
    Into.emplace_back(To, value(M.From, M.IsMultiple));
  }
}

void Writer::addFunction(const Function &F) {
  for (const Variable &V : F.Params)
    Params.emplace_back(V.Name, V.Type);
  for (const Variable &V : F.Locals)
    Locals.emplace_back(V.Name, V.Type);
  for (const Block &B : F.Blocks)
    addBlock(B);
  for (const Event &E : F.Events)
    addEvent(E);
  for (const Loop &L : F.Loops)
    addLoop(L);
  addMoves(F.Moves, Moves);
  addMoves(F.Computed, Computed);
  Functions.emplace_back(F.Self, location(F.End), F.Params.size(),
                         F.Locals.size(), F.Blocks.size(), F.Events.size(),
                         F.Loops.size(), F.Moves.size(), F.Computed.size());
}

flatbuffers::Offset<wire::Text> Writer::text(ArrayRef<std::string> Strings) {
  std::vector<uint8_t> Chars;
  std::vector<uint32_t> Ends;
  for (const std::string &Text : Strings) {
    Chars.insert(Chars.end(), Text.begin(), Text.end());
    Ends.push_back(Chars.size());
  }
  auto CharsAt = Builder.CreateVector(Chars);
  auto EndsAt = Builder.CreateVector(Ends);
  return wire::CreateText(Builder, CharsAt, EndsAt);
}

flatbuffers::Offset<wire::Summary> Writer::root() {
  std::vector<uint64_t> Hashes;
  std::vector<uint16_t> Shared;
  std::vector<std::string> Rests;
  StringRef Previous;
  for (const Dependency &D : S.Files) {
    Hashes.push_back(D.Hash);
    Shared.push_back(sharedPrefix(Previous, D.Path));
    Rests.push_back(D.Path.substr(Shared.back()));
    Previous = D.Path;
  }

  auto MainFile = Builder.CreateString(S.MainFile);
  auto Tool = Builder.CreateString(WAITWISE_VERSION);
  auto Strings = text(S.Strings);
  auto Diagnostics = text(S.Diagnostics);
  auto RestsAt = text(Rests);
  auto SharedAt = Builder.CreateVector(Shared);
  auto FilePaths = wire::CreatePaths(Builder, SharedAt, RestsAt);
  auto FileHashes = Builder.CreateVector(Hashes);
  auto IntegersAt = Builder.CreateVector(Integers);
  auto TypesAt = Builder.CreateVectorOfStructs(Types);
  auto EntitiesAt = Builder.CreateVectorOfStructs(Entities);
  auto EntityListsAt = Builder.CreateVector(EntityLists);
  auto TemplateArgsAt = Builder.CreateVectorOfStructs(TemplateArgs);
  auto FunctionsAt = Builder.CreateVectorOfStructs(Functions);
  auto ParamsAt = Builder.CreateVectorOfStructs(Params);
  auto LocalsAt = Builder.CreateVectorOfStructs(Locals);
  auto BlocksAt = Builder.CreateVectorOfStructs(Blocks);
  auto SuccsAt = Builder.CreateVector(Succs);
  auto BranchesAt = Builder.CreateVectorOfStructs(Branches);
  auto EventsAt = Builder.CreateVectorOfStructs(Events);
  auto ArgsAt = Builder.CreateVectorOfStructs(Args);
  auto LoopsAt = Builder.CreateVectorOfStructs(Loops);
  auto MovesAt = Builder.CreateVectorOfStructs(Moves);
  auto ComputedAt = Builder.CreateVectorOfStructs(Computed);
  return wire::CreateSummary(Builder, MainFile, Tool, S.Errors, S.IsC, Strings,
                             Diagnostics, FilePaths, FileHashes, IntegersAt,
                             TypesAt, EntitiesAt, EntityListsAt,
                             TemplateArgsAt, FunctionsAt, ParamsAt, LocalsAt,
                             BlocksAt, SuccsAt, BranchesAt, EventsAt, ArgsAt,
                             LoopsAt, MovesAt, ComputedAt);
}

std::string Writer::write() {
  for (const TypeInfo &T : S.Types)
    Types.emplace_back(T.Name, T.Spelling, T.Class, T.Flags);
  for (const Entity &E : S.Entities)
    addEntity(E);
  for (const Function &F : S.Functions)
    addFunction(F);
  wire::FinishSummaryBuffer(Builder, root());

  std::string Bytes(reinterpret_cast<const char *>(Builder.GetBufferPointer()),
                    Builder.GetSize());
  Bytes.resize(alignTo(Bytes.size(), envelope::Alignment));
  char Trailer[envelope::Bytes] = {};
  support::endian::write32le(Trailer, SummaryFormat);
  Bytes.append(Trailer, envelope::Bytes - envelope::ChecksumBytes);
  support::endian::write64le(Trailer, xxh3_64bits(Bytes));
  Bytes.append(Trailer, envelope::ChecksumBytes);
  return Bytes;
}

} // namespace

std::string waitwise::writeSummary(const Summary &S) {
  return Writer(S).write();
}
