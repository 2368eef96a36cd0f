#!/usr/bin/env python3
"""T2: the power goes while pupils save; what was acknowledged is looked for on what the disk kept.

The data lies on an ext4 file system in a file; FS_IOC_SHUTDOWN drops all that was not flushed, as a
power cut does. Only saves whose answer had arrived before the cut began count. Every third cut
happens during a backup. The same run with synchronous=NORMAL must lose acknowledged saves, else
the simulator proves nothing. Cuts in the middle of migrations and restores fall on exact calls.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.backups import is_whole, proof_of, sum_of  # noqa: E402
from Tests.Rig.datafile import faults_of  # noqa: E402
from Tests.Rig.disk import Disk  # noqa: E402
from Tests.Rig.faults import CUT, preload  # noqa: E402
from Tests.Rig.midway import Midway, migrations, restores  # noqa: E402
from Tests.Rig.pupils import Pupil, Refused, Wire, for_each, seated  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402
from Tests.Rig.torture import options, run  # noqa: E402


async def look(pupil: Pupil, wire: Wire) -> list[str]:
    try:
        return await pupil.check(wire)
    except Refused as refused:
        # Even the session or the start of the attempt is gone.
        return [f"{pupil.attempt}: {refused}"]


class Outage:
    """One server on one disk whose power is cut again and again."""

    def __init__(self, server: Server, disk: Disk, seed: int) -> None:
        self.server, self.disk = server, disk
        self.chance = random.Random(seed)
        self.lost: list[str] = []
        self.broken_backups: list[str] = []
        self.backups = 0
        self.cuts = 0
        self.pupils: list[Pupil] = []

    async def run(self, cuts: int, clients: int, seed: int, *, until_loss: bool = False) -> None:
        cards = [entry["card"] for entry in self.server.sign_ins("student")]
        self.pupils = await seated(self.server.port, cards[:clients], seed)
        while self.cuts < cuts and not (until_loss and self.lost):
            await self.round(with_backup=self.cuts % 3 == 2)

    async def round(self, *, with_backup: bool) -> None:
        saving = [asyncio.create_task(pupil.save_until_gone(self.server.port))
                  for pupil in self.pupils]
        span = self.chance.uniform(0.05, 0.5)
        copy = self.disk.path / f"copy-{self.cuts}.sqlite"
        if with_backup:
            await asyncio.sleep(span / 2)
            backup = subprocess.Popen(
                [self.server.binaries / "trainctl", "--data", self.server.data, "data", "backup",
                 copy], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        await asyncio.sleep(span)
        # No answer is read while this runs: what a pupil knows now was acknowledged before.
        self.disk.cut()
        self.cuts += 1
        for task in saving:
            task.cancel()
        await asyncio.gather(*saving, return_exceptions=True)
        self.server.kill()
        if with_backup:
            backup.wait(30)
        self.disk.power_up()
        if with_backup:
            self.examine(copy)
        self.server.start()
        self.lost += await for_each(self.pupils, self.server.port, look)

    def examine(self, copy: Path) -> None:
        """A copy that has its name is whole, even if the power went the moment after."""
        if not copy.exists():
            return
        self.backups += 1
        if not is_whole(copy):
            self.broken_backups.append(copy.name)
        for path in (copy, sum_of(copy), proof_of(copy)):
            path.unlink(missing_ok=True)


def under_load(tally: Tally, chosen, folder: Path) -> None:
    with Disk(folder, 768) as disk:
        server = Server(chosen.binaries, folder, data=disk.path / "data").start()
        outage = Outage(server, disk, chosen.seed)
        try:
            asyncio.run(outage.run(chosen.cuts, chosen.clients, chosen.seed))
        finally:
            server.stop()
        saves = sum(pupil.count for pupil in outage.pupils)
        tally.check("saves were acknowledged before every cut", saves > chosen.cuts, saves)
        tally.check("no acknowledged save is lost to a power cut", not outage.lost,
                    outage.lost[:10])
        tally.check("no backup that has its name is damaged", not outage.broken_backups,
                    outage.broken_backups)
        faults = faults_of(server.data, saves)
        tally.check("the database is whole after all cuts", not faults, faults)
        print(f"figure: {outage.cuts} power cuts under {chosen.clients} saving pupils, {saves} "
              f"acknowledged saves, {len(outage.lost)} lost; {outage.backups} backups had ended")


def with_normal(tally: Tally, chosen, folder: Path) -> None:
    """The check of the check: what synchronous=NORMAL acknowledges is not on the disk."""
    with Disk(folder, 768) as disk:
        server = Server(
            chosen.binaries, folder, data=disk.path / "data",
            environment={"LD_PRELOAD": preload("normal", folder)}).start()
        outage = Outage(server, disk, chosen.seed)
        try:
            asyncio.run(outage.run(chosen.cuts, chosen.clients, chosen.seed, until_loss=True))
        finally:
            server.kill()
        tally.check("with synchronous=NORMAL the same cuts do lose acknowledged saves",
                    outage.lost, f"{outage.cuts} cuts")
        print(f"figure: with synchronous=NORMAL {len(outage.lost)} acknowledged saves were lost by "
              f"cut {outage.cuts}")


class Mains(Midway):
    """Dies of a power cut of its disk."""

    effect = CUT

    def __init__(self, binaries: Path, folder: Path, disk: Disk) -> None:
        super().__init__(binaries, folder, disk.path)
        self.disk = disk

    def recover(self) -> None:
        self.disk.power_up()

    def settle(self) -> None:
        subprocess.run(["sync", "-f", str(self.disk.path)], check=True)


def midway(tally: Tally, chosen, folder: Path) -> None:
    with Disk(folder, 64) as disk:
        mains = Mains(chosen.binaries, folder, disk)
        cuts, faults = migrations(mains, chosen.midway)
        tally.check("a cut in the middle of a migration leaves the old schema or the new, whole",
                    not faults and cuts > 0, faults[:10])
        print(f"figure: {cuts} power cuts in the middle of migrations, {len(faults)} faults")
        found, faults = restores(mains, chosen.midway)
        tally.check("a cut in the middle of a restore leaves the old data or the copy, whole",
                    not faults and all(found.values()), f"{faults[:10]} {found}")
        print(f"figure: {sum(found.values())} power cuts in the middle of restores: {found[2]} "
              f"kept the old data, {found[1]} have the copy")


def main() -> None:
    chosen = options(__doc__, cuts=(300, 20), clients=(200, 100), midway=(0, 12))
    run("power-cut", chosen, under_load, with_normal, midway)


if __name__ == "__main__":
    main()
