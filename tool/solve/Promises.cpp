//===- solve/Promises.cpp - functions whose name says they do not wait ----===//
//
// Nobody says which thread calls them. They are held to what the most patient
// of the threads that must not wait, that of a GUI, can bear; and the entry is
// of medium confidence, for a name is no proof.
//
//===----------------------------------------------------------------------===//
#include "solve/Promises.h"

#include "llvm/ADT/StringExtras.h"

using namespace waitwise;

/// True if a name in camel case or with underscores has \p Word (lower case).
static bool hasWord(llvm::StringRef Name, llvm::StringRef Word) {
  for (size_t At = Name.find_insensitive(Word); At != llvm::StringRef::npos;
       At = Name.find_insensitive(Word, At + 1)) {
    llvm::StringRef Rest = Name.drop_front(At + Word.size());
    bool Begins = At == 0 || !llvm::isAlpha(Name[At - 1]) ||
                  (llvm::isUpper(Name[At]) && llvm::isLower(Name[At - 1]));
    bool Ends = Rest.empty() || !llvm::isLower(Rest.front());
    if (Begins && Ends)
      return true;
  }
  return false;
}

/// The bodies that are run through a pointer or a wrapper anywhere.
static std::vector<bool> calledThroughSlots(const Analyses &A) {
  std::vector<bool> Found(A.P.Functions.size());
  forEachSite(A.P, [&](Site S) {
    for (const CallEdge &To : A.Calls[S.F][S.Event])
      if (To.Kind == EdgeKind::Stored || To.Kind == EdgeKind::Inline)
        Found[To.Callee] = true;
  });
  return Found;
}

static bool promises(const Analyses &A, FunctionId F) {
  const Entity &Self = A.P.self(F);
  llvm::StringRef Name = A.P.nameOf(F);
  Name = Name.substr(Name.rfind(':') + 1);
  // The name of a constructor or destructor is that of its class.
  bool OwnName = !Self.has(EF_Constructor) && !Self.has(EF_Destructor);
  bool IsApi = OwnName && !Self.has(EF_Internal) && !Self.has(EF_Lambda) &&
               !Self.has(EF_System);
  return IsApi && hasWord(Name, "async") && !hasWord(Name, "wait") &&
         !A.isOpaque(F);
}

std::vector<ContextEntry>
waitwise::promisedEntries(const Analyses &A,
                          llvm::ArrayRef<uint32_t> ContextBits,
                          const CostTable &Cost) {
  std::vector<ContextEntry> Entries;
  std::vector<bool> Stored = calledThroughSlots(A);
  for (FunctionId F = 0; F < A.P.Functions.size(); ++F) {
    if (ContextBits[F] || Stored[F] || !promises(A, F))
      continue;
    ContextEntry Entry;
    Entry.Kind = ContextKind::EventLoop;
    Entry.F = F;
    Entry.Because = "its name promises that it does not wait";
    Entry.At = A.P.self(F).Loc;
    Entry.Conf = Confidence::Medium;
    Entry.Tolerance = Cost.tolerance(ContextKind::Gui);
    Entries.push_back(std::move(Entry));
  }
  return Entries;
}
