"""Databases as earlier versions of the program left them, built from the steps of its schema."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from pathlib import Path

from Tests.Rig.server import ROOT

STORAGE = ROOT / "Sources/QuizEngine/Storage"
APPLICATION_ID = 0x54524E47
# What every version keeps.
LASTING = {"unit": "id, code, name, kind", "person": "id, name, unit, registered_at",
           "card": "secret, person, created_at"}


def steps() -> list[str]:
    """The SQL of every migration in order, as Schema.steps lists them."""
    source = "\n".join(path.read_text("utf-8") for path in sorted(STORAGE.glob("*.swift")))
    literals = {
        name: re.sub(r"\\\n\s*", "", text) for name, text in re.findall(
            r'let (\w+): StaticString = """\n(.*?)\n\s*"""', source, re.DOTALL)}
    listed = re.findall(
        r'Migration\((\d+), "[^"]+", (\w+)\)', (STORAGE / "Schema.swift").read_text("utf-8"))
    if [int(number) for number, _ in listed] != list(range(1, len(listed) + 1)) or not listed:
        raise SystemExit(f"the steps in Schema.swift cannot be read: {listed}")
    return [literals[name] for _, name in listed]


def build(data: Path, version: int, persons: int = 500) -> None:
    """A data folder of schema `version` with a school and its pupils, their cards printed."""
    data.mkdir(parents=True)
    database = sqlite3.connect(data / "training.sqlite", isolation_level=None)
    database.executescript(
        f"PRAGMA application_id={APPLICATION_ID}; PRAGMA journal_mode=WAL; BEGIN;"
        + "\n".join(steps()[:version]) + f"\nPRAGMA user_version={version}; COMMIT;")
    database.execute("BEGIN")
    unit = bytes(15) + b"\1"
    database.execute(
        "INSERT INTO unit (id, code, name, kind, valid_from) VALUES (?, 'thcs', 'THCS', ?, 0)",
        (unit, "school"))
    for number in range(persons):
        person = number.to_bytes(16, "big")
        database.execute(
            "INSERT INTO person (id, name, roles, unit, registered_at)"
            " VALUES (?, ?, 'student', ?, ?)", (person, f"Học sinh {number}", unit, number))
        database.execute(
            "INSERT INTO card (secret, person, created_at) VALUES (?, ?, 0)",
            (hashlib.sha256(person).digest(), person))
    database.execute("COMMIT")
    database.close()


def content(data: Path) -> str:
    """A digest of what must outlive every migration."""
    database = sqlite3.connect(data / "training.sqlite")
    digest = hashlib.sha256()
    for table, columns in LASTING.items():
        for row in database.execute(f"SELECT {columns} FROM {table} ORDER BY 1"):
            digest.update(repr(row).encode())
    database.close()
    return digest.hexdigest()


def units(data: Path) -> int:
    """How many units there are."""
    database = sqlite3.connect(data / "training.sqlite")
    try:
        return database.execute("SELECT count(*) FROM unit").fetchone()[0]
    finally:
        database.close()


def version(data: Path) -> int:
    database = sqlite3.connect(data / "training.sqlite")
    try:
        return database.execute("PRAGMA user_version").fetchone()[0]
    finally:
        database.close()
