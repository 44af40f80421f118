//===- extract/Names.cpp - what things are called, and their keys ---------===//
#include "extract/Names.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/Support/xxhash.h"

using namespace clang;

namespace waitwise {

/// Keys longer than this are cut and hashed: nobody reads them, and template
/// libraries write kilobytes.
static constexpr size_t LongestKey = 256;
/// Types looked through for closures.
static constexpr unsigned MostTypes = 256;

const CXXRecordDecl *closureOf(const NamedDecl *D) {
  const auto *M = dyn_cast<CXXMethodDecl>(D);
  if (!M || !M->getParent()->isLambda() ||
      M->getOverloadedOperator() != OO_Call)
    return nullptr;
  return M->getParent();
}

const ValueDecl *capturedBy(const FieldDecl *Field) {
  const auto *Closure = dyn_cast<CXXRecordDecl>(Field->getParent());
  if (!Closure || !Closure->isLambda())
    return nullptr;
  unsigned Index = Field->getFieldIndex();
  if (Index >= Closure->capture_size())
    return nullptr;
  const LambdaCapture &Capture = Closure->captures_begin()[Index];
  return Capture.capturesVariable() ? Capture.getCapturedVar() : nullptr;
}

static const RecordDecl *outermostRecord(const NamedDecl *D) {
  const auto *Outer = dyn_cast<RecordDecl>(D);
  for (const DeclContext *DC = D->getDeclContext(); DC; DC = DC->getParent())
    if (const auto *R = dyn_cast<RecordDecl>(DC))
      Outer = R;
  return Outer;
}

//===- Lambdas ------------------------------------------------------------===//

/// What a lambda stands in; the block behind a directive is no place.
static const DeclContext *placeAround(const CXXRecordDecl *Closure) {
  const DeclContext *DC = Closure->getDeclContext();
  while (isa<CapturedDecl>(DC))
    DC = DC->getParent();
  return DC;
}

void Names::numberLambdas(const DeclContext *DC) {
  if (!Numbered.try_emplace(DC, true).second)
    return;
  const VarDecl *Var = nullptr;
  llvm::DenseMap<const VarDecl *, unsigned> Count;
  llvm::DenseMap<SourceLocation, unsigned> Seen;
  const SourceManager &SM = Ctx.getSourceManager();
  std::vector<const Decl *> Work;
  auto Push = [&Work](const DeclContext *In) {
    size_t First = Work.size();
    llvm::append_range(Work, In->noload_decls());
    std::reverse(Work.begin() + First, Work.end());
  };
  Push(DC);
  while (!Work.empty()) {
    const Decl *D = Work.back();
    Work.pop_back();
    if (const auto *Block = dyn_cast<CapturedDecl>(D))
      Push(Block);
    if (const auto *V = dyn_cast<VarDecl>(D))
      Var = V;
    const auto *R = dyn_cast<CXXRecordDecl>(D);
    if (!R || !R->isLambda())
      continue;
    SourceRange Range = Var ? Var->getSourceRange() : SourceRange();
    bool Owned =
        !DC->isFunctionOrMethod() && Var && Range.isValid() &&
        SM.isPointWithin(R->getBeginLoc(), Range.getBegin(), Range.getEnd());
    Place P;
    P.Owner = Owned ? Var : nullptr;
    // A lambda that clang built twice (once to find a type) counts once.
    unsigned &Known = Seen[R->getBeginLoc()];
    if (!Known)
      Known = ++Count[P.Owner];
    P.Ordinal = Known;
    Places[R->getCanonicalDecl()] = P;
  }
}

Names::Place Names::placeOf(const CXXRecordDecl *Closure) {
  numberLambdas(placeAround(Closure));
  return Places.lookup(Closure->getCanonicalDecl());
}

const NamedDecl *Names::enclosing(const CXXRecordDecl *Closure) {
  if (const VarDecl *Owner = placeOf(Closure).Owner)
    return Owner;
  const DeclContext *DC = placeAround(Closure);
  if (DC->isFunctionOrMethod() || DC->isRecord())
    return dyn_cast<NamedDecl>(Decl::castFromDeclContext(DC));
  return nullptr;
}

//===- Names --------------------------------------------------------------===//

static std::string recordName(const RecordDecl *R) {
  if (const auto *C = dyn_cast<CXXRecordDecl>(R); C && C->isLambda())
    return "(lambda)";
  if (R->getIdentifier())
    return R->getName().str();
  if (const TypedefNameDecl *T = R->getTypedefNameForAnonDecl())
    return T->getName().str();
  if (R->isAnonymousStructOrUnion())
    return "";
  return R->isUnion() ? "(anonymous union)" : "(anonymous struct)";
}

std::string Names::ownName(const NamedDecl *D) {
  if (const auto *R = dyn_cast<CXXRecordDecl>(D); R && R->isLambda())
    return "(lambda:" + std::to_string(placeOf(R).Ordinal) + ")";
  if (closureOf(D))
    return "";
  if (const auto *R = dyn_cast<RecordDecl>(D))
    return recordName(R);
  if (const auto *N = dyn_cast<NamespaceDecl>(D)) {
    if (N->isAnonymousNamespace())
      return "(anonymous namespace)";
    return N->isInline() ? "" : N->getName().str();
  }
  if (const auto *C = dyn_cast<CXXConstructorDecl>(D))
    return recordName(C->getParent());
  if (const auto *C = dyn_cast<CXXDestructorDecl>(D))
    return "~" + recordName(C->getParent());
  if (const auto *F = dyn_cast<FieldDecl>(D)) {
    if (const ValueDecl *V = capturedBy(F))
      return V->getNameAsString();
    if (!F->getIdentifier() && !F->isAnonymousStructOrUnion() &&
        isa<CXXRecordDecl>(F->getParent()) &&
        cast<CXXRecordDecl>(F->getParent())->isLambda())
      return "this";
  }
  if (const auto *E = dyn_cast<EnumDecl>(D))
    return E->getIdentifier() ? E->getName().str() : "(anonymous enum)";
  return D->getNameAsString();
}

std::string Names::qualified(const NamedDecl *D) {
  if (const auto *F = dyn_cast<FunctionDecl>(D); F && F->isExternC())
    return F->getNameAsString();
  llvm::SmallVector<std::string, 8> Parts;
  const NamedDecl *Cur = D;
  while (Cur) {
    if (std::string Own = ownName(Cur); !Own.empty())
      Parts.push_back(std::move(Own));
    const auto *R = dyn_cast<CXXRecordDecl>(Cur);
    if (R && R->isLambda() && placeOf(R).Owner) {
      Cur = placeOf(R).Owner;
      continue;
    }
    const DeclContext *DC = Cur->getDeclContext();
    while (DC && !isa<NamedDecl>(Decl::castFromDeclContext(DC)) &&
           !DC->isTranslationUnit())
      DC = DC->getParent();
    if (!DC || DC->isTranslationUnit())
      break;
    Cur = cast<NamedDecl>(Decl::castFromDeclContext(DC));
  }
  std::string Result;
  for (const std::string &Part : llvm::reverse(Parts)) {
    if (!Result.empty())
      Result += "::";
    Result += Part;
  }
  return Result;
}

//===- Keys ---------------------------------------------------------------===//

bool Names::isFileBoundClass(QualType T) {
  while (!T.isNull() && (T->isPointerType() || T->isReferenceType()))
    T = T->getPointeeType();
  const RecordDecl *R = T.isNull() ? nullptr : T->getAsRecordDecl();
  return R &&
         Src.isMainFile(outermostRecord(R)->getCanonicalDecl()->getLocation());
}

/// A function that takes a class of one source file belongs to that file, even
/// where the language gives it external linkage.
bool Names::hasFileBoundType(const FunctionDecl *F) {
  for (const ParmVarDecl *P : F->parameters())
    if (isFileBoundClass(P->getType()))
      return true;
  const TemplateArgumentList *Args = F->getTemplateSpecializationArgs();
  if (!Args)
    return false;
  for (const TemplateArgument &A : Args->asArray())
    if (A.getKind() == TemplateArgument::Type &&
        isFileBoundClass(A.getAsType()))
      return true;
  return false;
}

bool Names::isFileBound(const NamedDecl *D) {
  if (const RecordDecl *Outer = outermostRecord(D))
    return Src.isMainFile(Outer->getCanonicalDecl()->getLocation()) ||
           !Outer->isExternallyVisible();
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return F->isMain() || !F->isExternallyVisible() || hasFileBoundType(F);
  return !D->isExternallyVisible();
}

/// Pushes the types that a template argument mentions.
static void pushTypes(ArrayRef<TemplateArgument> Args,
                      llvm::SmallVectorImpl<QualType> &Work) {
  for (const TemplateArgument &A : llvm::reverse(Args)) {
    if (A.getKind() == TemplateArgument::Type)
      Work.push_back(A.getAsType());
    else if (A.getKind() == TemplateArgument::Pack)
      pushTypes(A.getPackAsArray(), Work);
  }
}

/// The closures among the template arguments of \p D, by their own keys.
std::string Names::closuresIn(const NamedDecl *D) {
  llvm::SmallVector<QualType, 16> Work;
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    if (const TemplateArgumentList *Args = F->getTemplateSpecializationArgs())
      pushTypes(Args->asArray(), Work);
  for (const Decl *Cur = D; Cur;
       Cur = dyn_cast_or_null<Decl>(Cur->getDeclContext()))
    if (const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(Cur))
      pushTypes(S->getTemplateArgs().asArray(), Work);
  std::string Result;
  for (unsigned Steps = 0; !Work.empty() && Steps != MostTypes; ++Steps) {
    QualType T = Work.pop_back_val().getCanonicalType();
    while (T->isPointerType() || T->isReferenceType())
      T = T->getPointeeType();
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    if (R && R->isLambda())
      Result += "#" + llvm::utohexstr(llvm::xxh3_64bits(closureKey(R)));
    else if (const auto *S =
                 dyn_cast_or_null<ClassTemplateSpecializationDecl>(R))
      pushTypes(S->getTemplateArgs().asArray(), Work);
    else if (const auto *F = T->getAs<FunctionProtoType>())
      Work.append(F->param_type_begin(), F->param_type_end());
  }
  return Result;
}

const std::string &Names::closureKey(const CXXRecordDecl *Closure) {
  std::string &Known = ClosureKeys[Closure->getCanonicalDecl()];
  if (!Known.empty())
    return Known;
  // A closure cannot be among the template arguments of what it stands in, so
  // this ends.
  std::string Key = key(Closure);
  return ClosureKeys[Closure->getCanonicalDecl()] = std::move(Key);
}

std::string Names::usr(const NamedDecl *D) {
  if (const auto *F = dyn_cast<FunctionDecl>(D);
      F && F->isExternC() && F->isExternallyVisible())
    return "c:@F@" + F->getNameAsString();
  llvm::SmallString<256> Buffer;
  if (!index::generateUSRForDecl(D, Buffer)) {
    // To a USR all closures of one function are the same type.
    if (Buffer.str().contains("@Sa"))
      Buffer += closuresIn(D);
    return std::string(Buffer);
  }
  Location Loc = Src.locate(D->getLocation());
  return ("c:?" + qualified(D) + "@" + llvm::Twine(Loc.Line) + ":" +
          llvm::Twine(Loc.Column))
      .str();
}

/// What a local thing is called inside its function.
std::string Names::localPart(const NamedDecl *D) {
  if (const auto *R = dyn_cast<CXXRecordDecl>(D); R && R->isLambda())
    return "#closure:" + std::to_string(placeOf(R).Ordinal);
  const CXXRecordDecl *Closure = closureOf(D);
  if (!Closure)
    return "#" + usr(D);
  std::string Result = "#lambda:" + std::to_string(placeOf(Closure).Ordinal);
  const auto *F = cast<FunctionDecl>(D);
  const TemplateArgumentList *Args = F->getTemplateSpecializationArgs();
  llvm::SmallString<64> Spelled;
  if (Args)
    for (const TemplateArgument &A : Args->asArray())
      if (A.getKind() != TemplateArgument::Type ||
          index::generateUSRForType(A.getAsType(), Ctx, Spelled))
        Spelled += "?";
  if (Spelled.str().contains("@Sa"))
    Spelled += closuresIn(D);
  if (!Spelled.empty())
    Result += "<" + std::string(Spelled) + ">";
  return Result;
}

/// The function (or, for lambdas, variable or class) a local thing is in.
const NamedDecl *Names::localScope(const NamedDecl *D) {
  if (const CXXRecordDecl *Closure = closureOf(D))
    return enclosing(Closure);
  if (const auto *R = dyn_cast<CXXRecordDecl>(D); R && R->isLambda())
    return enclosing(R);
  for (const DeclContext *DC = D->getDeclContext(); DC; DC = DC->getParent()) {
    if (const auto *F = dyn_cast<FunctionDecl>(DC))
      return F;
    if (const auto *R = dyn_cast<CXXRecordDecl>(DC); R && R->isLambda())
      return R;
  }
  return nullptr;
}

std::string Names::key(const NamedDecl *D) {
  std::string Suffix;
  const NamedDecl *Cur = D;
  bool Unowned = false;
  while (true) {
    const NamedDecl *Scope = localScope(Cur);
    const auto *R = dyn_cast<CXXRecordDecl>(Cur);
    Unowned = !Scope && (closureOf(Cur) || (R && R->isLambda()));
    if (!Scope && !Unowned)
      break;
    if (const auto *F = dyn_cast<FieldDecl>(Cur); F && capturedBy(F))
      Suffix = "#" + ownName(F) + Suffix;
    else
      Suffix = localPart(Cur) + Suffix;
    if (Unowned)
      break;
    Cur = Scope;
  }
  std::string Result = Unowned ? "c:" : usr(Cur);
  if (Unowned || isFileBound(Cur))
    Result += "@" + Src.path(Cur->getLocation()).str();
  Result += Suffix;
  if (Result.size() <= LongestKey)
    return Result;
  return Result.substr(0, LongestKey / 2) + "#" +
         llvm::utohexstr(llvm::xxh3_64bits(Result));
}

} // namespace waitwise
