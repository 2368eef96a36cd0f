"""A trivial call beside nginx that returns a constant."""

from __future__ import annotations

from Tests.Load.figures import Result, Series, ratio
from Tests.Load.stage import Stage
from Tests.Load.wrk import Burst, burst


def run(stage: Stage) -> list[Result]:
    with stage.serving(None, "health") as server:
        ours, theirs = [], []
        for _ in range(stage.rounds):
            theirs.append(burst(stage.nginx.url + "/empty", stage.seconds))
            ours.append(burst(server.url + "/healthz", stage.seconds))
    expect_all_good(stage, "health", ours + theirs)
    return [compare("health", "GET /healthz ÷ nginx return 200", ">= 1.0", ours, theirs)]


def expect_all_good(stage: Stage, row: str, bursts: list[Burst]) -> None:
    for one in bursts:
        stage.expect(one.bad == 0 and one.errors == 0 and one.good > 0, f"{row}: {one}")


def compare(
    row: str, what: str, goal: str, ours: list[Burst], theirs: list[Burst], **notes: object,
) -> Result:
    return ratio(
        row, what, goal, Series("ours", "/s", [one.rate for one in ours]),
        Series("nginx", "/s", [one.rate for one in theirs]),
        **{"p99 ms": max(one.p99 for one in ours)}, **notes)
