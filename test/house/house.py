#!/usr/bin/env python3
"""The house test: style is a test.

Prints each violation of the house rules as `file:line: what` and exits with 1
if there are any. The rules: sizes (sizes.py), who may include and call what
(layers.py), names and words (words.py), what has to stand beside what
(company.py). Lexical throughout: it must be quick and need nothing built.

    house.py [ROOT]
"""

import pathlib
import sys

import company
import layers
import sizes
import words
from source import Tree

RULES = sizes.RULES + layers.RULES + words.RULES + company.RULES


def violations(tree):
    return sorted({found for rule in RULES for found in rule(tree)})


def main():
    here = pathlib.Path(__file__).resolve().parents[2]
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here
    found = violations(Tree(root))
    for path, line, what in found:
        print(f"{path}:{line}: {what}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
