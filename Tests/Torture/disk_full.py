#!/usr/bin/env python3
"""T4: the disk fills up while pupils save, and is emptied again; the server stays the same process.

The data lies on a small ext4 file system with room for the reserve of 64 MiB. When others fill it,
the reserve is given up and saves go on; when that is used up too, saves are refused with 503, reads
and pages work; as soon as there is room, saves are taken again. Nothing acknowledged is missing.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.client import Client  # noqa: E402
from Tests.Rig.datafile import faults_of  # noqa: E402
from Tests.Rig.disk import Disk  # noqa: E402
from Tests.Rig.pupils import Pupil, Refused, Wire, for_each, seated  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402
from Tests.Rig.torture import options  # noqa: E402

# The reserve is taken when twice its size is free, beside what the saves have written by then: in the
# long form more than half a million.
MEGABYTES, MEGABYTES_IN_CI = 352, 176


class Filler:
    """Somebody else's files, which take whatever room there is."""

    def __init__(self, disk: Disk) -> None:
        self.folder = disk.path / "others"
        self.folder.mkdir()
        self.number = 0

    def fill(self) -> int:
        """Takes all free blocks; answers how many bytes."""
        self.number += 1
        try:
            with (self.folder / str(self.number)).open("wb") as file:
                return self.take(file.fileno())
        except OSError:
            # Not even room for the name.
            return 0

    def take(self, file: int) -> int:
        taken = 0
        for piece in (1 << 20, 1 << 16, 4096):
            while True:
                try:
                    os.posix_fallocate(file, taken, piece)
                    taken += piece
                except OSError:
                    break
        return taken

    def clear(self) -> None:
        for path in self.folder.iterdir():
            path.unlink()


async def until(condition: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        await asyncio.sleep(0.02)
    return condition()


class Scene:
    """Pupils who go on saving while the disk fills and empties."""

    def __init__(self, tally: Tally, server: Server, disk: Disk) -> None:
        self.tally, self.server = tally, server
        self.filler = Filler(disk)
        self.reserve = server.data / "reserve"
        self.pupils: list[Pupil] = []
        # Saves only when told to.
        self.witness: Pupil
        self.pid = server.process.pid

    @property
    def saves(self) -> int:
        return sum(pupil.count for pupil in self.pupils)

    @property
    def refusals(self) -> int:
        return sum(pupil.refusals for pupil in self.pupils)

    async def run(self, chosen) -> None:
        cards = [entry["card"] for entry in self.server.sign_ins("student")]
        seats = await seated(self.server.port, cards[:chosen.clients + 1], chosen.seed)
        self.pupils, self.witness = seats[1:], seats[0]
        end = asyncio.Event()
        saving = [asyncio.create_task(pupil.save_persistently(self.server.port, end))
                  for pupil in self.pupils]
        await asyncio.sleep(0.5)
        await self.on_the_reserve()
        for turn in range(chosen.rounds):
            await self.full(turn)
            await self.emptied(turn)
        end.set()
        await asyncio.gather(*saving)
        everybody = [*self.pupils, self.witness]
        lost = await for_each(everybody, self.server.port, Pupil.check)
        lost += await for_each(everybody, self.server.port, Pupil.repeat)
        self.tally.check("no acknowledged save is missing, none is there that nobody sent",
                         not lost, lost[:10])

    async def on_the_reserve(self) -> None:
        self.tally.check("the reserve is held while there is room", self.reserve.exists())
        self.filler.fill()
        began = time.monotonic()
        given = await until(lambda: not self.reserve.exists(), 60)
        self.tally.check("a full disk makes the server give up its reserve", given)
        gone = time.monotonic()
        before, refused = self.saves, self.refusals
        await asyncio.sleep(1)
        self.tally.check("saves go on in the space of the reserve, and none was refused",
                         self.saves > before and refused == 0, f"{self.saves - before} {refused}")
        print(f"figure: the reserve was given up {gone - began:.2f} s after the disk was full; "
              f"{self.saves - before} saves in the second after it, {refused} refused before")

    async def full(self, turn: int) -> None:
        refused = self.refusals
        while not await until(lambda: self.refusals > refused + len(self.pupils), 0.3):
            self.filler.fill()
        if turn > 0:
            return
        pupil, answer = self.witness, await self.refusal()
        self.tally.check("a save on the full disk is refused with 503 and its reason",
                         answer.startswith("503") and "đĩa" in answer, answer)
        client = Client(self.server.port, pupil.token)
        for path in (f"/api/v1/attempts/{pupil.attempt}", "/api/v1/contests", "/api/v1/me",
                     "/healthz", "/"):
            status = (await asyncio.to_thread(client.call, "GET", path))[0]
            self.tally.check(f"{path.replace(pupil.attempt, '…')} is read on the full disk",
                             status == 200, status)
        done = await asyncio.to_thread(
            self.server.trainctl, "data", "backup", str(self.server.data / "copy.sqlite"),
            check=False)
        left = list(self.server.data.glob("copy*"))
        self.tally.check("a backup onto the full disk is refused and leaves nothing",
                         done.returncode == 1 and not left, f"{done} {left}")

    async def refusal(self) -> str:
        """What the witness is told; a save that fits into the WAL as it is may still be taken."""
        wire, end = Wire(self.server.port), time.monotonic() + 10
        try:
            while time.monotonic() < end:
                await self.witness.save_once(wire)
                self.filler.fill()
            return "accepted"
        except Refused as refusal:
            return f"{refusal.status} {refusal.body.decode()}"
        finally:
            wire.close()

    async def emptied(self, turn: int) -> None:
        self.filler.clear()
        saves, began = self.saves, time.monotonic()
        again = await until(lambda: self.saves > saves + len(self.pupils), 5)
        if turn == 0:
            self.tally.check("with room again, saves are taken again by the same process",
                             again and self.server.process.pid == self.pid
                             and self.server.process.poll() is None)
            wire = Wire(self.server.port)
            await self.witness.save_once(wire)
            wire.close()
            print(f"figure: saves went on {time.monotonic() - began:.2f} s after there was room")
        elif not again:
            self.tally.check(f"saves are taken again in round {turn}", False)


def main() -> None:
    chosen = options(__doc__, rounds=(20, 2), clients=(100, 50))
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="disk-full-") as name:
        folder = Path(name)
        with Disk(folder, MEGABYTES_IN_CI if chosen.ci else MEGABYTES) as disk:
            server = Server(chosen.binaries, folder, data=disk.path / "data").start()
            scene = Scene(tally, server, disk)
            try:
                asyncio.run(scene.run(chosen))
                if not chosen.ci:
                    taken = asyncio.run(until(lambda: scene.reserve.exists(), 45))
                    tally.check("the reserve is taken again when there is room", taken,
                                f"{shutil.disk_usage(disk.path).free >> 20} MiB are free")
            finally:
                status = server.stop()
            tally.check("SIGTERM ends the server in good order", status == 0, status)
            faults = faults_of(server.data, scene.saves)
            tally.check("the database is whole", not faults, faults)
            print(f"figure: {chosen.rounds} times full and empty, {scene.saves} acknowledged saves, "
                  f"{scene.refusals} refused with 503")
    tally.finish()


if __name__ == "__main__":
    main()
