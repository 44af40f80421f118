"""Names and words: the top level is fixed, files and classes carry their noun,
every file says at its head what it is, and nothing speaks of one machine."""

import re

TOP = {"CMakeLists.txt", "README.md", "tool", "checks", "rules", "test", "docs"}
TOOL = {"support", "model", "store", "packs", "extract", "link", "solve",
        "report", "lsp", "tidy", "dev"}
TEST = {"runtime", "extract", "link", "solve", "checks", "packs", "measured",
        "report", "tidy", "lsp", "cli", "corpus", "docs", "house", "unit",
        "bench", "store"}

NOUNLESS = re.compile(r"(Utils?|Manager|Helpers?)$")
FOREIGN = re.compile(
    r"(?<![\w.])/(?:work/|root/|home/\w\w)|\b(?:pypi\.org|files\.pythonhosted\.org|"
    r"crates\.io|npmjs\.(?:org|com)|rubygems\.org|proxy\.golang\.org|"
    r"conan\.io|repo1?\.maven\.(?:org|apache\.org))\b")
OWED = re.compile(r"\b(TODO|XXX|HACK)\b|\bFIXME\b(?!\([^)]+\):)")
SELF = "test/house/words.py"


def layoutIsFixed(tree):
    for file in tree.files:
        first = file.parts[0]
        if first not in TOP and not first.startswith("."):
            yield file.path, 1, f"the top level has no '{first}'"
        for name, known in (("tool", TOOL), ("test", TEST)):
            if (first == name and len(file.parts) > 2
                    and file.parts[1] not in known):
                yield file.path, 1, f"{name}/ has no '{file.parts[1]}'"


def namesSaySomething(tree):
    for file in tree.files:
        stem = file.parts[-1].split(".")[0]
        if NOUNLESS.search(stem) or stem.lower() in ("util", "misc", "common"):
            yield file.path, 1, f"'{stem}' says nothing about the file"
        if not file.isOurs:
            continue
        for line, match in file.matches(r"^\s*(?:class|struct) (\w+)",
                                        file.code):
            if NOUNLESS.search(match.group(1)):
                yield (file.path, line,
                       f"'{match.group(1)}' says nothing about the class")


def nothingForeign(tree):
    for file in tree.files:
        if file.path == SELF:
            continue
        for pattern, what in ((FOREIGN, "belongs to one machine or registry"),
                              (OWED, "is no FIXME(issue):")):
            for number, line in enumerate(file.lines, 1):
                match = pattern.search(line)
                if match:
                    yield file.path, number, f"'{match.group()}' {what}"


def headOf(file):
    """The first lines that are neither a #! nor blank."""
    lines = [line for line in file.lines if line.strip()]
    return lines[1:] if lines and lines[0].startswith("#!") else lines


def filesBeginWithTheirPurpose(tree):
    for file in tree.files:
        script = file.text.startswith("#!") or file.suffix in (".py", ".cmake")
        if not (file.isOurs or script or file.parts[-1] == "CMakeLists.txt"
                or file.suffix == ".fbs"):
            continue
        head = headOf(file)
        if head and not head[0].startswith(("//", "#", '"""', "r'''")):
            yield file.path, 1, "no comment at the head says what this is"


def testsBeginWithTheirClaim(tree):
    for file in tree.litTests():
        first = file.lines[0] if file.lines else ""
        mark = "" if file.suffix == ".test" else r"(//|/\*)"
        if not re.match(mark + r"[#/ ]*\w", first) or "RUN:" in first:
            yield file.path, 1, "the first line does not say what is proven"


RULES = [layoutIsFixed, namesSaySomething, nothingForeign,
         filesBeginWithTheirPurpose, testsBeginWithTheirClaim]
