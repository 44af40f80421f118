//===- packs/RuleSet.cpp - rules as used ----------------------------------===//
//
// Exact names lie in a hash map; patterns are a short list. Within both, rules
// keep the order in which they were added.
//
//===----------------------------------------------------------------------===//
#include "packs/RuleSet.h"

#include "packs/Names.h"

using namespace llvm;

namespace waitwise {
namespace {

const std::string &key(const FieldRule &R) { return R.Field; }
const std::string &key(const GlobalRule &R) { return R.Variable; }
template <typename T> const std::string &key(const T &R) { return R.Type; }

/// The first entry that names \p Name.
template <typename T>
const T *findFirst(const std::vector<T> &Entries, StringRef Name) {
  for (const T &Entry : Entries)
    if (matchesName(key(Entry), Name))
      return &Entry;
  return nullptr;
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

StringRef Rule::insteadFor(ContextKind K, StringRef ThroughPack) const {
  SmallVector<StringRef, 5> Wanted;
  if (!ThroughPack.empty()) {
    Wanted.push_back(ThroughPack);
    Wanted.push_back(ThroughPack.split('-').first);
  }
  Wanted.push_back(toString(K));
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
  auto Found = Exact.find(Name);
  if (Found != Exact.end())
    Result.append(Found->second.begin(), Found->second.end());
  for (const Rule *R : Patterns)
    if (matchesName(R->Name, Name))
      Result.push_back(R);
  return Result;
}

const CoroutineRule *RuleSet::coroutineType(StringRef TypeName) const {
  return findFirst(Coroutines, TypeName);
}

const ExecutorRule *RuleSet::executorType(StringRef TypeName) const {
  return findFirst(Executors, TypeName);
}

const FieldRule *RuleSet::field(StringRef Name) const {
  return findFirst(Fields, Name);
}

const GlobalRule *RuleSet::global(StringRef Name) const {
  return findFirst(Globals, Name);
}

const ParameterRule *RuleSet::parameterType(StringRef TypeName) const {
  return findFirst(Parameters, TypeName);
}

void RuleSet::index() {
  Exact.clear();
  Patterns.clear();
  for (const Rule &R : Rules)
    if (R.HasPattern)
      Patterns.push_back(&R);
    else
      Exact[R.Name].push_back(&R);
}

} // namespace waitwise
