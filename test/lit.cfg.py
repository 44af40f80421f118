"""How lit runs the tests that are files.

A test writes plain `waitwise`, `FileCheck`, `not` and `split-file`. Every test
gets a summary cache of its own, which dies with the run, and no home, so that
nothing reaches it from the machine or from another test. Scripts run in bash
with pipefail.

Substitutions beyond lit's own: %source (the repository), %python, %examples
(the Boost examples of Debian's libboost1.81-doc).
"""

import atexit
import os
import shutil
import subprocess
import tempfile

import lit.formats

config.name = "waitwise"
config.test_format = lit.formats.ShTest(execute_external=True)
config.test_source_root = os.path.dirname(__file__)
config.suffixes = [".c", ".cpp", ".cc", ".test"]
config.excludes = ["Inputs", "runtime", "house", "bench", "unit", "server",
                   "CMakeLists.txt"]

scratch = tempfile.mkdtemp(prefix="waitwise-lit-")
owner = os.getpid()


def removeScratch():
    if os.getpid() == owner:  # not in lit's forked workers
        shutil.rmtree(scratch, ignore_errors=True)


atexit.register(removeScratch)

config.environment.update({
    "PATH": os.pathsep.join(
        [config.tool_dir, config.llvm_tools, os.environ["PATH"]]),
    "LC_ALL": "C",
    "HOME": scratch + "/home",
    "PYTHONDONTWRITEBYTECODE": "1",
    # The system's LLVM is not instrumented: containers that cross into it
    # look overrun, and what it keeps for good looks lost.
    "ASAN_OPTIONS": "detect_container_overflow=0:detect_leaks=0",
    "UBSAN_OPTIONS": "print_stacktrace=1",
})
for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "WAITWISE_CACHE_DIR"):
    config.environment.pop(name, None)

# A chroot without devpts has no terminals to offer.
try:
    for terminal in os.openpty():
        os.close(terminal)
    config.available_features.add("terminals")
except OSError:
    pass
if config.sanitize:
    config.available_features.add("sanitized")
subcommands = subprocess.run([config.tool_dir + "/waitwise", "help"],
                             capture_output=True, text=True).stdout
if "classify" in subcommands:
    config.available_features.add("classify")

# A word of its own only: not in a path, a file name or a check id.
config.substitutions += [
    (r"(?<![-\w./])waitwise(?![-\w./=:])",
     "env WAITWISE_CACHE_DIR=" + scratch + "%t waitwise"),
    # The usual spelling has a bar, which a shell would take for a pipe.
    (r"(?<![\"'])--implicit-check-not=\{\{warning\|error\}\}:",
     "'--implicit-check-not={{warning|error}}:'"),
    ("%source", config.source_dir),
    ("%python", config.python),
    ("%examples", "/usr/share/doc/libboost1.81-doc/examples/libs"),
]
