//===- HeaderNames.cpp - are the names of a pack those of the headers? ----===//
//
//   header-names PACK.yaml UMBRELLA ABSENT -- FLAGS…
//
// Parses UMBRELLA, which includes a library's headers, and prints
//   - every name of the pack (functions, types, fields, variables) that these
//     headers do not declare, unless ABSENT lists it with a reason,
//   - every entry of ABSENT that they do declare: the excuse is stale,
//   - every type that is only another name for one, whose name rules see, unless
//     the pack names that one, too, or ABSENT lists it,
//   - every constant whose value differs, as the compiler's own error.
// Exit status 0 means that nothing was printed. An ABSENT line is a name or
// pattern, then "#" and the reason.
//
//===----------------------------------------------------------------------===//
#include "packs/Compile.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <set>

using namespace llvm;
using namespace waitwise;

namespace {

/// What the headers declare, by qualified name without template arguments and
/// inline namespaces.
struct Declared {
  std::set<std::string> Names; ///< Functions, classes, fields, variables.
  std::map<std::string, std::set<std::string>> Bases; ///< Of classes.
  std::map<std::string, std::string> Aliases; ///< To the type's own name.
};

std::string qualified(const clang::NamedDecl *D) {
  std::string Name = D->getNameAsString();
  const auto *Parent = dyn_cast<clang::NamedDecl>(D->getDeclContext());
  if (isa<clang::CXXConstructorDecl>(D))
    Name = Parent->getNameAsString();
  if (isa<clang::CXXDestructorDecl>(D))
    Name = "~" + Parent->getNameAsString();
  for (const clang::DeclContext *C = D->getDeclContext(); C;
       C = C->getParent()) {
    const auto *N = dyn_cast<clang::NamedDecl>(C);
    const auto *Space = dyn_cast<clang::NamespaceDecl>(C);
    const auto *Tag = dyn_cast<clang::TagDecl>(C);
    const clang::TypedefNameDecl *Typedef =
        Tag ? Tag->getTypedefNameForAnonDecl() : nullptr;
    if (Typedef)
      Name = Typedef->getNameAsString() + "::" + Name;
    else if (Tag && !Tag->getDeclName())
      Name = ("(anonymous " + Tag->getKindName() + ")::" + Name).str();
    else if (N && !(Space && Space->isInline()) && N->getDeclName())
      Name = N->getNameAsString() + "::" + Name;
  }
  return Name;
}

/// The class or class template that a base is made of, or null.
const clang::NamedDecl *baseOf(clang::QualType T) {
  if (const auto *Spec = T->getAs<clang::TemplateSpecializationType>())
    if (const auto *D = Spec->getTemplateName().getAsTemplateDecl())
      return D;
  return T->getAsCXXRecordDecl();
}

/// The declaration that a typedef stands for, if it has a name of its own.
const clang::NamedDecl *aimOf(const clang::TypedefNameDecl *D) {
  clang::QualType T = D->getUnderlyingType();
  if (T->isPointerType())
    return nullptr;
  const clang::NamedDecl *Aim = baseOf(T.getCanonicalType());
  if (!Aim)
    Aim = T->getAsTagDecl();
  return Aim && Aim->getDeclName() && !T->isDependentType() ? Aim : nullptr;
}

class Collector : public clang::ASTConsumer {
public:
  explicit Collector(Declared &Into) : Into(Into) {}
  void HandleTranslationUnit(clang::ASTContext &Context) override {
    std::vector<const clang::DeclContext *> Work = {
        Context.getTranslationUnitDecl()};
    while (!Work.empty()) {
      const clang::DeclContext *C = Work.back();
      Work.pop_back();
      for (const clang::Decl *D : C->decls())
        add(D, Work);
    }
  }
  bool shouldSkipFunctionBody(clang::Decl *) override { return true; }

private:
  void add(const clang::Decl *D,
           std::vector<const clang::DeclContext *> &Work) {
    if (const auto *T = dyn_cast<clang::TemplateDecl>(D))
      if (const clang::NamedDecl *Inside = T->getTemplatedDecl())
        D = Inside;
    if (const auto *N = dyn_cast<clang::NamedDecl>(D))
      if (!isa<clang::UsingDecl, clang::UsingShadowDecl>(N))
        Into.Names.insert(qualified(N));
    if (const auto *T = dyn_cast<clang::TypedefNameDecl>(D))
      if (const clang::NamedDecl *Aim = aimOf(T))
        if (std::string Own = qualified(Aim); Own != qualified(T))
          Into.Aliases[qualified(T)] = Own;
    if (const auto *R = dyn_cast<clang::CXXRecordDecl>(D);
        R && R->hasDefinition() && R->isThisDeclarationADefinition()) {
      std::string Name = qualified(R);
      Into.Names.insert(Name + "::~" + R->getNameAsString());
      for (const clang::CXXBaseSpecifier &B : R->bases())
        if (const clang::NamedDecl *Base = baseOf(B.getType()))
          Into.Bases[Name].insert(qualified(Base));
    }
    if (const auto *Inner = dyn_cast<clang::DeclContext>(D);
        Inner && !isa<clang::FunctionDecl>(D))
      Work.push_back(Inner);
  }

  Declared &Into;
};

class Action : public clang::ASTFrontendAction {
public:
  explicit Action(Declared &Into) : Into(Into) {}
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, StringRef) override {
    CI.getFrontendOpts().SkipFunctionBodies = true;
    return std::make_unique<Collector>(Into);
  }

private:
  Declared &Into;
};

/// True if the headers declare \p Name, as it is or by inheritance.
bool isDeclared(const Declared &In, StringRef Name) {
  if (isPattern(Name))
    return any_of(In.Names,
                  [&](const std::string &N) { return matchesName(Name, N); });
  size_t Split = Name.rfind("::");
  if (In.Names.count(Name.str()))
    return true;
  if (Split == StringRef::npos)
    return false;
  std::vector<std::string> Classes = {Name.take_front(Split).str()};
  std::set<std::string> Seen(Classes.begin(), Classes.end());
  while (!Classes.empty()) {
    std::string Class = Classes.back();
    Classes.pop_back();
    if (In.Names.count(Class + Name.drop_front(Split).str()))
      return true;
    if (auto It = In.Bases.find(Class); It != In.Bases.end())
      for (const std::string &Base : It->second)
        if (Seen.insert(Base).second)
          Classes.push_back(Base);
  }
  return false;
}

void collectTypes(ArrayRef<Condition> Conditions, std::set<std::string> &Into) {
  for (const Condition &C : Conditions) {
    if (C.K != Condition::Begins)
      Into.insert(C.Names.begin(), C.Names.end());
    collectTypes(C.Parts, Into);
  }
}

/// Types that the language itself declares.
bool isBuiltin(StringRef Type) {
  static constexpr StringLiteral Words[] = {
      "void", "bool",  "char",   "short",    "int",    "long",
      "float", "double", "signed", "unsigned", "wchar_t", "..."};
  SmallVector<StringRef, 4> Parts;
  Type.split(Parts, ' ');
  return all_of(Parts, [](StringRef W) { return is_contained(Words, W); });
}

/// What the head of a pack names, apart from conditions.
void collectHead(const RuleSet &Rules, std::set<std::string> &Names) {
  for (const CoroutineRule &R : Rules.Coroutines)
    Names.insert(R.Type);
  for (const ExecutorRule &R : Rules.Executors)
    Names.insert(R.Type);
  for (const FieldRule &R : Rules.Fields)
    Names.insert(R.Field);
  for (const ParameterRule &R : Rules.Parameters)
    Names.insert(R.Type);
  for (const GlobalRule &R : Rules.Globals)
    Names.insert(R.Variable);
  for (const SlotRule &R : Rules.Slots)
    Names.insert(R.Class);
  for (const SignatureRule &R : Rules.Signatures) {
    Names.insert(R.Of.begin(), R.Of.end());
    Names.insert(R.Params.begin(), R.Params.end());
    Names.insert(R.Returns.begin(), R.Returns.end());
  }
}

/// Every name that a pack writes.
std::set<std::string> namesOf(const RuleSet &Rules) {
  std::set<std::string> Names;
  collectHead(Rules, Names);
  for (const Rule &R : Rules.Rules) {
    Names.insert(R.Names.begin(), R.Names.end());
    Names.insert(R.ReceiverClass.begin(), R.ReceiverClass.end());
    Names.insert(R.Params.begin(), R.Params.end());
    Names.insert(R.Returns.begin(), R.Returns.end());
    collectTypes(R.When, Names);
    if (R.Blocks) {
      collectTypes(R.Blocks->Unless, Names);
      collectTypes(R.Blocks->OnlyIf, Names);
      for (const auto &[Field, Unit] : R.Blocks->TimeoutFields)
        Names.insert(Field);
    }
    for (const RunsSpec &Run : R.Runs) {
      collectTypes(Run.OnlyIf, Names);
      collectTypes(Run.Unless, Names);
    }
    if (R.Computes) {
      collectTypes(R.Computes->OnlyIf, Names);
      collectTypes(R.Computes->Unless, Names);
    }
    if (R.Acquires) {
      collectTypes(R.Acquires->Unless, Names);
      collectTypes(R.Acquires->Adopts, Names);
    }
  }
  std::set<std::string> Plain;
  for (StringRef Name : Names) {
    // A pointer or a reference in a list of types.
    while (Name.consume_back(" *const") || Name.consume_back(" *") ||
           Name.consume_back(" &")) {
    }
    // Directives are the language's.
    if (!isBuiltin(Name) && !Name.starts_with("#pragma "))
      Plain.insert(Name.str());
  }
  return Plain;
}

/// One static_assert for each constant of the pack.
std::string assertions(const Node &Root) {
  std::string Text;
  for (size_t I = 0; I < Root.Keys.size(); ++I)
    if (Root.Keys[I].Text == "constants")
      for (size_t J = 0; J < Root.Items[I].Keys.size(); ++J) {
        const std::string &Name = Root.Items[I].Keys[J].Text;
        const std::string &Value = Root.Items[I].Items[J].Text;
        Text += "static_assert((long long)(" + Name + ") == " + Value + ", \"" +
                Name + " is not " + Value + "\");\n";
      }
  return Text;
}

struct Excuse {
  std::string Pattern;
  bool Used = false;
};

std::vector<Excuse> readExcuses(StringRef Text) {
  std::vector<Excuse> Result;
  SmallVector<StringRef, 32> Lines;
  Text.split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines)
    if (StringRef Name = Line.split('#').first.trim(); !Name.empty())
      Result.push_back({Name.str(), false});
  return Result;
}

std::string readFile(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (Buffer)
    return (*Buffer)->getBuffer().str();
  errs() << Path << ": " << Buffer.getError().message() << '\n';
  exit(2);
}

} // namespace

int main(int Argc, char **Argv) {
  if (Argc < 5 || StringRef(Argv[4]) != "--") {
    errs() << "usage: header-names PACK.yaml UMBRELLA ABSENT -- FLAGS...\n";
    return 2;
  }
  std::vector<PackDiagnostic> Errors;
  Node Root;
  RuleSet Rules;
  if (parseYAMLFile(Argv[1], Root, Errors))
    compilePack(Root, Argv[1], Rules, Errors);
  for (const PackDiagnostic &D : Errors)
    outs() << D.str() << '\n';

  Declared Found;
  std::vector<std::string> Flags(Argv + 5, Argv + Argc);
  Flags.push_back("-fsyntax-only");
  Flags.push_back("-resource-dir=" WAITWISE_RESOURCE_DIR);
  std::string Code = readFile(Argv[2]) + assertions(Root);
  bool Parsed = clang::tooling::runToolOnCodeWithArgs(
      std::make_unique<Action>(Found), Code, Flags, Argv[2]);

  bool Ok = Parsed && Errors.empty();
  std::vector<Excuse> Excuses = readExcuses(readFile(Argv[3]));
  const std::set<std::string> Names = namesOf(Rules);
  for (const std::string &Name : Names) {
    auto Alias = Found.Aliases.find(Name);
    bool IsAlias = Alias != Found.Aliases.end() &&
                   !Names.count(Alias->second);
    bool Excused = false;
    bool IsDeclared = !IsAlias && isDeclared(Found, Name);
    for (Excuse &E : Excuses)
      if (matchesName(E.Pattern, Name)) {
        Excused = E.Used = true;
        if (IsDeclared && !isPattern(E.Pattern)) {
          outs() << Name << ": is declared, though listed as absent\n";
          Ok = false;
        }
      }
    if (IsDeclared || Excused)
      continue;
    outs() << Name
           << (IsAlias ? ": only another name of '" + Alias->second + "'"
                       : ": not declared by the headers")
           << '\n';
    Ok = false;
  }
  for (const Excuse &E : Excuses)
    if (!E.Used) {
      outs() << E.Pattern << ": listed as absent, but in no rule\n";
      Ok = false;
    }
  return Ok ? 0 : 1;
}
