#!/usr/bin/env python3
"""One thread alone writes the database and makes its checkpoints; strace watches all of them.

SQLite before 3.51.3 can lose commits when a checkpoint of one connection races a WAL reset by
another. So in the server's whole life, from start through saves, submits, imports, backups and
checks to its end, every write, truncation and flush of the database and its WAL must come from one
and the same thread, and every other thread may open the database for reading only.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.client import Client, open_contest, response_of  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402
from Tests.Rig.torture import need, need_program, options  # noqa: E402

WRITING = "write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,fallocate"
CALL = re.compile(r"^(\d+)\s+(\w+)\((.*)$")
OPENED = re.compile(r'"([^"]*)", ([A-Z_|]+)')


def watched(server: Server) -> Path:
    """Has strace look on from the first call; answers where it writes."""
    strace, trace = need_program("strace", "strace"), server.folder / "trace"
    probe = subprocess.run([strace, "-o", "/dev/null", "true"], capture_output=True, text=True)
    if probe.returncode != 0:
        need(f"the right to trace processes (ptrace): {probe.stderr.strip()}")
    # -D: the server stays our own child, strace is a grandchild.
    server.prefix = [strace, "-D", "-f", "-y", "-s", "0", "--quiet=all", "--seccomp-bpf",
                      "-e", f"trace=openat,{WRITING}", "-o", str(trace)]
    return trace


def live(server: Server, tally: Tally, saves: int) -> None:
    """Everything that writes, reads or copies."""
    pupils = []
    for entry in server.sign_ins("student")[:10]:
        client = Client(server.port)
        client.sign_in(entry)
        contest = open_contest(client)["id"]
        started = client.must("POST", f"/api/v1/contests/{contest}/attempts")
        pupils.append((client, contest, started))
    for turn in range(1, saves + 1):
        client, _, started = pupils[turn % len(pupils)]
        item = started["paper"]["items"][turn % len(started["paper"]["items"])]
        client.must("PUT", f"/api/v1/attempts/{started['attempt']}/answers/{item['slot']}",
                    {"revision": turn, "response": response_of(item, turn)})
        if turn % 50 == 0:
            client.must("GET", f"/api/v1/attempts/{started['attempt']}")
    for client, contest, started in pupils:
        client.must("POST", f"/api/v1/attempts/{started['attempt']}/submission")
        client.call("GET", f"/api/v1/contests/{contest}/standings")
    classes = server.folder / "class.csv"
    rows = "".join(f"Nguyễn An,9Z,9-{number}\n" for number in range(300))
    classes.write_text("Họ và tên,Lớp,Mã số\n" + rows, "utf-8")
    server.trainctl("person", "import", str(classes), "--unit", "thcs-hoa-sen",
                    "--new-class", "create")
    server.trainctl("data", "backup", str(server.folder / "copy.sqlite"))
    server.trainctl("data", "check")
    server.trainctl("data", "audit", "--verify")
    server.trainctl("person", "list", "--unit", "thcs-hoa-sen")
    tally.check("/readyz answers", Client(server.port).call("GET", "/readyz")[0] == 200)


def read(trace: Path, database: str) -> tuple[dict[str, dict[str, int]], dict[str, set[str]]]:
    """Who wrote which of the database's files how often, and who opened it for writing."""
    writers: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    opened: dict[str, set[str]] = defaultdict(set)
    for line in trace.read_text("utf-8", "replace").splitlines():
        found = CALL.match(line)
        if found is None:
            continue
        thread, call, rest = found.groups()
        if call == "openat":
            name = OPENED.search(rest)
            if name and name[1] == database:
                opened["RDWR" if "O_RDWR" in name[2] else "RDONLY"].add(thread)
            continue
        target = re.match(r"\d+<([^>]*)>", rest)
        if target and target[1] in (database, database + "-wal", database + "-journal"):
            writers[thread][f"{call} {Path(target[1]).name}"] += 1
    return writers, opened


def main() -> None:
    chosen = options(__doc__, saves=(20_000, 3_000))
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="single-writer-") as name:
        server = Server(chosen.binaries, Path(name))
        trace = watched(server)
        server.start()
        live(server, tally, chosen.saves)
        status = server.stop()
        tally.check("SIGTERM ends the server in good order", status == 0, status)
        writers, opened = read(trace, str(server.data / "training.sqlite"))
        calls = [dict(counts) for counts in writers.values()]
        tally.check("one thread alone writes, truncates and flushes database and WAL",
                    len(writers) == 1, calls)
        total = calls[0] if calls else {}
        tally.check("that thread flushed the WAL for the commits and the database for checkpoints",
                    total.get("fdatasync training.sqlite-wal", 0) >= chosen.saves
                    and total.get("fdatasync training.sqlite", 0) > 1, total)
        tally.check("no other thread opened the database for writing",
                    opened["RDWR"] == set(writers) and len(opened["RDONLY"]) > 0, dict(opened))
        flushes = total.get("fdatasync training.sqlite", 0)
        print(f"figure: {sum(total.values())} writing calls on database and WAL, of "
              f"{len(writers)} thread; {total.get('fdatasync training.sqlite-wal', 0)} flushes of "
              f"the WAL, {flushes} of the database")
    tally.finish()


if __name__ == "__main__":
    main()
