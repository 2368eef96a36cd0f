"""What every program of Tests/Torture begins with: its options, and what it needs of the machine."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from Tests.Rig.server import ROOT
from Tests.Rig.tally import Tally


def options(description: str, **defaults: tuple[int, int]) -> argparse.Namespace:
    """Reads `--server BIN [--ci]` and whole numbers by name.

    Each number has two defaults: that of the long form and that of `--ci`. The namespace also
    has `binaries`, the folder of the server and of trainctl.
    """
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", type=Path, default=ROOT / ".build/release/TrainingServer")
    parser.add_argument("--ci", action="store_true", help="the short form")
    parser.add_argument("--seed", type=int, default=1)
    for name, (long, short) in defaults.items():
        parser.add_argument(
            f"--{name}", type=int, default=None, help=f"{long}; {short} with --ci")
    chosen = parser.parse_args()
    for name, (long, short) in defaults.items():
        if getattr(chosen, name) is None:
            setattr(chosen, name, short if chosen.ci else long)
    chosen.server = chosen.server.resolve()
    chosen.binaries = chosen.server.parent
    for program in (chosen.server, chosen.binaries / "trainctl"):
        if not os.access(program, os.X_OK):
            need(f"{program}: build it first with swift build -c release")
    return chosen


def need(what: str) -> None:
    """Ends the program loudly: a torture that cannot run has failed, not passed."""
    print(f"FAILED  this machine lacks what the torture needs\n        {what}", flush=True)
    print("0 passed, 1 failed", flush=True)
    sys.exit(1)


def need_root() -> None:
    if os.geteuid() != 0:
        need("root, to mount file systems")


def need_program(name: str, package: str) -> str:
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if found is None:
        need(f"the program {name} (Debian: {package})")
    return str(found)


def spread(total: int, count: int) -> list[int]:
    """At most `count` numbers from 1 to `total`, evenly."""
    if total <= count:
        return list(range(1, total + 1))
    if count < 2:
        return [(total + 1) // 2][:count]
    return sorted({1 + index * (total - 1) // (count - 1) for index in range(count)})


def run(
    name: str, chosen: argparse.Namespace,
    *parts: Callable[[Tally, argparse.Namespace, Path], None],
) -> None:
    """Runs the parts of a torture, each with a folder of its own, and says what held."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix=f"{name}-") as root:
        for part in parts:
            folder = Path(root) / part.__name__
            folder.mkdir()
            part(tally, chosen, folder)
    tally.finish()
