//===- extract/Extract.cpp - one translation unit to its summary ----------===//
//
// The command becomes a compiler invocation as the driver would make it, bent
// to our purpose: syntax only, no warnings, no output, no precompiled headers,
// function bodies skipped where the consumer says so.
//
//===----------------------------------------------------------------------===//
#include "extract/Extract.h"

#include "extract/Action.h"
#include "extract/Lookups.h"
#include "extract/Sources.h"

#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;

namespace waitwise {

namespace {

/// Counts errors and keeps the first few as text.
class ErrorCounter : public DiagnosticConsumer {
public:
  explicit ErrorCounter(Summary &Out) : Out(Out) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    if (Level < DiagnosticsEngine::Error)
      return;
    ++Out.Errors;
    if (Out.Diagnostics.size() >= MostKept)
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    std::string Where;
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      PresumedLoc Loc = Info.getSourceManager().getPresumedLoc(
          Info.getSourceManager().getFileLoc(Info.getLocation()));
      if (Loc.isValid())
        Where =
            (llvm::Twine(Loc.getFilename()) + ":" + llvm::Twine(Loc.getLine()) +
             ":" + llvm::Twine(Loc.getColumn()) + ": ")
                .str();
    }
    Out.Diagnostics.push_back(Where + std::string(Text));
  }

private:
  static constexpr size_t MostKept = 5;
  Summary &Out;
};

} // namespace

/// Number of arguments that \p Arg and its value take if it names an output,
/// a dependency file or a precompiled header; else 0.
static unsigned argumentsToDrop(StringRef Arg) {
  for (StringRef Flag : {"-o", "-MF", "-MT", "-MQ", "-MJ", "-include-pch",
                         "-serialize-diagnostics", "--serialize-diagnostics",
                         "-dependency-file"})
    if (Arg == Flag)
      return 2;
  for (StringRef Flag : {"-c", "-S", "-E", "-M", "-MM", "-MD", "-MMD", "-MP",
                         "-MG", "-MV", "-emit-llvm", "-Winvalid-pch",
                         "-fpch-instantiate-templates", "-save-temps"})
    if (Arg == Flag)
      return 1;
  if (Arg.starts_with("-MF") || Arg.starts_with("-MT") ||
      Arg.starts_with("-MQ") || Arg.starts_with("-save-temps="))
    return 1;
  // -oFILE, but not -objc… and their like.
  return Arg.starts_with("-o") && !Arg.starts_with("-obj") ? 1 : 0;
}

/// What we add to every command. Qt's "slots" and "signals" expand to nothing
/// unless these macros say otherwise; clang hands the annotation of an access
/// specifier to the members behind it.
static void addOwnFlags(const ExtractJob &Job, std::vector<std::string> &To) {
  To.push_back("-fsyntax-only");
  To.push_back("-w");
  for (StringRef Macro : {"ACCESS_SPECIFIER", "FUNCTION"})
    To.push_back(
        ("-DQT_ANNOTATE_" + Macro + "(x)=__attribute__((annotate(#x)))").str());
  if (!Job.ResourceDir.empty())
    To.push_back("-resource-dir=" + Job.ResourceDir);
}

static std::vector<std::string> commandFor(const ExtractJob &Job) {
  std::vector<std::string> Result;
  bool PathsFollow = false;
  for (size_t I = 0; I < Job.Args.size(); ++I) {
    StringRef Arg = Job.Args[I];
    unsigned Drop = I && !PathsFollow ? argumentsToDrop(Arg) : 0;
    if (Drop) {
      I += Drop - 1;
      continue;
    }
    if (Arg == "--" && !PathsFollow) {
      PathsFollow = true;
      addOwnFlags(Job, Result);
    }
    Result.push_back(Arg.str());
  }
  if (!PathsFollow)
    addOwnFlags(Job, Result);
  return Result;
}

static llvm::Expected<std::vector<llvm::GlobPattern>>
compileGlobs(llvm::ArrayRef<std::string> Texts) {
  std::vector<llvm::GlobPattern> Result;
  for (const std::string &Text : Texts) {
    llvm::Expected<llvm::GlobPattern> Glob =
        llvm::GlobPattern::create(Text, /*MaxSubPatterns=*/1024);
    if (!Glob)
      return llvm::createStringError("third-party path '" + Text +
                                     "': " + toString(Glob.takeError()));
    Result.push_back(std::move(*Glob));
  }
  return std::move(Result);
}

static void bendToPurpose(CompilerInvocation &Invocation) {
  FrontendOptions &Frontend = Invocation.getFrontendOpts();
  Frontend.ProgramAction = frontend::ParseSyntaxOnly;
  Frontend.SkipFunctionBodies = true;
  Frontend.DisableFree = false;
  Frontend.OutputFile.clear();
  Invocation.getDiagnosticOpts().IgnoreWarnings = true;
  Invocation.getDiagnosticOpts().ErrorLimit = 0;
  Invocation.getDependencyOutputOpts() = DependencyOutputOptions();
  Invocation.getPreprocessorOpts().ImplicitPCHInclude.clear();
  Invocation.getLangOpts().SpellChecking = false;
}

/// The invocation the driver makes of the command, or why it makes none.
static llvm::Expected<std::shared_ptr<CompilerInvocation>>
makeInvocation(const ExtractJob &Job,
               IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files) {
  std::vector<std::string> Command = commandFor(Job);
  std::vector<const char *> Argv;
  for (const std::string &Arg : Command)
    Argv.push_back(Arg.c_str());
  Summary Complaints;
  DiagnosticOptions DiagOpts;
  ErrorCounter Counter(Complaints);
  auto Diags = llvm::makeIntrusiveRefCnt<DiagnosticsEngine>(
      llvm::makeIntrusiveRefCnt<DiagnosticIDs>(), DiagOpts, &Counter,
      /*ShouldOwnClient=*/false);
  CreateInvocationOptions Options;
  Options.Diags = Diags;
  Options.VFS = std::move(Files);
  std::shared_ptr<CompilerInvocation> Result =
      createInvocation(Argv, std::move(Options));
  if (Result && !Complaints.Errors)
    return Result;
  std::string Why = Complaints.Diagnostics.empty()
                        ? "no single compilation comes of it"
                        : Complaints.Diagnostics.front();
  return llvm::createStringError("clang rejects the command for '" + Job.File +
                                 "': " + Why);
}

llvm::Expected<Summary> extractSummary(const ExtractJob &Job) {
  Summary Out;
  Out.MainFile = normalPath(Job.File, Job.Directory);
  auto ThirdParty = compileGlobs(Job.ThirdParty);
  if (!ThirdParty)
    return ThirdParty.takeError();
  auto Libraries = compileGlobs(Job.Libraries);
  if (!Libraries)
    return Libraries.takeError();
  OtherCode Others{std::move(*ThirdParty), std::move(*Libraries), Job.Root};
  // A file system of its own: the working directory of the process stays.
  IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files(
      llvm::vfs::createPhysicalFileSystem().release());
  if (std::error_code Error = Files->setCurrentWorkingDirectory(Job.Directory))
    return llvm::createStringError(Error, "cannot enter '" + Job.Directory +
                                              "': " + Error.message());
  if (!Files->exists(Out.MainFile))
    return llvm::createStringError("no such file: '" + Out.MainFile + "'");
  auto Invocation = makeInvocation(Job, Files);
  if (!Invocation)
    return Invocation.takeError();
  bendToPurpose(**Invocation);

  CompilerInstance CI(*Invocation);
  auto Lookups = llvm::makeIntrusiveRefCnt<LookupRecorder>(Files);
  CI.setVirtualFileSystem(Lookups);
  ErrorCounter Counter(Out);
  CI.createDiagnostics(&Counter, /*ShouldOwnClient=*/false);
  // One missing header must not silence the rest.
  CI.getDiagnostics().setFatalsAsError(true);
  SummaryAction Action(Job, Others, Out);
  CI.ExecuteAction(Action);
  if (Out.Strings.empty())
    return llvm::createStringError("cannot read '" + Out.MainFile + "': " +
                                   (Out.Diagnostics.empty()
                                        ? "nothing was parsed"
                                        : Out.Diagnostics.front()));
  Out.Absent = Lookups->absent();
  return Out;
}

} // namespace waitwise
