//===- bench/SolveSpeed.cpp - what solving a large program costs ----------===//
//
// Makes a program of as many functions as it is told, ten calls each, solves
// it with the default packs, and prints one line of JSON: seconds of CPU time,
// and the peak of memory without and with what solving takes. One size in one
// process: a peak is never given back. `test/bench/solve` draws the curve.
//
// The program has the shape of a large code base: files of a hundred functions
// that mostly call on within the file and in the file behind it; one call in
// four is of a library; one function in fifty is called virtually, one in a
// hundred is stored in a field and called through it; some are coroutines,
// some hold a mutex, and every thousandth file is a server with a loop. All of
// it follows from the number: no two runs differ.
//
//===----------------------------------------------------------------------===//
#include "packs/Load.h"
#include "solve/Solve.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <ctime>
#include <sys/resource.h>

using namespace llvm;
using namespace waitwise;

namespace {

constexpr unsigned FunctionsPerFile = 100;
constexpr unsigned CallsPerFunction = 10;

/// A generator without state: the same number for the same question.
uint64_t hashOf(uint64_t A, uint64_t B) {
  uint64_t X = A * 0x9e3779b97f4a7c15 ^ (B + 1) * 0xbf58476d1ce4e5b9;
  X ^= X >> 31;
  X *= 0x94d049bb133111eb;
  return X ^ X >> 29;
}

class Generator {
public:
  explicit Generator(unsigned Count) : Count(Count) {}

  Program make() {
    P.Strings.emplace_back();
    types();
    libraries();
    firstOwn = P.Entities.size();
    for (unsigned F = 0; F < Count; ++F)
      declare(F);
    fieldsFrom = P.Entities.size();
    for (unsigned F = 0; F < Count; F += FunctionsPerFile)
      slots(F / FunctionsPerFile);
    P.BodyOf.assign(P.Entities.size(), None);
    for (unsigned F = 0; F < Count; ++F) {
      P.BodyOf[own(F)] = F;
      P.Functions.push_back(bodyOf(F));
    }
    P.Units.resize(Count / FunctionsPerFile + 1);
    return std::move(P);
  }

private:
  StringId text(const Twine &T) {
    P.Strings.push_back(T.str());
    return P.Strings.size() - 1;
  }
  EntityId entity(EntityKind Kind, const Twine &Name, uint32_t Flags) {
    Entity E;
    E.Kind = Kind;
    E.Name = E.Usr = text(Name);
    E.Flags = Flags;
    E.Loc = {0, unsigned(P.Entities.size()), 1};
    P.Entities.push_back(E);
    return P.Entities.size() - 1;
  }
  TypeId type(StringRef Name, uint32_t Flags) {
    TypeInfo T;
    T.Name = T.Spelling = text(Name);
    T.Flags = Flags;
    P.Types.push_back(T);
    return P.Types.size() - 1;
  }
  void types() {
    Int = type("int", TF_Integer);
    Pointer = type("char", TF_Pointer);
    Callback = type("void (int)", TF_Callable | TF_Pointer);
  }
  /// What everybody calls: much that only computes, little that waits.
  void libraries() {
    for (StringRef Name :
         {"memcpy", "strlen", "malloc", "free", "snprintf", "memset", "strcmp",
          "qsort", "read", "write", "send", "open", "close", "fopen", "fread",
          "getaddrinfo", "usleep", "pthread_create", "epoll_wait",
          "pthread_mutex_lock", "pthread_mutex_unlock"})
      Library.push_back(entity(EntityKind::Function, Name,
                               EF_CLinkage | EF_System));
  }
  bool isVirtual(unsigned F) const { return F % 50 == 7; }
  EntityId own(unsigned F) const { return firstOwn + F; }
  EntityId slot(unsigned File, unsigned I) const {
    return fieldsFrom + File * 3 + I;
  }

  void declare(unsigned F) {
    unsigned File = F / FunctionsPerFile;
    bool Virtual = isVirtual(F);
    EntityId E = entity(EntityKind::Function,
                        "part" + Twine(File) + "::work" + Twine(F),
                        Virtual ? EF_Method | EF_Virtual : 0);
    P.Entities[E].Params = {Int, Pointer};
    P.Entities[E].Type = Int;
    if (Virtual && F > 1000)
      P.Entities[E].Overrides = {own(F - 1000)};
    if (F % 200 == 3)
      P.Entities[E].Flags |= EF_Coroutine;
  }
  /// Of each file: two fields that hold callables, and a mutex.
  void slots(unsigned File) {
    for (StringRef Name : {"::hook", "::handler", "::mutex"})
      entity(EntityKind::Field, "part" + Twine(File) + Name, 0);
  }

  static Value value(ValueKind K, uint32_t Index = 0, int64_t N = 0) {
    return {K, Index, N};
  }
  Event call(unsigned F, unsigned I) {
    Event E;
    uint64_t H = hashOf(F, I);
    E.Loc = {0, F, I + 1};
    E.ResultType = Int;
    Value Number = H % 3 ? value(ValueKind::Local, 2)
                   : H % 2 ? value(ValueKind::Param, 0)
                           : value(ValueKind::Int, 0, int64_t(H % 7));
    Value Object = H % 5 ? value(ValueKind::Local, 1)
                         : value(ValueKind::Param, 1);
    E.Args = {{Number, Int}, {Object, Pointer}};
    unsigned Callee = calleeOf(F, H);
    if (H % 4 == 0 || Callee >= Count) {
      bool Waits = hashOf(F, I + 100) % 40 == 0;
      unsigned Which = Waits ? 8 + H / 4 % 9 : H / 4 % 8;
      E.Callee = Library[Which];
      return E;
    }
    if (H % 97 == 1) {
      E.Via = value(ValueKind::Field, slot(F / FunctionsPerFile, H % 2));
      return E;
    }
    E.Callee = own(Callee);
    if (P.Entities[E.Callee].has(EF_Virtual)) {
      E.Flags |= EVF_Virtual;
      E.Receiver = value(ValueKind::Param, 1);
    }
    return E;
  }
  /// Forward, so that chains end; now and then back, so that some turn round.
  unsigned calleeOf(unsigned F, uint64_t H) const {
    uint64_t Step = 1 + H / 8 % FunctionsPerFile;
    if (H % 61 == 2)
      return F > Step ? F - Step : 0;
    if (H % 23 == 3)
      Step += FunctionsPerFile * (H / 1024 % 20);
    return F + Step;
  }

  /// entry ─▶ loop head ⇄ body (calls) ─▶ exit
  Function bodyOf(unsigned F) {
    Function B;
    unsigned File = F / FunctionsPerFile;
    B.Self = own(F);
    B.Params = {{None, Int}, {None, Pointer}};
    B.Locals = {{None, Pointer}, {None, Pointer}, {None, Int}};
    for (unsigned I = 0; I < CallsPerFunction; ++I)
      B.Events.push_back(call(F, I));
    if (F % 10 == 4)
      lockAround(B, File);
    if (F % (1000 * FunctionsPerFile) == 50)
      turn(B, File);
    B.Moves.push_back({value(ValueKind::Local, F % 2),
                       value(ValueKind::Result, F % CallsPerFunction)});
    if (F % 100 == 5)
      B.Moves.push_back({value(ValueKind::Field, slot(File, F / 100 % 2)),
                         value(ValueKind::Function, own((F + 9) % Count))});
    if (F % 4 == 0)
      B.Moves.push_back({value(ValueKind::Return), value(ValueKind::Local, 0)});
    blocks(B, F);
    return B;
  }
  void lockAround(Function &B, unsigned File) {
    for (unsigned I : {0u, 9u}) {
      B.Events[I].Via = {};
      B.Events[I].Flags = 0;
      B.Events[I].Callee = Library[I ? 20 : 19];
      B.Events[I].Args = {{value(ValueKind::Field, slot(File, 2)), Pointer}};
    }
  }
  /// The loop of a server.
  void turn(Function &B, unsigned File) {
    B.Events[3] = Event();
    B.Events[3].Callee = Library[18];
    B.Events[3].Args.resize(4);
    B.Events[5] = Event();
    B.Events[5].Via = value(ValueKind::Field, slot(File, 0));
  }
  void blocks(Function &B, unsigned F) {
    B.Blocks.resize(4);
    for (unsigned I = 0; I < 4; ++I)
      B.Blocks[I].Ops = 5 + F % 7;
    B.Blocks[0].NumEvents = 3;
    B.Blocks[0].Succs = {1};
    B.Blocks[1].FirstEvent = 3;
    B.Blocks[1].Succs = {2, 3};
    B.Blocks[1].Loop = 0;
    B.Blocks[1].Cond = {CompareOp::LT, value(ValueKind::Local, 2), 16};
    B.Blocks[2].FirstEvent = 3;
    B.Blocks[2].NumEvents = 4;
    B.Blocks[2].Succs = {1};
    B.Blocks[2].Loop = 0;
    B.Blocks[3].FirstEvent = 7;
    B.Blocks[3].NumEvents = 3;
    Loop L;
    L.Header = 1;
    L.Bound = F % 3 ? LoopBound::Constant : LoopBound::Value;
    L.Trips = 16;
    L.Limit = value(ValueKind::Param, 0);
    L.Restarts = true;
    B.Loops.push_back(L);
  }

  Program P;
  unsigned Count;
  EntityId firstOwn = 0, fieldsFrom = 0;
  TypeId Int = None, Pointer = None, Callback = None;
  std::vector<EntityId> Library;
};

double secondsNow() { return double(std::clock()) / CLOCKS_PER_SEC; }

/// The most memory that this process had so far, in MiB.
long peakMiB() {
  rusage Usage{};
  getrusage(RUSAGE_SELF, &Usage);
  return Usage.ru_maxrss / 1024;
}

} // namespace

int main(int Argc, char **Argv) {
  unsigned Count = 0;
  if (Argc != 2 || !to_integer(StringRef(Argv[1]), Count) || Count < 1000) {
    errs() << "usage: solve-speed FUNCTIONS (at least 1000)\n";
    return 2;
  }
  LoadResult Packs = loadPacks({});
  Program P = Generator(Count).make();
  long Before = peakMiB();
  double Begin = secondsNow();
  Solution S = solve(P, Packs.Rules, "");
  double Seconds = secondsNow() - Begin;
  size_t Calls = 0;
  for (const Function &F : P.Functions)
    Calls += F.Events.size();
  outs() << "{\"functions\": " << P.Functions.size() << ", \"calls\": " << Calls
         << ", \"seconds\": " << format("%.3f", Seconds)
         << ", \"program_mib\": " << Before << ", \"peak_mib\": " << peakMiB()
         << ", \"sinks\": " << S.Sinks.size()
         << ", \"contexts\": " << S.Contexts.size()
         << ", \"mismatches\": " << S.Mismatches.size() << "}\n";
  return 0;
}
