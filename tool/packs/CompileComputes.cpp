//===- packs/CompileComputes.cpp - what a call computes -------------------===//
//
//   computes: {cost: "nlogn(arg 0, arg 1)", each: 12ns, parallel: true}
//
// A formula is a word and, in parentheses, the operands whose sizes make its n.
// Without operands n is not known.
//
//===----------------------------------------------------------------------===//
#include "packs/Compile.h"

#include "support/Suggest.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

const StringRef GrowthWords[] = {"constant", "linear", "nlogn", "quadratic",
                                 "cubic"};

void badFormula(PackScope &S, const Node &N, StringRef Word) {
  std::string Found =
      N.K == Node::Scalar ? "'" + N.Text + "'" : N.describe().str();
  bool Torn = StringRef(N.Text).contains('(') && !N.Quoted;
  S.R.error(N, "expected a cost (" + join(ArrayRef(GrowthWords), ", ") +
                   ", with operands as in \"linear(arg 2)\"), found " + Found +
                   (Torn ? "; write a formula with a comma in quotes"
                         : didYouMean(Word, GrowthWords)));
}

/// cost: WORD | WORD(OPERAND, …)
void readCost(PackScope &S, const Node &N, ComputesSpec &C) {
  auto [Head, Rest] = StringRef(N.Text).split('(');
  StringRef Word = Head.trim(), Inside = Rest.trim();
  const StringRef *Found = find(GrowthWords, Word);
  bool HasOperands = Head.size() < N.Text.size();
  if (N.K != Node::Scalar || Found == std::end(GrowthWords) ||
      (HasOperands && !Inside.consume_back(")")))
    return badFormula(S, N, Word);
  C.Cost = ComputesSpec::Growth(Found - std::begin(GrowthWords));
  if (!HasOperands)
    return;
  if (C.Cost == ComputesSpec::Constant) {
    S.R.error(N, "a constant cost has no operands");
    return;
  }
  SmallVector<StringRef, 2> Parts;
  Inside.split(Parts, ',');
  for (StringRef Part : Parts) {
    Node Of = N;
    Of.Text = Part.trim().str();
    if (Operand O = readOperand(S, Of))
      C.Sizes.push_back(O);
  }
}

/// each: a time; picoseconds are allowed here.
void readEach(PackScope &S, const Node &N, ComputesSpec &C) {
  constexpr uint64_t PsPerNs = 1000;
  StringRef Text = N.Text;
  uint64_t Ps = 0;
  if (N.K == Node::Scalar && Text.consume_back("ps") &&
      !Text.getAsInteger(10, Ps) && Ps)
    C.EachPs = Ps;
  else if (std::optional<uint64_t> Ns = S.R.time(N))
    C.EachPs = std::min(*Ns, Unlimited / PsPerNs) * PsPerNs;
}

} // namespace

void readComputes(PackScope &S, const Node &N, Rule &R) {
  std::optional<Fields> F =
      S.R.fields(N, {"cost", "each", "only-if", "unless", "parallel"});
  if (!F)
    return;
  ComputesSpec &C = R.Computes.emplace();
  if (const Node *V = mustHave(S, *F, "cost", "how it grows with its operands"))
    readCost(S, *V, C);
  if (const Node *V = mustHave(S, *F, "each", "the CPU time for each unit"))
    readEach(S, *V, C);
  C.OnlyIf = conditionField(S, *F, "only-if");
  C.Unless = conditionField(S, *F, "unless");
  C.Parallel = truthField(S, *F, "parallel");
}

} // namespace waitwise
