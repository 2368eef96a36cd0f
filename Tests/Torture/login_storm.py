"""500 sign-ins with passwords a second while 1,000 pupils save.

Hashing is slow on purpose, so most must be refused: quickly, with a time to come back, and without
delaying anybody who is signed in. Cards need no hash and go on working.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Load.client import Load, failures  # noqa: E402
from Tests.Rig import torture  # noqa: E402
from Tests.Rig.crowd import crowd, must  # noqa: E402
from Tests.Rig.process import forget_peak, peak_bytes  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

PUPILS = 1000
SAVES_A_SECOND = 500
LOGINS_A_SECOND = 500
# More than the server lets wait for a hash: whoever waits must not slow the storm.
CONNECTIONS = 300
# One hashing thread at the dearest cost, and what the bar adds.
MEMORY = (64 << 20) + 100_000_000


class Storm:
    """Sign-ins at a rate over kept connections, and what was answered."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.statuses: Counter[int] = Counter()
        self.without_retry = 0
        self.latencies: list[float] = []

    async def rage(self, seconds: float) -> None:
        """Whoever is free takes the next turn."""
        began = time.monotonic()
        turns = iter(range(int(LOGINS_A_SECOND * seconds)))
        await asyncio.gather(*(self.one(turns, began) for _ in range(CONNECTIONS)))

    async def one(self, turns: Iterator[int], began: float) -> None:
        reader = writer = None
        for turn in turns:
            await asyncio.sleep(max(0, began + turn / LOGINS_A_SECOND - time.monotonic()))
            if writer is None:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            name = f"kẻ-lạ-{turn % 5000}"
            body = json.dumps({"username": name, "password": "mật khẩu đoán mò"}).encode()
            sent = time.monotonic()
            writer.write(
                f"POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                + body)
            head = await reader.readuntil(b"\r\n\r\n")
            fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:-2])
            await reader.readexactly(int(fields[b"content-length"]))
            self.latencies.append(time.monotonic() - sent)
            status = int(head.split()[1])
            self.statuses[status] += 1
            if status in (429, 503) and b"retry-after" not in fields:
                self.without_retry += 1
            if fields.get(b"connection") == b"close":
                writer.close()
                writer = None


def sign_in_with_card(load: Load) -> int:
    """A few pupils come in by their cards; how many failed."""
    few = load.pupils.with_name("few")
    few.write_text("".join(load.pupils.read_text().splitlines(keepends=True)[:50]))
    return failures(Load(load.program, load.port, few, load.contest).run(
        "signIn", connections=2, seconds=20))


def rage(options, server: Server, load: Load, tally: Tally) -> None:
    must(load.run("start", connections=16, seconds=60, write=load.pupils))
    save = {"rate": SAVES_A_SECOND, "connections": PUPILS}
    alone = load.run("save", seconds=max(4, options.seconds // 4), **save)
    forget_peak(server.process.pid)
    before = peak_bytes(server.process.pid)
    storm = Storm(server.port)
    saving = load.begin("save", seconds=options.seconds, base=1_000_000, **save)
    asyncio.run(storm.rage(options.seconds))
    most = peak_bytes(server.process.pid)
    cards = sign_in_with_card(load)
    report = saving.finish()
    refused = storm.statuses[503] + storm.statuses[429]
    total = storm.statuses.total()
    storm.latencies.sort()
    tally.check("most sign-ins are refused, none is answered with a fault",
                refused > total / 2 and set(storm.statuses) <= {401, 429, 503}, storm.statuses)
    tally.check("every refusal says when to come back", storm.without_retry == 0,
                storm.without_retry)
    tally.check("some sign-ins are still tried", storm.statuses[401] > 0, storm.statuses)
    tally.check("no save fails", failures(report) == 0 and report["run"]["save"]["good"] > 0,
                report["run"]["save"])
    tally.check("memory stays bounded", most - before <= MEMORY, most - before)
    tally.check("cards go on working", cards == 0, cards)
    with_storm, without = report["run"]["save"]["p99"], alone["run"]["save"]["p99"]
    if not options.ci:
        tally.check("nobody waits longer for a sign-in than ten seconds",
                    storm.latencies[-1] <= 10.5, storm.latencies[-1])
        tally.check("p99 of saves at most 1.5 × without", with_storm <= max(1.5 * without, 10),
                    f"{with_storm} ms, alone {without} ms")
    print(f"figure: {total} sign-ins in {options.seconds} s: {storm.statuses[401]} tried, {refused} "
          f"refused, p50 {storm.latencies[total // 2] * 1000:.1f} ms, worst "
          f"{storm.latencies[-1]:.1f} s; {SAVES_A_SECOND} saves a "
          f"second of {PUPILS} pupils: p99 {with_storm:.1f} ms, alone {without:.1f} ms; memory "
          f"+{(most - before) / 1e6:.0f} MB", flush=True)


def main() -> None:
    options = torture.options(__doc__, seconds=(120, 8))
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="login-storm-") as name:
        with crowd(options.binaries, Path(name), PUPILS) as (server, load):
            rage(options, server, load, tally)
    tally.finish()


if __name__ == "__main__":
    main()
