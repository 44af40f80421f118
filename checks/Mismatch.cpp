//===- checks/Mismatch.cpp - mismatch → finding ---------------------------===//
//
// The message says what blocks whom and why, in one line a busy person can act
// on; the chain, the place where the context is set up and the advice are
// notes. Times are the bad case, not the average.
//
//===----------------------------------------------------------------------===//
#include "checks/Mismatch.h"

#include "support/Limits.h"

using namespace waitwise;

std::string waitwise::quoted(llvm::StringRef Name) {
  return "'" + Name.str() + "'";
}

static std::string howLong(const Sink &K) {
  if (K.Bad == Latency::Unbounded)
    return "without limit";
  if (K.Kind == EffectKind::Sleep && K.Assumed)
    return "for a computed time (taken as " + durationOf(double(K.BadNs)) + ")";
  if (K.Kind == EffectKind::Sleep)
    return "for " + durationOf(double(K.BadNs));
  return "up to " + durationOf(double(K.BadNs)) + " in the bad case";
}

/// "coroutine 'f'", "the event loop", "those who wait for 'm'".
static std::string victim(const Solution &S, const ContextEntry &E) {
  if (E.Kind == ContextKind::Coroutine)
    return "coroutine " + quoted(S.P->nameOf(E.F));
  return describe(E.Kind).str();
}

static std::string message(const Solution &S, const Mismatch &M,
                           const ContextEntry &E, const Sink &K) {
  std::string What = quoted(K.Primitive);
  if (M.Chain.size() > 1)
    What += " (reached through " +
            quoted(S.P->nameOf(M.Chain[1].At.F)) + ")";
  std::string Text = What + " " + describe(K.Kind).str() + ", " + howLong(K);
  if (!K.Detail.empty())
    Text += " (" + K.Detail + ")";
  if (E.Kind == ContextKind::LockHeld)
    return Text + ", while " + E.Because;
  if (E.Kind == ContextKind::GilHeld)
    return Text + ", while Python's interpreter lock is held";
  return Text + ", and blocks " + victim(S, E);
}

/// What to do where no pack says anything better.
static llvm::StringRef generalAdvice(ContextKind K) {
  switch (K) {
  case ContextKind::Coroutine:
    return "await an asynchronous operation, or run the call on a thread pool "
           "and await its result";
  case ContextKind::EventLoop:
    return "use the loop's asynchronous operation, or run the call on a "
           "thread pool and post the result back";
  case ContextKind::Gui:
    return "run the call on a worker thread and hand the result back to the "
           "GUI thread";
  case ContextKind::CpuPool:
    return "run the call on a pool of its own for waiting, or make it "
           "asynchronous; the workers here are one per core";
  case ContextKind::GilHeld:
    return "release the interpreter lock around the call";
  case ContextKind::Realtime:
    return "do it before, or hand it to another thread through a lock-free "
           "queue";
  case ContextKind::LockHeld:
    return "copy what is needed, release the lock, then make the call";
  default:
    return "move the call to a thread that may wait";
  }
}

static std::vector<NamedPlace> chainOf(const Solution &S, const Mismatch &M) {
  std::vector<NamedPlace> Chain;
  for (const Step &Step : M.Chain)
    Chain.push_back({S.P->nameOf(Step.At.F).str(),
                     S.place(S.event(Step.At).Loc),
                     toString(Step.How).str()});
  return Chain;
}

static void fillContext(const Solution &S, const Mismatch &M,
                        const ContextEntry &E, Finding &F) {
  F.HasContext = true;
  F.Context = E.Kind;
  F.ContextBecause = E.Because;
  F.ContextAt = S.place(E.At);
  F.Entry = S.named(E.F);
  F.EntryCount = M.EntryCount;
  for (uint32_t I : M.Entries) {
    if (F.Entries.size() == limits::EntriesPerFinding)
      break;
    F.Entries.push_back(S.named(S.Contexts[I].F));
  }
}

/// "; so do 'fclose' and 'fread' there"
static std::string alsoCalls(const Mismatch &M) {
  std::string Text;
  for (size_t I = 0; I < M.Also.size(); ++I) {
    Text += I == 0 ? "; so do " : I + 1 == M.Also.size() ? " and " : ", ";
    Text += quoted(M.Also[I]);
  }
  return Text.empty() ? Text : Text + " there";
}

static Finding findingFor(const Solution &S, const Mismatch &M,
                          llvm::StringRef Check) {
  const ContextEntry &E = S.Contexts[M.Context];
  const Sink &K = S.Sinks[M.SinkIndex];
  Finding F;
  F.Check = Check.str();
  F.Sev = M.Sev;
  F.Conf = M.Conf;
  F.Message = message(S, M, E, K);
  F.At = S.place(S.event(M.Chain.front().At).Loc);
  fillContext(S, M, E, F);
  F.SinkFunction = K.Primitive;
  F.SinkKind = K.Kind;
  F.SinkLatency = K.Bad;
  F.SinkAt = S.place(S.event(K.At).Loc);
  F.SinkIn = S.P->nameOf(K.At.F).str();
  F.Because = K.Because + alsoCalls(M);
  F.Chain = chainOf(S, M);
  F.Advice = K.insteadIn(E.Kind, E.Pack).str();
  if (F.Advice.empty())
    F.Advice = generalAdvice(E.Kind).str();
  identify(F);
  return F;
}

void waitwise::reportMismatches(const Solution &S, llvm::StringRef Check,
                                ContextKind K, FindingSink Report) {
  for (const Mismatch &M : S.Mismatches)
    if (S.Contexts[M.Context].Kind == K)
      Report(findingFor(S, M, Check));
}
