"""The files of the repository, and C++ seen lexically.

C++ is read without comments and literals: blanks take their place, so that
lines and columns stay. A function is a braced block outside of any other
function whose header has a parameter list.
"""

import functools
import os
import pathlib
import re
import subprocess

CODE = (".cpp", ".h", ".c", ".cc")

BLANKED = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^\s()\\]{0,16})\(.*?\)\1"'
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])*\'', re.S)
COMMENTS = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)|R"([^\s()\\]{0,16})\(.*?\)\2"'
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])*\'', re.S)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


class File:
    def __init__(self, root, path):
        self.path = path
        self.parts = path.split("/")
        self.suffix = os.path.splitext(path)[1]
        self.absolute = root / path

    @functools.cached_property
    def text(self):
        try:
            return self.absolute.read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            return ""

    @functools.cached_property
    def lines(self):
        return self.text.split("\n")[:-1]

    @functools.cached_property
    def code(self):
        """The text with comments and literals blanked."""
        return BLANKED.sub(lambda match: blank(match.group()), self.text)

    @functools.cached_property
    def uncommented(self):
        """The text with comments blanked; literals stay."""
        return COMMENTS.sub(
            lambda match: blank(match.group()) if match["comment"]
            else match.group(), self.text)

    def lineOf(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def matches(self, pattern, text):
        """(line, match) for every place of a pattern in a version of text."""
        for match in re.finditer(pattern, text, re.M):
            yield self.lineOf(match.start()), match

    @property
    def isOurs(self):
        """C++ of the program itself."""
        return self.parts[0] in ("tool", "checks") and self.suffix in CODE

    @property
    def isModel(self):
        """C++ of the reference models, which keep the same sizes."""
        return (self.parts[:2] == ["test", "runtime"]
                and self.suffix in CODE)

    @property
    def isLitTest(self):
        return (self.parts[0] == "test" and len(self.parts) > 2
                and self.parts[1] not in ("house", "unit", "bench", "runtime")
                and "Inputs" not in self.parts and "server" not in self.parts
                and self.suffix in CODE + (".test",) and self.suffix != ".h")


class Tree:
    """What git would commit, or all there is where git does not know."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.files = [File(self.root, path) for path in sorted(self._paths())
                      if (self.root / path).is_file()]
        self.paths = {file.path for file in self.files}

    def _paths(self):
        try:
            listed = subprocess.run(
                ["git", "ls-files", "-z", "-co", "--exclude-standard"],
                cwd=self.root, capture_output=True, check=True).stdout
            return set(os.fsdecode(listed).split("\0")) - {""}
        except (OSError, subprocess.CalledProcessError):
            return {path.relative_to(self.root).as_posix()
                    for path in self.root.rglob("*")
                    if not re.match(r"(build[^/]*|\.git|\.cache)/",
                                    path.relative_to(self.root).as_posix())}

    def ours(self):
        return (file for file in self.files if file.isOurs)

    def hasTest(self, stem):
        return any(stem + suffix in self.paths
                   for suffix in (".cpp", ".c", ".cc", ".test"))

    def litTests(self):
        return (file for file in self.files if file.isLitTest)


class Function:
    """Header and body of one function, as offsets into the file."""

    def __init__(self, file, start, opening, closing):
        self.file = file
        header = file.code[start:opening]
        self.first = file.lineOf(start + len(header) - len(header.lstrip()))
        self.last = file.lineOf(closing)
        self.header = header.strip()
        self.opening, self.closing = opening, closing

    @property
    def size(self):
        return self.last - self.first + 1

    @property
    def name(self):
        match = re.search(r"([~\w:]+|operator\W+)\s*\(", self.header)
        return match.group(1) if match else "function"

    @property
    def parameters(self):
        """How many; a comma within further brackets does not count."""
        text = re.sub(r"->|<<|operator\(\)", "  ", self.header)
        depth = commas = 0
        inside = ""
        for char in text[text.find("("):] if "(" in text else "":
            depth += (char in "(<[{") - (char in ")>]}")
            if depth == 0:
                break
            commas += depth == 1 and char == ","
            inside += char
        return commas + 1 if inside[1:].strip() not in ("", "void") else 0


def functions(file):
    """All functions of a file, by matching braces. Preprocessor lines are no
    part of any header."""
    code = re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", lambda m: blank(m.group()),
                  file.code, flags=re.M)
    start, inside, stack = 0, None, []
    for match in re.finditer(r"[{};]", code):
        char, at = match.group(), match.start()
        if char == "{":
            if inside is None and isFunctionHeader(code[start:at]):
                inside = (start, at, len(stack))
            stack.append(at)
        elif char == "}" and stack:
            stack.pop()
            if inside and inside[2] == len(stack):
                yield Function(file, inside[0], inside[1], at)
                inside = None
        if inside is None:
            start = at + 1


def isFunctionHeader(header):
    header = re.sub(r"\b(public|private|protected)\s*:", "", header).strip()
    return ("(" in header and not re.match(
        r"(namespace|class|struct|union|enum|extern\s+$|,)", header)
        and not re.search(r"=\s*$|^[^(]*\s=[^=]", header))
