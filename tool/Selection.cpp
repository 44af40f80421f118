//===- Selection.cpp - which checks run and what is reported --------------===//
#include "Selection.h"

#include "packs/PackCommands.h"
#include "support/Error.h"
#include "support/Globs.h"
#include "support/Suggest.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace waitwise {

Expected<std::vector<const Check *>> selectChecks(StringRef Globs) {
  Expected<GlobList> List = GlobList::parse(Globs);
  if (!List)
    return withContext(List.takeError(), "checks");
  bool All = Globs.trim().empty() || List->startsFromAll();
  std::vector<const Check *> Selected;
  for (const Check *C : allChecks())
    if (List->contains(C->Info.Id, All))
      Selected.push_back(C);
  if (!Selected.empty())
    return Selected;
  std::string Known;
  for (const Check *C : allChecks())
    Known += (Known.empty() ? "" : ", ") + C->Info.Id.str();
  return failure("no check matches '" + Globs + "'; there are " + Known);
}

bool isReported(const Finding &F, const CheckInfo &Of, Profile P) {
  Severity LeastSeverity = P == Profile::Default  ? Severity::Medium
                           : P == Profile::Strict ? Severity::Low
                                                  : Severity::None;
  Confidence LeastConfidence =
      P == Profile::Audit ? Confidence::Low : Confidence::Medium;
  return P >= Of.Least && F.Sev >= LeastSeverity && F.Conf >= LeastConfidence;
}

std::vector<Finding> runChecks(ArrayRef<const Check *> Checks,
                               const Solution &S, Profile P) {
  std::vector<Finding> Findings;
  for (const Check *C : Checks)
    C->Run(S, [&](Finding F) {
      F.Check = C->Info.Id.str();
      identify(F);
      Findings.push_back(std::move(F));
    });
  // Ids are settled before anything is left out: every profile has the same.
  sortFindings(Findings);
  erase_if(Findings, [&](const Finding &F) {
    return !isReported(F, findCheck(F.Check)->Info, P);
  });
  return Findings;
}

bool anyFails(ArrayRef<Finding> Findings, Severity FailOn) {
  return FailOn != Severity::None && any_of(Findings, [&](const Finding &F) {
           return !F.Suppressed && !F.Baselined && F.Sev >= FailOn;
         });
}

Error requireRulesHit(ArrayRef<std::string> Packs, const RuleSet &Rules,
                      const Solution &S) {
  std::vector<std::string> Missed;
  for (const std::string &Pack : Packs) {
    std::vector<StringRef> Known;
    for (const PackInfo &P : Rules.Packs)
      Known.push_back(P.Name);
    if (!is_contained(Known, Pack))
      return failure("no pack is called '" + Pack + "'" +
                     didYouMean(Pack, Known));
    append_range(Missed, rulesNotHit(Rules, Pack, S.RulesHit));
  }
  if (Missed.empty())
    return Error::success();
  return failure("rules that matched no call: " + join(Missed, ", "));
}

} // namespace waitwise
