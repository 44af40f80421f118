"""Layers: who may include whom, and who may use what.

    support ← model ← { store, packs } ← extract
    link, solve, checks, report → model, support (solve also → packs)
    lsp, tidy → model, store, report, Pipeline
    Pipeline, Main, Options → everything; nobody else → Main
"""

import re

BASE = {"support", "model"}
MAY_INCLUDE = {
    "support": {"support"},
    "model": BASE,
    "store": BASE | {"store"},
    "packs": BASE | {"packs"},
    "extract": BASE | {"store", "packs", "extract"},
    "link": BASE | {"link"},
    "solve": BASE | {"packs", "solve"},
    "checks": BASE | {"checks"},
    "report": BASE | {"report"},
    "lsp": BASE | {"store", "report", "lsp", "Pipeline.h"},
    "tidy": BASE | {"store", "report", "tidy", "Pipeline.h"},
}
FOLDERS = set(MAY_INCLUDE)

# What only some may use: a pattern over uncommented code, who may, and what to
# call it.
RESERVED = [
    (r'#include [<"](clang|clang-c)/', r"tool/(extract|tidy)/", "clang"),
    (r'#include [<"]yaml-cpp/', r"tool/packs/ParseYAML\.cpp", "yaml-cpp"),
    (r'#include [<"]flatbuffers/', r"tool/store/", "flatbuffers"),
    (r'#include "llvm/Support/CommandLine\.h"', r"tool/Options\.cpp",
     "llvm::cl"),
    (r'#include <iostream>', r"(?!)", "<iostream>"),
    (r'\b(llvm::|(?<![\w.:>]))(errs|outs)\(\)', r"tool/((Main|Pipeline)\.cpp|dev/)",
     "errs() and outs()"),
    (r'\b(try\s*\{|catch\s*\(|throw\b)', r"tool/packs/ParseYAML\.cpp",
     "exceptions"),
    (r'(?<![\w.:>])(std::|::)?(exit|quick_exit)\(', r"tool/Main\.cpp",
     "exit()"),
    (r'\b(dynamic_cast|typeid)\b', r"(?!)", "run-time type information"),
]

# Libraries are told of by packs. Only packs and those who read them know names.
LIBRARIES = re.compile(
    r"\b(boost|asio|libuv|uv_\w+|folly|seastar|Qt|QObject|libevent|"
    r"valkey|redis|trantor|drogon|mosquitto)\b", re.I)
NAMELESS = re.compile(r"(tool/(support|model|store|extract|link|solve)|checks)/")


def folderOf(file):
    return file.parts[0] if file.parts[0] == "checks" else file.parts[1]


def includesGoDown(tree):
    for file in tree.ours():
        folder = folderOf(file)
        for line, match in file.matches(r'^#include "([^"]+)"',
                                        file.uncommented):
            target = match.group(1).split("/")[0]
            if target == "Main.h":
                yield file.path, line, "nobody includes Main"
            if folder not in MAY_INCLUDE:
                continue
            reaches = target in FOLDERS or target.endswith(".h")
            beside = file.path.rpartition("/")[0] + "/" + match.group(1)
            if (reaches and beside not in tree.paths
                    and not match.group(1).endswith("_generated.h")
                    and target not in MAY_INCLUDE[folder]):
                yield (file.path, line,
                       f"{folder}/ may not include {match.group(1)}")


def reservedThingsStay(tree):
    for file in tree.ours():
        for pattern, owners, name in RESERVED:
            if re.match(owners, file.path):
                continue
            text = file.uncommented if "#include" in pattern else file.code
            for line, _ in file.matches(pattern, text):
                yield file.path, line, f"{name} has no place here"


def librariesLiveInPacks(tree):
    for file in tree.ours():
        if not NAMELESS.match(file.path):
            continue
        text = re.sub(r'R"(\w*)\(.*?\)\1"', lambda m: "\n" * m.group().count("\n"),
                      file.uncommented, flags=re.S)
        for number, line in enumerate(text.split("\n"), 1):
            match = LIBRARIES.search(line)
            if match:
                yield (file.path, number,
                       f"'{match.group()}' belongs in a pack, not in code")


RULES = [includesGoDown, reservedThingsStay, librariesLiveInPacks]
