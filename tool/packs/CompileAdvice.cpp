//===- packs/CompileAdvice.cpp - which model suits which work -------------===//
//
// What rules say of calls that start work, and the table that decides.
// Reads rules/advice.yaml, and `advice:` of .waitwise.yaml over it: a project's
// rows come before those that are there.
//
//===----------------------------------------------------------------------===//
#include "packs/Advice.h"
#include "packs/Compile.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

/// The words that an enumeration has, in its order.
template <typename T> SmallVector<StringRef, 12> wordsOf(unsigned N) {
  SmallVector<StringRef, 12> Words;
  for (unsigned I = 0; I < N; ++I)
    Words.push_back(toString(T(I)));
  return Words;
}

/// One word or a list of them, as bits; 0 if the key is not there.
template <typename T>
uint32_t bitsField(Reader &R, const Fields &F, StringRef Key, unsigned N) {
  uint32_t Bits = 0;
  const Node *V = F.get(Key);
  if (!V)
    return 0;
  SmallVector<StringRef, 12> Words = wordsOf<T>(N);
  for (const Node &Item : Reader::elements(*V))
    if (std::optional<unsigned> I = R.oneOf(Item, Key, Words))
      Bits |= 1u << *I;
  return Bits;
}

std::optional<bool> maybeField(Reader &R, const Fields &F, StringRef Key) {
  const Node *V = F.get(Key);
  return V ? R.truth(*V) : std::nullopt;
}

std::optional<AdviceRow> readRow(Reader &R, const Node &N) {
  std::optional<Fields> F = R.fields(
      N, {"model", "class", "latency", "many", "interpreter-lock", "shared",
          "program", "serves", "fixed", "pool", "offloaded", "advised",
          "because"});
  if (!F)
    return std::nullopt;
  AdviceRow Row;
  Row.Models = bitsField<WorkModel>(R, *F, "model", NumWorkModels - 1);
  Row.Classes = bitsField<WorkClass>(R, *F, "class",
                                     unsigned(WorkClass::Unknown) + 1);
  Row.Latencies = bitsField<Latency>(R, *F, "latency", NumLatencies);
  Row.Many = bitsField<HowMany>(R, *F, "many", NumHowMany);
  Row.InterpreterLock = maybeField(R, *F, "interpreter-lock");
  Row.Shared = maybeField(R, *F, "shared");
  Row.Program = maybeField(R, *F, "program");
  Row.Serves = maybeField(R, *F, "serves");
  Row.Pool = maybeField(R, *F, "pool");
  Row.Offloaded = maybeField(R, *F, "offloaded");
  Row.Fixed = maybeField(R, *F, "fixed");
  const Node *Advised = F->get("advised"), *Because = F->get("because");
  if (!Advised && !F->isMisspelt("advised"))
    R.error(N, "missing 'advised': the model that suits");
  if (Advised)
    if (auto I = R.oneOf(*Advised, "model", wordsOf<WorkModel>(NumWorkModels)))
      Row.Advised = WorkModel(*I);
  if (!Because && !F->isMisspelt("because"))
    R.error(N, "missing 'because': why it suits");
  if (Because)
    Row.Because = R.text(*Because, "a text").value_or("").str();
  return Row;
}

} // namespace

/// starts: MODEL | never, program, executes, accepts, joins: end | room
void readStarts(PackScope &S, const Fields &F, Rule &R) {
  static const std::pair<StringRef, WorkModel> Models[] = {
      {"never", WorkModel::Keep},
      {"thread", WorkModel::Thread},
      {"thread-pool", WorkModel::ThreadPool},
      {"parallel-algorithm", WorkModel::ParallelAlgorithm},
      {"process", WorkModel::Process},
      {"event-loop", WorkModel::EventLoop}};
  SmallVector<StringRef, 6> Words;
  for (const auto &[Word, Model] : Models)
    Words.push_back(Word);
  if (const Node *V = F.get("starts"))
    if (std::optional<unsigned> I = S.R.oneOf(*V, "model", Words))
      R.Starts.Model = Models[*I].second;
  R.Starts.Program = operandField(S, F, "program");
  R.Starts.Executes = operandField(S, F, "executes");
  R.Starts.Accepts = truthField(S, F, "accepts");
  if (const Node *V = F.get("joins"))
    if (std::optional<unsigned> I = S.R.oneOf(*V, "wait", {"room", "end"}))
      R.Starts.Joins = RoomOrEnd(*I + 1);
}

void readModelTexts(Reader &R, const Node &N,
                    std::map<WorkModel, std::string> &Into) {
  SmallVector<StringRef, 12> Words = wordsOf<WorkModel>(NumWorkModels - 1);
  std::optional<Fields> F = R.fields(N, Words);
  if (!F)
    return;
  for (unsigned I = 0; I < Words.size(); ++I)
    if (const Node *V = F->get(Words[I]))
      if (std::optional<StringRef> Text = R.text(*V, "a text"))
        Into[WorkModel(I)] = Text->str();
}

void compileAdvice(const Node &Root, StringRef File, AdviceTable &Into,
                   std::vector<PackDiagnostic> &Errors) {
  Reader R(File, Errors);
  std::optional<Fields> F =
      R.fields(Root, {"rows", "costs", "how", "most-cores"});
  if (!F)
    return;
  if (const Node *V = F->get("costs"))
    readModelTexts(R, *V, Into.Costs);
  if (const Node *V = F->get("how"))
    readModelTexts(R, *V, Into.How);
  if (const Node *V = F->get("most-cores"))
    if (std::optional<int64_t> I = R.integer(*V))
      Into.MostCores = uint64_t(std::max<int64_t>(*I, 1));
  const Node *Rows = F->get("rows");
  if (!Rows)
    return;
  std::vector<AdviceRow> New;
  for (const Node &Item : Reader::elements(*Rows))
    if (std::optional<AdviceRow> Row = readRow(R, Item))
      New.push_back(std::move(*Row));
  Into.Rows.insert(Into.Rows.begin(), New.begin(), New.end());
}

/// True if no bits are asked for, or this one is among them.
static bool fits(uint32_t Bits, unsigned One) {
  return !Bits || Bits & 1u << One;
}

static bool fits(std::optional<bool> Asked, bool Is) {
  return !Asked || *Asked == Is;
}

const AdviceRow *AdviceTable::find(const WorkStart &W) const {
  auto Fits = [&](const AdviceRow &R) {
    bool Waits = !R.Latencies ||
                 (W.Waits && fits(R.Latencies, unsigned(*W.Waits)));
    return Waits && fits(R.Models, unsigned(W.Model)) &&
           fits(R.Classes, unsigned(W.Class)) &&
           fits(R.Many, unsigned(W.Times.Many)) &&
           fits(R.InterpreterLock, W.InterpreterLock) &&
           fits(R.Shared, W.Changes) && fits(R.Program, W.Program) &&
           fits(R.Serves, W.Serves) && fits(R.Fixed, W.Times.Count > 0) &&
           fits(R.Pool, W.OnPool) && fits(R.Offloaded, W.Offloaded);
  };
  auto It = llvm::find_if(Rows, Fits);
  return It == Rows.end() ? nullptr : &*It;
}

} // namespace waitwise
