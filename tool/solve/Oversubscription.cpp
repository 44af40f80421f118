//===- solve/Oversubscription.cpp - more threads computing than cores -----===//
//
// Either a number that no machine has cores for is written in the program, or
// what runs on a thread for each core starts a thread for each core, of another
// library. Packs that share their threads have one name for them (`threads:`).
//
//===----------------------------------------------------------------------===//
#include "solve/Starts.h"

#include <map>

using namespace waitwise;

namespace {

class Nesting {
public:
  Nesting(const Analyses &A, const Solution &S) : A(A), S(S) {
    for (uint32_t I = 0; I < S.Contexts.size(); ++I)
      if (S.Contexts[I].Kind == ContextKind::CpuPool)
        reach(I);
  }

  /// The context, of threads other than those of \p Pack, that \p F runs in; or
  /// None.
  uint32_t otherThan(const std::string &Pack, FunctionId F) const {
    std::string Own = threadsOf(Pack);
    for (const auto &[Threads, Reached] : ByThreads)
      if (auto It = Reached.find(F); Threads != Own && It != Reached.end())
        return It->second;
    return None;
  }

private:
  std::string threadsOf(const std::string &Pack) const {
    for (const PackInfo &P : A.K.Rules.Packs)
      if (P.Name == Pack && !P.Threads.empty())
        return P.Threads;
    return Pack;
  }

  void reach(uint32_t Context) {
    const ContextEntry &E = S.Contexts[Context];
    if (!E.WholeBody)
      return;
    auto &Reached = ByThreads[threadsOf(E.Pack)];
    std::vector<FunctionId> Work{E.F};
    while (!Work.empty()) {
      FunctionId F = Work.back();
      Work.pop_back();
      if (!Reached.try_emplace(F, Context).second)
        continue;
      for (const CallEdge &To : A.Calls[F].all())
        if (!A.isOpaque(To.Callee) && To.Conf >= Confidence::Medium)
          Work.push_back(To.Callee);
    }
  }

  const Analyses &A;
  const Solution &S;
  /// Who runs on which threads, and through which context.
  std::map<std::string, std::map<FunctionId, uint32_t>> ByThreads;
};

} // namespace

void waitwise::findOversubscription(const Analyses &A, Solution &S) {
  Nesting Nested(A, S);
  uint64_t Most = A.K.Rules.Advice.MostCores;
  for (WorkStart &W : S.Starts) {
    bool Computes = W.Class == WorkClass::CpuBound;
    if (W.Model == WorkModel::Thread && Computes &&
        uint64_t(W.Times.Count) > Most) {
      W.Oversubscribed = std::to_string(W.Times.Count) +
                         " threads compute, whatever the number of cores";
      continue;
    }
    bool ForEachCore = W.Model == WorkModel::ParallelAlgorithm ||
                       (Computes && W.Times.Many == HowMany::PerCore);
    if (!ForEachCore)
      continue;
    W.NestedIn = Nested.otherThan(W.Pack, W.F);
    if (W.NestedIn != None)
      W.Oversubscribed = "it starts a thread for each core, on each of the "
                         "threads that there are for the cores already";
  }
}
