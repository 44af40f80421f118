//===- extract/CommandFlags.cpp - a compiler's command as clang's ---------===//
//
// Clang's own option table says what a flag is, whether it takes a value, and
// which flags are unknown: those of other compilers. Known flags that make
// outputs, stop the compiler or run code of the project (plugins) go silently;
// all others stay as they were written, value and all.
//
//===----------------------------------------------------------------------===//
#include "extract/CommandFlags.h"

#include "extract/CommandWords.h"
#include "extract/CudaFlags.h"

#include "clang/Basic/LangStandard.h"
#include "clang/Driver/ToolChain.h"
#include "clang/Driver/Types.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"

#include <mutex>

using namespace llvm;
using namespace waitwise;
namespace types = clang::driver::types;
namespace options = clang::options;

static types::ID typeOf(StringRef File) {
  StringRef Extension = sys::path::extension(File);
  Extension.consume_front(".");
  return types::lookupTypeForExtension(Extension);
}

static SourceLanguage languageOf(types::ID Type) {
  switch (Type) {
  case types::TY_CUDA:
    return SourceLanguage::Cuda;
  case types::TY_C:
  case types::TY_PP_C:
  case types::TY_CHeader:
    return SourceLanguage::C;
  case types::TY_CXX:
  case types::TY_PP_CXX:
  case types::TY_CXXHeader:
  case types::TY_CXXModule:
    return SourceLanguage::Cxx;
  default:
    return SourceLanguage::Other;
  }
}

SourceLanguage waitwise::languageOf(StringRef File) {
  return ::languageOf(typeOf(File));
}

bool waitwise::isHeader(StringRef File) {
  types::ID Type = typeOf(File);
  return Type != types::TY_INVALID && types::onlyPrecompileType(Type);
}

std::vector<std::string> DriverCommand::commandFor(StringRef File) const {
  std::vector<std::string> Command = {IsCxxDriver ? "clang++" : "clang"};
  append_range(Command, Flags);
  if (!Language.empty()) {
    Command.push_back("-x");
    Command.push_back(Language);
  }
  Command.push_back(File.str());
  return Command;
}

SourceLanguage DriverCommand::languageFor(StringRef File) const {
  SourceLanguage L =
      Language.empty()
          ? waitwise::languageOf(File)
          : ::languageOf(types::lookupTypeForTypeSpecifier(Language.c_str()));
  // As clang++ and g++ do it.
  return L == SourceLanguage::C && IsCxxDriver && Language.empty()
             ? SourceLanguage::Cxx
             : L;
}

namespace {

/// True for flags of clang that have no place in an analysis.
bool isUnwanted(const opt::Arg &A) {
  const opt::Option &O = A.getOption();
  if (O.matches(options::OPT_Action_Group) || O.matches(options::OPT_M_Group) ||
      O.matches(options::OPT_Link_Group) || O.hasFlag(options::LinkerInput) ||
      O.hasFlag(options::LinkOption))
    return true;
  switch (O.getID()) {
  case options::OPT_o:
  case options::OPT_dependency_file:
  case options::OPT_include_pch:
  case options::OPT_pedantic_errors:
  case options::OPT_shared:
  case options::OPT_save_temps_EQ:
  case options::OPT_ftime_trace:
  case options::OPT_ftime_trace_EQ:
  case options::OPT_fplugin_EQ:
  case options::OPT_fplugin_arg:
  case options::OPT_fpass_plugin_EQ:
  case options::OPT_fprofile_use_EQ:
  case options::OPT_fprofile_instr_use_EQ:
  case options::OPT_fprofile_sample_use_EQ:
  case options::OPT_fsanitize_ignorelist_EQ:
  case options::OPT_gen_cdb_fragment_path:
  case options::OPT_v:
  case options::OPT__HASH_HASH_HASH:
    return true;
  case options::OPT_W_Joined:
    return StringRef(A.getValue()).starts_with("error");
  case options::OPT_Wp_COMMA: // -Wp,-MD,file
    return any_of(A.getValues(),
                  [](StringRef Value) { return Value.starts_with("-M"); });
  default:
    return false;
  }
}

/// True for the many flags that differ from file to file and that clang takes
/// whatever they say: macros, search paths, warnings.
bool isAboutFiles(const opt::Option &O) {
  return O.matches(options::OPT_D) || O.matches(options::OPT_U) ||
         O.matches(options::OPT_I_Group) || O.matches(options::OPT_include) ||
         O.matches(options::OPT_W_Group);
}

/// Sorts flags handed straight to the frontend: "-Xclang -load -Xclang x.so".
class FrontendFlags {
public:
  /// Whether to keep \p Value of the next -Xclang.
  bool keeps(StringRef Value) {
    if (IsValueNext) {
      IsValueNext = false;
      return false;
    }
    constexpr StringRef WithValue[] = {"-load", "-plugin", "-add-plugin",
                                       "-include-pch"};
    IsValueNext =
        is_contained(WithValue, Value) || Value.starts_with("-plugin-arg-");
    return !IsValueNext && !Value.starts_with("-emit-") && Value != "-verify";
  }

private:
  bool IsValueNext = false;
};

/// "-fabi=7" and "-fabi=9" are of one kind; so are "-Wa,x" and "-Wa,y".
std::string kindOf(StringRef Flag) {
  size_t End = Flag.find_first_of("=,");
  return Flag.take_front(End == StringRef::npos ? Flag.size() : End + 1).str();
}

bool isKnownStandard(StringRef Name) {
  return clang::LangStandard::getLangKind(Name) !=
         clang::LangStandard::lang_unspecified;
}

/// Target and driver by the compiler's name: arm-none-eabi-g++-12.
void readCompilerName(StringRef Compiler, DriverCommand &To) {
  static std::once_flag Once;
  std::call_once(Once, [] { InitializeAllTargetInfos(); });
  auto Name =
      clang::driver::ToolChain::getTargetAndModeFromProgramName(Compiler);
  StringRef File = sys::path::filename(Compiler);
  To.IsCxxDriver = Name.DriverMode == StringRef("--driver-mode=g++") ||
                   File.contains("++") || File == "CC" || File == "icpx" ||
                   File == "icpc" || File.contains("nvcc");
  if (Name.TargetIsValid)
    To.Flags.push_back("--target=" + Name.TargetPrefix);
}

} // namespace

void CommandCleaner::cleanFlags(ArrayRef<const char *> Words,
                                DriverCommand &To) {
  unsigned MissingIndex = 0, MissingCount = 0;
  opt::InputArgList Parsed = clang::getDriverOptTable().ParseArgs(
      Words, MissingIndex, MissingCount, opt::Visibility(options::ClangOption));
  // A flag whose value is missing ends the list, and is not in it.
  unsigned NumWords = MissingCount ? MissingIndex : Words.size();
  std::vector<const opt::Arg *> Args(Parsed.begin(), Parsed.end());
  FrontendFlags Frontend;
  bool HasTarget = false;
  for (size_t I = 0; I != Args.size(); ++I) {
    const opt::Arg &A = *Args[I];
    const opt::Option &O = A.getOption();
    unsigned Begin = A.getIndex();
    unsigned End = I + 1 < Args.size() ? Args[I + 1]->getIndex() : NumWords;
    if (O.getKind() == opt::Option::InputClass || isUnwanted(A))
      continue;
    if (O.matches(options::OPT_x)) {
      To.Language = StringRef(A.getValue()) == "none" ? "" : A.getValue();
      continue;
    }
    if (O.getKind() == opt::Option::UnknownClass ||
        (O.matches(options::OPT_std_EQ) && !isKnownStandard(A.getValue()))) {
      bool IsStandard = O.matches(options::OPT_std_EQ);
      ++Unknown[IsStandard ? Words[Begin] : kindOf(Words[Begin])];
      continue;
    }
    if (O.matches(options::OPT_Xclang) && !Frontend.keeps(A.getValue()))
      continue;
    HasTarget |= O.matches(options::OPT_target);
    Flags.push_back(
        {Flag(Words.begin() + Begin, Words.begin() + End), !isAboutFiles(O)});
  }
  if (HasTarget) // The one of the compiler's name.
    To.Flags.clear();
}

/// Adds the flags to \p To, without those that would keep clang from starting.
void CommandCleaner::dropRefused(StringRef File, DriverCommand &To) {
  std::vector<std::string> Head = {To.IsCxxDriver ? "clang++" : "clang"};
  append_range(Head, To.Flags);
  // One trial serves all files of a language.
  std::vector<std::string> Tail = {
      ("trial" + sys::path::extension(File)).str()};
  if (!To.Language.empty())
    Tail.insert(Tail.begin(), {"-x", To.Language});
  std::vector<Flag> Tried;
  std::vector<size_t> Indices;
  for (size_t I = 0; I != Flags.size(); ++I)
    if (Flags[I].IsTried) {
      Tried.push_back(Flags[I].Words);
      Indices.push_back(I);
    }
  bool IsSource = To.languageFor(File) != SourceLanguage::Other;
  const std::vector<RefusedFlag> Nothing;
  for (const RefusedFlag &R :
       IsSource ? Trial.refused(Head, Tried, Tail) : Nothing) {
    CleanFlag &F = Flags[Indices[R.Index]];
    auto &[Count, Reason] = Refused[join(F.Words, " ")];
    ++Count;
    Reason = R.Reason;
    F.Words.clear();
  }
  for (const CleanFlag &F : Flags)
    append_range(To.Flags, F.Words);
}

DriverCommand CommandCleaner::clean(const CompileCommand &Command) {
  DriverCommand Result;
  Result.Directory = Command.Directory;
  std::vector<std::string> Words = Command.Words;
  std::vector<std::string> UnreadHere;
  dropWrappers(Words);
  expandResponseFiles(Words, Command.Directory, UnreadHere);
  for (const std::string &File : UnreadHere)
    ++Unread[File];
  std::string Compiler = Words.empty() ? "clang" : Words.front();
  if (sys::path::filename(Compiler).contains("nvcc"))
    translateCudaFlags(Words);
  std::vector<const char *> Pointers;
  for (const std::string &Word : drop_begin(Words, !Words.empty()))
    Pointers.push_back(Word.c_str());
  readCompilerName(Compiler, Result);
  Flags.clear();
  cleanFlags(Pointers, Result);
  dropRefused(Command.File, Result);
  return Result;
}

std::vector<std::string> CommandCleaner::notes() const {
  std::vector<std::string> Notes;
  auto Times = [](unsigned N) {
    return " (" + std::to_string(N) + (N == 1 ? " command)" : " commands)");
  };
  for (const auto &[Flag, Count] : Unknown)
    Notes.push_back("flag '" + Flag +
                    "' is not known to clang and was dropped" + Times(Count));
  for (const auto &[Flag, Why] : Refused)
    Notes.push_back("flag '" + Flag + "' was dropped: " + Why.second +
                    Times(Why.first));
  for (const auto &[File, Count] : Unread)
    Notes.push_back("response file '" + File +
                    "' cannot be read, its flags are missing" + Times(Count));
  return Notes;
}
