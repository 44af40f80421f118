"""read_only.py SOURCE: runs waitwise with caches that may only be read.

Permissions do not bind root: there the runs are somebody else's (setpriv), with
a copy of the program, since the build may lie where others cannot look.
Prints what each run wrote to standard error, after its name and exit status.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

NOBODY = 65534


def run(name, folder, arguments, as_other):
    command = [str(folder / "waitwise"), "check", *arguments]
    if as_other and os.getuid() == 0:
        command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}",
                   "--clear-groups", *command]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    print(f"{name}: {ran.returncode}: {ran.stdout.strip()}")
    print(ran.stderr, end="")


def main():
    # lit's own folder for temporary files is closed to others.
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        shutil.copy(shutil.which("waitwise"), folder)
        shutil.copyfile(sys.argv[1], folder / "a.c")
        (folder / "a.c").chmod(0o644)
        (folder / "empty").mkdir()
        fill = ["a.c", "--cache-dir", "full", "--"]
        run("filled", folder, fill, as_other=False)
        for entry in [folder / "empty", folder / "full",
                      *(folder / "full").rglob("*")]:
            entry.chmod(0o555 if entry.is_dir() else 0o444)
        run("empty", folder, ["a.c", "--cache-dir", "empty", "--"], True)
        run("full", folder, fill, True)
        for entry in [folder / "full", *(folder / "full").rglob("*")]:
            entry.chmod(0o755)


if __name__ == "__main__":
    main()
