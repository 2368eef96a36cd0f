"""A school made by `trainctl`: any number of pupils with cards, and a contest that is open."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from Tests.Rig.server import ROOT, courses_of

# What decides whether a folder made earlier still is what the product would make.
SHAPED_BY = [
    "Sources/QuizEngine/Storage/Schema.swift", "Sources/QuizEngine/UseCases/Chain.swift",
    "Sources/QuizEngine/UseCases/CardSecret.swift", "Sources/QuizEngine/Model/StepText.swift",
]
ITEMS = 30
# A card of 26 letters and digits in groups of four, as the sheet shows it.
CARD = re.compile(r"\b(?:[0-9a-z]{4}-){6}[0-9a-z]{2}\b")
DAY = 86_400


def shape(files: list[str] = SHAPED_BY) -> str:
    """A short name for what is in files: the present schema and chain, or another build."""
    digest = hashlib.sha256()
    for file in files:
        digest.update((ROOT / file).read_bytes())
    return digest.hexdigest()[:12]


@dataclass
class School:
    """A data folder that nobody has open, and what the load program needs to know of it."""

    data: Path
    pupils: Path
    contest: str

    @staticmethod
    def ready(binaries: Path, cache: Path, pupils: int, made_by: str = "") -> School:
        """The school with so many pupils, from the cache or made now; `made_by` is the shape of
        another build's."""
        folder = cache / f"school-{pupils}-{made_by or shape()}"
        if not (folder / "contest").exists():
            for old in cache.glob(f"school-{pupils}-*"):
                shutil.rmtree(old)
            School.make(binaries, folder, pupils)
        return School(folder / "data", folder / "pupils", (folder / "contest").read_text())

    @staticmethod
    def make(binaries: Path, folder: Path, count: int) -> None:
        folder.mkdir(parents=True)
        trainctl = Trainctl(binaries, folder / "data")
        trainctl("unit", "add", "so-tai", "Sở đo tải", "--kind", "department")
        trainctl("unit", "add", "truong-tai", "Trường đo tải", "--kind", "school",
                 "--parent", "so-tai")
        trainctl("cohort", "create", "tat-ca", "--unit", "truong-tai")
        # Earlier builds asked nothing.
        asks = "--new-class" in trainctl("help", "person", "import")
        answers = ["--new-class", "create", "--known", "different"] if asks else []
        # A class list is at most as long as a large school.
        for start in range(0, count, 5000):
            file = folder / "class-list.csv"
            file.write_text(class_list(range(start, min(count, start + 5000))))
            trainctl("person", "import", file, "--unit", "truong-tai", "--cohort", "tat-ca",
                     *answers)
        sheet = folder / "cards.html"
        trainctl("cohort", "cards", "tat-ca", "--base-url", "http://127.0.0.1", "--yes",
                 "--output", sheet)
        cards = CARD.findall(sheet.read_text())
        if len(cards) != count:
            raise RuntimeError(f"{len(cards)} cards for {count} pupils")
        sheet.unlink()
        (folder / "pupils").write_text("".join(f"{card} - - -\n" for card in cards))
        contest = open_contest(trainctl, folder, "so-tai", rule_sheet("do-tai", minutes=240))
        (folder / "contest").write_text(contest)


class Trainctl:
    """`trainctl` on a data folder without a server."""

    def __init__(self, binaries: Path, data: Path) -> None:
        self.program = binaries / "trainctl"
        self.courses = courses_of(binaries)
        self.data = data

    def __call__(self, *words: object, timeout: float = 120) -> str:
        command = [self.program, "--data", self.data, "--courses", self.courses, "--quiet", *words]
        done = subprocess.run(
            list(map(str, command)), capture_output=True, text=True, timeout=timeout)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(map(str, words))}: {done.stdout[-800:]}{done.stderr}")
        return done.stdout


def pupils_in(file: Path) -> list[list[str]]:
    """Card, token, attempt and kinds of items of each pupil; a dash for what is not known."""
    return [line.split() for line in file.read_text().splitlines()]


def class_list(numbers: range) -> str:
    lines = ["Họ và tên,Lớp,Mã học sinh,Năm sinh"]
    for number in numbers:
        lines.append(f"Nguyễn Văn An,{6 + number // 40 % 4}A{number // 160},TAI{number:06},2012")
    return "\n".join(lines) + "\n"


def rule_sheet(
    slug: str, *, items: int = ITEMS, minutes: int | None = None, days: tuple[int, int] = (-30, 300),
) -> dict:
    """A contest with `items` questions that is open from one day to another, counted from now."""
    opens, closes = (time.gmtime(time.time() + day * DAY) for day in days)
    terms = {} if minutes is None else {"minutes": minutes}
    return {
        "slug": slug,
        "title": {"vi": f"Đo tải {slug}", "en": f"Load {slug}"},
        "summary": {"vi": "Dành cho phép đo.", "en": "For measuring."},
        "eligibility": {"roles": ["student"]},
        "rounds": [{
            "title": {"vi": "Vòng 1", "en": "Round 1"},
            "opens": time.strftime("%Y-%m-%dT%H:%M:%SZ", opens),
            "closes": time.strftime("%Y-%m-%dT%H:%M:%SZ", closes)}],
        "paper": {
            "bank": "tim-hieu-luat-an-ninh-mang/questions/ngan-hang.gift",
            "draws": [{"count": items}]},
        "attempt": terms,
        "scoring": {"pointsPerItem": "1", "multiple": "all-or-nothing"},
        "ranking": {
            "counted": "best",
            "keys": [{"key": "score"}, {"key": "time-used"}, {"key": "submitted-at"}]},
        "feedback": {"score": "closing", "answers": "never"},
        "board": {"reveal": "closing", "top": 100},
    }


def open_contest(trainctl: Trainctl, folder: Path, unit: str, sheet: dict) -> str:
    """Opens a contest by its sheet; its id."""
    file = folder / f"{sheet['slug']}.json"
    file.write_text(json.dumps(sheet, ensure_ascii=False))
    made = trainctl("contest", "open", file, "--unit", unit, "--format", "json")
    return json.loads(made)["items"][0]["id"]
