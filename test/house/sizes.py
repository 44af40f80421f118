"""Sizes: nothing grows past its hard number.

oversize.txt names what is over it, with its exact size; an entry may only
shrink, and goes when the thing fits.
"""

import re

from source import functions

FUNCTION, PARAMETERS, NESTING, COLUMNS = 70, 5, 3, 80
CONTROL = re.compile(r"^( *)(?:\} )?(?:else )?(?:if|for|while|switch|do|else)\b")


def fileLimit(file):
    if file.isLitTest:
        return 120
    if file.parts[0] == "rules" and file.suffix == ".yaml":
        return 400
    if file.parts[0] == "checks" and file.suffix == ".cpp":
        return 250
    if file.path == "README.md":
        return 150
    return {".cpp": 500, ".h": 200}.get(file.suffix)


def nestingOf(file, function):
    """The deepest control statement in a function, by indentation: a statement
    stands in all that began before it with less indentation."""
    deepest, open_ = 0, []
    lines = file.code[function.opening:function.closing].split("\n")
    for line in lines:
        match = CONTROL.match(line)
        if not match:
            continue
        indent = len(match.group(1))
        open_ = [outer for outer in open_ if outer < indent] + [indent]
        deepest = max(deepest, len(open_))
    return deepest


def measures(tree):
    """(file, line, what, size, limit) of everything that has a limit."""
    for file in tree.files:
        limit = fileLimit(file)
        if limit:
            yield file, 1, "lines", len(file.lines), limit
        if not (file.isOurs or file.isModel):
            continue
        for function in functions(file):
            at, name = function.first, function.name
            yield file, at, f"{name}: lines", function.size, FUNCTION
            yield (file, at, f"{name}: parameters", function.parameters,
                   PARAMETERS)
            yield (file, at, f"{name}: nesting", nestingOf(file, function),
                   NESTING)


def allowed(tree):
    """(path, what) → size, and the line it stands in."""
    table = {}
    for file in tree.files:
        if file.path != "test/house/oversize.txt":
            continue
        for number, line in enumerate(file.lines, 1):
            fields = line.split()
            if fields and not line.startswith("#"):
                key = (fields[0], " ".join(fields[1:-1]))
                table[key] = (int(fields[-1]), number)
    return table


def nothingOutgrows(tree):
    table = allowed(tree)
    for file, line, what, size, limit in measures(tree):
        allowance, _ = table.pop((file.path, what), (limit, 0))
        if size > max(allowance, limit):
            yield file.path, line, f"{what} {size}, at most {limit}"
        elif limit < size < allowance:
            yield (file.path, line, f"{what} shrank to {size}: say so in "
                   "test/house/oversize.txt")
        elif allowance > limit >= size:
            yield (file.path, line, f"{what} {size} fits: take it out of "
                   "test/house/oversize.txt")
    for (path, what), (_, line) in table.items():
        yield ("test/house/oversize.txt", line, f"no such thing: {path} {what}")


def linesAreShort(tree):
    for file in tree.files:
        if not (file.isOurs or file.isModel):
            continue
        for number, line in enumerate(file.lines, 1):
            if len(line) > COLUMNS and "://" not in line:
                yield file.path, number, f"{len(line)} columns, at most {COLUMNS}"


RULES = [nothingOutgrows, linesAreShort]
