#!/usr/bin/env python3
"""Each house rule fires: a small tree that breaks it is refused, and the same
tree without the mistake passes."""

import pathlib
import tempfile
import unittest

import house
import source

HEAD = "// Turns this into that.\n"


def complaints(files):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            file = pathlib.Path(root, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return "".join(f"{path}:{line}: {what}\n" for path, line, what
                       in house.violations(source.Tree(root)))


class Fires(unittest.TestCase):
    def refuses(self, path, text, complaint):
        self.assertIn(complaint, complaints({path: text}))

    def passes(self, path, text):
        self.assertEqual(complaints({path: text}), "")

    def testFunctionSize(self):
        body = "  g();\n" * 68
        fits = HEAD + "void f(int A) {\n" + body + "}\n"
        self.passes("tool/link/A.cpp", fits)
        self.refuses("tool/link/A.cpp", fits.replace("g();", "g();\n", 1),
                     "tool/link/A.cpp:2: f: lines 71, at most 70")

    def testFileSize(self):
        self.passes("tool/link/A.h", HEAD * 200)
        self.refuses("tool/link/A.h", HEAD * 201, "lines 201, at most 200")

    def testParameters(self):
        five = "int A, std::map<int, int> B, int C = f(1, 2), int D, int E"
        self.passes("tool/link/A.cpp", f"{HEAD}void f({five}) {{\n}}\n")
        self.refuses("tool/link/A.cpp", f"{HEAD}void f({five}, int F) {{\n}}\n",
                     "f: parameters 6, at most 5")

    def testNesting(self):
        lines = ["void f() {", "  for (;;)", "    while (a)", "      if (b) {",
                 "        c();", "      } else if (d) {", "        c();",
                 "      }", "}"]
        self.passes("tool/link/A.cpp", HEAD + "\n".join(lines) + "\n")
        lines[4] = "        if (c)\n          d();"
        self.refuses("tool/link/A.cpp", HEAD + "\n".join(lines) + "\n",
                     "f: nesting 4, at most 3")

    def testOversizeMayOnlyShrink(self):
        def complain(size, entry):
            return complaints({
                "tool/link/A.h": HEAD * size,
                "test/house/oversize.txt": f"tool/link/A.h lines {entry}\n"})
        self.assertEqual(complain(210, 210), "")
        self.assertIn("lines 211, at most", complain(211, 210))
        self.assertIn("shrank to 209", complain(209, 210))
        self.assertIn("fits: take it out", complain(200, 210))

    def testLayers(self):
        self.passes("tool/link/A.cpp", HEAD + '#include "model/Program.h"\n')
        self.refuses("tool/link/A.cpp", HEAD + '#include "solve/Solve.h"\n',
                     "A.cpp:2: link/ may not include solve/Solve.h")
        self.refuses("tool/model/A.cpp", HEAD + '#include "Pipeline.h"\n',
                     "model/ may not include Pipeline.h")

    def testReserved(self):
        for text, name in (
                ('#include "clang/AST/Decl.h"', "clang"),
                ('#include <yaml-cpp/yaml.h>', "yaml-cpp"),
                ('#include "llvm/Support/CommandLine.h"', "llvm::cl"),
                ("void f() { llvm::errs() << 1; }", "errs() and outs()"),
                ("void f() { throw 1; }", "exceptions"),
                ("void f() { std::exit(1); }", "exit()")):
            self.refuses("tool/solve/A.cpp", HEAD + text + "\n",
                         f"A.cpp:2: {name} has no place here")
        self.passes("tool/solve/A.cpp", HEAD + '// throw\nauto S = "throw";\n')

    def testLibraryNames(self):
        self.refuses("tool/solve/A.cpp", HEAD + 'auto S = "boost::asio";\n',
                     "'boost' belongs in a pack")
        self.passes("tool/solve/A.cpp", HEAD + "// As boost does.\n")

    def testLayout(self):
        self.refuses("extra/A.md", "x\n", "the top level has no 'extra'")
        self.refuses("tool/misc/A.cpp", HEAD, "tool/ has no 'misc'")

    def testNames(self):
        self.refuses("tool/link/StringUtils.h", HEAD, "'StringUtils' says nothing")
        self.refuses("tool/link/A.h", HEAD + "class LockManager {};\n",
                     "'LockManager' says nothing")

    def testForeignWords(self):
        self.refuses("README.md", "see /" + "home/me/x\n", "one machine")
        self.refuses("README.md", "from py" + "pi.org\n", "registry")
        self.refuses("README.md", "TO" + "DO\n", "is no FIXME(issue):")

    def testHeads(self):
        self.refuses("tool/link/A.h", "int a;\n", "no comment at the head")
        self.refuses("test/cli/a.c", "// RUN: true\n", "what is proven")
        self.passes("test/cli/a.c", "// It works.\n// RUN: true\n")

    def testCompany(self):
        self.refuses("rules/uv.yaml", "pack: uv\n", "no test/packs/uv.cpp")
        self.refuses("checks/Checks.def", "CHECK(BusyWait)\n",
                     "no test/checks/busy-wait.cpp")
        self.refuses("checks/Checks.def", "CHECK(B)\nCHECK(A)\n", "not sorted")
        self.refuses("test/checks/a.c", "// It.\n// RUN: waitwise check x | \\\n"
                     "// RUN:   FileCheck %s\n",
                     "a.c:2: FileCheck without --implicit-check-not")


if __name__ == "__main__":
    unittest.main()
