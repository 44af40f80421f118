"""Holds what waitwise says of a fixture against what running it shows.

    agreement.py FIXTURE.cpp CONTEXT [computing]

For each case of the fixture: a finding in the strict profile, which has those
of low severity, has to be a wait longer than the context's tolerance (with
`computing`: work longer than it bears to compute), and no finding has to be
none. Nothing is expected by hand. What is measured leaves out the time that
threads waited for a core (Attended.h), but not all that a busy machine does: so
a case with a finding has to exceed the tolerance once in a few runs, and one
without has to stay below it once.

A case called FP_... or FN_... is a known gap: it has to disagree, until somebody
closes it.

waitwise and the built fixtures are looked for as lit sets them up.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TRIES = 10
UNITS = {"us": 1_000, "ms": 1_000_000, "s": 1_000_000_000}


def tolerance(context, table="tolerance"):
    """Of blocking or computing, in nanoseconds, as rules/cost.yaml has it."""
    text = (ROOT / "rules/cost.yaml").read_text()
    section = text.partition(f"\n{table}:")[2].partition("\n\n")[0]
    value, unit = re.search(rf"\n  {context}: (\d+)(\w+)", section).groups()
    return int(value) * UNITS[unit]


class Fixture:
    """A program that is built, and its source."""

    def __init__(self, source):
        self.source = pathlib.Path(source)
        self.tool = shutil.which("waitwise")
        built = pathlib.Path(self.tool).parents[1] / "test/measured"
        self.program = built / f"measured-{self.source.stem}"

    def waitwise(self, *command):
        """What a command of waitwise says of the source, as JSON."""
        with tempfile.TemporaryDirectory() as folder:
            config = pathlib.Path(folder, "config.yaml")
            config.write_text(f"trusted-packs: ['{ROOT / 'test/runtime'}']\n")
            result = subprocess.run(
                [self.tool, *command, "--format", "json", "--config", config,
                 "--root", HERE, "--cache-dir", folder, self.source,
                 "--", "-std=c++20", f"-I{ROOT / 'test/runtime'}"],
                stdout=subprocess.PIPE, text=True)
        if result.returncode:
            sys.exit(f"waitwise: exit status {result.returncode}")
        return result.stdout

    def cases(self):
        return subprocess.run([self.program], stdout=subprocess.PIPE,
                              text=True, check=True).stdout.split()

    def measure(self, case):
        """The number that one run of a case prints."""
        result = subprocess.run([self.program, case], stdout=subprocess.PIPE,
                                text=True, timeout=60, check=True)
        return int(result.stdout)


def isOf(finding, context):
    """Whether a finding is about that context: what another thread does under a
    lock is another matter."""
    return (finding.get("context") or {}).get("kind") == context


def isAbout(finding, case):
    """Whether a finding concerns a case: its chain, or that of another entry of
    the same finding, comes through the case's namespace."""
    steps = [finding["entry"], finding["sink"], *finding["chain"],
             *finding.get("entries", [])]
    return any(f"::{case}::" in step["function"] for step in steps)


def verdict(fixture, case, reported, limit):
    """Whether running agrees; the last measurement."""
    for _ in range(TRIES):
        value = fixture.measure(case)
        if (value >= limit) == reported:
            return True, value
    return False, value


def main():
    fixture, limit = Fixture(sys.argv[1]), tolerance(*sys.argv[2:])
    found = json.loads(fixture.waitwise("check", "--profile", "strict",
                                        "--fail-on", "none"))["findings"]
    cases = fixture.cases()
    disagreements = 0
    for case in cases:
        about = [f for f in found
                 if isAbout(f, case) and isOf(f, sys.argv[2])]
        agrees, value = verdict(fixture, case, bool(about), limit)
        agrees ^= case.startswith(("FP_", "FN_"))
        disagreements += not agrees
        print(f"{'agrees  ' if agrees else 'DISAGREES'} {case}: "
              f"{value / 1e6:.3f} ms of {limit / 1e6} ms; "
              + (", ".join(sorted({f["check"] for f in about})) or "silent"))
    strangers = [f for f in found if not any(isAbout(f, c) for c in cases)]
    for finding in strangers:
        print("about no case:", finding["message"])
    sys.exit(1 if disagreements or strangers else 0)


if __name__ == "__main__":
    main()
