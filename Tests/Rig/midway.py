"""Commands of trainctl that are struck down at one of their file calls, each in turn."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from Tests.Rig import oldschema
from Tests.Rig.faults import KILL, NAME, SYNC, TRUNCATE, WRITE, Faults
from Tests.Rig.server import Server
from Tests.Rig.torture import spread


class Midway:
    """A data folder whose trainctl dies at a call on it that is chosen beforehand."""

    CALLS = WRITE | SYNC | TRUNCATE | NAME

    def __init__(self, binaries: Path, folder: Path, room: Path) -> None:
        self.faults = Faults(folder)
        self.room = room
        self.data = room / "data"
        self.server = Server(binaries, room, data=self.data)

    def trainctl(self, *words: str, **environment: str) -> int:
        return self.server.trainctl(*words, check=False, **environment).returncode

    def count(self, *words: str) -> int:
        """Runs the command; answers how many calls it makes."""
        self.faults.arm(self.CALLS, 1 << 30, self.room)
        status = self.trainctl(*words, **self.faults.environment)
        self.faults.disarm()
        if status != 0:
            raise RuntimeError(f"trainctl {' '.join(words)} does not even work in peace")
        return self.faults.seen

    def strike(self, nth: int, *words: str) -> None:
        """The command is killed before its `nth` call."""
        self.faults.arm(self.CALLS, nth, self.room, effect=self.effect, mount=self.room)
        self.trainctl(*words, **self.faults.environment)
        self.faults.disarm()
        self.recover()

    effect = KILL

    def recover(self) -> None:
        """What happens to the machine between the death and the next start."""

    def clear(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)

    def settle(self) -> None:
        """Puts what was built so far beyond the reach of what comes."""
        os.sync()


def migrations(midway: Midway, points: int) -> tuple[int, list[str]]:
    """Dies while bringing each earlier schema up to date; how often, and what went wrong."""
    latest, struck = len(oldschema.steps()), 0
    faults: list[str] = []
    for old in range(1, latest):
        midway.clear()
        oldschema.build(midway.data, old)
        before = oldschema.content(midway.data)
        total = midway.count("data", "info")
        for nth in spread(total, -(-points // (latest - 1)) if points else total):
            midway.clear()
            oldschema.build(midway.data, old)
            midway.settle()
            midway.strike(nth, "data", "info")
            struck += 1
            place = f"schema {old}, call {nth} of {total}"
            found = oldschema.version(midway.data)
            if not old <= found <= latest:
                faults.append(f"{place}: schema {found}")
            if midway.trainctl("data", "check") != 0 or oldschema.version(midway.data) != latest:
                faults.append(f"{place}: not at {latest} after the next start")
            if oldschema.content(midway.data) != before:
                faults.append(f"{place}: rows changed")
    return struck, faults


def restores(midway: Midway, points: int) -> tuple[dict[int, int], list[str]]:
    """Dies while restoring a copy with one school over data with two.

    Answers how often one and two were found afterwards, and what went wrong.
    """
    midway.clear()
    oldschema.build(midway.data, len(oldschema.steps()), persons=50)
    copy = midway.room / "copy.sqlite"
    midway.trainctl("data", "backup", str(copy))
    key = midway.room / "key"
    midway.trainctl("data", "key", "export", "--output", str(key))
    words = ("data", "restore", str(copy), "--yes", "--key", str(key))
    total = midway.count(*words)
    found: dict[int, int] = {1: 0, 2: 0}
    faults: list[str] = []
    for nth in spread(total, points or total):
        midway.clear()
        midway.trainctl(*words)
        midway.trainctl("unit", "add", "thcs-hai", "Trường Hai", "--kind", "school")
        midway.settle()
        midway.strike(nth, *words)
        if midway.trainctl("data", "check") != 0:
            faults.append(f"call {nth} of {total}: the data is not whole")
        units = oldschema.units(midway.data)
        if units not in found:
            faults.append(f"call {nth} of {total}: {units} schools")
        found[units] = found.get(units, 0) + 1
    return found, faults
