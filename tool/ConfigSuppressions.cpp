//===- ConfigSuppressions.cpp - `suppressions:` in .waitwise.yaml ---------===//
//
//   suppressions:
//     - {check: blocking-in-event-loop, path: "src/admin/**",
//        reason: one administrator at a time, until: 2027-01-31}
//     - {function: "Server::shutdown", reason: nobody is served any more}
//
//===----------------------------------------------------------------------===//
#include "ConfigSuppressions.h"

#include "support/Globs.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace waitwise {

/// "2027-01-31": dates of that form are sorted as texts are.
static bool isDate(StringRef Text) {
  constexpr StringLiteral Form = "dddd-dd-dd";
  bool Fits = Text.size() == Form.size();
  for (size_t I = 0; Fits && I < Form.size(); ++I)
    Fits = Form[I] == 'd' ? isDigit(Text[I]) : Text[I] == Form[I];
  unsigned Month = 0, Day = 0;
  return Fits && to_integer(Text.substr(5, 2), Month, 10) && Month >= 1 &&
         Month <= 12 && to_integer(Text.substr(8), Day, 10) && Day >= 1 &&
         Day <= 31;
}

static std::string globsField(const Fields &F, StringRef Key, Reader &R) {
  std::vector<std::string> Parts;
  if (const Node *N = F.get(Key))
    for (const Node *Part : R.texts(*N, "a glob")) {
      Expected<GlobList> Globs = GlobList::parse(Part->Text);
      if (Globs)
        Parts.push_back(Part->Text);
      else
        R.error(*Part, toString(Globs.takeError()));
    }
  return join(Parts, ",");
}

static std::optional<Suppression> readOne(const Node &N, StringRef File,
                                          Reader &R) {
  std::optional<Fields> F =
      R.fields(N, {"check", "path", "function", "reason", "until"});
  if (!F)
    return std::nullopt;
  Suppression S;
  S.At = (File + ":" + Twine(N.Line) + ":" + Twine(N.Column)).str();
  S.Checks = globsField(*F, "check", R);
  S.Paths = globsField(*F, "path", R);
  if (const Node *Function = F->get("function"))
    if (auto Name = R.text(*Function, "a function's name"))
      S.Function = Name->str();
  if (const Node *Until = F->get("until")) {
    S.Until = Until->Text;
    if (!isDate(S.Until))
      R.error(*Until, "expected a date as in 2027-01-31, found " +
                          Until->describe() +
                          (S.Until.empty() ? "" : " '" + S.Until + "'"));
  }
  if (const Node *Reason = F->get("reason")) {
    if (auto Text = R.text(*Reason, "a text"))
      S.Reason = Text->str();
  } else if (!F->isMisspelt("reason")) {
    R.error(N, "missing 'reason': why these findings are borne");
  }
  if (!F->get("check") && !F->get("path") && !F->get("function"))
    R.error(N, "missing 'check', 'path' or 'function': which findings it is "
               "about");
  return S;
}

std::string today() {
  std::string Text;
  raw_string_ostream(Text) << formatv(
      "{0:%Y-%m-%d}", std::chrono::time_point_cast<std::chrono::nanoseconds>(
                          std::chrono::system_clock::now()));
  return Text;
}

std::vector<Suppression> readSuppressions(const Node &N, StringRef File,
                                          Reader &R) {
  std::vector<Suppression> Found;
  for (const Node &Item : Reader::elements(N))
    if (std::optional<Suppression> S = readOne(Item, File, R))
      Found.push_back(std::move(*S));
  return Found;
}

} // namespace waitwise
