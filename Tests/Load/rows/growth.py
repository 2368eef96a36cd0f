"""A save where ten million steps are stored, beside one where a hundred thousand are.

Two servers, one after the other in turns; the attempts that are saved in began at moments spread
over all others, so that their steps belong everywhere in the file.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field

from Tests.Load.client import Load
from Tests.Load.figures import Result, Series, ratio
from Tests.Load.process import cpu_seconds
from Tests.Load.rows.attempts import count
from Tests.Load.seed.fill import ITEMS, Filled
from Tests.Load.stage import Stage
from Tests.Rig.server import Server

CONNECTIONS = 64
# An attempt takes 20 saves a second and 2,000 an hour, and the server is meant to be the limit.
PUPILS = 1000


@dataclass
class Side:
    """One of the two servers and what it did."""

    server: Server
    load: Load
    steps: int
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    saved: int = 0

    def burst(self, stage: Stage, turn: int, seconds: float) -> dict:
        report = self.load.run(
            "save", connections=CONNECTIONS, seconds=seconds, base=(turn + 1) * 1_000_000)
        stage.expect_good("growth", report)
        self.saved += report["run"]["save"]["good"]
        return report["run"]["save"]

    def measure(self, stage: Stage, turn: int) -> None:
        before = cpu_seconds(self.server.process.pid)
        saves = self.burst(stage, turn, stage.seconds)
        spent = cpu_seconds(self.server.process.pid) - before
        self.rates.append(saves["rate"])
        self.cpu.append(spent / saves["good"] * 1e6)
        self.p99.append(saves["p99"])


def run(stage: Stage) -> list[Result]:
    with ExitStack() as stack:
        small = side(stage, stack, stage.size(10_000, 500), "growth-small")
        large = side(stage, stack, stage.size(1_000_000, 2000), "growth-large")
        for turn in range(stage.rounds):
            small.measure(stage, turn + 1)
            large.measure(stage, turn + 1)
        for one in (small, large):
            one.server.stop()
            _, found = count(one.server.data / "training.sqlite")
            expected = one.steps + one.saved
            stage.expect(found == expected, f"growth: {found} steps instead of {expected}")
    return [result(small, large)]


def side(stage: Stage, stack: ExitStack, attempts: int, name: str) -> Side:
    filled = Filled.ready(stage.binaries, stage.cache, attempts, stage.size(PUPILS, 480))
    server = stack.enter_context(stage.serving(filled.data, name))
    load = stage.load(server, filled.pupils, filled.open)
    stage.sign_in(load)
    stage.start(load)
    one = Side(server, load, attempts * ITEMS)
    # The first save of each attempt reads it from the file.
    one.burst(stage, 0, 1)
    return one


def result(small: Side, large: Side) -> Result:
    # Cost is time for each save: the rates stand the other way round.
    cost = ratio(
        "growth",
        f"cost of a save with {large.steps:,} steps stored ÷ with {small.steps:,}", "<= 1.2",
        Series(f"{small.steps:,} steps", "/s", small.rates),
        Series(f"{large.steps:,} steps", "/s", large.rates))
    cpu = [Series("", "", side.cpu).median for side in (small, large)]
    cost.notes |= {
        "CPU µs a save": f"{cpu[0]:.1f} and {cpu[1]:.1f}",
        "worst p99 ms": f"{max(small.p99):.1f} and {max(large.p99):.1f}"}
    return cost
