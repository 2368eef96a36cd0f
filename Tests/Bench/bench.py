"""Measures the server beside nginx in the same run, in turns, on loopback.

  saves    durable answer saves (64 connections, every pupil another) against `return 200`
  health   GET /healthz against `return 200`
  lesson   a lesson page against nginx serving the same bytes from disk
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Bench.nginx import Nginx  # noqa: E402
from Tests.Rig.client import Client, open_contest  # noqa: E402
from Tests.Rig.server import ROOT, Server  # noqa: E402

CONNECTIONS = 64
THREADS = 2
LUA = Path(__file__).with_name("saves.lua")
GOALS = {"saves": 0.35, "health": 1.0, "lesson": 0.8}


def wrk(url: str, seconds: int, *, script: list[str] = (), headers: list[str] = ()) -> dict:
    """One burst of load: requests that were answered well, per second."""
    command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script[0], url, "--", *script[1:]]
    else:
        command.append(url)
    text = subprocess.run(
        command, capture_output=True, text=True, timeout=seconds + 30, check=True).stdout
    found = re.search(r"(\d+) requests in ([\d.]+)(ms|s|m)", text)
    took = float(found[2]) * {"ms": 0.001, "s": 1, "m": 60}[found[3]]
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    bad = int(refused[1]) if refused else 0
    good = int(found[1]) - bad
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", text)
    return {
        "good": good, "bad": bad, "errors": sum(map(int, errors.groups())) if errors else 0,
        "rate": good / took,
        "p99": float(p99[1]) * {"us": 0.001, "ms": 1, "s": 1000}[p99[2]] if p99 else None,
    }


class Pupils:
    """Everybody of the demo, signed in, with a running attempt."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.rows = []
        for entry in server.sign_ins("student"):
            client = Client(server.port)
            client.sign_in(entry)
            contest = open_contest(client)
            begun = client.must("POST", f"/api/v1/contests/{contest['id']}/attempts")
            kinds = [item["kind"] for item in sorted(begun["paper"]["items"], key=lambda i: i["slot"])]
            self.rows.append((client, begun["attempt"], kinds))

    def write_lua(self, path: Path) -> None:
        lines = ["return {"]
        for client, attempt, kinds in self.rows:
            names = ", ".join(f'"{kind}"' for kind in kinds)
            lines.append(
                f'  {{ token = "{client.token}", path = "/api/v1/attempts/{attempt}/answers/", '
                f"kinds = {{ {names} }} }},")
        path.write_text("\n".join([*lines, "}", ""]))

    def saved(self, turn: int) -> int:
        """Saves of one round that the server has, by the revisions that it shows."""
        base = turn * 1_000_000
        count = 0
        for client, attempt, _ in self.rows:
            answers = client.must("GET", f"/api/v1/attempts/{attempt}")["answers"]
            count += sum(max(0, answer["revision"] - base) for answer in answers)
        # wrk asks its script for one request that it never sends, so one revision is skipped.
        return count - 1


def saves(server: Server, nginx: Nginx, folder: Path, rounds: int, seconds: int) -> dict:
    pupils = Pupils(server)
    table = folder / "pupils.lua"
    pupils.write_lua(table)
    ours, empty, same = [], [], []
    acknowledged = stored = 0
    for turn in range(rounds):
        script = [str(LUA), str(table), str(turn), str(THREADS)]
        empty.append(wrk(nginx.url + "/empty", seconds))
        same.append(wrk(nginx.url, seconds, script=script))
        burst = wrk(server.url, seconds, script=script)
        ours.append(burst)
        acknowledged += burst["good"]
        stored += pupils.saved(turn)
    result = figures("saves", ours, empty)
    result["nginx, same requests"] = round(statistics.median(b["rate"] for b in same))
    result["acknowledged"] = acknowledged
    result["stored"] = stored
    result["lost"] = max(0, acknowledged - stored)
    return result


def health(server: Server, nginx: Nginx, _: Path, rounds: int, seconds: int) -> dict:
    ours, theirs = [], []
    for _turn in range(rounds):
        theirs.append(wrk(nginx.url + "/empty", seconds))
        ours.append(wrk(server.url + "/healthz", seconds))
    return figures("health", ours, theirs)


def lesson(server: Server, nginx: Nginx, _: Path, rounds: int, seconds: int) -> dict:
    client = Client(server.port)
    client.sign_in(server.sign_ins("student")[0])
    course = client.must("GET", "/api/v1/courses")["items"][0]["slug"]
    modules = client.must("GET", f"/api/v1/courses/{course}")["modules"]
    path = f"/courses/{course}/lessons/{modules[0]['lessons'][0]['slug']}"
    page = client.must("GET", path)
    nginx.serve("lesson.html", page)
    header = [f"Authorization: Bearer {client.token}"]
    ours, theirs = [], []
    for _turn in range(rounds):
        theirs.append(wrk(nginx.url + "/lesson.html", seconds))
        ours.append(wrk(server.url + path, seconds, headers=header))
    result = figures("lesson", ours, theirs)
    result["bytes"] = len(page)
    return result


def figures(name: str, ours: list[dict], theirs: list[dict]) -> dict:
    rates = [burst["rate"] for burst in ours]
    other = [burst["rate"] for burst in theirs]
    return {
        "name": name, "goal": GOALS[name],
        "ratio": round(statistics.median(rates) / statistics.median(other), 3),
        "ours": round(statistics.median(rates)), "ours range": [round(min(rates)), round(max(rates))],
        "nginx": round(statistics.median(other)),
        "nginx range": [round(min(other)), round(max(other))],
        "p99 ms": round(statistics.median(burst["p99"] for burst in ours), 2),
        "refused": sum(burst["bad"] for burst in ours),
        "errors": sum(burst["errors"] for burst in ours),
    }


def show(result: dict) -> None:
    low, high = result["ours range"]
    other_low, other_high = result["nginx range"]
    print(
        f"figure: {result['name']:7} {result['ours']:>8,}/s ({low:,}–{high:,})   "
        f"nginx {result['nginx']:>8,}/s ({other_low:,}–{other_high:,})   "
        f"ratio {result['ratio']:.2f} (goal {result['goal']})   p99 {result['p99 ms']} ms   "
        f"refused {result['refused']}, errors {result['errors']}")
    if "stored" in result:
        print(
            f"figure: saves acknowledged {result['acknowledged']:,}, stored {result['stored']:,}, "
            f"lost {result['lost']}; nginx with the same requests "
            f"{result['nginx, same requests']:,}/s")
    sys.stdout.flush()


def audit(server: Server, acknowledged: int) -> list[str]:
    """After the server has stopped: the file is whole and holds a step for every save."""
    file = sqlite3.connect(f"file:{server.data}/training.sqlite?mode=ro", uri=True)
    whole = file.execute("PRAGMA integrity_check").fetchone()[0]
    steps = sum(
        file.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("step", "journal"))
    file.close()
    print(f"figure: {steps:,} steps in the file, integrity_check {whole}")
    wrong = [] if whole == "ok" else [f"integrity_check: {whole}"]
    if steps < acknowledged:
        wrong.append(f"{acknowledged:,} saves were acknowledged, {steps:,} steps are in the file")
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="saves, health, lesson")
    parser.add_argument("--bin", default=ROOT / ".build/release", type=Path)
    parser.add_argument("--rounds", default=5, type=int)
    parser.add_argument("--seconds", default=3, type=int)
    parser.add_argument("--smoke", action="store_true", help="one short round of each")
    options = parser.parse_args()
    benches = {"saves": saves, "health": health, "lesson": lesson}
    if set(options.names) - set(benches):
        parser.error(f"known names: {', '.join(benches)}")
    rounds, seconds = (1, 1) if options.smoke else (options.rounds, options.seconds)
    results, wrong = [], []
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        with Nginx(folder / "nginx") as nginx, Server(options.bin, folder) as server:
            for name in options.names or benches:
                result = benches[name](server, nginx, folder, rounds, seconds)
                results.append(result)
                show(result)
                if result["refused"] or result["errors"] or result.get("lost"):
                    wrong.append(f"{name}: refused, failed or lost requests")
        if not options.names or "saves" in options.names:
            wrong += audit(server, sum(result.get("acknowledged", 0) for result in results))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if not options.smoke:
        target = ROOT / ".cache" / "bench.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(
            {"at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "rounds": rounds,
             "seconds": seconds, "connections": CONNECTIONS, "results": results}, indent=2) + "\n")
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
