"""What has to stand beside what: a check has a test and a page, a pack has a
test, a FileCheck that reads findings refuses those it does not expect."""

import re

NO_PACKS = {"cost", "advice"}


def kebab(name):
    """BlockingInCoroutine → blocking-in-coroutine."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def checksAreComplete(tree):
    registry = [f for f in tree.files if f.path == "checks/Checks.def"]
    lines = [(number, match.group(1)) for file in registry
             for number, line in enumerate(file.lines, 1)
             if (match := re.match(r"CHECK\((\w+)\)", line))]
    names = [name for _, name in lines]
    for (number, name), expected in zip(lines, sorted(names)):
        if name != expected:
            yield "checks/Checks.def", number, "not sorted"
            break
    for number, name in lines:
        identity = kebab(name)
        if not tree.hasTest(f"test/checks/{identity}"):
            yield "checks/Checks.def", number, f"no test/checks/{identity}.cpp"
        for path in (f"checks/{name}.cpp", f"docs/checks/{identity}.md"):
            if path not in tree.paths:
                yield "checks/Checks.def", number, f"{name} lacks {path}"


def packsHaveTests(tree):
    for file in tree.files:
        match = re.fullmatch(r"rules/([^/]+)\.yaml", file.path)
        if not match or match.group(1) in NO_PACKS:
            continue
        if not tree.hasTest(f"test/packs/{match.group(1)}"):
            yield file.path, 1, f"no test/packs/{match.group(1)}.cpp"


def expectationsAreWhole(tree):
    for file in tree.litTests():
        if file.parts[1] not in ("checks", "packs", "corpus"):
            continue
        begun = 0  # the line a RUN command began on
        command = ""
        for number, line in enumerate(file.lines, 1):
            match = re.search(r"RUN:(.*?)(\\?)$", line)
            if not match:
                continue
            begun = begun or number
            command += match.group(1)
            if match.group(2):
                continue
            if (re.search(r"\bwaitwise check\b.*\bFileCheck\b", command)
                    and "--implicit-check-not" not in command):
                yield file.path, begun, "FileCheck without --implicit-check-not"
            begun, command = 0, ""


RULES = [checksAreComplete, packsHaveTests, expectationsAreWhole]
