"""The top 100 and one's own rank among a million ranked attempts, beside a lookup by primary key.

The lookup is `GET /api/v1/me` on the same server: the person by their key. Both come through the
same connection, session, reader and JSON.
"""

from __future__ import annotations

import statistics
import subprocess
import time
from pathlib import Path

from Tests.Load.figures import Result, Series, ratio
from Tests.Load.rows.health import expect_all_good
from Tests.Load.school import pupils_in
from Tests.Load.seed.fill import Filled
from Tests.Load.stage import Stage
from Tests.Load.wrk import burst
from Tests.Rig.client import Client

CONNECTIONS = 16


def run(stage: Stage) -> list[Result]:
    attempts = stage.size(1_000_000, 2000)
    filled = Filled.ready(stage.binaries, stage.cache, attempts, stage.size(1000, 20))
    with stage.serving(filled.data, "ranks") as server:
        load = stage.load(server, filled.pupils, filled.ranked)
        stage.sign_in(load)
        token = pupils_in(load.pupils)[0][1]
        path = f"/api/v1/contests/{filled.ranked}/standings"
        check(stage, Client(server.port, token).must("GET", path), attempts)
        calls = Calls(stage, server.url, token)
        both = calls.compare("ranks", "top 100 and own rank", f"{path}?limit=100")
        own = calls.compare("ranks-own", "own rank and the first", f"{path}?limit=1")
        alone = calls.compare(
            "ranks-alone", "top 100 and own rank, one connection", f"{path}?limit=100",
            connections=1)
        scan = scan_seconds(server.data / "training.sqlite")
    both.notes |= {
        "ranking all of them s": round(filled.settled_in, 1),
        "sqlite3 shell scan s": round(scan, 2)}
    return [both, own, alone]


def check(stage: Stage, board: dict, attempts: int) -> None:
    """What is measured is what was asked for."""
    stage.expect(len(board["items"]) == min(100, attempts), f"ranks: {len(board['items'])} rows")
    stage.expect(board["own"] is not None, "ranks: no own rank")
    stage.expect(
        board["counts"]["attempts"] == attempts, f"ranks: {board['counts']} of {attempts}")
    ranks = [row["rank"] for row in board["items"]]
    stage.expect(ranks == sorted(ranks) and ranks[0] == 1, f"ranks: {ranks[:10]}")


class Calls:
    """Reads of one person, compared with the lookup."""

    def __init__(self, stage: Stage, url: str, token: str) -> None:
        self.stage, self.url = stage, url
        self.header = [f"Authorization: Bearer {token}"]

    def compare(self, row: str, what: str, path: str, connections: int = CONNECTIONS) -> Result:
        lookups, boards = [], []
        for _ in range(self.stage.rounds):
            for target, bursts in (("/api/v1/me", lookups), (path, boards)):
                bursts.append(burst(
                    self.url + target, self.stage.seconds, connections=connections,
                    headers=self.header))
        expect_all_good(self.stage, row, lookups + boards)
        # Cost is time for each call: the rates stand the other way round.
        return ratio(
            row, f"cost of {what} ÷ GET /api/v1/me", "<= 5",
            Series("lookup", "/s", [one.rate for one in lookups]),
            Series("board", "/s", [one.rate for one in boards]))


def scan_seconds(database: Path) -> float:
    """How long the sqlite3 shell takes to read every ranked attempt once."""
    query = "SELECT count(*), sum(points), sum(time_used) FROM attempt WHERE closed_at IS NOT NULL"
    times = []
    for _ in range(5):
        began = time.monotonic()
        subprocess.run(
            ["sqlite3", "-readonly", str(database), query], check=True, capture_output=True)
        times.append(time.monotonic() - began)
    return statistics.median(times)
