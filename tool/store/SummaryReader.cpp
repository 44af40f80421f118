//===- store/SummaryReader.cpp - bytes become a summary -------------------===//
//
//   identifier → checksum → format → FlatBuffers verifier → decode → validate
//
// Up to the format number nothing depends on the format (Envelope.h). Decoding
// walks the flat vectors from front to back, one Cursor for each; a file whose
// counts ask for more than there is, or leave something over, is malformed.
// Whether the decoded indices are good is Validate.cpp's matter.
//
// Memory is bounded by the file: no count allocates before it is covered.
//
//===----------------------------------------------------------------------===//
#include "store/Envelope.h"
#include "store/SummaryIO.h"
#include "store/Summary_generated.h"
#include "store/Validate.h"
#include "support/Error.h"
#include "support/Limits.h"

#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace waitwise;

namespace {

// The schema repeats the enumerations of the model; they must not drift apart.
static_assert(unsigned(wire::EntityKind::MAX) == unsigned(EntityKind::Class));
static_assert(unsigned(wire::EventKind::MAX) == unsigned(EventKind::Yield));
static_assert(unsigned(wire::CompareOp::MAX) == unsigned(CompareOp::HasFlag));
static_assert(unsigned(wire::LoopBound::MAX) == unsigned(LoopBound::Infinite));
static_assert(unsigned(wire::ValueKind::MAX) == unsigned(ValueKind::Return));

// Elements with 64-bit parts; isAligned() knows them.
static_assert(alignof(wire::Branch) == 8 && alignof(wire::Loop) == 8);
static_assert(alignof(wire::Function) == 4 && alignof(wire::Event) == 4 &&
              alignof(wire::Entity) == 4 && alignof(wire::Block) == 4);

/// Hands out the elements of one flat vector from front to back.
template <typename T> class Cursor {
public:
  using Vector = flatbuffers::Vector<T>;
  explicit Cursor(const Vector *V) : V(V), Left(V ? V->size() : 0) {}

  /// True if \p N more elements are there to be taken.
  bool has(uint32_t N) const { return N <= Left; }
  auto next() {
    assert(Left > 0 && "has() was not asked");
    --Left;
    return V->Get(At++);
  }
  bool isDone() const { return Left == 0; }

private:
  const Vector *V;
  uint32_t At = 0, Left;
};

class Reader {
public:
  explicit Reader(const wire::Summary &W)
      : W(W), EntityLists(W.entity_lists()),
        TemplateArgs(W.template_args()), Params(W.params()),
        Locals(W.locals()), Blocks(W.blocks()), Succs(W.succs()),
        Branches(W.branches()), Events(W.events()), Args(W.args()),
        Loops(W.loops()), Moves(W.moves()), Computed(W.computed()) {}

  /// False: the counts do not fit the vectors.
  bool read(Summary &S);

private:
  static Location location(const wire::Location &L) {
    return {L.file(), L.line(), L.column()};
  }
  Value value(const wire::Value &V);
  bool list(std::vector<uint32_t> &To, uint32_t N);
  bool templateArgs(std::vector<TemplateArg> &To, uint32_t N);
  template <typename Each> static bool text(const wire::Text &T, Each Add);
  bool entity(const wire::Entity &From, Entity &To);
  bool function(const wire::Function &From, Function &To);
  bool block(const wire::Block &From, Block &To);
  bool event(const wire::Event &From, Event &To);
  void loop(const wire::Loop &From, Loop &To);
  void moves(uint32_t N, Cursor<const wire::Move *> &From,
             std::vector<Move> &To);
  bool texts(Summary &S);
  bool files(Summary &S);
  bool isDone() const;

  const wire::Summary &W;
  bool BadInteger = false;
  Cursor<uint32_t> EntityLists;
  Cursor<const wire::TemplateArg *> TemplateArgs;
  Cursor<const wire::Variable *> Params, Locals;
  Cursor<const wire::Block *> Blocks;
  Cursor<uint32_t> Succs;
  Cursor<const wire::Branch *> Branches;
  Cursor<const wire::Event *> Events;
  Cursor<const wire::Argument *> Args;
  Cursor<const wire::Loop *> Loops;
  Cursor<const wire::Move *> Moves, Computed;
};

Value Reader::value(const wire::Value &V) {
  Value R;
  R.Kind = ValueKind(V.rest() & 15);
  R.Index = V.index();
  if (uint32_t Id = V.rest() >> 6) {
    if (!W.integers() || Id > W.integers()->size())
      BadInteger = true;
    else
      R.Int = W.integers()->Get(Id - 1);
  }
  return R;
}

bool Reader::list(std::vector<uint32_t> &To, uint32_t N) {
  if (!EntityLists.has(N))
    return false;
  To.reserve(N);
  for (uint32_t I = 0; I != N; ++I)
    To.push_back(EntityLists.next());
  return true;
}

bool Reader::templateArgs(std::vector<TemplateArg> &To, uint32_t N) {
  if (!TemplateArgs.has(N))
    return false;
  To.reserve(N);
  for (uint32_t I = 0; I != N; ++I) {
    const wire::TemplateArg *A = TemplateArgs.next();
    To.push_back({A->type(), value(A->value())});
  }
  return true;
}

/// Calls \p Add with every string of \p T.
template <typename Each> bool Reader::text(const wire::Text &T, Each Add) {
  const flatbuffers::Vector<uint32_t> *Ends = T.ends();
  StringRef Chars;
  if (T.chars())
    Chars = StringRef(reinterpret_cast<const char *>(T.chars()->Data()),
                      T.chars()->size());
  uint32_t Begin = 0;
  for (uint32_t I = 0, E = Ends ? Ends->size() : 0; I != E; ++I) {
    uint32_t End = Ends->Get(I);
    if (End < Begin || End > Chars.size())
      return false;
    Add(Chars.slice(Begin, End));
    Begin = End;
  }
  return Begin == Chars.size();
}

bool Reader::entity(const wire::Entity &From, Entity &To) {
  To.Kind = EntityKind(From.kind());
  To.Usr = From.usr();
  To.Name = From.name();
  To.Flags = From.flags();
  To.Loc = location(From.loc());
  To.Parent = From.parent();
  To.Type = From.type();
  return list(To.Params, From.num_params()) &&
         list(To.Overrides, From.num_overrides()) &&
         list(To.Bases, From.num_bases()) &&
         list(To.Annotations, From.num_annotations()) &&
         templateArgs(To.TemplateArgs, From.num_template_args());
}

bool Reader::block(const wire::Block &From, Block &To) {
  To.FirstEvent = From.first_event();
  To.NumEvents = From.num_events();
  To.Ops = From.ops();
  To.Loop = From.loop();
  To.NoReturn = From.no_return();
  if (!Succs.has(From.num_succs()) || !Branches.has(From.has_branch()))
    return false;
  To.Succs.reserve(From.num_succs());
  for (uint32_t I = 0; I != From.num_succs(); ++I)
    To.Succs.push_back(Succs.next());
  if (From.has_branch()) {
    const wire::Branch *B = Branches.next();
    To.Cond = {CompareOp(B->op()), value(B->operand()), B->rhs()};
  }
  return true;
}

bool Reader::event(const wire::Event &From, Event &To) {
  To.Kind = EventKind(From.kind());
  To.Flags = From.flags();
  To.Loc = location(From.loc());
  To.Callee = From.callee();
  To.Via = value(From.via());
  To.Receiver = value(From.receiver());
  To.ReceiverClass = From.receiver_class();
  To.ResultType = From.result_type();
  To.Macro = From.macro();
  if (!Args.has(From.num_args()))
    return false;
  To.Args.reserve(From.num_args());
  for (uint32_t I = 0; I != From.num_args(); ++I) {
    const wire::Argument *A = Args.next();
    uint32_t Flags = A->value().rest() >> 4;
    To.Args.push_back({value(A->value()), A->type(), (Flags & 2) != 0,
                       (Flags & 1) != 0});
  }
  return true;
}

void Reader::loop(const wire::Loop &From, Loop &To) {
  To.Loc = location(From.loc());
  To.Parent = From.parent();
  To.Header = From.header();
  To.Bound = LoopBound(From.bound());
  To.Limit = value(From.limit());
  To.Trips = From.trips();
  To.Restarts = From.restarts();
}

void Reader::moves(uint32_t N, Cursor<const wire::Move *> &From,
                   std::vector<Move> &To) {
  To.reserve(N);
  for (uint32_t I = 0; I != N; ++I) {
    const wire::Move *M = From.next();
    bool IsMultiple = (M->from().rest() >> 4 & 1) != 0;
    To.push_back({value(M->to()), value(M->from()), IsMultiple});
  }
}

bool Reader::function(const wire::Function &From, Function &To) {
  if (!Params.has(From.num_params()) || !Locals.has(From.num_locals()) ||
      !Blocks.has(From.num_blocks()) || !Events.has(From.num_events()) ||
      !Loops.has(From.num_loops()) || !Moves.has(From.num_moves()) ||
      !Computed.has(From.num_computed()))
    return false;
  To.Self = From.self();
  To.End = location(From.end());
  auto Variables = [](std::vector<Variable> &Vs, auto &From, uint32_t N) {
    Vs.reserve(N);
    for (uint32_t I = 0; I != N; ++I) {
      const wire::Variable *V = From.next();
      Vs.push_back({V->name(), V->type()});
    }
  };
  Variables(To.Params, Params, From.num_params());
  Variables(To.Locals, Locals, From.num_locals());
  To.Blocks.resize(From.num_blocks());
  for (Block &B : To.Blocks)
    if (!block(*Blocks.next(), B))
      return false;
  To.Events.resize(From.num_events());
  for (Event &E : To.Events)
    if (!event(*Events.next(), E))
      return false;
  To.Loops.resize(From.num_loops());
  for (Loop &L : To.Loops)
    loop(*Loops.next(), L);
  moves(From.num_moves(), Moves, To.Moves);
  moves(From.num_computed(), Computed, To.Computed);
  return true;
}

bool Reader::texts(Summary &S) {
  auto AddTo = [](std::vector<std::string> &To) {
    return [&To](StringRef Text) { To.emplace_back(Text); };
  };
  if (W.strings()->ends())
    S.Strings.reserve(W.strings()->ends()->size());
  return text(*W.strings(), AddTo(S.Strings)) &&
         text(*W.diagnostics(), AddTo(S.Diagnostics)) && files(S);
}

bool Reader::files(Summary &S) {
  const flatbuffers::Vector<uint64_t> *Hashes = W.file_hashes();
  const flatbuffers::Vector<uint16_t> *Shared = W.file_paths()->shared();
  uint32_t Size = Hashes ? Hashes->size() : 0;
  if (Size != (Shared ? Shared->size() : 0))
    return false;
  S.Files.reserve(Size);
  bool Fits = true;
  uint64_t Bytes = 0;
  auto Add = [&](StringRef Rest) {
    uint32_t I = S.Files.size();
    StringRef Previous = I ? StringRef(S.Files[I - 1].Path) : "";
    Fits = Fits && I < Size && Shared->Get(I) <= Previous.size() &&
           Bytes < limits::PathBytes;
    if (!Fits)
      return;
    StringRef Begin = Previous.take_front(Shared->Get(I));
    S.Files.push_back({(Begin + Rest).str(), Hashes->Get(I)});
    Bytes += S.Files.back().Path.size();
  };
  return text(*W.file_paths()->rest(), Add) && Fits && S.Files.size() == Size;
}

bool Reader::isDone() const {
  return EntityLists.isDone() && TemplateArgs.isDone() && Params.isDone() &&
         Locals.isDone() &&
         Blocks.isDone() && Succs.isDone() && Branches.isDone() &&
         Events.isDone() && Args.isDone() && Loops.isDone() &&
         Moves.isDone() && Computed.isDone();
}

bool Reader::read(Summary &S) {
  S.MainFile = W.main_file()->str();
  S.Errors = W.errors();
  S.IsC = W.is_c();
  if (!texts(S))
    return false;
  if (W.types()) {
    S.Types.reserve(W.types()->size());
    for (const wire::TypeInfo *T : *W.types())
      S.Types.push_back({T->name(), T->spelling(), T->class_(), T->flags()});
  }
  if (W.entities()) {
    S.Entities.resize(W.entities()->size());
    for (uint32_t I = 0; I != S.Entities.size(); ++I)
      if (!entity(*W.entities()->Get(I), S.Entities[I]))
        return false;
  }
  if (W.functions()) {
    S.Functions.resize(W.functions()->size());
    for (uint32_t I = 0; I != S.Functions.size(); ++I)
      if (!function(*W.functions()->Get(I), S.Functions[I]))
        return false;
  }
  return isDone() && !BadInteger;
}

/// Identifier, checksum and format; success means that the bytes are those
/// that some writer of this format wrote.
Error checkEnvelope(StringRef Bytes) {
  if (Bytes.size() < envelope::IdentifierAt + 4 ||
      Bytes.substr(envelope::IdentifierAt, 4) != wire::SummaryIdentifier())
    return failure("not a waitwise summary");
  const char *Damaged = "truncated or damaged (checksum)";
  if (Bytes.size() < 2 * envelope::Bytes ||
      Bytes.size() % envelope::Alignment != 0)
    return failure(Damaged);
  StringRef Covered = Bytes.drop_back(envelope::ChecksumBytes);
  if (support::endian::read64le(Covered.end()) != xxh3_64bits(Covered))
    return failure(Damaged);
  uint32_t Format = support::endian::read32le(Bytes.end() - envelope::Bytes);
  if (Format != SummaryFormat)
    return failure("written by another version (format " + Twine(Format) +
                   ", this tool reads " + Twine(SummaryFormat) + ")");
  return Error::success();
}

/// FlatBuffers' verifier looks at the alignment of a vector's size, not at that
/// of its elements.
template <typename T> bool isAligned(const flatbuffers::Vector<T> *V) {
  return !V || V->size() == 0 ||
         reinterpret_cast<uintptr_t>(V->Data()) % 8 == 0;
}

bool isAligned(const wire::Summary &W) {
  return isAligned(W.file_hashes()) && isAligned(W.integers()) &&
         isAligned(W.branches()) && isAligned(W.loops());
}

/// Decodes and validates bytes whose envelope is good.
Expected<Summary> decode(StringRef Payload) {
  // FlatBuffers reads in place and wants its own alignment.
  std::unique_ptr<MemoryBuffer> Copy;
  if (reinterpret_cast<uintptr_t>(Payload.data()) % envelope::Alignment != 0) {
    Copy = MemoryBuffer::getMemBufferCopy(Payload);
    Payload = Copy->getBuffer();
  }
  auto *Data = reinterpret_cast<const uint8_t *>(Payload.data());
  // The schema has a root, Texts and Paths below it and a Text in Paths.
  flatbuffers::Verifier Verifier(Data, Payload.size(), /*max_depth=*/5,
                                 /*max_tables=*/8);
  if (!wire::VerifySummaryBuffer(Verifier) ||
      !isAligned(*wire::GetSummary(Data)))
    return failure("malformed summary");
  Summary S;
  if (!Reader(*wire::GetSummary(Data)).read(S))
    return failure("malformed summary: counts that do not add up");
  if (Error E = validate(S))
    return withContext(std::move(E), "malformed summary");
  return S;
}

} // namespace

Expected<Summary> waitwise::readSummary(MemoryBufferRef Bytes) {
  std::string Context = ("'" + Bytes.getBufferIdentifier() + "'").str();
  if (Bytes.getBufferSize() > limits::SummaryBytes)
    return failure(Context + ": larger than a summary may be");
  if (Error E = checkEnvelope(Bytes.getBuffer()))
    return withContext(std::move(E), Context);
  Expected<Summary> S = decode(Bytes.getBuffer().drop_back(envelope::Bytes));
  if (!S)
    return withContext(S.takeError(), Context);
  return S;
}
