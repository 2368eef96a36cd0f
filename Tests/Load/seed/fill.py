"""Data folders with very many attempts, made once and kept: the schema, the contests and the
pupils with cards by the product itself, the mass by SQL, and all of it checked by the product.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from Tests.Load.school import (
    DAY, SHAPED_BY, School, Trainctl, open_contest, pupils_in, rule_sheet, shape)
from Tests.Load.seed.attempts import Attempt, new_id, sittings
from Tests.Load.seed.papers import deal, questions
from Tests.Rig.client import Client
from Tests.Rig.server import Server

# What else decides what such a folder holds.
FILES = ["Tests/Load/seed/papers.py", "Tests/Load/seed/attempts.py"]
# Steps of each attempt: nine saves and the submission.
ITEMS = 10
PAPERS = 2000
# People of one class.
CLASS = 1000
OPENED, CLOSED = -25, -2
BATCH = 20_000
# Attempts that the product verifies one by one.
SAMPLE = 10
NAME = "Nguyễn Văn An"
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def insertion(table: str, columns: str) -> str:
    marks = ", ".join("?" for _ in columns.split())
    return f"INSERT INTO {table} ({', '.join(columns.split())}) VALUES ({marks})"


ATTEMPT = insertion(
    "attempt", "id contest round person number seed started_at deadline closed_at by_deadline "
    "points correct_items all_correct prediction time_used last_change_at")
STEP = insertion("step", "attempt sequence at action digest")
PERSON = insertion("person", "id name roles unit birth_year code registered_at")
UNIT = insertion("unit", "id parent code name kind valid_from")


@dataclass
class Filled:
    """A folder where one contest is over and ranked, and pupils are in the middle of another."""

    data: Path
    # Pupils with their cards and the attempts that are open.
    pupils: Path
    open: str
    ranked: str
    # Seconds from the start of the server to the finished ranking.
    settled_in: float

    @staticmethod
    def ready(binaries: Path, cache: Path, attempts: int, pupils: int) -> Filled:
        """The folder with so many submitted attempts, from the cache or made now."""
        folder = cache / f"filled-{attempts}-{pupils}-{shape(SHAPED_BY + FILES)}"
        if not (folder / "settled").exists():
            for old in cache.glob(f"filled-{attempts}-{pupils}-*"):
                shutil.rmtree(old)
            print(f"making {attempts:,} attempts with {attempts * ITEMS:,} steps …", flush=True)
            began = time.monotonic()
            Filling(binaries, folder, attempts, pupils).run(School.ready(binaries, cache, pupils))
            print(f"made in {time.monotonic() - began:.0f} s", flush=True)
        return Filled(
            folder / "data", folder / "pupils", (folder / "open").read_text(),
            (folder / "ranked").read_text(), float((folder / "settled").read_text()))


class Filling:
    """The making of one folder."""

    def __init__(self, binaries: Path, folder: Path, attempts: int, pupils: int) -> None:
        self.binaries, self.folder = binaries, folder
        self.attempts, self.pupils = attempts, pupils
        self.chance = random.Random(attempts)
        self.now = int(time.time() * 1000)
        self.sample: list[bytes] = []

    def run(self, school: School) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(school.data, self.folder / "data")
        trainctl = Trainctl(self.binaries, self.folder / "data")
        open_sheet = rule_sheet("dang-mo")
        over_sheet = rule_sheet("da-xong", items=ITEMS, minutes=60, days=(OPENED, CLOSED))
        names = {
            "open": open_contest(trainctl, self.folder, "so-tai", open_sheet),
            "ranked": open_contest(trainctl, self.folder, "so-tai", over_sheet)}
        database = sqlite3.connect(self.folder / "data/training.sqlite", isolation_level=None)
        # The folder is thrown away when the making is cut off: nothing here must be durable.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-500000"):
            database.execute(f"PRAGMA {pragma}")
        database.execute("BEGIN")
        self.fill(database, slug_ids(database), school)
        database.execute("COMMIT")
        database.execute("PRAGMA journal_mode=WAL")
        database.close()
        (self.folder / "settled.part").write_text(str(self.settle(names["ranked"])))
        for name, contest in names.items():
            (self.folder / name).write_text(contest)
        (self.folder / "settled.part").rename(self.folder / "settled")

    def fill(self, database: sqlite3.Connection, contests: dict, school: School) -> None:
        own = {code: person for code, person in database.execute(
            "SELECT code, id FROM person WHERE code LIKE 'TAI%' ORDER BY code")}
        persons = self.people(database, list(own.values()))
        began = self.now + OPENED * DAY * 1000
        lasts = (CLOSED - OPENED - 1) * DAY * 1000
        self.submitted(database, contests["da-xong"], persons, began, lasts)
        self.running(database, contests["dang-mo"], own, school, began, lasts)

    def people(self, database: sqlite3.Connection, known: list[bytes]) -> list[bytes]:
        """As many persons as attempts; the pupils with cards stand evenly among them."""
        root = database.execute("SELECT id FROM unit WHERE code = 'truong-tai'").fetchone()[0]
        at = self.now + (OPENED - 30) * DAY * 1000
        every = self.attempts // len(known)
        persons: list[bytes] = []
        rows: list[tuple] = []
        unit = b""
        for number in range(self.attempts):
            if number % CLASS == 0:
                unit = new_id(at + number, self.chance)
                label = f"loat-{number // CLASS}"
                database.execute(UNIT, (unit, root, f"truong-tai-{label}", f"Lớp {label}", "class", at))
            if number % every == 0 and number // every < len(known):
                persons.append(known[number // every])
                continue
            person = new_id(at + number, self.chance)
            rows.append((person, NAME, "student", unit, 2012, f"P{number}", at))
            persons.append(person)
        database.executemany(PERSON, rows)
        return persons

    def submitted(
        self, database: sqlite3.Connection, contest: bytes, persons: list[bytes], began: int,
        lasts: int,
    ) -> None:
        bank = questions(database, contest)
        seeds = [self.chance.getrandbits(64) for _ in range(min(PAPERS, len(persons)))]
        papers = {seed: deal(bank, seed, ITEMS) for seed in seeds}
        attempts: list[tuple] = []
        steps: list[tuple] = []
        for number, sitting in enumerate(
            sittings(contest, persons, papers, began, lasts, self.chance)
        ):
            attempts.append(sitting.write())
            steps += sitting.steps
            if number % (self.attempts // SAMPLE) == 0:
                self.sample.append(sitting.attempt.id)
            if len(attempts) == BATCH:
                self.flush(database, attempts, steps)
        self.flush(database, attempts, steps)

    @staticmethod
    def flush(database: sqlite3.Connection, attempts: list[tuple], steps: list[tuple]) -> None:
        database.executemany(ATTEMPT, attempts)
        database.executemany(STEP, steps)
        attempts.clear()
        steps.clear()

    def running(
        self, database: sqlite3.Connection, contest: bytes, own: dict[str, bytes],
        school: School, began: int, lasts: int,
    ) -> None:
        """An open attempt of each pupil with a card, begun at moments spread over all others."""
        closes = database.execute(
            "SELECT closes FROM contest_round WHERE contest = ?", (contest,)).fetchone()[0]
        for number, person in enumerate(own.values()):
            started = began + int(number * lasts / len(own))
            attempt = Attempt(
                new_id(started, self.chance), contest, person, self.chance.getrandbits(64),
                started, closes)
            database.execute(ATTEMPT, attempt.row() + (None,) * 8)
        shutil.copy(school.pupils, self.folder / "pupils")

    def settle(self, ranked: str) -> float:
        """The server ranks the contest that is over; then everything is checked."""
        server = Server(self.binaries, self.folder, demo=False)
        began = time.monotonic()
        with server:
            client = Client(server.port)
            client.sign_in({"card": pupils_in(self.folder / "pupils")[0][0]})
            path = f"/api/v1/contests/{ranked}/standings?limit=1"
            while client.call("GET", path)[0] != 200:
                if time.monotonic() - began > 300:
                    raise RuntimeError("no standings after five minutes")
                time.sleep(0.05)
            took = time.monotonic() - began
            self.check(Trainctl(self.binaries, server.data))
        return took

    def check(self, trainctl: Trainctl) -> None:
        """The product finds its own rules kept in the whole file and in a sample of attempts."""
        trainctl("data", "check", timeout=600)
        for name in self.sample:
            trainctl("attempt", "verify", text_of(name))


def text_of(name: bytes) -> str:
    """An id as the product writes it: 26 characters of Crockford's base 32."""
    number = int.from_bytes(name, "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def slug_ids(database: sqlite3.Connection) -> dict[str, bytes]:
    """Contests by the slugs of their sheets."""
    rows = database.execute("SELECT sheet, id FROM contest")
    return {json.loads(sheet)["slug"]: contest for sheet, contest in rows}
