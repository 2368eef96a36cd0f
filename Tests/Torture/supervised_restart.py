#!/usr/bin/env python3
"""The server dies under a supervisor; the next save is answered in less than a second.

The supervisor does what Restart=always does: waits for the end, waits RestartSec of the unit in
Deploy (without a unit, systemd's own 100 ms), starts again. Deaths are by SIGKILL and by SIGILL, as
a trap ends a Swift program. Measured from the death to the first answered save on a new connection.
"""

from __future__ import annotations

import asyncio
import re
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.datafile import faults_of  # noqa: E402
from Tests.Rig.pupils import Pupil, for_each, seated  # noqa: E402
from Tests.Rig.server import ROOT, Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402
from Tests.Rig.torture import options  # noqa: E402


def setting(unit: str, name: str, default: str) -> str:
    """The last value of a setting of a systemd unit."""
    found = re.findall(rf"^{name}=(.*)$", unit, re.MULTILINE)
    return found[-1].strip() if found else default


def seconds(text: str) -> float:
    """A time span as systemd writes it: 100ms, 1s, or seconds."""
    number, unit = re.fullmatch(r"([0-9.]+)\s*(ms|s|)", text).groups()
    return float(number) / (1000 if unit == "ms" else 1)


class Supervisor(threading.Thread):
    """Starts the server again whenever it has ended."""

    def __init__(self, server: Server, delay: float) -> None:
        super().__init__(daemon=True)
        self.server, self.delay = server, delay
        self.is_ending = False

    def run(self) -> None:
        while True:
            self.server.process.wait()
            if self.is_ending:
                return
            time.sleep(self.delay)
            self.server.launch()


async def torture(server: Server, chosen) -> tuple[list[Pupil], list[float], list[str]]:
    cards = [entry["card"] for entry in server.sign_ins("student")]
    pupils = await seated(server.port, cards[:chosen.clients], chosen.seed)
    end = asyncio.Event()
    saving = [asyncio.create_task(pupil.save_persistently(server.port, end)) for pupil in pupils]
    gaps = []
    for turn in range(chosen.deaths):
        await asyncio.sleep(0.2)
        died = time.monotonic()
        server.process.send_signal(signal.SIGILL if turn % 2 else signal.SIGKILL)
        while not any(pupil.returns and pupil.returns[-1] > died for pupil in pupils):
            await asyncio.sleep(0.002)
            if time.monotonic() - died > 30:
                raise AssertionError(f"no save was answered for 30 s:\n{server.tail()}")
        gaps.append(min(moment for pupil in pupils for moment in pupil.returns[-1:]
                        if moment > died) - died)
    end.set()
    await asyncio.gather(*saving)
    lost = await for_each(pupils, server.port, Pupil.check)
    return pupils, sorted(gaps), lost + await for_each(pupils, server.port, Pupil.repeat)


def main() -> None:
    chosen = options(__doc__, deaths=(200, 12), clients=(100, 50))
    tally = Tally()
    units = sorted((ROOT / "Deploy").rglob("*.service"))
    unit = units[0].read_text("utf-8") if units else ""
    if units:
        tally.check("the unit has no back-trace keep a dead server from starting again",
                    "SWIFT_BACKTRACE=enable=no" in unit)
        tally.check("the unit restarts always, without a limit on how often",
                    setting(unit, "Restart", "") == "always"
                    and setting(unit, "StartLimitIntervalSec", "") == "0")
    delay = seconds(setting(unit, "RestartSec", "100ms"))
    with tempfile.TemporaryDirectory(prefix="supervised-") as name:
        # As in the unit: printing a back-trace keeps a dead process for most of a second.
        server = Server(chosen.binaries, Path(name),
                        environment={"SWIFT_BACKTRACE": "enable=no"}).start()
        supervisor = Supervisor(server, delay)
        supervisor.start()
        try:
            pupils, gaps, lost = asyncio.run(torture(server, chosen))
        finally:
            supervisor.is_ending = True
            server.process.send_signal(signal.SIGTERM)
            supervisor.join(20)
        saves = sum(pupil.count for pupil in pupils)
        tally.check("no acknowledged save is lost", not lost, lost[:10])
        tally.check("after every death a save is answered in less than a second",
                    len(gaps) == chosen.deaths and gaps[-1] < 1, gaps[-5:])
        faults = faults_of(server.data, saves)
        tally.check("the database is whole", not faults, faults)
        print(f"figure: {len(gaps)} deaths under a supervisor that waits {delay * 1000:.0f} ms: "
              f"from death to the next answered save median {gaps[len(gaps) // 2] * 1000:.0f} ms, "
              f"slowest {gaps[-1] * 1000:.0f} ms; {saves} acknowledged saves, {len(lost)} lost")
    tally.finish()


if __name__ == "__main__":
    main()
