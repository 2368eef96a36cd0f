"""Everybody starts within five seconds of the bell and hands in within ten of the end.

Each pupil comes on a connection of their own at an appointed moment; latencies count from it.
After the last answer the server is killed: every start and every submission that was acknowledged
must be in the file. The long form doubles the number until something gives.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Load.client import Load, failures  # noqa: E402
from Tests.Rig import torture  # noqa: E402
from Tests.Rig.crowd import crowd  # noqa: E402
from Tests.Rig.datafile import faults_of  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

START_SECONDS, SUBMIT_SECONDS = 5, 10
# What the bar allows: p99 of a submission, in milliseconds.
PATIENCE = 3000


def come(load: Load, task: str, count: int, seconds: int) -> dict:
    return load.run(
        task, connections=count, rate=count / seconds, seconds=seconds, write=load.pupils)


def stored(data: Path) -> tuple[int, int]:
    """Attempts begun and handed in, as they stand in the file."""
    database = sqlite3.connect(data / "training.sqlite")
    try:
        return database.execute(
            "SELECT count(*), count(closed_at) FROM attempt WHERE by_deadline IS NOT 1").fetchone()
    finally:
        database.close()


def unanswered(task: str, report: dict, count: int) -> str:
    one = report["run"][task]
    return (f"{count - one['good']} {task}s were not answered ({one['broken']} connections broken, "
            f"{one['refused']} refused)")


def bell(options, folder: Path, count: int) -> tuple[list[str], str]:
    """One bell for so many; what went wrong, and the figures."""
    wrong = []
    with crowd(options.binaries, folder, count) as (server, load):
        started = come(load, "start", count, START_SECONDS)
        submitted = {"run": {"submit": {"good": 0, "p99": 0, "max": 0}}}
        if failures(started):
            wrong.append(unanswered("start", started, count))
        else:
            submitted = come(load, "submit", count, SUBMIT_SECONDS)
            if failures(submitted):
                wrong.append(unanswered("submit", submitted, count))
        server.process.kill()
        server.process.wait()
        start, submit = started["run"]["start"], submitted["run"]["submit"]
        begun, ended = stored(server.data)
        if begun < start["good"] or ended < submit["good"]:
            wrong.append(f"{start['good']} starts and {submit['good']} submissions acknowledged, "
                         f"{begun} and {ended} stored")
        wrong += faults_of(server.data)
    if submit["p99"] > PATIENCE:
        wrong.append(f"p99 of submissions is {submit['p99']:.0f} ms")
    return wrong, (
        f"{count} starts in {START_SECONDS} s: p50 {start['p50']:.1f} p99 {start['p99']:.1f} ms; "
        f"{count} submissions in {SUBMIT_SECONDS} s: p99 {submit['p99']:.1f} ms, worst "
        f"{submit['max']:.0f} ms")


def main() -> None:
    options = torture.options(__doc__, pupils=(5000, 1000), most=(20_000, 1000))
    tally = Tally()
    count = options.pupils
    with tempfile.TemporaryDirectory(prefix="herd-") as name:
        wrong, figures = bell(options, Path(name) / str(count), count)
        tally.check(f"{count} at once: nobody refused, nothing lost", not wrong, wrong)
        print(f"figure: {figures}", flush=True)
        while not wrong and count * 2 <= options.most:
            count *= 2
            wrong, figures = bell(options, Path(name) / str(count), count)
            fails = f"; fails: {'; '.join(wrong)[:300]}" if wrong else ""
            print(f"figure: {figures}{fails}", flush=True)
    cores = os.cpu_count() or 1
    print(f"figure: on {cores} cores it {'fails at' if wrong else 'holds for'} {count} at once, "
          f"that is {count // cores} per core", flush=True)
    tally.finish()


if __name__ == "__main__":
    main()
