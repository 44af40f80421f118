//===- extract/Types.cpp - types as far as rules ask for them -------------===//
#include "extract/Types.h"

#include "extract/Unit.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace waitwise {

/// Nesting of template arguments that is spelled out.
static constexpr unsigned DeepestSpelling = 3;
/// Template arguments of one class that are spelled out.
static constexpr size_t MostArguments = 8;

/// One step towards what pointers, references and arrays lead to, or null.
static QualType stepInto(QualType T) {
  if (const auto *A = dyn_cast<ArrayType>(T))
    return A->getElementType();
  if (const auto *A = dyn_cast<AtomicType>(T))
    return A->getValueType();
  if (T->isPointerType() || T->isReferenceType())
    return T->getPointeeType();
  return QualType();
}

const RecordDecl *classBehind(QualType T) {
  if (T.isNull())
    return nullptr;
  T = T.getCanonicalType();
  for (QualType Next = stepInto(T); !Next.isNull(); Next = stepInto(T))
    T = Next;
  return T->getAsRecordDecl();
}

TypeId TypeTable::of(QualType T) {
  if (T.isNull() || T->isDependentType() || T->isUndeducedType())
    return None;
  T = T.getCanonicalType();
  auto [It, IsNew] = Ids.try_emplace(T.getAsOpaquePtr(), uint32_t(Out.size()));
  if (!IsNew)
    return It->second;
  TypeId Id = It->second;
  Out.emplace_back();
  TypeInfo Info = describe(T);
  Out[Id] = Info;
  return Id;
}

void TypeTable::describeClass(const RecordDecl *R, TypeInfo &Info) {
  Info.Flags |= TF_Class;
  Info.Class = U.Entities.of(R);
  const auto *C = dyn_cast<CXXRecordDecl>(R);
  if (C && (C->isLambda() || U.Entities.hasMember(C, OO_Call)))
    Info.Flags |= TF_Callable;
}

TypeInfo TypeTable::describe(QualType T) {
  TypeInfo Info;
  Info.Spelling = U.Strings.add(spell(T));
  for (QualType Next = T; !Next.isNull(); Next = stepInto(T)) {
    T = Next;
    if (T.isConstQualified())
      Info.Flags |= TF_Const;
    if (T->isReferenceType())
      Info.Flags |= TF_Reference;
    else if (T->isPointerType() || T->isArrayType())
      Info.Flags |= TF_Pointer;
    if (T->isArrayType())
      Info.Flags |= TF_Array;
  }
  if (const auto *M = dyn_cast<MemberPointerType>(T))
    Info.Flags |=
        M->isMemberFunctionPointer() ? TF_Pointer | TF_Callable : TF_Pointer;
  if (T->isFunctionType())
    Info.Flags |= TF_Callable;
  if (T->isIntegralOrEnumerationType())
    Info.Flags |= TF_Integer;
  if (T->isVoidType())
    Info.Flags |= TF_Void;
  if (const RecordDecl *R = T->getAsRecordDecl()) {
    describeClass(R, Info);
    Info.Name = U.Strings.add(U.N.qualified(R));
  } else {
    Info.Name = U.Strings.add(spell(T.getUnqualifiedType()));
  }
  return Info;
}

std::string TypeTable::spellArgument(const TemplateArgument &A,
                                     unsigned Depth) {
  switch (A.getKind()) {
  case TemplateArgument::Type:
    return spell(A.getAsType(), Depth + 1);
  case TemplateArgument::Integral: {
    llvm::SmallString<16> Digits;
    A.getAsIntegral().toString(Digits);
    return std::string(Digits);
  }
  case TemplateArgument::Declaration:
    return U.N.qualified(A.getAsDecl());
  case TemplateArgument::NullPtr:
    return "nullptr";
  case TemplateArgument::Template:
    return A.getAsTemplate().getAsTemplateDecl()
               ? U.N.qualified(A.getAsTemplate().getAsTemplateDecl())
               : "?";
  default:
    return "?";
  }
}

std::string TypeTable::spellRecord(const RecordDecl *R, unsigned Depth) {
  std::string Result = U.N.qualified(R);
  const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(R);
  if (!S)
    return Result;
  if (Depth >= DeepestSpelling)
    return Result + "<...>";
  llvm::SmallVector<const TemplateArgument *, 8> Flat;
  for (const TemplateArgument &A : S->getTemplateArgs().asArray()) {
    if (A.getKind() != TemplateArgument::Pack) {
      Flat.push_back(&A);
      continue;
    }
    for (const TemplateArgument &P : A.pack_elements())
      Flat.push_back(&P);
  }
  Result += "<";
  for (size_t I = 0; I != Flat.size(); ++I) {
    if (I)
      Result += ", ";
    if (I == MostArguments) {
      Result += "...";
      break;
    }
    Result += spellArgument(*Flat[I], Depth);
  }
  return Result + ">";
}

std::string TypeTable::spellFunction(const FunctionProtoType *F,
                                     unsigned Depth) {
  if (Depth >= DeepestSpelling)
    return "function";
  std::string Result = spell(F->getReturnType(), Depth + 1) + " (";
  for (unsigned I = 0; I != F->getNumParams(); ++I) {
    if (I)
      Result += ", ";
    Result += spell(F->getParamType(I), Depth + 1);
  }
  if (F->isVariadic())
    Result += F->getNumParams() ? ", ..." : "...";
  return Result + ")";
}

std::string TypeTable::spell(QualType T, unsigned Depth) {
  // Outermost declarators come last: peel them, then write them backwards.
  std::string Tail;
  while (true) {
    if (T->isReferenceType())
      Tail = (T->isLValueReferenceType() ? " &" : " &&") + Tail;
    else if (T->isPointerType())
      Tail = (T.isConstQualified() ? " *const" : " *") + Tail;
    else if (isa<ArrayType>(T))
      Tail = "[]" + Tail;
    else
      break;
    T = stepInto(T).getCanonicalType();
  }
  std::string Result = T.isConstQualified() ? "const " : "";
  if (const RecordDecl *R = T->getAsRecordDecl())
    Result += spellRecord(R, Depth);
  else if (const auto *E = T->getAsEnumDecl())
    Result += U.N.qualified(E);
  else if (const auto *F = T->getAs<FunctionProtoType>())
    Result += spellFunction(F, Depth);
  else if (const auto *M = T->getAs<MemberPointerType>())
    Result += "member " + spell(M->getPointeeType(), Depth + 1);
  else
    Result += T.getUnqualifiedType().getAsString(U.Ctx.getPrintingPolicy());
  return Result + Tail;
}

} // namespace waitwise
