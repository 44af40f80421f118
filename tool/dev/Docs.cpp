//===- dev/Docs.cpp - documents that are generated ------------------------===//
//
//   flags ──▶ cli.md
//   checks ──▶ checks/<id>.md
//   packs ──▶ packs/<name>.md
//
// docs/ holds the result; a test holds it against what this writes today.
//
//===----------------------------------------------------------------------===//
#include "dev/Docs.h"

#include "Help.h"
#include "checks/Check.h"
#include "packs/Load.h"
#include "packs/PackCommands.h"
#include "support/Error.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace waitwise {
namespace {

constexpr StringLiteral Origin =
    "<!-- Made by `waitwise dev-docs docs`; do not edit. -->\n";

constexpr StringLiteral CommandLineHead = R"(
# The command line

    waitwise [SUBCOMMAND] [FLAGS] [INPUTS] [-- COMPILER-FLAGS]

Inputs are source files, which are looked up in the compilation database, or
summaries (`.wws`), which need neither sources nor a database. Without inputs,
everything in the database is analysed. Headers may be asked for by name. What
follows `--` is the compiler's command line for the sources named; no database
is read then.

)";

constexpr StringLiteral CommandLineTail = R"(## Exit status

| status | meaning |
|---|---|
| 0 | nothing to report at or above `--fail-on` |
| 1 | findings at or above `--fail-on` |
| 2 | the run failed, or lost a translation unit; findings are printed too |

A source with errors is analysed as far as it parses and counted as partial.

## Configuration: `.waitwise.yaml`

The nearest one above the inputs is read, and its folder is the project root.
Every key may be left out; a flag wins over its key.

| key | meaning |
|---|---|
| `packs` | more rule packs: paths relative to this file |
| `trusted-packs` | folders below which packs beside headers are read |
| `disable-packs` | names of packs that do not apply |
| `third-party` | folders and globs of which only the interface is read |
| `profile` | `default`, `strict` or `audit` |
| `fail-on` | `high`, `medium`, `low` or `none` |
| `checks` | globs of checks, as for `--checks` |
| `cost` | as `rules/cost.yaml`; `profile`: what a profiler measured |
| `advice` | rows and texts before those of `rules/advice.yaml` |
| `contexts` | where functions of the project run ([more](annotate.md)) |
| `baseline` | the file of the findings that are known ([more](ci.md)) |
| `suppressions` | findings that are borne, below |

```yaml
suppressions:
  - {check: blocking-in-event-loop, path: "src/admin/**",
     reason: one administrator at a time, until: 2027-01-31}
  - {function: "Server::shutdown", reason: nobody is served any more}
```

An entry is about findings that fit all that it names: globs of checks, globs
of the files of the finding or of what blocks, and a function on the chain.
`reason` is mandatory. After the day of `until` it suppresses nothing any more
and is told, as is one that has nothing to suppress. In the source, a comment
does the same:
`// NOLINT(waitwise-blocking-under-lock): reason`.

## Formats

`--format` says what goes to the standard output (or `-o`); each
`--output-format NAME=FILE` writes one more file in the same run.

| format | for |
|---|---|
| `text` | people: as clang prints diagnostics, in colour on a terminal |
| `json` | programs: the contract below |
| `sarif` | code scanning services: SARIF 2.1.0 with chains as code flows |
| `gitlab` | the Code Quality report of GitLab |
| `github` | GitHub Actions: workflow commands, shown at the lines |
| `rdjson` | reviewdog |
| `junit` | whatever shows test results: a test case per check |

High, medium and low severity are `error`, `warning` and `note` in SARIF,
`critical`, `major` and `minor` in GitLab, `error`, `warning` and `notice` in
GitHub. Suppressed findings are in JSON and SARIF only. SARIF holds at most
25,000 findings, those of the highest severity, and says how many it leaves out.

## Suppression in the source

```cpp
usleep(10); // NOLINT(waitwise-blocking-in-coroutine): start-up only
// NOLINTNEXTLINE(waitwise-*): measured, under a microsecond
// NOLINTBEGIN(waitwise-blocking-under-lock): one user, at shutdown
flush(file);
// NOLINTEND(waitwise-blocking-under-lock)
```

The place is the one of the finding or of the call that blocks.

## JSON

```json
{"version": 1, "tool": {"name": "waitwise", "version": "…"}, "root": "…",
 "findings": [{
   "id": "16 hex digits", "check": "blocking-in-coroutine",
   "severity": "high|medium|low", "confidence": "high|medium|low",
   "message": "…", "location": {"file": "src/a.cpp", "line": 12, "column": 5},
   "context": {"kind": "coroutine", "because": "…", "location": {…}},
   "entry": {"function": "server::handle", "location": {…}},
   "entry_count": 3, "entries": [{"function": "…", "location": {…}}],
   "sink": {"function": "getaddrinfo", "effect": "dns", "latency": "slow",
            "location": {…}},
   "chain": [{"function": "server::handle", "location": {…}}],
   "advice": {"text": "…", "fix": null},
   "suppressed": null, "baseline": "new|unchanged"}],
 "gone": [{"id": "…", "check": "…", "entry": "…", "sink": "…", "file": "…",
   "baseline": "absent"}],
 "unknowns": [{"function": "server::handle", "location": {…},
               "what": "call through 'server::hook'",
               "contexts": ["event-loop"]}],
 "coverage": {"translation_units": 103, "partial": 1, "failed": 0,
              "functions": 3992, "calls": 26846, "unresolved_calls": 412,
              "contexts": [{"kind": "event-loop", "calls": 3120,
                            "unresolved_calls": 9}]}}
```

`context` is null where none applies, `effect` and `latency` where the fault is
a construct and no call, a `location` where there is none. `entries` holds the
nearest 100. `unknowns` lists calls whose target is not known, in contexts that
do not bear everything; it is empty but for the audit profile, while
`coverage.contexts` counts them in every profile.
`suppressed` is the reason given, which may be empty. Files are
relative to the root where they lie below it.
)";

Error writeFile(StringRef Folder, const Twine &Name,
                function_ref<void(raw_ostream &)> Print) {
  SmallString<128> Path(Folder);
  sys::path::append(Path, Name);
  StringRef Parent = sys::path::parent_path(Path);
  if (std::error_code Code = sys::fs::create_directories(Parent))
    return failure("cannot make '" + Parent + "': " + Code.message());
  std::error_code Code;
  raw_fd_ostream OS(Path, Code);
  if (Code)
    return failure("cannot write '" + Path + "': " + Code.message());
  OS << Origin;
  Print(OS);
  return Error::success();
}

std::string cell(StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (C == '|')
      Result += '\\';
    Result += C == '\n' ? ' ' : C;
  }
  return Result;
}

std::string insteadOf(const Rule &R) {
  std::vector<std::string> Parts;
  for (const Alternative &A : R.Instead)
    Parts.push_back(A.When.empty() ? A.Text : A.When + ": " + A.Text);
  return join(Parts, "; ");
}

void printPack(const PackInfo &Pack, const RuleSet &Rules, raw_ostream &OS) {
  OS << "# " << Pack.Name << "\n\n" << Pack.Description << "\n\n";
  for (const std::string &Link : Pack.References)
    OS << "- <" << Link << ">\n";
  if (!Pack.Verified.empty())
    OS << "\nNames verified against " << Pack.Verified << ".\n";
  std::vector<std::string> Facts = headFacts(Rules, Pack.Name);
  if (!Facts.empty())
    OS << '\n';
  for (const std::string &Fact : Facts)
    OS << "- " << Fact << '\n';
  OS << "\n| function | what it does | why | instead |\n|---|---|---|---|\n";
  for (const Rule &R : Rules.Rules) {
    if (R.Pack != Pack.Name)
      continue;
    std::string Names;
    for (const std::string &Name : R.Names)
      Names += (Names.empty() ? "`" : ", `") + cell(Name) + "`";
    OS << "| " << Names << " | " << summaryOf(R) << " | " << cell(R.Because)
       << " | " << cell(insteadOf(R)) << " |\n";
  }
}

void printChecks(raw_ostream &OS) {
  OS << "## Checks\n\n| check | finds | profiles |\n|---|---|---|\n";
  for (const Check *C : allChecks())
    OS << "| [" << C->Info.Id << "](checks/" << C->Info.Id << ".md) | "
       << cell(C->Info.Summary) << " | " << profilesOf(C->Info) << " |\n";
  OS << '\n';
}

void printCheck(const Check &C, raw_ostream &OS) {
  OS << "# waitwise-" << C.Info.Id << "\n\n"
     << StringRef(C.Info.Doc).trim() << '\n';
  if (C.Info.Least != Profile::Default)
    OS << "\nReported by these profiles: " << profilesOf(C.Info) << ".\n";
  if (C.Info.Cwe)
    OS << formatv("\n[CWE-{0}](https://cwe.mitre.org/data/definitions/{0}"
                  ".html)\n",
                  C.Info.Cwe);
}

} // namespace

Error writeGeneratedDocs(StringRef Folder) {
  if (Error E = writeFile(Folder, "cli.md", [](raw_ostream &OS) {
        OS << CommandLineHead;
        printCommandLineDocs(OS);
        printChecks(OS);
        OS << CommandLineTail;
      }))
    return E;
  for (const Check *C : allChecks())
    if (Error E = writeFile(Folder, "checks/" + C->Info.Id + ".md",
                            [&](raw_ostream &OS) { printCheck(*C, OS); }))
      return E;
  LoadResult Loaded = loadPacks(PackChoice());
  assert(Loaded.Errors.empty() && "the packs we ship are right");
  for (const PackInfo &Pack : Loaded.Rules.Packs)
    if (Error E = writeFile(
            Folder, "packs/" + Pack.Name + ".md",
            [&](raw_ostream &OS) { printPack(Pack, Loaded.Rules, OS); }))
      return E;
  return Error::success();
}

} // namespace waitwise
