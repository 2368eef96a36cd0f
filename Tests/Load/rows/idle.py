"""Connections that are only there: idle ones, and open event streams. What they cost others."""

from __future__ import annotations

from dataclasses import dataclass, field

from Tests.Load.client import Load
from Tests.Load.figures import Result, Series, ratio
from Tests.Load.process import memory_kib
from Tests.Load.rows.storm import SAVERS, Savers
from Tests.Load.stage import Stage, part_of
from Tests.Rig.server import Server

# A turn of events comes every 15 seconds: each measurement of streams contains one.
TURN = 16


@dataclass
class Held:
    """One value a round: saves without and with the connections, memory of each of them."""

    without: list[float] = field(default_factory=list)
    among: list[float] = field(default_factory=list)
    kilobytes: list[float] = field(default_factory=list)
    proportional: list[float] = field(default_factory=list)
    events: int = 0


def run(stage: Stage) -> list[Result]:
    count = stage.size(10_000, 300)
    results = []
    for kind, name, bound in (("idle", "idle connections", 8), ("streams", "event streams", 16)):
        with stage.school(count + stage.size(SAVERS, 40), f"idle-{kind}") as (server, load):
            held = measure(stage, server, load, count, kind)
        results += [
            ratio(
                f"{kind}-saves", f"p99 of saves among {count:,} {name} ÷ without", "<= 1.5",
                Series("among", "ms", held.among), Series("without", "ms", held.without),
                **{"events sent": held.events} if kind == "streams" else {}),
            memory(f"{kind}-memory", f"memory of one of {count:,} {name}, kB", bound, held),
        ]
    return results


def measure(stage: Stage, server: Server, load: Load, count: int, kind: str) -> Held:
    others = stage.size(SAVERS, 40)
    savers, guests = part_of(load, "savers", 0, others), part_of(load, "guests", others, count)
    stage.start(savers)
    path = "/api/v1/me" if kind == "idle" else f"/api/v1/contests/{load.contest}/events"
    seconds = stage.size(min(stage.seconds, TURN) if kind == "idle" else TURN, 1)
    held = Held()
    for turn in range(stage.rounds):
        # A fresh process: what earlier rounds left behind would hide what this one takes.
        server.stop()
        server.start()
        pace = Savers(stage, savers, turn)
        # The first save of each attempt reads it from the file.
        pace.finish(pace.begin(1))
        held.without.append(pace.finish(pace.begin(seconds)))
        before = memory_kib(server.process.pid)
        guests_here = guests.begin("hold", connections=count, seconds=60, path=path)
        opened = guests_here.held()
        held.among.append(pace.finish(pace.begin(seconds)))
        after = memory_kib(server.process.pid)
        report = guests_here.finish()
        stage.expect(
            opened == count == report["open"],
            f"{kind}: {opened} of {count} were opened, {report['open']} stayed open")
        held.kilobytes.append((after[0] - before[0]) * 1.024 / count)
        held.proportional.append((after[1] - before[1]) * 1.024 / count)
        held.events += report["events"]
    if kind == "streams":
        # Each stream is told the time and the phase when it opens.
        stage.expect(held.events >= 2 * count * stage.rounds, f"streams: {held.events} events")
    return held


def memory(row: str, what: str, bound: int, held: Held) -> Result:
    resident = Series("RSS", "kB", held.kilobytes)
    return Result(
        row, what, resident.median, f"<= {bound}",
        [resident, Series("PSS", "kB", held.proportional)], held.kilobytes)
