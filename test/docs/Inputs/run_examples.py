#!/usr/bin/env python3
"""run_examples.py WAITWISE PAGE...: the examples in the documents are true.

A page is docs/checks/<id>.md. Every fenced block marked `cpp` or `c` is
analysed as a file of its own, with the flags of the pkg-config packages that
are named behind the language:
  under "Example"  <id> must report it, in the strict profile;
  under "Instead"  nothing may report it, in the strict profile.
Each of the two headings must have a block, and blocks must compile. Blocks
under other headings and of other languages are not looked at.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

STANDARD = {"cpp": "-std=c++20", "c": "-std=gnu17"}


def blocks(page):
    """(heading, fence, first line, text) of each fenced block."""
    heading = fence = None
    for number, line in enumerate(page.read_text().splitlines(), 1):
        if fence is None and line.startswith("#"):
            heading = line.lstrip("# ").strip()
        if not line.startswith("```"):
            if fence is not None:
                body.append(line)
            continue
        if fence is None:
            fence, begun, body = line[3:].strip(), number, []
        else:
            yield heading, fence, begun, "\n".join(body) + "\n"
            fence = None


def flagsFor(language, packages):
    flags = [STANDARD[language]]
    if packages:
        ran = subprocess.run(["pkg-config", "--cflags", *packages],
                             capture_output=True, text=True, check=True)
        flags += ran.stdout.replace("-I", "-isystem ").split()
    return flags


def analyse(waitwise, fence, text, folder):
    language, *packages = fence.split()
    source = pathlib.Path(folder, "example." + language)
    source.write_text(text)
    ran = subprocess.run(
        waitwise + ["check", "--format", "json", "--profile", "strict",
                    str(source), "--", *flagsFor(language, packages)],
        capture_output=True, text=True)
    try:
        result = json.loads(ran.stdout)
    except ValueError:
        return None, f"no result: {ran.stderr.strip()}"
    if result["coverage"]["partial"] or result["coverage"]["failed"]:
        return None, f"does not compile: {ran.stderr.strip()}"
    return [finding["check"] for finding in result["findings"]], None


def judge(heading, check, found):
    if heading == "Example" and check not in found:
        return f"is not reported (found: {found or 'nothing'})"
    if heading == "Instead" and found:
        return f"is reported by {', '.join(found)}"
    return None


def complaintsAbout(waitwise, page):
    check = page.stem
    seen = set()
    for heading, fence, line, text in blocks(page):
        known = fence.split()[:1] and fence.split()[0] in STANDARD
        if heading not in ("Example", "Instead") or not known:
            continue
        seen.add(heading)
        with tempfile.TemporaryDirectory() as folder:
            found, failure = analyse(waitwise, fence, text, folder)
        complaint = failure or judge(heading, check, found)
        if complaint:
            yield f"{page}:{line}: the block under '{heading}' {complaint}"
    for heading in ("Example", "Instead"):
        if heading not in seen:
            yield f"{page}:1: no cpp or c block under '{heading}'"


def main():
    waitwise = sys.argv[1].split()
    pages = [pathlib.Path(name) for name in sys.argv[2:]]
    complaints = [text for page in pages
                  for text in complaintsAbout(waitwise, page)]
    print("\n".join(complaints), end="\n" if complaints else "")
    print(f"{len(pages)} pages, {len(complaints)} complaints")
    sys.exit(1 if complaints or not pages else 0)


if __name__ == "__main__":
    main()
