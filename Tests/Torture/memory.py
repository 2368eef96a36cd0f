#!/usr/bin/env python3
"""T5: memory stays under a ceiling with many attempts, and running out of it loses nothing.

Many pupils, more than a demo has, sign in, start and save; resident memory is read on the way. Then
the address space of the running server is limited (RLIMIT_AS, RLIMIT_DATA) to what it has and a little, while
pupils save and connections with half a request pile up: the server may die, as a Swift program does
without memory, but what it had acknowledged must be there after its restart.
"""

from __future__ import annotations

import asyncio
import hashlib
import random
import resource
import socket
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.datafile import faults_of  # noqa: E402
from Tests.Rig.pupils import Pupil, Wire, for_each, open_contest, seated  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402
from Tests.Rig.torture import options, run  # noqa: E402

# Crockford's letters, in which a card's secret is written.
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def enrol(data: Path, count: int, chance: random.Random) -> list[str]:
    """More pupils in a class of the demo, written while no server runs; answers their cards."""
    database = sqlite3.connect(data / "training.sqlite", isolation_level=None)
    unit, birth = database.execute(
        "SELECT unit, birth_year FROM person WHERE roles = 'student' LIMIT 1").fetchone()
    database.execute("BEGIN")
    cards = []
    for number in range(count):
        person = bytes(8) + (1 << 62 | number).to_bytes(8, "big")
        card = "0" + "".join(chance.choice(LETTERS) for _ in range(25))
        database.execute(
            "INSERT INTO person (id, name, roles, unit, birth_year, registered_at)"
            " VALUES (?, ?, 'student', ?, ?, 0)", (person, "Nguyễn An", unit, birth))
        database.execute(
            "INSERT INTO card (secret, person, created_at) VALUES (?, ?, 0)",
            (hashlib.sha256(f"card:{card}".encode()).digest(), person))
        cards.append(card)
    database.execute("COMMIT")
    database.close()
    return cards


def status(server: Server, field: str) -> int:
    """A field of /proc/PID/status, in bytes."""
    text = Path(f"/proc/{server.process.pid}/status").read_text("utf-8")
    return next(int(line.split()[1]) << 10 for line in text.splitlines()
                if line.startswith(field + ":"))


async def many(server: Server, cards: list[str], saves: int) -> list[tuple[int, int]]:
    """Attempts of all cards with a few saves each; resident memory after every tenth of them."""
    contest = await open_contest(Pupil(cards[0], 0), server.port)

    async def sit(pupil: Pupil, wire: Wire) -> None:
        await pupil.begin(wire, contest)
        for _ in range(saves):
            await pupil.save_once(wire)

    marks = [(0, status(server, "VmRSS"))]
    size = max(1, len(cards) // 10)
    for first in range(0, len(cards), size):
        group = [Pupil(card, first + index)
                 for index, card in enumerate(cards[first:first + size])]
        await for_each(group, server.port, sit)
        marks.append((first + len(group), status(server, "VmRSS")))
    return marks


def ceiling(tally: Tally, chosen, folder: Path) -> None:
    server = Server(chosen.binaries, folder)
    server.start().stop()
    cards = enrol(server.data, chosen.attempts, random.Random(chosen.seed))
    server.start()
    idle = status(server, "VmRSS")
    marks = asyncio.run(many(server, cards, saves=2))
    server.stop()
    (half, at_half), (whole, at_end) = marks[len(marks) // 2], marks[-1]
    slope = (at_end - at_half) / (whole - half)
    tally.check(f"{whole} attempts stay under the ceiling of 300 MiB and 10 kB each",
                at_end <= (300 << 20) + 10_240 * whole and at_end <= 1 << 30, marks)
    # The writer keeps 20,000 attempts of 3 kB at most; sessions stay until they expire.
    tally.check("memory grows by less than 10 kB an attempt", slope < 10_240, slope)
    faults = faults_of(server.data, 2 * whole)
    tally.check("the database is whole", not faults, faults)
    print(f"figure: resident {idle >> 20} MiB idle, {at_end >> 20} MiB with {whole} attempts "
          f"running; {slope / 1024:.1f} kB an attempt in the second half")


class Shortage:
    """One server whose memory runs out again and again."""

    def __init__(self, server: Server, seed: int) -> None:
        self.server = server
        self.chance = random.Random(seed)
        self.lost: list[str] = []
        self.deaths = 0
        self.pupils: list[Pupil] = []

    async def run(self, rounds: int, clients: int, seed: int) -> None:
        cards = [entry["card"] for entry in self.server.sign_ins("student")]
        self.pupils = await seated(self.server.port, cards[:clients], seed)
        for _ in range(rounds):
            await self.round()

    async def round(self) -> None:
        end = asyncio.Event()
        saving = [asyncio.create_task(pupil.save_persistently(self.server.port, end))
                  for pupil in self.pupils]
        await asyncio.sleep(0.1)
        # malloc's arenas reserve addresses far ahead; RLIMIT_DATA counts what they come to use.
        for kind, field in ((resource.RLIMIT_AS, "VmSize"), (resource.RLIMIT_DATA, "VmData")):
            limit = status(self.server, field) + self.chance.randrange(256 << 10)
            resource.prlimit(self.server.process.pid, kind, (limit, limit))
        crowd = await asyncio.to_thread(self.crowd)
        await asyncio.sleep(0.3)
        end.set()
        if self.server.process.poll() is None:
            self.server.kill()
        else:
            self.deaths += 1
        await asyncio.gather(*saving)
        for connection in crowd:
            connection.close()
        self.server.start()
        self.lost += await for_each(self.pupils, self.server.port, Pupil.check)

    def crowd(self) -> list[socket.socket]:
        """Connections that each keep half of a large body in the server's memory."""
        crowd = []
        request = (f"POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
                   "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n").encode()
        for _ in range(300):
            try:
                connection = socket.create_connection(("127.0.0.1", self.server.port), 1)
                crowd.append(connection)
                connection.sendall(request + b" " * 50_000)
            except OSError:
                break
        return crowd


def shortage(tally: Tally, chosen, folder: Path) -> None:
    server = Server(chosen.binaries, folder,
                    environment={"SWIFT_BACKTRACE": "enable=no"}).start()
    torture = Shortage(server, chosen.seed)
    try:
        asyncio.run(torture.run(chosen.rounds, 50, chosen.seed))
    finally:
        server.stop()
    saves = sum(pupil.count for pupil in torture.pupils)
    tally.check("the server did run out of memory", torture.deaths > 0, torture.deaths)
    tally.check("no acknowledged save is lost when memory runs out", not torture.lost,
                torture.lost[:10])
    faults = faults_of(server.data, saves)
    tally.check("the database is whole after all", not faults, faults)
    print(f"figure: {chosen.rounds} times with its address space cut off, {torture.deaths} deaths, "
          f"{saves} acknowledged saves, {len(torture.lost)} lost")


def main() -> None:
    run("memory", options(__doc__, attempts=(100_000, 2_000), rounds=(50, 5)), ceiling, shortage)


if __name__ == "__main__":
    main()
