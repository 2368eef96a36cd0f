"""Whole attempts on persistent connections: start, 30 saves, submit; signed in before."""

from __future__ import annotations

import sqlite3

from Tests.Load.figures import Result, Series, ratio
from Tests.Load.stage import Stage
from Tests.Load.wrk import burst

CONNECTIONS = 64
SAVES = 30


def run(stage: Stage) -> list[Result]:
    ours, theirs, last, whole = [], [], {}, 0
    with stage.school(stage.size(10_000, 200), "attempts") as (server, load):
        for _ in range(stage.rounds):
            theirs.append(burst(stage.nginx.url + "/empty", stage.seconds).rate)
            last = load.run(
                "attempts", connections=CONNECTIONS, seconds=stage.seconds, saves=SAVES)
            stage.expect_good("attempts", last)
            ours.append(last["attempts"] / last["run"]["seconds"])
            whole += last["attempts"]
        server.stop()
        closed, steps = count(server.data / "training.sqlite")
    stage.expect(closed == whole, f"attempts: {whole} were acknowledged, {closed} are closed")
    stage.expect(
        steps == whole * (SAVES + 1), f"attempts: {steps} steps are stored of {whole} attempts")
    run = last["run"]
    return [ratio(
        "attempts", f"whole attempts (start, {SAVES} saves, submit) ÷ nginx return 200",
        ">= 0.011", Series("ours", "attempts/s", ours), Series("nginx", "/s", theirs),
        stored=closed,
        **{f"{name} p99 ms": run[name]["p99"] for name in ("start", "save", "submit")})]


def count(database) -> tuple[int, int]:
    """Closed attempts and steps in the file of a server that has stopped."""
    file = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        closed = file.execute("SELECT count(*) FROM attempt WHERE closed_at IS NOT NULL")
        steps = file.execute(
            "SELECT count(*) FROM "
            "(SELECT attempt, sequence FROM step UNION SELECT attempt, sequence FROM journal)")
        return closed.fetchone()[0], steps.fetchone()[0]
    finally:
        file.close()
