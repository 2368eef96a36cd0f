"""This build beside another one: instructions a request, and throughput in turns.

Instructions are counted by callgrind: the same for the same binary and requests, whatever else the
machine does. The server runs twice under it, with few and with many requests; the difference is what
the requests cost, start and stop left out.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from Tests.Load.figures import Result, Series, ratio
from Tests.Load.rows.saves import LUA, write_lua
from Tests.Load.school import pupils_in
from Tests.Load.stage import Stage
from Tests.Load.wrk import THREADS, burst
from Tests.Rig.client import Client
from Tests.Rig.server import Server

FEW, MANY = 100, 600
ATTEMPTS = 4000


def run(stage: Stage) -> list[Result]:
    return [
        asked(stage, "health", lambda client: "/healthz"), asked(stage, "lesson", lesson_path),
        saves_counted(stage), health(stage), saves(stage)]


def lesson_path(client: Client) -> str:
    """The first lesson there is."""
    course = client.must("GET", "/api/v1/courses")["items"][0]["slug"]
    module = client.must("GET", f"/api/v1/courses/{course}")["modules"][0]
    return f"/courses/{course}/lessons/{module['lessons'][0]['slug']}"


def asked(stage: Stage, name: str, path_of: Callable[[Client], str]) -> Result:
    """What one GET costs here, divided by what it costs there."""
    costs = []
    for which, binaries in sides(stage):
        with stage.serving(None, f"path-{name}-{which}", binaries) as server:
            path = path_of(Client(server.port))
        costs.append(cost(
            stage, binaries, f"{name}-{which}", lambda client, _: client.must("GET", path)))
    return divided(f"against-{name}-instructions", f"instructions of one GET, {name}", costs)


def saves_counted(stage: Stage) -> Result:
    """The same for a save; twenty pupils answer one question in turns, each over a connection of
    their own."""
    costs = []
    for which, binaries in sides(stage):
        with stage.school(20, f"counted-{which}", binaries) as (server, load):
            stage.start(load)
            pupils = list(pupils_in(load.pupils))
            server.stop()
            clients: dict[tuple[Client, str], Client] = {}

            def ask(first: Client, turn: int) -> None:
                _, token, attempt, kinds = pupils[turn % len(pupils)]
                client = clients.setdefault((first, token), Client(first.connection.port))
                client.token = token
                letter = "ab"[turn // len(pupils) % 2]
                client.must(
                    "PUT", f"/api/v1/attempts/{attempt}/answers/1",
                    {"revision": turn + 1, "response": [letter] if kinds[0] == "m" else letter})

            costs.append(cost(stage, binaries, f"saves-{which}", ask, data=server.data))
    return divided("against-saves-instructions", "instructions of one save", costs)


def sides(stage: Stage) -> list[tuple[str, Path]]:
    return [("here", stage.binaries), ("there", stage.other)]


def cost(
    stage: Stage, binaries: Path, name: str, ask: Callable[[Client, int], object],
    data: Path | None = None,
) -> float:
    counts = []
    for requests in (FEW, MANY):
        folder = stage.folder / f"count-{name}-{requests}"
        folder.mkdir(parents=True)
        if data is not None:
            shutil.copytree(data, folder / "data")
        out = folder / "callgrind.out"
        with Server(
            binaries, folder, demo=False,
            prefix=["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}"],
        ) as server:
            client = Client(server.port)
            for turn in range(requests):
                ask(client, turn)
        found = re.search(r"^(?:summary|totals): (\d+)", out.read_text(), re.MULTILINE)
        if found is None:
            raise RuntimeError(f"callgrind left no sum of {name}")
        counts.append(int(found[1]))
        shutil.rmtree(folder)
    return (counts[1] - counts[0]) / (MANY - FEW)


def divided(row: str, what: str, costs: list[float]) -> Result:
    return ratio(
        row, f"{what} ÷ the other build", "<= 1.03", Series("here", "", [costs[0]]),
        Series("there", "", [costs[1]]))


def health(stage: Stage) -> Result:
    with stage.serving(None, "here") as here, stage.serving(None, "there", stage.other) as there:
        rates = in_turns(stage, lambda server, _: burst(server.url + "/healthz", stage.seconds),
                         here, there)
    return compared("against-health", "GET /healthz a second", rates)


def saves(stage: Stage) -> Result:
    count = stage.size(ATTEMPTS, 400)
    with stage.school(count, "saves-here") as (here, ours), \
            stage.school(count, "saves-there", stage.other) as (there, theirs):
        for load in (ours, theirs):
            stage.start(load)
            write_lua(load.pupils, load.pupils.with_name("pupils.lua"))
        loads = {here.port: ours, there.port: theirs}

        def one(server: Server, turn: int):
            table = loads[server.port].pupils.with_name("pupils.lua")
            script = [str(LUA), str(table), str(turn), str(THREADS)]
            return burst(server.url, stage.seconds, connections=64, script=script)

        rates = in_turns(stage, one, here, there)
    return compared("against-saves", "saves a second, 64 connections", rates)


def in_turns(stage: Stage, one: Callable, here: Server, there: Server) -> tuple[list, list]:
    ours, theirs = [], []
    for turn in range(stage.rounds):
        pair = [(here, ours), (there, theirs)]
        for server, rates in pair if turn % 2 == 0 else reversed(pair):
            found = one(server, turn)
            stage.expect(found.bad == 0 and found.errors == 0 and found.good > 0, f"{found}")
            rates.append(found.rate)
    return ours, theirs


def compared(row: str, what: str, rates: tuple[list, list]) -> Result:
    return ratio(
        row, f"{what} ÷ the other build", ">= 0.95", Series("here", "/s", rates[0]),
        Series("there", "/s", rates[1]))
