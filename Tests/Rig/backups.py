"""Looks at backups without the program that made them."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path


def sum_of(copy: Path) -> Path:
    """Where the checksum of a backup lies."""
    return copy.with_name(copy.name + ".sha256")


def proof_of(copy: Path) -> Path:
    """Where what shows that a backup is this installation's own lies."""
    return copy.with_name(copy.name + ".hmac")


def is_whole(copy: Path) -> bool:
    """Whether the checksum beside the copy is right and SQLite finds nothing wrong."""
    if not sum_of(copy).exists():
        return False
    expected, name = sum_of(copy).read_text("utf-8").split()
    if hashlib.sha256(copy.read_bytes()).hexdigest() != expected or name != copy.name:
        return False
    database = sqlite3.connect(f"file:{copy}?mode=ro&immutable=1", uri=True)
    try:
        return database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        database.close()
