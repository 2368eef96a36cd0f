"""The most expensive bodies that anybody may send, on six connections, beside pupils who save.

The worst form, the worst JSON and the worst upload of a stranger go round and round; measurements
without anybody, among small bodies and among the worst are taken seven times in turns. Six senders
take much of two cores whatever they send: small bodies tell how much.
"""

from __future__ import annotations

import http.client
import statistics
import threading
from dataclasses import dataclass

from Tests.Load.figures import Result, Series
from Tests.Load.rows.storm import SAVERS, Savers
from Tests.Load.stage import Stage, part_of

PAIRS = 7
CONNECTIONS = 6
# Marks of two classes in turn: sorting them is what comparing text by canonical equivalence costs.
MARKS = "a" + "\u0301\u0323" * 15_900
# As many as pass, and as long as they may be.
BOUNDED = "a" + "\u0301\u0323" * 15


@dataclass(frozen=True)
class Body:
    path: str
    media_type: str
    text: str


FORM, OBJECT = "application/x-www-form-urlencoded", "application/json"
WORST = [
    Body("/language", FORM, f"{MARKS}=1"),
    Body("/language", FORM, f"language={MARKS}"),
    Body("/language", FORM, "&".join(f"n{number}={BOUNDED}" for number in range(900))),
    Body("/sign-in", FORM, f"card={MARKS}"),
    Body("/api/v1/session", OBJECT, '{"' + MARKS + '":1}'),
    Body("/api/v1/session", OBJECT, '{"card":"' + "\\u0301\\u0323" * 5_000 + '"}'),
    Body("/api/v1/session", OBJECT, "[" * 60_000),
    Body("/api/v1/session", OBJECT, '{"a":[' + ",".join(['{"a":1}'] * 7_000) + "]}"),
    Body("/api/v1/session", OBJECT, "{" + ",".join(f'"k{n}":0' for n in range(6_000)) + "}"),
]
SMALL = [Body("/language", FORM, "a=1"), Body("/api/v1/session", OBJECT, '{"x":1}')]


class Strangers:
    """Connections that send the same bodies again and again until they are told to stop."""

    def __init__(self, port: int, bodies: list[Body]) -> None:
        self.port = port
        self.bodies = bodies
        self.ends = threading.Event()
        self.sent = 0
        self.failures: list[str] = []
        self.lock = threading.Lock()
        self.threads = [
            threading.Thread(target=self.send, args=(number,)) for number in range(CONNECTIONS)]
        for thread in self.threads:
            thread.start()

    def send(self, number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        turn = number
        while not self.ends.is_set():
            body = self.bodies[turn % len(self.bodies)]
            turn += 1
            try:
                connection.request(
                    "POST", body.path, body.text.encode(),
                    {"Content-Type": body.media_type, "Sec-Fetch-Site": "same-origin"})
                answer = connection.getresponse()
                answer.read()
                good = 400 <= answer.status < 500
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                good = isinstance(error, (ConnectionError, http.client.RemoteDisconnected))
            with self.lock:
                self.sent += 1
                if not good:
                    self.failures.append(f"{body.path}: {body.text[:20]!r}")
        connection.close()

    def stop(self) -> None:
        self.ends.set()
        for thread in self.threads:
            thread.join()


def run(stage: Stage) -> list[Result]:
    without: list[float] = []
    among: dict[str, list[float]] = {"small": [], "worst": []}
    sent = dict.fromkeys(among, 0)
    with stage.school(stage.size(SAVERS, 40), "bodies") as (server, load):
        savers = part_of(load, "savers", 0, stage.size(SAVERS, 40))
        stage.start(savers)
        for turn in range(1 if stage.is_smoke else PAIRS):
            pace = Savers(stage, savers, turn)
            pace.finish(pace.begin(1))
            without.append(pace.finish(pace.begin(stage.seconds)))
            for name, bodies in (("small", SMALL), ("worst", WORST)):
                strangers = Strangers(server.port, bodies)
                try:
                    among[name].append(pace.finish(pace.begin(stage.seconds)))
                finally:
                    strangers.stop()
                sent[name] += strangers.sent
                stage.expect(strangers.sent > 0, f"bodies: nothing {name} was sent")
                stage.expect(not strangers.failures, f"bodies: {strangers.failures[:3]}")
    return [
        divided("bodies", "none", among["worst"], without, {"bodies sent": sent["worst"]}),
        divided("bodies-small", "small ones", among["worst"], among["small"],
                {"small bodies sent": sent["small"]})]


def divided(
    row: str, beside: str, among: list[float], other: list[float], notes: dict[str, int],
) -> Result:
    pairs = [one / another for one, another in zip(among, other)]
    return Result(
        row, f"p99 of saves while {CONNECTIONS} connections send the worst bodies ÷ {beside}",
        statistics.median(pairs), "<= 2",
        [Series("among", "ms", among), Series(beside, "ms", other)], pairs, notes)
