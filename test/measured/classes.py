"""Holds the class of functions against their measured share of CPU time.

    classes.py FIXTURE.cpp

io-bound is a share of at most 20 %, cpu-bound one of at least 80 %. A class has
to fit once in a few runs: shares vary by what a busy machine does.
"""

import json
import subprocess
import sys

import agreement


def classOf(share):
    return ("io-bound" if share <= 20 else
            "cpu-bound" if share >= 80 else "mixed")


def main():
    fixture = agreement.Fixture(sys.argv[1])
    told = {f["function"]: f["class"]
            for f in json.loads(fixture.waitwise("classify"))["functions"]}
    disagreements = 0
    for case in fixture.cases():
        name = told.get(f"fixture::{case}")
        shares = []
        while len(shares) < agreement.TRIES and (
                not shares or classOf(shares[-1]) != name):
            shares.append(fixture.measure(case))
        agrees = classOf(shares[-1]) == name
        disagreements += not agrees
        print(f"{'agrees  ' if agrees else 'DISAGREES'} {case}: {name}, "
              f"{shares[-1]} % computing")
    sys.exit(1 if disagreements else 0)


if __name__ == "__main__":
    main()
