//===- model/Cost.cpp - what running something costs, as a formula --------===//
#include "model/Cost.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <cmath>

using namespace llvm;

namespace waitwise {

/// Terms that a reader can take in; the rest weighs less than any of these.
constexpr size_t MostTerms = 4;
/// Powers beyond this are no cost that anybody measures.
constexpr size_t MostSizes = 6;
/// "Never ends": larger exponents overflow a double.
constexpr double LargestPower = 200;

static auto shapeOf(const Term &T) {
  return std::tie(T.IsExponential, T.Sizes, T.Logs);
}

Formula::Formula(double Operations) {
  if (Operations > 0)
    Terms.push_back({Operations, {}, 0, false});
}

void Formula::normalise() {
  llvm::sort(Terms, [](const Term &A, const Term &B) {
    return shapeOf(A) < shapeOf(B);
  });
  std::vector<Term> Merged;
  for (Term &T : Terms)
    if (!Merged.empty() && shapeOf(Merged.back()) == shapeOf(T))
      Merged.back().Factor += T.Factor;
    else if (T.Factor > 0)
      Merged.push_back(std::move(T));
  Terms = std::move(Merged);
}

void Formula::add(const Formula &Other) {
  if (Other.isZero())
    return;
  append_range(Terms, Other.Terms);
  normalise();
}

void Formula::scale(double By) {
  for (Term &T : Terms)
    T.Factor *= By;
  if (By <= 0)
    Terms.clear();
}

void Formula::multiply(SizeId By, uint8_t Logs) {
  for (Term &T : Terms) {
    if (T.IsExponential)
      continue; // Beside 2^n nothing counts.
    if (T.Sizes.size() < MostSizes)
      T.Sizes.insert(llvm::upper_bound(T.Sizes, By), By);
    T.Logs = std::max(T.Logs, Logs);
  }
  normalise();
}

void Formula::makeExponential(SizeId In) {
  for (Term &T : Terms) {
    T.Sizes = {In};
    T.Logs = 0;
    T.IsExponential = true;
  }
  normalise();
}

void Formula::substitute(function_ref<void(Term &)> Change) {
  for (Term &T : Terms)
    Change(T);
  normalise();
}

double Formula::evaluate(const Term &T, SizeOf Sizes) {
  double Largest = 0, Product = 1;
  for (SizeId S : T.Sizes) {
    double N = Sizes(S);
    Largest = std::max(Largest, N);
    Product *= N;
  }
  if (T.IsExponential)
    return T.Factor * std::pow(2.0, std::min(Largest, LargestPower));
  if (T.Logs)
    Product *= std::pow(std::log2(std::max(Largest, 2.0)), T.Logs);
  return T.Factor * Product;
}

double Formula::evaluate(SizeOf Sizes) const {
  double Sum = 0;
  for (const Term &T : Terms)
    Sum += evaluate(T, Sizes);
  return Sum;
}

const Term *Formula::dominant(SizeOf Sizes) const {
  const Term *Best = nullptr;
  for (const Term &T : Terms)
    if (!Best || evaluate(T, Sizes) > evaluate(*Best, Sizes))
      Best = &T;
  return Best;
}

void Formula::simplify(SizeOf Sizes) {
  if (Terms.size() <= MostTerms)
    return;
  llvm::sort(Terms, [&](const Term &A, const Term &B) {
    double OfA = evaluate(A, Sizes), OfB = evaluate(B, Sizes);
    return OfA != OfB ? OfA > OfB : shapeOf(A) < shapeOf(B);
  });
  Terms.resize(MostTerms);
  normalise();
}

//===----------------------------------------------------------------------===//
// As text.
//===----------------------------------------------------------------------===//

StringRef toString(WorkClass C) {
  static constexpr StringLiteral Words[] = {"cpu-bound", "io-bound",
                                                  "mixed", "light", "unknown"};
  return Words[unsigned(C)];
}

/// "14", "2.5", "0.3", "1.2e+09".
static std::string number(double N) {
  if (N >= 1e6)
    return formatv("{0:e1}", N).str();
  if (N >= 10 || N == std::floor(N))
    return formatv("{0:f0}", N).str();
  return formatv("{0:f1}", N).str();
}

std::string toString(const Term &T, ArrayRef<Size> Sizes) {
  std::string Text;
  if (T.IsExponential)
    return number(T.Factor) + " 2^" + Sizes[T.Sizes.front()].Name;
  for (size_t I = 0; I < T.Sizes.size();) {
    size_t Power = 1;
    while (I + Power < T.Sizes.size() && T.Sizes[I + Power] == T.Sizes[I])
      ++Power;
    Text += Text.empty() ? "" : "·";
    Text += Sizes[T.Sizes[I]].Name;
    if (Power > 1)
      Text += "^" + std::to_string(Power);
    I += Power;
  }
  if (T.Logs && !T.Sizes.empty())
    Text += " log " + Sizes[T.Sizes.front()].Name;
  return number(T.Factor) + (Text.empty() ? "" : " " + Text);
}

std::string toString(const Formula &F, ArrayRef<Size> Sizes) {
  std::string Text;
  for (const Term &T : reverse(F.terms()))
    Text += (Text.empty() ? "" : " + ") + toString(T, Sizes);
  return Text.empty() ? "0" : Text;
}

} // namespace waitwise
