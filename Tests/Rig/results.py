"""Keeps the last long figures of each torture in Tests/Torture/RESULTS.md.

python -m Tests.Rig.results NAME LOG SECONDS
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from Tests.Rig.server import ROOT

RESULTS = ROOT / "Tests/Torture/RESULTS.md"
HEAD = """# Tortures

The last figures of each program's long form, written by `./Scripts/torture`; its short form runs in
every `./Scripts/test`. The commit is the one that was tortured; `+` after it means that files of the
checkout were changed besides.
"""


def commit() -> str:
    """The commit that was built, with a + when the checkout differs from it."""
    def git(*words: str) -> str:
        return subprocess.run(
            ["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()

    changed = [line for line in git("status", "--porcelain").splitlines()
               if not line.endswith("Tests/Torture/RESULTS.md")]
    return git("rev-parse", "--short=10", "HEAD") + ("+" if changed else "")


def section(name: str, log: str, seconds: str) -> str:
    """What one program left, as Markdown."""
    figures = re.findall(r"^figure: (.*)$", log, re.MULTILINE)
    counts = re.findall(r"^(\d+ passed, \d+ failed)$", log, re.MULTILINE)
    lines = [
        f"{time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC, commit {commit()}, "
        f"{os.cpu_count()} cores, {seconds} s: **{counts[-1] if counts else 'it broke off'}**", ""]
    lines += [f"- {figure}" for figure in figures]
    return f"## {name}\n" + "\n".join(lines).strip() + "\n"


def sections(text: str) -> dict[str, str]:
    """The sections that stand in the file, by their names."""
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return {part.split("\n", 1)[0].strip(): "## " + part.strip() + "\n" for part in parts}


def main() -> None:
    name, log, seconds = sys.argv[1:]
    kept = sections(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    kept[name] = section(name, Path(log).read_text("utf-8", "replace"), seconds)
    RESULTS.write_text("\n".join([HEAD] + [kept[key] for key in sorted(kept)]), "utf-8")


if __name__ == "__main__":
    main()
