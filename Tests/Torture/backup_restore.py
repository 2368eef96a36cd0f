#!/usr/bin/env python3
"""T18: backups under load, restored and compared with what was acknowledged; damaged ones refused.

A backup must hold every save that was acknowledged before it began, and nothing that was not sent
before it ended. A server starts on the restored folder and answers for it. Then single bits of the
backup are flipped: `trainctl data restore` must refuse each of them.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.backups import is_whole, sum_of  # noqa: E402
from Tests.Rig.datafile import faults_of  # noqa: E402
from Tests.Rig.pupils import Pupil, Wire, for_each, seated  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402
from Tests.Rig.torture import options  # noqa: E402

# By attempt: what was acknowledged (slot -> revision), and what was ever sent.
Log = dict[str, tuple[dict[int, int], dict[tuple[int, int], Any]]]


def compare(pupil: Pupil, answers: list[dict], acknowledged: dict[int, int],
            sent: dict[tuple[int, int], Any]) -> list[str]:
    """What a restored attempt lacks, and what it has that nobody sent by then."""
    found = {answer["slot"]: answer for answer in answers}
    faults = [f"{pupil.attempt} slot {slot}: acknowledged {revision}, restored "
              f"{found.get(slot, {}).get('revision')}"
              for slot, revision in acknowledged.items()
              if slot not in found or found[slot]["revision"] < revision]
    for slot, answer in found.items():
        key = (slot, answer["revision"])
        if key not in sent or sent[key] != answer["response"]:
            faults.append(f"{pupil.attempt} slot {slot}: nobody had sent {answer}")
    return faults


class Drill:
    """One running server, backed up again and again while pupils save."""

    def __init__(self, tally: Tally, server: Server) -> None:
        self.tally, self.server = tally, server
        self.pupils: list[Pupil] = []
        self.copies: list[tuple[Path, Log]] = []
        self.spans: list[float] = []

    async def run(self, chosen) -> None:
        cards = [entry["card"] for entry in self.server.sign_ins("student")]
        self.pupils = await seated(self.server.port, cards[:chosen.clients], chosen.seed)
        end = asyncio.Event()
        saving = [asyncio.create_task(pupil.save_persistently(self.server.port, end))
                  for pupil in self.pupils]
        for turn in range(chosen.backups):
            await asyncio.sleep(0.3)
            await self.back_up(self.server.folder / f"copy-{turn}.sqlite")
        end.set()
        await asyncio.gather(*saving)

    async def back_up(self, copy: Path) -> None:
        before = {pupil.attempt: {slot: kept[0] for slot, kept in pupil.acknowledged.items()}
                  for pupil in self.pupils}
        began = time.monotonic()
        done = await asyncio.to_thread(
            self.server.trainctl, "data", "backup", str(copy), check=False)
        self.spans.append(time.monotonic() - began)
        if done.returncode != 0:
            self.tally.check("a backup under load succeeds", False, done.stderr)
            return
        self.copies.append((copy, {pupil.attempt: (before[pupil.attempt], dict(pupil.history))
                                   for pupil in self.pupils}))

    async def restored(self, copy: Path, log: Log) -> list[str]:
        """What a server on the restored folder says of every attempt."""
        folder = copy.with_suffix("")
        other = Server(self.server.binaries, folder, demo=False)
        folder.mkdir()
        done = other.trainctl(
            "data", "restore", str(copy), "--yes", "--key", str(self.server.data / "backup.key"),
            check=False)
        if done.returncode != 0:
            return [f"{copy.name} is not restored: {done.stderr}"]
        other.start()

        async def look(pupil: Pupil, wire: Wire) -> list[str]:
            stored = await wire.call("GET", f"/attempts/{pupil.attempt}", token=pupil.token)
            return compare(pupil, stored["answers"], *log[pupil.attempt])

        faults = await for_each(self.pupils, other.port, look)
        other.stop()
        return faults + faults_of(other.data)


def flips(tally: Tally, server: Server, copy: Path, count: int, seed: int) -> None:
    """Single flipped bits, anywhere in the copy; one in its checksum."""
    chance = random.Random(seed)
    missed, found_without = [], 0
    target = copy.with_name("target")

    def restore(*words: str) -> int:
        return subprocess.run(
            [server.binaries / "trainctl", "--data", target, "data", "restore", copy, "--dry-run",
             "--key", server.data / "backup.key", *words], capture_output=True, timeout=60).returncode

    tally.check("the untouched backup passes its check", restore() == 0)
    with copy.open("r+b") as file:
        size = file.seek(0, 2)
        for _ in range(count):
            place, bit = chance.randrange(size), 1 << chance.randrange(8)
            file.seek(place)
            byte = file.read(1)[0]
            for value in (byte ^ bit, byte):
                file.seek(place)
                file.write(bytes([value]))
                file.flush()
                if value != byte:
                    if restore() != 1:
                        missed.append(f"byte {place}, bit {bit}")
                    hidden = sum_of(copy).rename(copy.with_name("hidden"))
                    found_without += restore("--no-checksum", "--accept-foreign") != 0
                    hidden.rename(sum_of(copy))
    tally.check(f"every one of {count} flipped bits is noticed", not missed, missed[:10])
    tally.check("the backup is whole again", is_whole(copy) and restore() == 0)
    line = sum_of(copy).read_text("utf-8")
    sum_of(copy).write_text(("1" if line[0] == "0" else "0") + line[1:], "utf-8")
    tally.check("a changed checksum is noticed", restore() == 1)
    print(f"figure: {count} flipped bits in a backup, {len(missed)} not noticed; SQLite's own check "
          f"alone would notice {found_without}")


def main() -> None:
    chosen = options(__doc__, backups=(30, 4), clients=(200, 100), flips=(1000, 200))
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="backup-") as name:
        server = Server(chosen.binaries, Path(name)).start()
        drill = Drill(tally, server)
        try:
            asyncio.run(drill.run(chosen))
        finally:
            server.stop()
        faults: list[str] = []
        for copy, log in drill.copies:
            if not is_whole(copy):
                faults.append(f"{copy.name} is not whole")
            faults += asyncio.run(drill.restored(copy, log))
        tally.check(f"{chosen.backups} backups under load hold what was acknowledged before them "
                    "and nothing from after", len(drill.copies) == chosen.backups and not faults,
                    faults[:10])
        saves = sum(pupil.count for pupil in drill.pupils)
        print(f"figure: {len(drill.copies)} backups under load of {saves} saves, restored: "
              f"{len(faults)} faults; slowest backup {max(drill.spans):.2f} s of "
              f"{drill.copies[-1][0].stat().st_size >> 10} kB")
        flips(tally, server, drill.copies[0][0], chosen.flips, chosen.seed)
    tally.finish()


if __name__ == "__main__":
    main()
