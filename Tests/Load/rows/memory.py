"""Memory of a server that waits, and how soon it answers with a million attempts stored."""

from __future__ import annotations

import http.client
import shutil
import time
from pathlib import Path

from Tests.Load.figures import Result, Series, ratio
from Tests.Load.process import KIB_PER_MB, memory_kib
from Tests.Load.school import School
from Tests.Load.seed.fill import Filled
from Tests.Load.stage import Stage, copy
from Tests.Rig.server import Server

REST = 2


def run(stage: Stage) -> list[Result]:
    attempts = stage.size(1_000_000, 2000)
    filled = Filled.ready(stage.binaries, stage.cache, attempts, stage.size(1000, 20))
    school = School.ready(stage.binaries, stage.cache, 64)
    places = {"new": None, "empty": None, "school": school.data, "full": filled.data}
    starts: dict[str, list[float]] = {name: [] for name in places}
    memory: dict[str, list[float]] = {name: [] for name in places}
    proportional: list[float] = []
    for name, source in places.items():
        if source is not None:
            copy(source, stage.folder / f"memory-{name}" / "data")
    # Made by a first start: the next ones find a folder with nobody in it.
    answer(Server(stage.binaries, stage.folder / "memory-empty", demo=False)).stop()
    for _ in range(stage.rounds):
        for name in places:
            folder = stage.folder / f"memory-{name}"
            if name == "new":
                shutil.rmtree(folder, ignore_errors=True)
            server = Server(stage.binaries, folder, demo=False)
            began = time.monotonic()
            answer(server)
            starts[name].append((time.monotonic() - began) * 1000)
            time.sleep(stage.size(REST, 0))
            resident, shared = memory_kib(server.process.pid)
            memory[name].append(resident / KIB_PER_MB)
            if name == "school":
                proportional.append(shared / KIB_PER_MB)
            server.stop()
    return results(attempts, starts, memory, proportional)


def answer(server: Server) -> Server:
    """Starts and asks without a pause until the first answer is there."""
    server.launch()
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return server
        except OSError:
            time.sleep(0.001)
        finally:
            connection.close()
    raise RuntimeError(f"no answer within two minutes:\n{server.tail()}")


def results(
    attempts: int, starts: dict[str, list[float]], memory: dict[str, list[float]],
    proportional: list[float],
) -> list[Result]:
    resident = Series("RSS", "MB", memory["school"])
    shared = Series("PSS", "MB", proportional)
    full = Series(f"RSS with {attempts:,} attempts", "MB", memory["full"])
    new = Series("new folder", "ms", starts["new"])
    return [
        Result(
            "memory", f"memory of a server that has waited {REST} s, MB", resident.median,
            "<= 40", [resident, shared, full], memory["school"]),
        ratio(
            "first-answer", f"start to first answer with {attempts:,} attempts ÷ an empty folder",
            "<= 2", Series("full", "ms", starts["full"]), Series("empty", "ms", starts["empty"]),
            **{"a folder that must be made, ms": round(new.median, 1)}),
    ]
