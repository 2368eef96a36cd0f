#!/usr/bin/env python3
"""T1: SIGKILL at any moment while pupils save; every acknowledged save is looked for.

After each kill the server starts again on the same folder. Every acknowledged save must be there,
or a later one of the same slot that was sent and not answered; nothing may be there that nobody
sent. In the end each acknowledged save is sent again and must get the receipt it had.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.datafile import faults_of  # noqa: E402
from Tests.Rig.pupils import Pupil, for_each, open_contest, seated  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402
from Tests.Rig.torture import options  # noqa: E402


# An attempt ends after twenty minutes by itself; new ones begin long before.
PER_ATTEMPT = 40


class Torture:
    """One server, killed again and again."""

    def __init__(self, server: Server, seed: int) -> None:
        self.server = server
        self.chance = random.Random(seed)
        self.lost: list[str] = []
        self.starts: list[float] = []
        self.pupils: list[Pupil] = []

    async def run(self, kills: int, clients: int, seed: int) -> None:
        cards = [entry["card"] for entry in self.server.sign_ins("student")]
        self.pupils = await seated(self.server.port, cards[:clients], seed)
        contest = await open_contest(self.pupils[0], self.server.port)
        for kill in range(kills):
            if kill % PER_ATTEMPT == PER_ATTEMPT - 1:
                self.lost += await for_each(
                    self.pupils, self.server.port, lambda pupil, wire: pupil.renew(wire, contest))
            await self.round()
        self.lost += await for_each(self.pupils, self.server.port, Pupil.repeat)

    async def round(self) -> None:
        saving = [asyncio.create_task(pupil.save_until_gone(self.server.port))
                  for pupil in self.pupils]
        await asyncio.sleep(self.chance.uniform(0.05, 0.6))
        self.server.kill()
        await asyncio.gather(*saving)
        began = time.monotonic()
        self.server.start()
        self.starts.append(time.monotonic() - began)
        self.lost += await for_each(self.pupils, self.server.port, Pupil.check)


def main() -> None:
    chosen = options(__doc__, kills=(1000, 50), clients=(200, 100))
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="kill-server-") as name:
        server = Server(chosen.binaries, Path(name)).start()
        torture = Torture(server, chosen.seed)
        try:
            asyncio.run(torture.run(chosen.kills, chosen.clients, chosen.seed))
        finally:
            status = server.stop()
        saves = sum(pupil.count for pupil in torture.pupils)
        starts = sorted(torture.starts)
        slow = starts[min(len(starts) - 1, len(starts) * 99 // 100)]
        tally.check("saves were acknowledged", saves > chosen.kills, saves)
        tally.check("no acknowledged save is lost and none is there that nobody sent",
                    not torture.lost, torture.lost[:10])
        tally.check("the server starts again within 2 s of every kill (p99)", slow < 2, slow)
        tally.check("SIGTERM ends the last server in good order", status == 0, status)
        faults = faults_of(server.data, saves)
        tally.check("the database is whole", not faults, faults)
        print(f"figure: {chosen.kills} kills under {chosen.clients} saving pupils, {saves} "
              f"acknowledged saves, {len(torture.lost)} lost")
        print(f"figure: start after a kill: median {starts[len(starts) // 2] * 1000:.0f} ms, "
              f"p99 {slow * 1000:.0f} ms, slowest {starts[-1] * 1000:.0f} ms")
        if tally.failed:
            print(server.tail())
    tally.finish()


if __name__ == "__main__":
    main()
