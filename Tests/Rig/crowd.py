"""A server with a school of any size, and the load program that plays its pupils."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from Tests.Load import client
from Tests.Load.client import Load, failures
from Tests.Load.school import School
from Tests.Load.stage import copy
from Tests.Rig.server import ROOT, Server

CACHE = ROOT / ".cache/load"


@contextmanager
def crowd(binaries: Path, folder: Path, pupils: int) -> Iterator[tuple[Server, Load]]:
    """Everybody is signed in by card; nobody has started."""
    school = School.ready(binaries, CACHE, pupils)
    copy(school.data, folder / "data")
    own = folder / "pupils"
    shutil.copy(school.pupils, own)
    with Server(binaries, folder, demo=False) as server:
        load = Load(client.build(CACHE), server.port, own, school.contest)
        must(load.run("signIn", connections=32, seconds=120, write=own))
        yield server, load


def must(report: dict) -> dict:
    """A report of a load without a failure."""
    if failures(report):
        raise RuntimeError(f"requests failed: {report['run']}")
    return report
