//===- packs/Read.cpp - typed reading of a YAML tree ----------------------===//
//
// Every function answers one question about one value and reports in the form
// "expected X, found Y". Sets of words are small: a wrong word lists them all.
//
//===----------------------------------------------------------------------===//
#include "packs/Read.h"

#include "model/Effect.h"
#include "support/Limits.h"
#include "support/Suggest.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {

std::string PackDiagnostic::str(StringRef Word) const {
  std::string Where = File;
  if (Line)
    Where += ":" + utostr(Line) + ":" + utostr(Column);
  return Where + ": " + Word.str() + ": " + Text;
}

std::optional<int64_t> parseInteger(StringRef Text) {
  int64_t Value = 0;
  bool Hex = Text.starts_with("0x") || Text.starts_with("0X");
  if (Hex ? Text.drop_front(2).getAsInteger(16, Value)
          : Text.getAsInteger(10, Value))
    return std::nullopt;
  return Value;
}

StringRef Node::describe() const {
  switch (K) {
  case Null:
    return "nothing";
  case List:
    return "a list";
  case Map:
    return "a map";
  case Scalar:
    break;
  }
  if (Quoted)
    return "a text";
  if (Text == "true" || Text == "false")
    return "true or false";
  return parseInteger(Text) ? "a number" : "a text";
}

const Node *Fields::get(StringRef Key) const {
  for (size_t I = 0; I < Map.Keys.size(); ++I)
    if (Map.Keys[I].Text == Key)
      return &Map.Items[I];
  return nullptr;
}

void Reader::error(const Node &At, const Twine &Text) {
  if (Errors.size() < limits::ErrorsShown)
    Errors.push_back({File.str(), At.Line, At.Column, Text.str()});
}

std::optional<Fields> Reader::fields(const Node &N, ArrayRef<StringRef> Known) {
  if (N.K != Node::Map) {
    constexpr size_t FewKeys = 8;
    error(N, Twine("expected a map") +
                 (Known.size() <= FewKeys ? " with " + join(Known, ", ") + ";"
                                          : std::string(",")) +
                 " found " + N.describe());
    return std::nullopt;
  }
  Fields Result(N);
  SmallDenseMap<StringRef, unsigned, 16> Seen; // Most maps stay on the stack.
  for (const Node &Key : N.Keys) {
    if (Key.K == Node::List || Key.K == Node::Map) {
      error(Key, "expected a name as key, found " + Key.describe());
      continue;
    }
    if (!is_contained(Known, Key.Text)) {
      StringRef Guess = nearestWord(Key.Text, Known);
      Result.Guesses.push_back(Guess);
      error(Key, "unknown key '" + Key.Text + "'" +
                     (Guess.empty() ? "; known are " + join(Known, ", ")
                                    : didYouMean(Key.Text, Known)));
    }
    auto [First, IsNew] = Seen.try_emplace(Key.Text, Key.Line);
    if (!IsNew)
      error(Key, "duplicate key '" + Key.Text + "', first in line " +
                     utostr(First->second));
  }
  return Result;
}

std::optional<StringRef> Reader::text(const Node &N, StringRef What) {
  if (N.K != Node::Scalar || N.Text.empty()) {
    error(N, "expected " + What + ", found " +
                 (N.K == Node::Scalar ? StringRef("an empty text")
                                      : N.describe()));
    return std::nullopt;
  }
  return StringRef(N.Text);
}

std::vector<const Node *> Reader::texts(const Node &N, StringRef What) {
  std::vector<const Node *> Result;
  bool Fits = N.K == Node::List || (N.K == Node::Scalar && !N.Text.empty());
  if (!Fits || (!N.Quoted && N.describe() == "a number")) {
    error(N, "expected a list of " + What + ", found " + N.describe());
    return Result;
  }
  if (N.K == Node::List && N.Items.empty())
    error(N, "expected a list of " + What + ", found an empty list");
  for (const Node &Item : elements(N)) {
    bool IsText = Item.K == Node::Scalar && !Item.Text.empty();
    if (IsText && (Item.Quoted || Item.describe() != "a number"))
      Result.push_back(&Item);
    else
      error(Item, "expected a list of " + What + ", found " + Item.describe() +
                      " in it");
  }
  return Result;
}

std::optional<bool> Reader::truth(const Node &N) {
  if (N.K == Node::Scalar && !N.Quoted && (N.Text == "true" || N.Text == "yes"))
    return true;
  if (N.K == Node::Scalar && !N.Quoted && (N.Text == "false" || N.Text == "no"))
    return false;
  error(N, "expected true or false, found " + N.describe() +
               (N.Text.empty() ? "" : " '" + N.Text + "'"));
  return std::nullopt;
}

std::optional<int64_t> Reader::integer(const Node &N) {
  if (N.K == Node::Scalar && !N.Quoted)
    if (std::optional<int64_t> Value = parseInteger(N.Text))
      return Value;
  error(N, "expected a number, found " + N.describe() +
               (N.Text.empty() ? "" : " '" + N.Text + "'"));
  return std::nullopt;
}

std::optional<uint64_t> Reader::time(const Node &N, bool OrUnlimited) {
  static constexpr std::pair<StringLiteral, uint64_t> Units[] = {
      {"ns", 1}, {"us", 1000}, {"ms", 1000000}, {"s", 1000000000}};
  StringRef Text = N.Text;
  if (OrUnlimited && Text == "unlimited")
    return Unlimited;
  uint64_t Value = 0;
  if (N.K == Node::Scalar && !Text.consumeInteger(10, Value))
    for (const auto &[Unit, Ns] : Units)
      if (Text == Unit && Value && Value < (uint64_t(1) << 62) / Ns)
        return Value * Ns;
  error(N, Twine("expected a time such as 500us, 2ms or 1s") +
               (OrUnlimited ? " or unlimited" : "") + ", found " +
               (N.Text.empty() ? N.describe().str() : "'" + N.Text + "'"));
  return std::nullopt;
}

std::optional<unsigned> Reader::oneOf(const Node &N, StringRef What,
                                      ArrayRef<StringRef> Words) {
  for (size_t I = 0; I < Words.size(); ++I)
    if (N.Text == Words[I] && (N.K == Node::Scalar || N.K == Node::Null))
      return I;
  std::string Allowed = "allowed are " + join(Words, ", ");
  std::string Guess = didYouMean(N.Text, Words);
  if (N.K != Node::Scalar)
    error(N, "expected a word for " + What + ", found " + N.describe() + "; " +
                 Allowed);
  else if (Guess.empty())
    error(N, "unknown " + What + " '" + N.Text + "'; " + Allowed);
  else
    error(N, "unknown " + What + " '" + N.Text + "'" + Guess + " (" + Allowed +
                 ")");
  return std::nullopt;
}

ArrayRef<Node> Reader::elements(const Node &N) {
  return N.K == Node::List ? ArrayRef<Node>(N.Items) : ArrayRef<Node>(N);
}

} // namespace waitwise
