"""Looks at a data folder that no server has open."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def faults_of(data: Path, acknowledged: int = 0) -> list[str]:
    """What is wrong with the database, as lines of text: damage, orphans, fewer steps than saves.

    Opened for writing like the server would, so that a left-over WAL is recovered.
    """
    database = sqlite3.connect(data / "training.sqlite", isolation_level=None)
    try:
        verdict = database.execute("PRAGMA integrity_check").fetchall()
        orphans = database.execute("PRAGMA foreign_key_check").fetchall()
        steps = steps_in(database)
    except sqlite3.DatabaseError as error:
        return [f"the database cannot be read: {error}"]
    finally:
        database.close()
    faults = [] if verdict == [("ok",)] else [f"integrity_check: {verdict[:3]}"]
    if orphans:
        faults.append(f"foreign_key_check: {orphans[:3]}")
    if steps < acknowledged:
        faults.append(f"{acknowledged} saves were acknowledged, {steps} steps are stored")
    return faults


def steps_in(database: sqlite3.Connection) -> int:
    """Steps of attempts, filed or still in the journal."""
    return database.execute(
        "SELECT count(*) FROM (SELECT attempt, sequence FROM step "
        "UNION SELECT attempt, sequence FROM journal)").fetchone()[0]
