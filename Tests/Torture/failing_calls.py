#!/usr/bin/env python3
"""T3: the Nth file call fails, N = 1, 2, 3 … up to success, once and for ever.

EIO, ENOSPC and short writes on pwrite, fsync, fdatasync, ftruncate and open, while a save, a submit,
an import, a backup and a migration go on. What was acknowledged must be there; what was refused for
want of space must not; nothing may be there by halves. After an I/O error of the database the
server must have ended, and its restart must find everything; after all else it must go on.
"""

from __future__ import annotations

import errno
import http.client
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig import oldschema  # noqa: E402
from Tests.Rig.backups import is_whole, proof_of, sum_of  # noqa: E402
from Tests.Rig.client import Client, open_contest, response_of  # noqa: E402
from Tests.Rig.datafile import faults_of  # noqa: E402
from Tests.Rig.faults import FAIL, OPEN, SHORT, SYNC, TRUNCATE, WRITE, Faults  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402
from Tests.Rig.torture import options, run, spread  # noqa: E402

DONE, REFUSED, UNKNOWN = "done", "refused", "unknown"


@dataclass(frozen=True)
class Fault:
    """One way in which calls fail."""

    name: str
    calls: int
    error: int
    effect: int = FAIL
    forever: bool = False

    @property
    def is_full(self) -> bool:
        return self.error == errno.ENOSPC


def kinds() -> Iterator[Fault]:
    for forever in (False, True):
        how = "for ever" if forever else "once"
        for call, name in ((WRITE, "pwrite"), (SYNC, "fsync"), (TRUNCATE, "ftruncate"),
                           (OPEN, "open")):
            yield Fault(f"{name} EIO {how}", call, errno.EIO, forever=forever)
            yield Fault(f"{name} ENOSPC {how}", call, errno.ENOSPC, forever=forever)
        yield Fault(f"short pwrite {how}", WRITE, errno.ENOSPC, SHORT, forever)


class Stage:
    """A demo server under the preloaded library, started again whenever it had to end."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.faults = Faults(folder)
        self.server = Server(binaries, folder, environment=self.faults.environment).start()
        self.cards = self.server.sign_ins("student")
        self.restarts = 0
        self.acknowledged = 0

    def pupil(self, index: int) -> Client:
        client = Client(self.server.port)
        client.sign_in(self.cards[index])
        return client

    def has_ended(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.server.process.poll() is not None:
                return True
            time.sleep(0.002)
        return False

    def restart(self) -> None:
        self.restarts += 1
        self.server.process = None
        self.server.start()


class Work:
    """Something that is done on the running server while calls fail."""

    name, path, database = "", "training.sqlite", True

    def prepare(self) -> None:
        """What must be there before it; nothing fails yet."""

    def act(self) -> str:
        raise NotImplementedError

    def is_stored(self) -> bool:
        raise NotImplementedError


class Save(Work):
    """One answer of one pupil."""

    name = "save"

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        client = stage.pupil(0)
        started = client.must("POST", f"/api/v1/contests/{open_contest(client)['id']}/attempts")
        self.attempt, self.item = started["attempt"], started["paper"]["items"][0]
        self.token, self.revision = client.token, 0

    def client(self) -> Client:
        return Client(self.stage.server.port, self.token)

    def act(self) -> str:
        self.revision += 1
        try:
            status, _ = self.client().call(
                "PUT", f"/api/v1/attempts/{self.attempt}/answers/{self.item['slot']}",
                {"revision": self.revision, "response": response_of(self.item, self.revision)})
        except (OSError, http.client.HTTPException):
            return UNKNOWN
        self.stage.acknowledged += status == 200
        return DONE if status == 200 else REFUSED

    def is_stored(self) -> bool:
        answers = self.client().must("GET", f"/api/v1/attempts/{self.attempt}")["answers"]
        return any(answer["revision"] == self.revision for answer in answers)


class Submit(Work):
    """A whole attempt handed in; the next pupil's turn once one is."""

    name = "submit"

    def __init__(self, stage: Stage) -> None:
        self.stage, self.turn = stage, 0
        self.begin()

    def prepare(self) -> None:
        if self.is_stored():
            self.begin()

    def begin(self) -> None:
        self.turn += 1
        client = self.stage.pupil(self.turn)
        contest = open_contest(client)["id"]
        self.attempt = client.must("POST", f"/api/v1/contests/{contest}/attempts")["attempt"]
        self.token = client.token

    def client(self) -> Client:
        return Client(self.stage.server.port, self.token)

    def act(self) -> str:
        try:
            status, _ = self.client().call("POST", f"/api/v1/attempts/{self.attempt}/submission")
        except (OSError, http.client.HTTPException):
            return UNKNOWN
        return DONE if status == 200 else REFUSED

    def is_stored(self) -> bool:
        return self.client().must("GET", f"/api/v1/attempts/{self.attempt}")["state"] != "running"


class Import(Work):
    """A class list of trainctl through the server: all of it or nothing."""

    name, size = "import", 20

    def __init__(self, stage: Stage) -> None:
        self.stage, self.turn = stage, 0
        self.file = stage.server.folder / "class.csv"

    def act(self) -> str:
        self.turn += 1
        rows = [f"Nguyễn An,T{self.turn},{self.turn}-{number}" for number in range(self.size)]
        self.file.write_text("Họ và tên,Lớp,Mã số\n" + "\n".join(rows) + "\n", "utf-8")
        done = self.stage.server.trainctl(
            "person", "import", str(self.file), "--unit", "thcs-hoa-sen", "--new-class",
            "create", "--known", "different", "--lang", "en", check=False)
        if done.returncode == 0:
            return DONE
        return UNKNOWN if "may have been done" in done.stderr else REFUSED

    def is_stored(self) -> bool:
        listed = self.stage.server.trainctl(
            "person", "list", "--unit", f"thcs-hoa-sen-t{self.turn}", "--format", "json",
            check=False)
        count = listed.stdout.count('"name"') if listed.returncode == 0 else 0
        if count not in (0, self.size):
            raise AssertionError(f"half an import: {count} of {self.size}")
        return count == self.size


class Backup(Work):
    """A copy elsewhere: its failures are no failures of the database."""

    name, path, database = "backup", "copy-", False

    def __init__(self, stage: Stage) -> None:
        self.stage, self.turn = stage, 0

    @property
    def copy(self) -> Path:
        return self.stage.server.folder / f"copy-{self.turn}.sqlite"

    def act(self) -> str:
        self.turn += 1
        done = self.stage.server.trainctl("data", "backup", str(self.copy), check=False)
        return DONE if done.returncode == 0 else REFUSED

    def is_stored(self) -> bool:
        exists = self.copy.exists()
        if exists and not is_whole(self.copy):
            raise AssertionError(f"{self.copy.name} has its name and is not whole")
        leftovers = [path.name for path in self.copy.parent.glob("copy-*")
                     if path not in (self.copy, sum_of(self.copy), proof_of(self.copy))]
        if leftovers:
            raise AssertionError(f"left behind: {leftovers}")
        for path in (self.copy, sum_of(self.copy), proof_of(self.copy)):
            path.unlink(missing_ok=True)
        return exists


class Loop:
    """All faults against one operation of a running server."""

    def __init__(self, stage: Stage, operation: Work, points: int) -> None:
        self.stage, self.operation, self.points = stage, operation, points
        self.struck = 0
        self.faults: list[str] = []
        self.outcomes = {DONE: 0, REFUSED: 0, UNKNOWN: 0}

    def run(self) -> None:
        for fault in kinds():
            for nth in self.numbers(fault):
                if not self.strike(fault, nth):
                    break

    def numbers(self, fault: Fault) -> list[int]:
        """Every N in the long form, a spread of them in the short one."""
        if self.points == 0:
            return list(range(1, 100_000))
        self.operation.prepare()
        self.stage.faults.arm(fault.calls, 1 << 30, self.operation.path)
        outcome = self.operation.act()
        self.stage.faults.disarm()
        if outcome != DONE or not self.operation.is_stored():
            raise AssertionError(f"{self.operation.name} does not even work in peace")
        return spread(self.stage.faults.seen, self.points)

    def strike(self, fault: Fault, nth: int) -> bool:
        """One operation with its Nth call failing; false when it had fewer calls."""
        place = f"{self.operation.name}: {fault.name}, N = {nth}"
        pid = self.stage.server.process.pid
        self.operation.prepare()
        self.stage.faults.arm(fault.calls, nth, self.operation.path, effect=fault.effect,
                              error=fault.error, forever=fault.forever)
        outcome = self.operation.act()
        # After a failed fsync nobody knows what the disk holds, whatever the error was.
        must_end = self.operation.database and (
            fault.error == errno.EIO or fault.calls == SYNC)
        struck = self.stage.faults.disarm() > 0
        if struck and must_end and not self.stage.has_ended(3):
            self.faults.append(f"{place}: the server goes on after an I/O error")
        if self.stage.server.process.poll() is not None:
            if not must_end:
                self.faults.append(f"{place}: the server ended")
            self.stage.restart()
        elif self.stage.server.process.pid != pid:
            self.faults.append(f"{place}: another process")
        try:
            self.judge(place, fault, outcome, self.operation.is_stored())
        except AssertionError as error:
            self.faults.append(f"{place}: {error}")
        if not struck:
            return False
        self.struck += 1
        self.outcomes[outcome] += 1
        return True

    def judge(self, place: str, fault: Fault, outcome: str, stored: bool) -> None:
        if outcome == DONE and not stored:
            self.faults.append(f"{place}: acknowledged, and not there")
        if outcome == REFUSED and stored and fault.is_full and fault.calls == WRITE:
            self.faults.append(f"{place}: refused, and there")
        self.operation.prepare()
        if self.operation.act() != DONE or not self.operation.is_stored():
            self.faults.append(f"{place}: does not work again afterwards")


def on_a_server(tally: Tally, chosen, folder: Path) -> None:
    stage = Stage(chosen.binaries, folder)
    for kind in (Save, Submit, Import, Backup):
        loop = Loop(stage, kind(stage), chosen.points)
        loop.run()
        tally.check(f"{kind.name}: {loop.struck} failing calls, nothing acknowledged is missing",
                    not loop.faults and loop.struck > 0, "\n        ".join(loop.faults[:10]))
        print(f"figure: {kind.name}: {loop.struck} failing calls: {loop.outcomes[DONE]} done "
              f"nevertheless, {loop.outcomes[REFUSED]} refused, {loop.outcomes[UNKNOWN]} cut off; "
              f"{len(loop.faults)} faults")
    status = stage.server.stop()
    tally.check("SIGTERM ends the last server in good order", status == 0, status)
    faults = faults_of(stage.server.data, stage.acknowledged)
    tally.check("the database is whole after all faults", not faults, faults)
    print(f"figure: {stage.restarts} restarts after I/O errors")


def migrate(binaries: Path, data: Path, environment: dict[str, str]) -> int:
    return subprocess.run(
        [binaries / "trainctl", "--data", data, "data", "info"], capture_output=True, timeout=60,
        env=environment).returncode


def migrations(tally: Tally, chosen, folder: Path) -> None:
    """Opening a folder of an earlier schema, with each of its calls failing."""
    armed, data = Faults(folder), folder / "old"
    latest, struck, faults = len(oldschema.steps()), 0, []
    fixture = folder / "fixture"
    oldschema.build(fixture, 1)
    before = oldschema.content(fixture)
    for fault in kinds():
        shutil.copytree(fixture, data)
        armed.arm(fault.calls, 1 << 30, "training.sqlite")
        migrate(chosen.binaries, data, armed.environment)
        armed.disarm()
        for nth in spread(armed.seen, chosen.points or armed.seen):
            shutil.rmtree(data)
            shutil.copytree(fixture, data)
            armed.arm(fault.calls, nth, "training.sqlite", effect=fault.effect, error=fault.error,
                      forever=fault.forever)
            status = migrate(chosen.binaries, data, armed.environment)
            struck += armed.disarm() > 0
            place = f"{fault.name}, N = {nth} of {armed.seen}"
            if status == 0 and oldschema.version(data) != latest:
                faults.append(f"{place}: said done at schema {oldschema.version(data)}")
            if status not in (0, 1):
                faults.append(f"{place}: ended with {status}")
            if migrate(chosen.binaries, data, armed.environment) != 0:
                faults.append(f"{place}: does not open afterwards")
            if oldschema.version(data) != latest or oldschema.content(data) != before:
                faults.append(f"{place}: not whole afterwards")
            faults += faults_of(data)
        shutil.rmtree(data)
    tally.check(f"migration: {struck} failing calls leave the old schema or the new, whole",
                not faults and struck > 0, "\n        ".join(faults[:10]))
    print(f"figure: migration: {struck} failing calls, {len(faults)} faults")


def main() -> None:
    run("failing-calls", options(__doc__, points=(0, 4)), on_a_server, migrations)


if __name__ == "__main__":
    main()
