//===- solve/NamedContexts.cpp - contexts that the project names ----------===//
//
// A function with a loop that takes callables and calls them is named for
// those; any other function for itself. Names are patterns as in packs.
//
//===----------------------------------------------------------------------===//
#include "solve/NamedContexts.h"

#include "support/Suggest.h"

#include "llvm/ADT/STLExtras.h"

using namespace waitwise;

static std::string reasonOf(const NamedContext &N) {
  return ".waitwise.yaml says so" + (N.Because.empty() ? "" : ": " + N.Because);
}

std::vector<FunctionId>
NamedContexts::bodiesOf(const NamedContext &N) const {
  std::vector<FunctionId> Found;
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F)
    if (matchesName(N.Function, A.P.nameOf(F)))
      Found.push_back(F);
  return Found;
}

void NamedContexts::correct(Discoveries &D) {
  for (const NamedContext &N : A.K.Rules.Named) {
    if (N.Callable)
      continue;
    for (FunctionId F : bodiesOf(N))
      if (correctLoop(N, F, D)) {
        Matched.insert(&N);
        Loops.insert(F);
      }
  }
}

/// What was found in \p F is taken away, and comes back under its new name.
bool NamedContexts::correctLoop(const NamedContext &N, FunctionId F,
                                Discoveries &D) {
  std::vector<DiscoveredPool> Taken;
  bool IsLoop = N.Kind == ContextKind::EventLoop;
  std::erase_if(D.Pools, [&](const DiscoveredPool &Pool) {
    if (Pool.F == F)
      Taken.push_back(Pool);
    return Pool.F == F;
  });
  bool Had = !Taken.empty();
  std::erase_if(D.Loops, [&](const DiscoveredLoop &L) {
    if (L.F != F)
      return false;
    Had = true;
    if (!IsLoop && Taken.empty()) {
      DiscoveredPool Pool;
      Pool.F = F;
      Pool.Loop = L.Loop;
      Pool.Wait = L.Waits.front();
      Pool.Dispatches = L.Dispatches;
      Taken.push_back(std::move(Pool));
    }
    return !IsLoop;
  });
  if (!Had && N.Kind)
    if (std::optional<DiscoveredPool> Pool = poolIn(A, F)) {
      Taken.push_back(std::move(*Pool));
      Had = true;
    }
  if (!N.Kind)
    return Had;
  for (DiscoveredPool &Pool : Taken) {
    Pool.Count = {};
    Pool.Count.Kind = *N.Kind;
    Pool.Count.Text = reasonOf(N);
    D.Pools.push_back(std::move(Pool));
  }
  return Had;
}

ContextEntry NamedContexts::entry(const NamedContext &N, FunctionId F) const {
  ContextEntry Entry;
  Entry.Kind = *N.Kind;
  Entry.F = F;
  Entry.Because = reasonOf(N);
  Entry.At = A.P.self(F).Loc;
  return Entry;
}

void NamedContexts::addHanded(const NamedContext &N,
                              std::vector<ContextEntry> &Entries) {
  forEachSite(A.P, [&](Site S) {
    const Event &E = A.event(S);
    bool Named = E.Callee != None && *N.Callable < E.Args.size() &&
                 matchesName(N.Function, A.P.name(E.Callee));
    if (!Named)
      return;
    Matched.insert(&N);
    const Argument &Arg = E.Args[*N.Callable];
    for (const CallEdge &To : A.Resolver.callables(S.F, Arg.V, Arg.Type)) {
      std::erase_if(Entries, [&](const ContextEntry &Entry) {
        return Entry.F == To.Callee && Entry.Discovered;
      });
      if (!N.Kind || A.isTask(To.Callee))
        continue;
      ContextEntry Entry = entry(N, To.Callee);
      Entry.Because =
          "passed to '" + A.P.name(E.Callee).str() + "', " + reasonOf(N);
      Entry.At = E.Loc;
      Entries.push_back(std::move(Entry));
    }
  });
}

void NamedContexts::correct(std::vector<ContextEntry> &Entries) {
  for (const NamedContext &N : A.K.Rules.Named) {
    if (N.Callable) {
      addHanded(N, Entries);
      continue;
    }
    for (FunctionId F : bodiesOf(N)) {
      if (Loops.count(F))
        continue;
      size_t Before = Entries.size();
      std::erase_if(Entries,
                    [&](const ContextEntry &Entry) { return Entry.F == F; });
      if (N.Kind || Entries.size() != Before)
        Matched.insert(&N);
      if (N.Kind)
        Entries.push_back(entry(N, F));
    }
  }
  sortEntries(Entries);
}

std::vector<std::string> NamedContexts::warnings() const {
  std::vector<std::string> Found;
  for (const NamedContext &N : A.K.Rules.Named) {
    if (Matched.count(&N))
      continue;
    bool Known = !bodiesOf(N).empty();
    std::vector<llvm::StringRef> Names;
    for (FunctionId F = 0; !Known && F < A.P.Functions.size(); ++F)
      Names.push_back(A.P.nameOf(F));
    std::string Text = "nothing calls '" + N.Function + "'";
    if (!N.Callable && Known)
      Text = "nothing is known to run in '" + N.Function +
             "' that could be switched off";
    if (!N.Callable && !Known)
      Text = "no function is called '" + N.Function + "'" +
             didYouMean(N.Function, Names);
    Found.push_back(N.File + ":" + std::to_string(N.Line) + ":" +
                    std::to_string(N.Column) + ": warning: " + Text);
  }
  return Found;
}
