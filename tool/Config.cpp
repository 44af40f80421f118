//===- Config.cpp - .waitwise.yaml ----------------------------------------===//
#include "Config.h"

#include "ConfigContexts.h"
#include "ConfigSuppressions.h"
#include "packs/Load.h"
#include "packs/Read.h"
#include "support/Error.h"
#include "support/Globs.h"
#include "support/Suggest.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <tuple>

using namespace llvm;

namespace waitwise {
namespace {

/// \p Path as an absolute path, seen from \p Dir.
std::string absolute(StringRef Path, StringRef Dir) {
  SmallString<128> Result(Path);
  sys::path::make_absolute(Dir, Result);
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return std::string(Result);
}

class ConfigReader {
public:
  ConfigReader(Config &C, std::vector<PackDiagnostic> &Errors)
      : C(C), Dir(C.folder()), R(C.File, Errors) {}

  void read(const Node &Root) {
    if (Root.K == Node::Null)
      return; // An empty file only marks the project root.
    std::optional<Fields> Top =
        R.fields(Root, {"packs", "trusted-packs", "disable-packs",
                        "third-party", "profile", "fail-on", "checks", "cost",
                        "contexts", "advice", "baseline",
                        "suppressions"});
    if (!Top)
      return;
    for (const Node *N : texts(*Top, "packs", "a path"))
      C.Packs.push_back(absolute(N->Text, Dir));
    for (const Node *N : texts(*Top, "trusted-packs", "a folder"))
      C.TrustedPacks.push_back(absolute(N->Text, Dir));
    readDisabled(*Top);
    for (const Node *N : texts(*Top, "third-party", "a path"))
      addThirdParty(N->Text);
    readChecks(*Top);
    readWords(*Top);
    if (const Node *N = Top->get("baseline"))
      if (std::optional<StringRef> Path = R.text(*N, "a path"))
        C.Baseline = absolute(*Path, Dir);
    if (const Node *N = Top->get("suppressions"))
      C.Suppressions = readSuppressions(*N, C.File, R);
    if (const Node *N = Top->get("contexts"))
      C.Contexts = readContexts(*N, C.File, R);
    if (const Node *N = Top->get("cost"))
      readCost(*N);
    if (const Node *N = Top->get("advice"))
      C.Advice = *N;
  }

private:
  Config &C;
  std::string Dir;
  Reader R;

  std::vector<const Node *> texts(const Fields &Top, StringRef Key,
                                  StringRef What) {
    const Node *N = Top.get(Key);
    return N ? R.texts(*N, What) : std::vector<const Node *>();
  }

  void readDisabled(const Fields &Top) {
    std::vector<StringRef> Known;
    for (const EmbeddedFile &F : embeddedFiles())
      Known.push_back(F.Name);
    for (const Node *N : texts(Top, "disable-packs", "a pack")) {
      if (is_contained(Known, N->Text))
        C.DisablePacks.push_back(N->Text);
      else
        R.error(*N,
                "unknown pack '" + N->Text + "'" + didYouMean(N->Text, Known));
    }
  }

  /// A folder stands for all that is in it.
  void addThirdParty(StringRef Glob) {
    std::string Path = Glob.starts_with("*") ? Glob.str() : absolute(Glob, Dir);
    C.ThirdParty.push_back(Path);
    if (Glob.find_first_of("*?[{") == StringRef::npos)
      C.ThirdParty.push_back(Path + "/*");
  }

  void readChecks(const Fields &Top) {
    std::vector<std::string> Parts;
    for (const Node *N : texts(Top, "checks", "a glob")) {
      Expected<GlobList> Globs = GlobList::parse(N->Text);
      if (Globs)
        Parts.push_back(N->Text);
      else
        R.error(*N, toString(Globs.takeError()));
    }
    C.Checks = join(Parts, ",");
  }

  /// The profile is a file beside this one; the rest is for compileCost().
  void readCost(const Node &N) {
    C.Cost = N;
    for (size_t I = 0; I < N.Keys.size(); ++I) {
      if (N.Keys[I].Text != "profile")
        continue;
      if (std::optional<StringRef> Path = R.text(N.Items[I], "a path"))
        C.CostProfile = absolute(*Path, Dir);
      C.Cost->Keys.erase(C.Cost->Keys.begin() + I);
      C.Cost->Items.erase(C.Cost->Items.begin() + I);
      return;
    }
  }

  void readWords(const Fields &Top) {
    static constexpr StringRef Profiles[] = {"default", "strict", "audit"};
    static constexpr StringRef Levels[] = {"none", "low", "medium", "high"};
    if (const Node *N = Top.get("profile"))
      if (auto I = R.oneOf(*N, "profile", Profiles))
        C.Profile = waitwise::Profile(*I);
    if (const Node *N = Top.get("fail-on"))
      if (auto I = R.oneOf(*N, "severity", Levels))
        C.FailOn = Severity(*I);
  }
};

/// The first folder at or above \p Dir that has an entry called \p Name.
std::string folderWith(StringRef Dir, StringRef Name) {
  for (StringRef At = Dir; !At.empty(); At = sys::path::parent_path(At)) {
    SmallString<128> Candidate(At);
    sys::path::append(Candidate, Name);
    if (sys::fs::exists(Candidate))
      return At.str();
  }
  return "";
}

} // namespace

std::string Config::folder() const {
  return sys::path::parent_path(File).str();
}

Error asError(ArrayRef<PackDiagnostic> Errors) {
  std::vector<std::string> Lines;
  for (const PackDiagnostic &D : Errors)
    Lines.push_back(D.str());
  return Lines.empty() ? Error::success() : failure(join(Lines, "\n"));
}

Expected<Config> readConfig(StringRef Path) {
  SmallString<128> Cwd;
  sys::fs::current_path(Cwd);
  Config C;
  C.File = absolute(Path, Cwd);
  Node Root;
  std::vector<PackDiagnostic> Errors;
  if (parseYAMLFile(C.File, Root, Errors))
    ConfigReader(C, Errors).read(Root);
  llvm::sort(Errors, [](const PackDiagnostic &A, const PackDiagnostic &B) {
    return std::tie(A.Line, A.Column) < std::tie(B.Line, B.Column);
  });
  if (Error E = asError(Errors))
    return std::move(E);
  return C;
}

std::string findConfigAbove(StringRef Dir) {
  std::string Folder = folderWith(Dir, ".waitwise.yaml");
  if (Folder.empty())
    return "";
  SmallString<128> Path(Folder);
  sys::path::append(Path, ".waitwise.yaml");
  return std::string(Path);
}

std::string findRepositoryAbove(StringRef Dir) {
  return folderWith(Dir, ".git");
}

} // namespace waitwise
