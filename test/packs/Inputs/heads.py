"""Prints default packs without `verified`, and keys of `instead` that are
neither a context nor a default pack or the family of one (qt for qt-files)."""

import re
import subprocess
import sys

CONTEXTS = {"coroutine", "event-loop", "gui", "fiber", "cpu-pool", "io-pool",
            "any-pool", "thread", "forked-child", "gil-held", "lock-held",
            "realtime"}


def packs(*words):
    return subprocess.run(["waitwise", "packs", *words], check=True,
                          stdout=subprocess.PIPE, text=True).stdout


names = [line.split()[0] for line in packs("list").splitlines()]
known = CONTEXTS | set(names) | {name.split("-")[0] for name in names}
wrong = []
for name in names:
    shown = packs("show", name)
    if not re.search(r"^verified: ", shown, re.M):
        wrong.append(f"{name}: no 'verified'")
    for key in sorted(set(re.findall(r"^  instead in (\S+): ", shown, re.M))):
        if key not in known:
            wrong.append(f"{name}: 'instead' for '{key}', which is no pack")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
