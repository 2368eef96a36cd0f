"""The bell: everybody starts within 5 seconds, and later submits within 10, while others save.

Each pupil comes on a connection of their own, opened at the appointed moment. Latency counts from
that moment.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from Tests.Load.client import Load
from Tests.Load.figures import Result, Series, ratio
from Tests.Load.rows.attempts import count
from Tests.Load.stage import Stage, part_of
from Tests.Load.stops import Stops

LONE = 100
SAVERS = 500
SAVES_PER_SECOND = 1000
START_SECONDS, SUBMIT_SECONDS = 5, 10


@dataclass
class Rounds:
    """One value a round of everything."""

    lone: list[float] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    submits: list[float] = field(default_factory=list)
    quiet: list[float] = field(default_factory=list)
    saves_in_starts: list[float] = field(default_factory=list)
    saves_in_submits: list[float] = field(default_factory=list)


def run(stage: Stage) -> list[Result]:
    crowd, others = stage.size(10_000, 300), stage.size(SAVERS, 40)
    rounds = Rounds()
    with stage.school(crowd + others + LONE, "storm") as (server, load):
        savers = part_of(load, "savers", 0, others)
        lone = part_of(load, "lone", others, LONE)
        pupils = part_of(load, "crowd", others + LONE, crowd)
        stage.start(savers)
        stops = {"starts": Stops(server.port), "submits": Stops(server.port)}
        for turn in range(stage.rounds):
            storm(stage, rounds, turn, savers, lone, pupils, crowd, stops)
        server.stop()
        closed, _ = count(server.data / "training.sqlite")
        expected = stage.rounds * (crowd + LONE)
        stage.expect(closed == expected, f"storm: {closed} attempts are closed, not {expected}")
    return results(rounds, crowd, stops)


def storm(
    stage: Stage, rounds: Rounds, turn: int, savers: Load, lone: Load, pupils: Load, crowd: int,
    stops: dict[str, Stops],
) -> None:
    rounds.lone.append(alone(stage, lone))
    pace = Savers(stage, savers, turn)
    rounds.quiet.append(pace.finish(pace.begin(stage.size(START_SECONDS, 1))))
    over = stage.size(START_SECONDS, 1)
    stops["starts"].begin()
    others = pace.begin(over)
    started = pupils.run(
        "start", connections=crowd, rate=crowd / over, seconds=over, write=pupils.pupils)
    rounds.saves_in_starts.append(pace.finish(others))
    stops["starts"].end()
    over = stage.size(SUBMIT_SECONDS, 2)
    stops["submits"].begin()
    others = pace.begin(over)
    submitted = pupils.run("submit", connections=crowd, rate=crowd / over, seconds=over)
    rounds.saves_in_submits.append(pace.finish(others))
    stops["submits"].end()
    for name, report in (("start", started), ("submit", submitted)):
        stage.expect_good(f"storm of {name}s", report)
        stage.expect(
            report["run"][name]["good"] == crowd,
            f"storm: {report['run'][name]['good']} of {crowd} {name}s were answered")
    rounds.starts.append(started["run"]["start"]["p99"])
    rounds.submits.append(submitted["run"]["submit"]["p99"])


def alone(stage: Stage, lone: Load) -> float:
    """Half of the starts with nothing else going on take no longer than this."""
    report = lone.run("start", connections=LONE, rate=LONE / 2, seconds=2, write=lone.pupils)
    stage.expect_good("lone starts", report)
    stage.expect_good("lone submits", lone.run("submit", connections=4, seconds=10))
    return report["run"]["start"]["p50"]


@dataclass
class Savers:
    """Others who save at an even pace all the time."""

    stage: Stage
    load: Load
    turn: int
    phase: int = 0

    def begin(self, seconds: int):
        self.phase += 1
        rate = self.stage.size(SAVES_PER_SECOND, 100)
        base = (self.turn * 4 + self.phase) * 100_000
        return self.load.begin(
            "save", connections=self.load.pupils.read_text().count("\n"), rate=rate,
            seconds=seconds, base=base)

    def finish(self, running) -> float:
        report = running.finish()
        self.stage.expect_good("saves of others", report)
        return report["run"]["save"]["p99"]


def results(rounds: Rounds, crowd: int, stops: dict[str, Stops]) -> list[Result]:
    lone = Series("lone start p50", "ms", rounds.lone)
    starts = Series("start p99", "ms", rounds.starts)
    quiet = Series("saves p99 before", "ms", rounds.quiet)
    return [
        ratio("storm-start", f"p99 of {crowd:,} starts in {START_SECONDS} s ÷ p50 of a lone one",
              "<= 20", starts, lone, **{"submit p99 ms": max(rounds.submits)}),
        ratio("storm-start-saves", "p99 of saves of others during the starts ÷ before", "<= 2",
              Series("during", "ms", rounds.saves_in_starts), quiet, **stops["starts"].notes()),
        ratio("storm-submit-saves", "p99 of saves of others during the submits ÷ before", "<= 2",
              Series("during", "ms", rounds.saves_in_submits), quiet,
              **stops["submits"].notes()),
    ]

