"""The most expensive bodies that anybody may send, on six connections, beside pupils who save.

The worst form, the worst JSON and the worst upload of a stranger go round and round; a pair of
measurements, one without them and one among them, is taken seven times in turns.
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
    Body("/api/v1/session", OBJECT, "{" + ",".join(f'"k{n}":0' for n in range(6_000)) + "}"),
]


class Strangers:
    """Connections that send the worst again and again until they are told to stop."""

    def __init__(self, port: int) -> None:
        self.port = port
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
            body = WORST[turn % len(WORST)]
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
    without, among = [], []
    sent = 0
    with stage.school(stage.size(SAVERS, 40), "bodies") as (server, load):
        savers = part_of(load, "savers", 0, stage.size(SAVERS, 40))
        stage.start(savers)
        for turn in range(1 if stage.is_smoke else PAIRS):
            pace = Savers(stage, savers, turn)
            pace.finish(pace.begin(1))
            without.append(pace.finish(pace.begin(stage.seconds)))
            strangers = Strangers(server.port)
            try:
                among.append(pace.finish(pace.begin(stage.seconds)))
            finally:
                strangers.stop()
            sent += strangers.sent
            stage.expect(strangers.sent > 0, "bodies: nothing was sent")
            stage.expect(not strangers.failures, f"bodies: {strangers.failures[:3]}")
    pairs = [one / other for one, other in zip(among, without)]
    return [Result(
        "bodies", f"p99 of saves while {CONNECTIONS} connections send the worst bodies ÷ without",
        statistics.median(pairs), "<= 2",
        [Series("among", "ms", among), Series("without", "ms", without)], pairs,
        {"bodies sent": sent})]
