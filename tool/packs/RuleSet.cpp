//===- packs/RuleSet.cpp - rules as used ----------------------------------===//
//===----------------------------------------------------------------------===//
#include "packs/RuleSet.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace waitwise {
namespace {

const std::string &key(const FieldRule &R) { return R.Field; }
const std::string &key(const GlobalRule &R) { return R.Variable; }
template <typename T> const std::string &key(const T &R) { return R.Type; }

template <typename T>
const T *firstIn(const std::vector<T> &Entries, const NameIndex &Index,
                 StringRef Name) {
  std::optional<uint32_t> I = Index.first(Name);
  return I ? &Entries[*I] : nullptr;
}

template <typename T> NameIndex indexOf(const std::vector<T> &Entries) {
  NameIndex Index;
  for (const T &Entry : Entries)
    Index.add(key(Entry), &Entry - Entries.data());
  return Index;
}

/// The kind of context whose advice fits \p K, too.
std::optional<ContextKind> akin(ContextKind K) {
  if (K == ContextKind::Gui)
    return ContextKind::EventLoop;
  if (K == ContextKind::Fiber)
    return ContextKind::Coroutine;
  return std::nullopt;
}

} // namespace

StringRef Rule::insteadFor(ContextKind K) const {
  SmallVector<StringRef, 3> Wanted = {toString(K)};
  if (std::optional<ContextKind> Other = akin(K))
    Wanted.push_back(toString(*Other));
  Wanted.push_back("");
  for (StringRef When : Wanted)
    for (const Alternative &A : Instead)
      if (A.When == When)
        return A.Text;
  return "";
}

SmallVector<const Rule *, 2> RuleSet::rulesFor(StringRef Name) const {
  SmallVector<const Rule *, 2> Result;
  // Several names of one rule may fit.
  for (uint32_t I : ByFunction.find(Name))
    if (!is_contained(Result, &Rules[I]))
      Result.push_back(&Rules[I]);
  return Result;
}

const CoroutineRule *RuleSet::coroutineType(StringRef TypeName) const {
  return firstIn(Coroutines, ByCoroutine, TypeName);
}

const ExecutorRule *RuleSet::executorType(StringRef TypeName) const {
  return firstIn(Executors, ByExecutor, TypeName);
}

const FieldRule *RuleSet::field(StringRef Name) const {
  return firstIn(Fields, ByField, Name);
}

const GlobalRule *RuleSet::global(StringRef Name) const {
  return firstIn(Globals, ByGlobal, Name);
}

const ParameterRule *RuleSet::parameterType(StringRef TypeName) const {
  return firstIn(Parameters, ByParameter, TypeName);
}

SmallVector<const SignatureRule *, 2>
RuleSet::signaturesReturning(StringRef TypeName) const {
  SmallVector<uint32_t, 2> Found = ByReturn.find(TypeName);
  sort(Found);
  SmallVector<const SignatureRule *, 2> Result;
  for (uint32_t I : Found)
    Result.push_back(&Signatures[I]);
  return Result;
}

void RuleSet::index() {
  ByFunction.clear();
  for (const Rule &R : Rules)
    for (const std::string &Name : R.Names)
      ByFunction.add(Name, R.Ordinal);
  ByCoroutine = indexOf(Coroutines);
  ByExecutor = indexOf(Executors);
  ByField = indexOf(Fields);
  ByGlobal = indexOf(Globals);
  ByParameter = indexOf(Parameters);
  ByReturn.clear();
  for (size_t I = 0; I < Signatures.size(); ++I)
    for (StringRef Type : Signatures[I].Returns) {
      if (!Type.consume_back(" *"))
        Type.consume_back(" &");
      ByReturn.add(Type, I);
    }
}

} // namespace waitwise
