"""What every bench runs on: where things lie, how long they may take, what went wrong."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

from Tests.Load.client import Load, failures
from Tests.Load.nginx import Nginx
from Tests.Load.school import School, shape
from Tests.Rig.server import Server


@dataclass
class Stage:
    """One run of the bench."""

    binaries: Path
    # Thrown away after the run.
    folder: Path
    # Kept for the next run.
    cache: Path
    program: Path
    nginx: Nginx
    rounds: int
    seconds: int
    is_smoke: bool
    # Another build to be measured beside this one.
    other: Path | None = None
    # Lost, refused or miscounted: what makes the run fail.
    wrong: list[str] = field(default_factory=list)
    # Checks that held.
    right: int = 0

    def size(self, full: int, smoke: int) -> int:
        """How many of something: all of them, or enough to see that it works."""
        return smoke if self.is_smoke else full

    def expect(self, holds: bool, text: str) -> None:
        if holds:
            self.right += 1
        else:
            self.wrong.append(text)
            print(f"WRONG: {text}", flush=True)

    def expect_good(self, row: str, report: dict) -> None:
        """No request of the report failed."""
        count = failures(report)
        self.expect(count == 0, f"{row}: {count} requests failed: {report['run']}")

    @contextmanager
    def serving(
        self, source: Path | None, name: str, binaries: Path | None = None,
    ) -> Iterator[Server]:
        """A server, of this build by default, on a copy of a data folder or on an empty one."""
        folder = self.folder / name
        if source is not None:
            copy(source, folder / "data")
        try:
            with Server(binaries or self.binaries, folder, demo=False) as server:
                yield server
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def school(
        self, pupils: int, name: str, binaries: Path | None = None,
    ) -> Iterator[tuple[Server, Load]]:
        """A server with pupils who are signed in by their cards, and a contest that is open."""
        binaries = binaries or self.binaries
        # An older build cannot open what this one made.
        is_other = binaries != self.binaries
        school = School.ready(
            binaries, self.cache / "other" if is_other else self.cache, pupils,
            shape([str(binaries / "trainctl")]) if is_other else "")
        with self.serving(school.data, name, binaries) as server:
            load = self.load(server, school.pupils, school.contest)
            self.sign_in(load)
            yield server, load

    def load(self, server: Server, pupils: Path, contest: str) -> Load:
        own = server.folder / "pupils"
        shutil.copy(pupils, own)
        return Load(self.program, server.port, own, contest)

    def sign_in(self, load: Load) -> dict:
        """Everybody of the file signs in with a card; the file then knows their tokens."""
        report = load.run("signIn", connections=32, seconds=120, write=load.pupils)
        self.expect_good("sign-in", report)
        return report

    def start(self, load: Load) -> dict:
        """Everybody starts an attempt; the file then knows them."""
        report = load.run("start", connections=32, seconds=120, write=load.pupils)
        self.expect_good("start", report)
        return report


def copy(source: Path, target: Path) -> None:
    """A copy of a data folder that no server has open."""
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", "--reflink=auto", str(source), str(target)], check=True)


def part_of(load: Load, name: str, start: int, count: int) -> Load:
    """The same load with some of the pupils."""
    lines = load.pupils.read_text().splitlines(keepends=True)[start:start + count]
    file = load.pupils.with_name(name)
    file.write_text("".join(lines))
    return Load(load.program, load.port, file, load.contest)
