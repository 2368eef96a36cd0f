"""Measures the release build beside its yardsticks in the same run, in turns, on loopback.

  health    GET /healthz ÷ nginx return 200
  lesson    a lesson page ÷ nginx serving the same bytes from disk
  saves     durable saves from 64 and 1,000 connections ÷ nginx return 200; SIGKILL after each
  attempts  whole attempts (start, 30 saves, submit) ÷ nginx return 200
  storm     10,000 starts in 5 s and 10,000 submits in 10 s, while others save
  idle      saves among 10,000 idle connections and 10,000 event streams; memory of each
  growth    a save with 10 million steps stored ÷ with 100 thousand
  ranks     top 100 and own rank among 1 million ranked attempts ÷ a lookup by key
  memory    a server that waits; start to first answer with 1 million attempts stored
  bodies    saves while six connections send the most expensive bodies there are ÷ without
  against   only with --against FOLDER: instructions a request and throughput ÷ another build

The folders with a million attempts take some minutes to make; they are kept in .cache/bench.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from Tests.Load import client
from Tests.Load.figures import Result
from Tests.Load.nginx import Nginx
from Tests.Load.stage import Stage
from Tests.Rig.server import ROOT

# Descriptors that a server with 10,000 connections needs, and as many for the load program.
DESCRIPTORS = 12_000
CROWDED = {"storm", "idle"}
ROWS = ["health", "lesson", "saves", "attempts", "storm", "idle", "growth", "ranks", "memory",
        "bodies"]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="Scripts/bench", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="rows to measure; all without one")
    parser.add_argument(
        "--bin", default=ROOT / ".cache/bench/bin", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", default=5, type=int, help="turns of each side (default 5)")
    parser.add_argument("--seconds", default=3, type=int, help="length of a burst (default 3)")
    parser.add_argument(
        "--against", type=Path, metavar="FOLDER",
        help="programs of another build, such as that of the release before; measures only that")
    parser.add_argument("--json", type=Path, help="where to write (default .cache/bench.json)")
    parser.add_argument(
        "--smoke", action="store_true", help="one short small round: counts only, no figures")
    chosen = parser.parse_args()
    unknown = set(chosen.names) - {*ROWS, *(["against"] if chosen.against else [])}
    if unknown or chosen.rounds < 1 or not 1 <= chosen.seconds <= 60:
        parser.error(f"unknown: {', '.join(unknown)}" if unknown else "out of range")
    chosen.bin = chosen.bin.resolve()
    if chosen.against is not None:
        chosen.against = chosen.against.resolve()
        if not (chosen.against / "TrainingServer").exists() or shutil.which("valgrind") is None:
            parser.error("--against needs a folder with TrainingServer and trainctl, and valgrind")
        chosen.names = chosen.names or ["against"]
    _, limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    if not chosen.smoke and limit < DESCRIPTORS and CROWDED & set(chosen.names or ROWS):
        parser.error(f"{', '.join(sorted(CROWDED))} need `ulimit -Hn {DESCRIPTORS}`, not {limit}")
    return chosen


def main() -> None:
    chosen = options()
    cache = ROOT / ".cache" / "bench"
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    results: list[Result] = []
    try:
        with Nginx(folder / "nginx") as nginx:
            stage = Stage(
                chosen.bin, folder, cache, client.build(cache), nginx,
                1 if chosen.smoke else chosen.rounds, 1 if chosen.smoke else chosen.seconds,
                chosen.smoke, chosen.against)
            for name in chosen.names or ROWS:
                found = importlib.import_module(f"Tests.Load.rows.{name}").run(stage)
                show(found, stage.is_smoke)
                results += found
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if not chosen.smoke or chosen.json:
        write(chosen.json or ROOT / ".cache" / "bench.json", chosen, results, stage)
    print(f"{stage.right} passed, {len(stage.wrong)} failed")
    sys.exit(1 if stage.wrong else 0)


def show(results: list[Result], is_smoke: bool) -> None:
    for result in results:
        # A smoke run is too short and too small for figures.
        lines = [f"ran: {result.row}"] if is_smoke else result.lines()
        print("\n".join(lines), flush=True)


def write(
    target: Path, chosen: argparse.Namespace, results: list[Result], stage: Stage,
) -> None:
    """Everything measured, for programs."""
    target.parent.mkdir(parents=True, exist_ok=True)
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    target.write_text(json.dumps({
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "commit": commit.stdout.strip(), "cores": os.cpu_count(), "kernel": platform.release(),
        "rounds": stage.rounds, "seconds": stage.seconds, "smoke": chosen.smoke,
        "wrong": stage.wrong, "results": [result.json() for result in results],
    }, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
