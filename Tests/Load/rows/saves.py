"""Durable saves of one answer, every pupil another, beside nginx that returns a constant.

Each burst ends with SIGKILL; the server starts again on the same folder, and what it then shows
is counted. At the end it is killed in the middle of saves, each slot of each pupil compared, and
its flushes are counted while saves come one at a time.
"""

from __future__ import annotations

import time
from pathlib import Path

from Tests.Load.client import Load
from Tests.Load.figures import Result
from Tests.Load.rows.health import compare, expect_all_good
from Tests.Load.school import pupils_in
from Tests.Load.stage import Stage
from Tests.Load.syncs import flushes_during
from Tests.Load.wrk import THREADS, Burst, burst
from Tests.Rig.client import Client
from Tests.Rig.server import Server

LUA = Path(__file__).parents[1] / "saves.lua"
# An attempt takes 20 saves a second and 2,000 an hour, and the server is meant to be the limit.
PUPILS = 4000
# Revisions of one burst lie between two multiples of this.
SPAN = 1_000_000


def run(stage: Stage) -> list[Result]:
    results = []
    for connections in [16] if stage.is_smoke else [64, 1000]:
        with stage.school(stage.size(PUPILS, 400), f"saves-{connections}") as (server, load):
            stage.start(load)
            results.append(Bursts(stage, server, load, connections).run())
            results[-1].notes |= killed_while_saving(stage, server, load, connections)
            results[-1].notes |= flushed(stage, server, load, connections)
    return results


class Bursts:
    """Bursts of saves from so many connections, and what was stored of them."""

    def __init__(self, stage: Stage, server: Server, load: Load, connections: int) -> None:
        self.stage, self.server, self.load = stage, server, load
        self.connections = connections
        self.row = f"saves-{connections}"
        self.table = load.pupils.with_name("pupils.lua")
        write_lua(load.pupils, self.table)

    def run(self) -> Result:
        theirs, ours, same = [], [], []
        acknowledged = stored = 0
        for turn in range(self.stage.rounds):
            theirs.append(burst(
                self.stage.nginx.url + "/empty", self.stage.seconds, connections=self.connections))
            same.append(self.burst(self.stage.nginx.url, turn))
            before = self.steps()
            one = self.burst(self.server.url, turn)
            self.server.kill()
            self.server.start()
            found = self.steps() - before
            self.stage.expect(
                one.good <= found <= one.good + self.connections,
                f"{self.row}: {one.good} saves were acknowledged, {found} are stored")
            ours.append(one)
            acknowledged, stored = acknowledged + one.good, stored + found
        expect_all_good(self.stage, self.row, ours + theirs)
        result = compare(
            self.row, f"saves ÷ nginx return 200, {self.connections} connections", ">= 0.35",
            ours, theirs, acknowledged=acknowledged, stored=stored)
        result.notes["nginx, same requests /s"] = round(sum(b.rate for b in same) / len(same))
        return result

    def burst(self, url: str, turn: int) -> Burst:
        script = [str(LUA), str(self.table), str(turn), str(THREADS)]
        return burst(url, self.stage.seconds, connections=self.connections, script=script)

    def steps(self) -> int:
        """Steps of all pupils that the server shows: a receipt begins with the step's number."""
        count = 0
        for _, token, attempt, _ in pupils_in(self.load.pupils):
            state = Client(self.server.port, token).must("GET", f"/api/v1/attempts/{attempt}")
            receipts = [answer["receipt"] for answer in state["answers"]]
            count += max((int(receipt.split("-")[0]) for receipt in receipts), default=0)
        return count


def killed_while_saving(stage: Stage, server: Server, load: Load, connections: int) -> dict:
    """SIGKILL in the middle of saves: what each slot must hold is known to the load program."""
    ledger = load.pupils.with_name("ledger")
    base = (stage.rounds + 1) * SPAN
    running = load.begin(
        "save", connections=connections, seconds=stage.seconds + 5, base=base, ledger=ledger)
    time.sleep(stage.seconds)
    server.kill()
    report = running.finish()
    server.start()
    wrong = compare_with(ledger, load, server)
    stage.expect(not wrong, f"saves-{connections}: after SIGKILL: {wrong[:3]} of {len(wrong)}")
    stage.expect(report["run"]["save"]["good"] > 0, f"saves-{connections}: nothing was saved")
    return {"acknowledged before SIGKILL": report["run"]["save"]["good"], "lost": len(wrong)}


def flushed(stage: Stage, server: Server, load: Load, connections: int) -> dict:
    """Saves that come one at a time: the disk is flushed for each before its answer."""
    reports = []

    def save() -> None:
        base = (stage.rounds + 2) * SPAN
        reports.append(load.run("save", connections=1, seconds=1, base=base))

    count = flushes_during(server.process.pid, load.pupils.with_name("flushes"), save)
    saves = reports[0]["run"]["save"]["good"]
    stage.expect(
        0 < saves <= count, f"saves-{connections}: {saves} saves one by one, {count} flushes")
    return {"one by one": saves, "flushes": count}


def compare_with(ledger: Path, load: Load, server: Server) -> list[str]:
    """Slots that hold neither what was acknowledged last nor what was sent last."""
    known: dict[int, dict[int, tuple[int, int]]] = {}
    for line in ledger.read_text().splitlines():
        pupil, slot, acknowledged, sent = map(int, line.split())
        known.setdefault(pupil, {})[slot] = (acknowledged, sent)
    wrong = []
    for number, (_, token, attempt, kinds) in enumerate(pupils_in(load.pupils)):
        state = Client(server.port, token).must("GET", f"/api/v1/attempts/{attempt}")
        found = {answer["slot"]: answer for answer in state["answers"]}
        for slot, (acknowledged, sent) in known.get(number, {}).items():
            answer = found.get(slot, {"revision": 0, "response": None})
            revision = answer["revision"]
            # Nothing was acknowledged there: an earlier burst may have left its own.
            may_be_older = acknowledged == 0
            if revision not in (acknowledged, sent) and not may_be_older:
                wrong.append(f"{attempt} slot {slot}: {acknowledged} became {revision}")
            elif revision in (acknowledged, sent) and revision > 0:
                letter = "a" if revision % 2 else "b"
                expected = [letter] if kinds[slot - 1] == "m" else letter
                if answer["response"] != expected:
                    wrong.append(f"{attempt} slot {slot}: {expected} became {answer}")
    return wrong


def write_lua(pupils: Path, table: Path) -> None:
    """The pupils as wrk's script reads them."""
    lines = ["return {"]
    for _, token, attempt, kinds in pupils_in(pupils):
        names = ", ".join('"multiple"' if kind == "m" else '"single"' for kind in kinds)
        lines.append(
            f'  {{ token = "{token}", path = "/api/v1/attempts/{attempt}/answers/", '
            f"kinds = {{ {names} }} }},")
    table.write_text("\n".join([*lines, "}", ""]))
