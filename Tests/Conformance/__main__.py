"""Public suites against the running product: python -m Tests.Conformance [SUITE…]."""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from pathlib import Path

from Tests.Conformance import garden, mutations, rules, tools
from Tests.Rig.server import Server
from Tests.Rig.tally import Tally

SUITES = ["rules", "mutations", "garden", "schemathesis", "slow", "wapiti", "sqlmap"]


def rows(server: Server) -> dict[str, int]:
    """How many rows each table holds: a refused request leaves them as they are."""
    database = sqlite3.connect(f"file:{server.data}/training.sqlite?mode=ro", uri=True)
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    counts = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
              for (name,) in names}
    database.close()
    return counts


def run(name: str, tally: Tally, server: Server, folder: Path, options: argparse.Namespace) -> str:
    """One suite; returns what it counted."""
    if name == "rules":
        return f"{rules.run(tally, server.port)} exchanges"
    if name == "mutations":
        return f"{mutations.alone(tally, server.port)} requests"
    if name == "garden":
        return f"{garden.run(tally, server, folder)} requests through nginx"
    if name == "schemathesis":
        count = tools.schemathesis(
            tally, server, folder, options.venv / "bin", 5 if options.short else 300)
        return f"{count} cases"
    if name == "slow":
        return f"{tools.slow_clients(tally, server, folder, 1000, 40)} connections"
    if name == "wapiti":
        return f"{tools.wapiti(tally, server, folder, options.wapiti, 300)} addresses attacked"
    return f"{tools.sqlmap(tally, server, folder, options.venv / 'bin' / 'sqlmap', 2)} aims"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=" ".join(SUITES))
    parser.add_argument("--bin", default=".build/release", type=Path)
    parser.add_argument("--venv", default=".cache/venv-conformance", type=Path)
    parser.add_argument("--wapiti", default=".cache/venv-wapiti/bin/wapiti", type=Path)
    parser.add_argument("--short", action="store_true", help="few examples")
    options = parser.parse_args()
    options.venv, options.wapiti = options.venv.absolute(), options.wapiti.absolute()
    tally = Tally()
    for name in options.suites or SUITES:
        with tempfile.TemporaryDirectory(prefix=f"conformance-{name}-") as place:
            folder = Path(place)
            with Server(options.bin, folder / "site") as server:
                began, before = time.monotonic(), rows(server)
                counted = run(name, tally, server, folder, options)
                if name in ("rules", "mutations", "garden"):
                    tally.check(f"{name}: nothing was written", rows(server) == before, rows(server))
                tally.check(f"{name}: the server lives", server.process.poll() is None, server.tail())
                print(f"figure: conformance {name}: {counted} in {time.monotonic() - began:.0f} s",
                      flush=True)
    tally.finish()


if __name__ == "__main__":
    main()
