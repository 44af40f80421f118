//===- packs/CompileCondition.cpp - operands, names, conditions -----------===//
//
// A condition is a map whose keys say what is tested: {arg: 3, flag: X} tests
// an operand, {arity: 2} the call, {all}, {any} and {not} combine conditions.
// Nesting is bounded by the depth of the document.
//
//===----------------------------------------------------------------------===//
#include "packs/Compile.h"

#include "support/Suggest.h"

#include "llvm/ADT/StringExtras.h"

#include <cstring>

using namespace llvm;

namespace waitwise {
namespace {

constexpr StringLiteral OperandWords[] = {
    "last",     "last-explicit", "first-callable", "last-callable",
    "receiver", "result",        "any-arg"};
constexpr Operand::Kind OperandKinds[] = {
    Operand::LastArg,      Operand::LastExplicit, Operand::FirstCallable,
    Operand::LastCallable, Operand::Receiver,     Operand::Result,
    Operand::EveryArg};
static_assert(std::size(OperandWords) == std::size(OperandKinds));

/// Arguments beyond this are a slip of the pen.
constexpr int64_t MaxArgument = 63;

void badOperand(PackScope &S, const Node &N) {
  SmallVector<StringRef, 8> Words(std::begin(OperandWords),
                                  std::end(OperandWords));
  std::string Found = N.Text.empty() ? N.describe().str() : "'" + N.Text + "'";
  S.R.error(N, "expected an operand (arg N, " + join(Words, ", ") +
                   ", template-arg N, template-arg N of OPERAND), found " +
                   Found + didYouMean(N.Text, Words));
}

/// The number in \p Text, if it may be that of an argument.
std::optional<unsigned> argumentNumber(StringRef Text) {
  std::optional<int64_t> Index = parseInteger(Text.trim());
  return Index && *Index >= 0 && *Index <= MaxArgument
             ? std::optional<unsigned>(*Index)
             : std::nullopt;
}

/// A word, or arg N.
std::optional<Operand> plainOperand(StringRef Text) {
  for (size_t I = 0; I < std::size(OperandWords); ++I)
    if (Text == OperandWords[I])
      return Operand{OperandKinds[I], 0};
  if (Text.consume_front("arg "))
    if (std::optional<unsigned> Index = argumentNumber(Text))
      return Operand{Operand::Arg, *Index};
  return std::nullopt;
}

/// A plain operand, or template-arg N [of OPERAND].
std::optional<Operand> parseOperand(StringRef Text) {
  SmallVector<unsigned, Operand::DeepestPath> Steps;
  std::optional<Operand> Result = Operand{Operand::Callee, 0};
  while (Text.consume_front("template-arg ")) {
    auto [Number, Rest] = Text.split(" of ");
    std::optional<unsigned> Index = argumentNumber(Number);
    if (!Index || Steps.size() == Operand::DeepestPath)
      return std::nullopt;
    Steps.push_back(*Index);
    Text = Rest.trim();
  }
  if (Steps.empty() || !Text.empty())
    Result = plainOperand(Text);
  if (Result)
    for (unsigned Step : reverse(Steps))
      Result->Path[Result->Depth++] = Step;
  return Result;
}

/// The operand of a condition: a number or an operand word.
Operand conditionOperand(PackScope &S, const Node &N) {
  if (N.K == Node::Scalar)
    if (std::optional<unsigned> Index = argumentNumber(N.Text))
      return {Operand::Arg, *Index};
  return readOperand(S, N);
}

/// Constants by name or number; one or a list.
SmallVector<int64_t, 2> constants(PackScope &S, const Node &N) {
  SmallVector<int64_t, 2> Values;
  for (const Node &Item : Reader::elements(N)) {
    std::optional<int64_t> Value = parseInteger(Item.Text);
    auto Named = S.Constants.find(Item.Text);
    if (Item.K == Node::Scalar && Value)
      Values.push_back(*Value);
    else if (Named != S.Constants.end())
      Values.push_back(Named->second);
    else if (Item.K != Node::Scalar)
      S.R.error(Item, "expected a constant, found " + Item.describe());
    else {
      SmallVector<StringRef, 16> Known(S.Constants.keys());
      sort(Known);
      std::string Guess = didYouMean(Item.Text, Known);
      S.R.error(Item, "unknown constant '" + Item.Text + "'" +
                          (Guess.empty() ? "; give its value in 'constants'"
                                         : Guess));
    }
  }
  if (Values.empty() && N.K == Node::List && N.Items.empty())
    S.R.error(N, "expected a constant, found an empty list");
  return Values;
}

/// {arg: 1, is: WORD}
void readIs(PackScope &S, const Node &N, Condition &C) {
  static const StringRef Words[] = {"null",    "nonnull",     "zero",
                                    "nonzero", "nonblocking", "discarded"};
  static const Condition::Kind Kinds[] = {
      Condition::IsNull,  Condition::NonNull,     Condition::IsZero,
      Condition::NonZero, Condition::Nonblocking, Condition::Discarded};
  if (std::optional<unsigned> I = S.R.oneOf(N, "property", Words))
    C.K = Kinds[*I];
}

/// The test on an operand: exactly one of is, equals, flag, lacks, begins,
/// type, from.
bool readTest(PackScope &S, const Fields &F, Condition &C) {
  unsigned Tests = 0;
  if (const Node *V = F.get("is")) {
    ++Tests;
    readIs(S, *V, C);
  }
  static const std::pair<StringRef, Condition::Kind> Numeric[] = {
      {"equals", Condition::In},
      {"flag", Condition::HasFlag},
      {"lacks", Condition::LacksFlag}};
  for (const auto &[Key, K] : Numeric)
    if (const Node *V = F.get(Key)) {
      ++Tests;
      C.K = K;
      C.Ints = constants(S, *V);
    }
  static const std::pair<StringRef, Condition::Kind> Named[] = {
      {"type", Condition::TypeIs}, {"from", Condition::FromCall}};
  for (const auto &[Key, K] : Named)
    if (const Node *V = F.get(Key)) {
      ++Tests;
      C.K = K;
      C.Names = readNames(
          S, *V, K == Condition::TypeIs ? NameOf::Type : NameOf::Function);
    }
  if (const Node *V = F.get("begins")) {
    ++Tests;
    C.K = Condition::Begins;
    for (const Node *Item : S.R.texts(*V, "texts"))
      C.Names.push_back(Item->Text);
  }
  if (Tests == 1)
    return true;
  S.R.error(F.node(), "expected one of is, equals, flag, lacks, begins, type "
                      "or from in this condition, found " +
                          utostr(Tests) + " of them");
  return false;
}

Condition combined(Condition::Kind K, std::vector<Condition> Parts) {
  Condition C;
  C.K = K;
  C.Parts = std::move(Parts);
  return C;
}

/// A or B is: not (not A and not B).
Condition anyOf(std::vector<Condition> Parts) {
  std::vector<Condition> Negated;
  for (Condition &P : Parts)
    Negated.push_back(combined(Condition::Not, {std::move(P)}));
  return combined(Condition::Not,
                  {combined(Condition::All, std::move(Negated))});
}

/// {all: …}, {any: …}, {not: …} or {arity: …}.
std::optional<Condition> readGroup(PackScope &S, const Fields &F) {
  Condition C;
  if (const Node *V = F.get("arity")) {
    C.K = Condition::Arity;
    for (const Node &Item : Reader::elements(*V))
      if (std::optional<int64_t> Count = S.R.integer(Item))
        C.Ints.push_back(*Count);
    return C;
  }
  if (const Node *V = F.get("all"))
    return combined(Condition::All, readConditions(S, *V));
  if (const Node *V = F.get("any"))
    return anyOf(readConditions(S, *V));
  if (const Node *V = F.get("not"))
    return combined(Condition::Not,
                    {combined(Condition::All, readConditions(S, *V))});
  return std::nullopt;
}

std::optional<Condition> readCondition(PackScope &S, const Node &N) {
  std::optional<Fields> F =
      S.R.fields(N, {"arg", "is", "equals", "flag", "lacks", "begins", "type",
                     "from", "arity", "all", "any", "not"});
  if (!F)
    return std::nullopt;
  if (std::optional<Condition> Group = readGroup(S, *F)) {
    if (N.Keys.size() == 1)
      return Group;
    S.R.error(N, "arity, all, any and not stand alone in a condition");
    return std::nullopt;
  }
  const Node *Of = F->get("arg");
  if (!Of) {
    S.R.error(N, "expected 'arg' in this condition: which operand it tests");
    return std::nullopt;
  }
  Condition C;
  C.Of = conditionOperand(S, *Of);
  if (!readTest(S, *F, C) || !C.Of)
    return std::nullopt;
  return C;
}

} // namespace

Operand readOperand(PackScope &S, const Node &N) {
  if (N.K == Node::Scalar)
    if (std::optional<Operand> Found = parseOperand(N.Text))
      return *Found;
  badOperand(S, N);
  return {};
}

void readMethod(PackScope &S, const Node &N, RunsSpec &Run) {
  std::optional<Operand> Text = parseOperand(N.Text);
  bool IsName = N.K == Node::Scalar && !N.Text.empty() &&
                all_of(N.Text, [](char C) {
                  return isAlnum(C) || C == '_' || C == '*';
                });
  if (N.K == Node::Scalar && Text)
    Run.Callable = *Text;
  else if (IsName)
    Run.Method = N.Text;
  else
    badOperand(S, N);
}

std::vector<Condition> readConditions(PackScope &S, const Node &N) {
  std::vector<Condition> Result;
  if (N.K != Node::List && N.K != Node::Map) {
    S.R.error(N, "expected a list of conditions, found " + N.describe());
    return Result;
  }
  for (const Node &Item : Reader::elements(N))
    if (std::optional<Condition> C = readCondition(S, Item))
      Result.push_back(std::move(*C));
  return Result;
}

/// A type's name without const and the like, and whether it is a pointer or a
/// reference: " *", " &" or nothing. A '*' with no space before it is a
/// wildcard.
static std::pair<std::string, StringRef> splitType(StringRef Written) {
  StringRef Name = Written.trim(), Suffix;
  if (Name.ends_with("*const") || Name.ends_with("* const"))
    Name = Name.drop_back(strlen("const")).rtrim();
  StringRef Core = Name.rtrim("*&");
  if (Core.size() < Name.size() && Core.ends_with(" ")) {
    Suffix = Name.drop_front(Core.size()).contains('*') ? " *" : " &";
    Name = Core;
  }
  SmallVector<StringRef, 4> Words;
  Name.split(Words, ' ', -1, /*KeepEmpty=*/false);
  erase_if(Words, [](StringRef W) {
    return W == "const" || W == "struct" || W == "class" || W == "enum" ||
           W == "union";
  });
  return {join(Words, " "), Suffix};
}

std::vector<std::string> readNames(PackScope &S, const Node &N, NameOf Of) {
  std::vector<std::string> Result;
  for (const Node *Written : S.R.texts(N, "names")) {
    auto [Name, Suffix] = Of == NameOf::Type
                              ? splitType(Written->Text)
                              : std::pair(Written->Text, StringRef());
    Expected<std::vector<std::string>> Names = expandName(Name, S.Prefixes, Of);
    if (Names)
      for (const std::string &N : *Names)
        Result.push_back(N + Suffix.str());
    else
      S.R.error(*Written, "bad name '" + Written->Text +
                              "': " + toString(Names.takeError()));
  }
  return Result;
}

SmallVector<StringRef, NumContextKinds + 4> contextWords() {
  SmallVector<StringRef, NumContextKinds + 4> Words;
  for (unsigned I = 0; I < NumContextKinds; ++I)
    Words.push_back(toString(ContextKind(I)));
  return Words;
}

std::optional<ContextKind> readContext(PackScope &S, const Node &N) {
  std::optional<unsigned> I = S.R.oneOf(N, "context", contextWords());
  return I ? std::optional(ContextKind(*I)) : std::nullopt;
}

std::optional<CreatesSpec::What> readDescriptor(PackScope &S, const Node &N) {
  static const StringRef Words[] = {
      "socket", "file",  "pipe",          "eventfd",       "terminal",
      "memory", "other", "console-input", "console-output"};
  std::optional<unsigned> I = S.R.oneOf(N, "descriptor", Words);
  return I ? std::optional(CreatesSpec::What(*I)) : std::nullopt;
}

} // namespace waitwise
