#!/usr/bin/env python3
"""Which of a list of known bugs are found, and gone where they were repaired?

    score.py CASES.yaml RESULTS

CASES.yaml has `cases:`, each with an `id` and `sites:` (`file`, `line`,
`function`, and in `blocking` the names of what blocks there). RESULTS is a
folder of what `waitwise check --format json` wrote,

    <id>-buggy.strict.json  <id>-buggy.default.json  <id>-fixed.strict.json

A site is found by a finding whose chain leads through its function, to what
blocks there by name, or, where no name fits, over a line close to the site's.
It is silent if nothing that found it does so in the repaired tree. Cases
without results are counted as not parsed. Prints one line per case.
"""
import json
import re
import sys
from pathlib import Path

import yaml

CLOSE = 3  # lines by which a list may be off


def last_names(text):
    return {name.split("::")[-1] for name in re.findall(r"[\w:~]+", text)}


def steps_at(finding, site):
    """Steps of the chain, and the sink, that lie in the site's function."""
    macro = re.match(r"[A-Z_]+\((\w+)\)", site["function"])  # NAN_METHOD(Hash)
    named = macro[1] if macro else re.split(r"[ (]", site["function"])[0]
    named = named.split("::")[-1]
    places = [(s["function"], s["location"]) for s in finding["chain"]]
    places.append((finding["chain"][-1]["function"], finding["sink"]["location"]))
    return [where for function, where in places
            if where["file"].endswith(site["file"])
            and named in re.split(r"::", function)]


def primitives(finding):
    """Names of what blocks: the sink, and what its function calls besides."""
    return {finding["sink"]["function"]} | set(re.findall(r"'([\w:~]+)'",
                                                          finding["message"]))


def found_at(findings, site):
    """What blocks at a site: named ones if there are any, else near ones."""
    named, near = set(), set()
    wanted = last_names(site["blocking"])
    for finding in findings:
        where = steps_at(finding, site)
        fitting = {p for p in primitives(finding) if p.split("::")[-1] in wanted}
        if where and fitting:
            named |= fitting
        elif any(abs(at["line"] - site["line"]) <= CLOSE for at in where):
            near.add(finding["sink"]["function"])
    return named or near


def left_at(findings, site, before):
    return {p for f in findings if steps_at(f, site) for p in primitives(f)} & before


def read(results, name):
    path = results / f"{name}.json"
    if not path.exists() or not path.stat().st_size:
        return None
    return json.loads(path.read_text())["findings"]


def score(case, results):
    strict = read(results, f"{case['id']}-buggy.strict")
    if strict is None:
        return None
    default = read(results, f"{case['id']}-buggy.default") or []
    fixed = read(results, f"{case['id']}-fixed.strict")
    at_strict = [found_at(strict, s) for s in case["sites"]]
    at_default = [found_at(default, s) for s in case["sites"]]
    left = None
    if fixed is not None:
        left = set().union(*(left_at(fixed, s, b)
                             for s, b in zip(case["sites"], at_strict)))
    return at_strict, at_default, left


def main():
    cases = yaml.safe_load(Path(sys.argv[1]).read_text())["cases"]
    results = Path(sys.argv[2])
    total = strict = default = repaired = silent = 0
    print("| case | sites | strict | default | repaired |\n|---|---|---|---|---|")
    for case in cases:
        row = score(case, results)
        if row is None:
            continue
        at_strict, at_default, left = row
        total += 1
        strict += any(at_strict)
        default += any(at_default)
        repaired += left is not None
        silent += left == set()
        print(f"| {case['id']} | {len(at_strict)} | {sum(map(bool, at_strict))} |"
              f" {sum(map(bool, at_default))} | "
              + ("no repair" if left is None else
                 "silent" if not left else "still " + ", ".join(sorted(left)))
              + " |")
    print(f"\n{total} of {len(cases)} cases parsed; found: strict {strict},"
          f" default {default}; silent where repaired: {silent} of {repaired}")


if __name__ == "__main__":
    main()
