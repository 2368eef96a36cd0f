"""Every call of the HTTP API as it is published, with curl, on the demo data."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.API.described import Described  # noqa: E402
from Tests.API.metrics import Scrape, walk_metrics  # noqa: E402
from Tests.Rig.client import response_of  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

INSTANT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
PATHS = [
    "/api/v1/session", "/api/v1/me", "/api/v1/courses", "/api/v1/courses/{slug}",
    "/api/v1/courses/{slug}/lessons/{lesson}", "/api/v1/courses/{slug}/lessons/{lesson}/completion",
    "/api/v1/contests", "/api/v1/contests/{id}", "/api/v1/contests/{id}/attempts",
    "/api/v1/attempts/{attempt}", "/api/v1/attempts/{attempt}/answers/{slot}",
    "/api/v1/attempts/{attempt}/prediction", "/api/v1/attempts/{attempt}/submission",
    "/api/v1/attempts/{attempt}/late-deliveries",
    "/api/v1/contests/{id}/standings", "/api/v1/contests/{id}/events",
    "/api/v1/certificates/{code}",
]


class Reply:
    """What curl brought back."""

    def __init__(self, status: int, fields: dict[str, str], text: str) -> None:
        self.status = status
        self.fields = fields
        self.text = text

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    def __repr__(self) -> str:
        return f"{self.status} {self.fields.get('content-type')} {self.text[:400]}"


class Walker:
    """One person with curl."""

    described: Described | None = None
    complaints: list[str] = []

    def __init__(self, server: Server, token: str | None = None) -> None:
        self.server = server
        self.token = token

    def __call__(
        self, method: str, path: str, body: Any = None, *, raw: str | None = None,
        seconds: float = 20,
    ) -> Reply:
        command = ["curl", "-sS", "-i", "-N", "--max-time", str(seconds), "-X", method]
        if self.token is not None:
            command += ["-H", f"Authorization: Bearer {self.token}"]
        if raw is not None or body is not None:
            command += ["-H", "Content-Type: application/json", "--data-binary", "@-"]
        data = raw if raw is not None else json.dumps(body) if body is not None else None
        done = subprocess.run(
            [*command, self.server.url + path], input=data, capture_output=True, text=True,
            timeout=60)
        # 28: the time given was up, which is how an endless stream ends here.
        if done.returncode not in (0, 28):
            raise AssertionError(f"curl {method} {path}: {done.stderr}")
        head, _, text = done.stdout.replace("\r\n", "\n").partition("\n\n")
        lines = head.split("\n")
        fields = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            fields[name.strip().lower()] = value.strip()
        reply = Reply(int(lines[0].split(" ")[1]), fields, text)
        if self.described is not None and "json" in fields.get("content-type", ""):
            self.complaints += self.described.complaints(method, path, reply.status, reply.json)
        return reply

    def sign_in(self, entry: dict) -> Reply:
        if entry.get("card"):
            body = {"card": entry["card"]}
        else:
            body = {"username": entry["username"], "password": entry["password"]}
        reply = Walker(self.server)("POST", "/api/v1/session", body)
        if reply.status == 200:
            self.token = reply.json["token"]
        return reply


def is_problem(reply: Reply, status: int) -> bool:
    """An RFC 9457 problem of this status."""
    if reply.status != status:
        return False
    if not reply.fields.get("content-type", "").startswith("application/problem+json"):
        return False
    problem = reply.json
    return problem.get("status") == status and {"type", "title"} <= set(problem)


def scrape(tally: Tally, nobody: Walker) -> Scrape:
    reply = nobody("GET", "/metrics")
    tally.check("GET /metrics is Prometheus text",
                reply.status == 200 and reply.fields["content-type"].startswith(
                    "text/plain; version=0.0.4"), reply)
    return Scrape(reply.text)


def walk_service(tally: Tally, nobody: Walker) -> None:
    for path in ("/healthz", "/readyz"):
        reply = nobody("GET", path)
        tally.check(f"GET {path}", reply.status == 200, reply)
    reply = nobody("GET", "/api/v1/openapi.json")
    if tally.check("GET /api/v1/openapi.json", reply.status == 200, reply):
        described = reply.json
        tally.check("it is OpenAPI 3.1", described["openapi"].startswith("3.1"), described["openapi"])
        base = described["servers"][0]["url"].rstrip("/") if "servers" in described else ""
        shapes = {re.sub(r"\{\w+\}", "{}", base + path) for path in described["paths"]}
        missing = [path for path in PATHS if re.sub(r"\{\w+\}", "{}", path) not in shapes]
        tally.check("it describes every call", not missing, missing)
        Walker.described = Described(described)


def walk_session(tally: Tally, server: Server) -> tuple[Walker, Walker, Walker, Walker]:
    nobody = Walker(server)
    tally.check("GET /me without a token is 401", is_problem(nobody("GET", "/api/v1/me"), 401),
                nobody("GET", "/api/v1/me"))
    people = []
    for role in ("student", "teacher", "organizer"):
        person = Walker(server)
        entry = server.sign_ins(role)[0]
        reply = person.sign_in(entry)
        tally.check(
            f"POST /session as {role}",
            reply.status == 200 and set(reply.json) >= {"token", "person"}
            and reply.json["person"]["name"] == entry["name"], reply)
        reply = person("GET", "/api/v1/me")
        tally.check(
            f"GET /me as {role}",
            reply.status == 200 and role in json.dumps(reply.json) and "cohorts" in reply.json,
            reply)
        people.append(person)
    other = Walker(server)
    other.sign_in(server.sign_ins("student")[1])
    bad = nobody("POST", "/api/v1/session", {"username": "giaovien", "password": "not this one"})
    tally.check("a wrong password is 401", is_problem(bad, 401), bad)
    bad = nobody("POST", "/api/v1/session", {"card": "0" * 26})
    tally.check("a card that nobody has is 401", is_problem(bad, 401), bad)
    bad = nobody("POST", "/api/v1/session", raw='{"card":')
    tally.check("broken JSON is 400", is_problem(bad, 400), bad)
    return people[0], people[1], people[2], other


def walk_courses(tally: Tally, pupil: Walker) -> None:
    reply = pupil("GET", "/api/v1/courses")
    tally.check("GET /courses", reply.status == 200 and reply.json["items"], reply)
    slug = reply.json["items"][0]["slug"]
    reply = pupil("GET", f"/api/v1/courses/{slug}")
    tally.check("GET /courses/{slug}", reply.status == 200, reply)
    lesson = reply.json["modules"][0]["lessons"][0]["slug"]
    path = f"/api/v1/courses/{slug}/lessons/{lesson}"
    reply = pupil("GET", path)
    tally.check("GET /courses/{slug}/lessons/{lesson}", reply.status == 200, reply)
    questions = reply.json["checkpoint"]["questions"]
    tally.check("its checkpoint has questions without keys",
                questions and all(set(q) == {"number", "kind", "prompt", "options"} for q in questions),
                questions[:1])
    reply = pupil("POST", path + "/completion", {
        "answers": [[question["options"][0]["id"]] for question in questions]})
    tally.check("POST …/lessons/{lesson}/completion", reply.status == 200, reply)
    reply = pupil("GET", "/api/v1/courses/khong-co")
    tally.check("a course that is not there is 404", is_problem(reply, 404), reply)


def walk_attempt(tally: Tally, pupil: Walker, other: Walker) -> tuple[str, str]:
    reply = pupil("GET", "/api/v1/contests")
    tally.check(
        "GET /contests",
        reply.status == 200 and INSTANT.match(reply.json["serverTime"])
        and {"open", "upcoming"} <= {item["phase"] for item in reply.json["items"]}, reply)
    contests = {item["phase"]: item for item in reply.json["items"]}
    contest = contests["open"]
    tally.check(
        "a contest has id, title, phase, opensAt, closesAt",
        {"id", "title", "phase", "opensAt", "closesAt"} <= set(contest)
        and INSTANT.match(contest["opensAt"]), contest)
    reply = pupil("GET", f"/api/v1/contests/{contest['id']}")
    tally.check("GET /contests/{id}", reply.status == 200 and reply.json["phase"] == "open", reply)
    start = f"/api/v1/contests/{contest['id']}/attempts"
    early = pupil("POST", f"/api/v1/contests/{contests['upcoming']['id']}/attempts")
    tally.check("starting before the contest opens is refused", 400 < early.status < 500, early)
    reply = pupil("POST", start)
    tally.check("POST /contests/{id}/attempts", reply.status in (200, 201), reply)
    begun = reply.json
    items = begun["paper"]["items"]
    tally.check(
        "20 items of slot, kind, prompt, options and nothing else",
        len(items) == 20
        and all(set(item) == {"slot", "kind", "prompt", "options"} for item in items)
        and all(set(option) == {"id", "text"} for item in items for option in item["options"]),
        items[0])
    tally.check("with attempt, deadline, serverTime",
                {"attempt", "deadline", "serverTime"} <= set(begun), list(begun))
    again = pupil("POST", start)
    tally.check("starting again gives the open attempt",
                again.json["attempt"] == begun["attempt"] and again.json["paper"] == begun["paper"],
                again)
    path = f"/api/v1/attempts/{begun['attempt']}"
    reply = pupil("GET", path)
    tally.check(
        "GET /attempts/{attempt}",
        reply.status == 200
        and {"state", "deadline", "serverTime", "paper", "answers"} <= set(reply.json)
        and reply.json["paper"] == begun["paper"], reply)
    stranger = other("GET", path)
    tally.check("somebody else's attempt is not shown", stranger.status in (403, 404), stranger)
    walk_saves(tally, pupil, other, path, items)
    walk_end(tally, pupil, path, items)
    return contest["id"], begun["attempt"]


def walk_saves(tally: Tally, pupil: Walker, other: Walker, path: str, items: list) -> None:
    first = f"{path}/answers/{items[0]['slot']}"
    response = response_of(items[0], 0)
    saved = pupil("PUT", first, {"revision": 1, "response": response})
    tally.check(
        "PUT /attempts/{attempt}/answers/{slot}",
        saved.status == 200 and {"revision", "savedAt", "receipt"} <= set(saved.json)
        and INSTANT.match(saved.json["savedAt"]), saved)
    again = pupil("PUT", first, {"revision": 1, "response": response})
    tally.check("the same revision and bytes again give the same receipt",
                again.status == 200 and again.json == saved.json, (saved, again))
    newer = pupil("PUT", first, {"revision": 2, "response": response_of(items[0], 1)})
    tally.check("a newer revision is taken", newer.status == 200, newer)
    older = pupil("PUT", first, {"revision": 1, "response": response})
    tally.check("an older one is 409 with the newer",
                is_problem(older, 409) and '"revision":2' in older.text.replace(" ", ""), older)
    wrong = other("PUT", first, {"revision": 9, "response": response})
    tally.check("nobody else may save", wrong.status in (403, 404), wrong)
    odd = pupil("PUT", first, {"revision": 3, "response": "zz"})
    tally.check("an option that is not there is refused", is_problem(odd, 400) or
                is_problem(odd, 422), odd)
    for item in items[1:]:
        reply = pupil("PUT", f"{path}/answers/{item['slot']}",
                      {"revision": 1, "response": response_of(item, 0)})
        if reply.status != 200:
            tally.check(f"save of slot {item['slot']}", False, reply)
    reply = pupil("GET", path)
    answers = {answer["slot"]: answer for answer in reply.json["answers"]}
    tally.check(
        "all 20 answers are in the attempt, with revision, response, savedAt",
        len(answers) == 20 and answers[items[0]["slot"]]["revision"] == 2
        and all({"slot", "revision", "response", "savedAt"} <= set(a) for a in answers.values()),
        reply)


def walk_end(tally: Tally, pupil: Walker, path: str, items: list) -> None:
    reply = pupil("PUT", f"{path}/prediction", {"revision": 1, "value": 17})
    tally.check("PUT /attempts/{attempt}/prediction", reply.status == 200, reply)
    closed = pupil("POST", f"{path}/submission")
    tally.check("POST /attempts/{attempt}/submission",
                closed.status == 200 and "receipt" in closed.json, closed)
    again = pupil("POST", f"{path}/submission")
    tally.check("submitting again gives the same answer",
                again.status == 200 and again.json["receipt"] == closed.json["receipt"], again)
    late = pupil("PUT", f"{path}/answers/{items[0]['slot']}",
                 {"revision": 9, "response": response_of(items[0], 2)})
    tally.check("a save after the end is 410", is_problem(late, 410), late)
    late = pupil("POST", f"{path}/late-deliveries", {
        "sentAt": "2026-11-23T03:00:00.000Z", "deliveries": []})
    tally.check("what was handed in takes no late answers: 410", is_problem(late, 410), late)


def walk_board(tally: Tally, server: Server, pupil: Walker, contest: str) -> None:
    events = pupil("GET", f"/api/v1/contests/{contest}/events", seconds=2)
    tally.check(
        "GET /contests/{id}/events is a stream of events",
        events.status == 200 and events.fields["content-type"].startswith("text/event-stream")
        and re.search(r"^event: ?(phase|time|counts)$", events.text, re.M), events)
    hidden = pupil("GET", f"/api/v1/contests/{contest}/standings")
    tally.check("GET /contests/{id}/standings is hidden while the round runs",
                hidden.status in (200, 403, 404, 409) and not hidden.json.get("items"), hidden)
    server.trainctl("--yes", "contest", "close", contest)
    reply = pupil("GET", f"/api/v1/contests/{contest}")
    tally.check("trainctl closes the round through the server", reply.json["phase"] != "open", reply)
    shown = pupil("GET", f"/api/v1/contests/{contest}/standings")
    tally.check("then the board is shown", shown.status == 200 and shown.json["items"], shown)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", default=".build/release", type=Path)
    options = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="walk-") as folder:
        with Server(options.bin, Path(folder)) as server:
            nobody = Walker(server)
            walk_service(tally, nobody)
            metrics = scrape(tally, nobody)
            pupil, _, _, other = walk_session(tally, server)
            walk_courses(tally, pupil)
            contest, _ = walk_attempt(tally, pupil, other)
            walk_board(tally, server, pupil, contest)
            walk_metrics(tally, metrics, scrape(tally, nobody))
            missing = nobody("GET", "/api/v1/certificates/KHONG-CO")
            tally.check("an unknown certificate is 404", is_problem(missing, 404), missing)
            tally.check("every reply is as the API describes it", not Walker.complaints,
                        "\n        ".join(Walker.complaints[:20]))
        tally.check("the server stops cleanly", server.process is None)
    tally.finish()


if __name__ == "__main__":
    main()
