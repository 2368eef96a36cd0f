"""Starts that must be refused, in words, with nothing changed."""

from __future__ import annotations

import argparse
import hashlib
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.server import COURSES, Server, free_port  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402


class Starter:
    """Starts the server where it should not run."""

    def __init__(self, binaries: Path) -> None:
        self.binaries = binaries

    def run(self, data: Path, *words: str, listen: str | None = None) -> tuple[int, str]:
        done = subprocess.run(
            [str(self.binaries / "TrainingServer"), "--data", str(data), "--courses", str(COURSES),
             "--listen", listen or f"127.0.0.1:{free_port()}", *words],
            capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout + done.stderr


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def beside_a_running_server(tally: Tally, start: Starter, server: Server, folder: Path) -> None:
    code, text = start.run(server.data)
    tally.check("a second server on the same folder is refused", code == 1, (code, text))
    tally.check("and told which process has it", str(server.process.pid) in text, text)
    code, text = start.run(folder / "other", listen=f"127.0.0.1:{server.port}")
    tally.check("a port in use is refused", code == 1 and str(server.port) in text, (code, text))
    told = server.trainctl("--lang", "en", "--format", "json", "data", "info")
    tally.check("trainctl goes through the running server", told.returncode == 0, told)
    status = start.run(server.data, "--listen", "nowhere")[0]
    tally.check("a listen address that is none is misuse", status == 64, status)


def room_for_connections(tally: Tally, server: Server) -> None:
    """The kernel's table of open files is large from the start: it stops whoever makes it grow."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    places = int(status.partition("FDSize:")[2].split()[0])
    limits = Path(f"/proc/{server.process.pid}/limits").read_text()
    most = int(limits.partition("Max open files")[2].split()[0])
    tally.check("there is a place for every connection that may come",
                places >= min(most, 65_536), (places, most))


def foreign_files(tally: Tally, start: Starter, folder: Path) -> None:
    foreign = folder / "foreign"
    foreign.mkdir()
    file = foreign / "training.sqlite"
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE recipes (name TEXT)")
    database.commit()
    database.close()
    before = digest(file)
    code, text = start.run(foreign)
    tally.check("another program's database is refused", code == 1 and text, (code, text))
    tally.check("and left as it was", digest(file) == before)
    junk = folder / "junk"
    junk.mkdir()
    (junk / "training.sqlite").write_bytes(b"this is no database\n" * 400)
    code, text = start.run(junk)
    tally.check("a file that is no database is refused", code == 1 and text, (code, text))
    code, text = start.run(folder / "missing" / "deeper" / "still")
    tally.check("a folder that cannot be made is refused", code == 1 and "missing" in text,
                (code, text))


def newer_schema(tally: Tally, start: Starter, server: Server) -> None:
    file = server.data / "training.sqlite"
    database = sqlite3.connect(file)
    known = database.execute("PRAGMA user_version").fetchone()[0]
    database.execute(f"PRAGMA user_version = {known + 7}")
    database.commit()
    database.close()
    code, text = start.run(server.data)
    tally.check("a file of a newer version is refused", code == 1 and text, (code, text))
    database = sqlite3.connect(file)
    tally.check("and keeps its version",
                database.execute("PRAGMA user_version").fetchone()[0] == known + 7)
    database.execute(f"PRAGMA user_version = {known}")
    database.commit()
    database.close()


def stops_while_starting(tally: Tally, start: Starter, folder: Path) -> None:
    ends = []
    for number in range(5):
        process = subprocess.Popen(
            [str(start.binaries / "TrainingServer"), "--data", str(folder / f"short-{number}"),
             "--courses", str(COURSES), "--listen", f"127.0.0.1:{free_port()}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not (folder / f"short-{number}" / "lock").exists():
            time.sleep(0.001)
        process.send_signal(signal.SIGTERM)
        try:
            ends.append(process.wait(10))
        except subprocess.TimeoutExpired:
            ends.append(None)
            process.kill()
            process.wait()
    tally.check("a stop that comes during the start is not lost", ends == [0] * 5, ends)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", default=".build/release", type=Path)
    options = parser.parse_args()
    tally = Tally()
    start = Starter(options.bin)
    with tempfile.TemporaryDirectory(prefix="start-") as name:
        folder = Path(name)
        code, text = start.run(folder / "public", "--demo", listen=f"0.0.0.0:{free_port()}")
        tally.check("demo data is not served beyond this machine", code in (1, 64), (code, text))
        tally.check("and nothing was made", not (folder / "public" / "training.sqlite").exists())
        server = Server(options.bin, folder / "one").start()
        beside_a_running_server(tally, start, server, folder)
        room_for_connections(tally, server)
        card = server.sign_ins("student")[0]["card"]
        tally.check("SIGTERM ends it with 0", server.stop() == 0, server.tail())
        foreign_files(tally, start, folder)
        stops_while_starting(tally, start, folder)
        newer_schema(tally, start, server)
        server.start()
        tally.check("the folder opens again, with the same cards",
                    server.sign_ins("student")[0]["card"] == card)
        server.process.send_signal(signal.SIGINT)
        tally.check("Ctrl-C ends it with 0", server.process.wait(10) == 0, server.tail())
        server.process = None
        with socket.socket() as probe:
            tally.check("and the port is free", probe.connect_ex(("127.0.0.1", server.port)) != 0)
    tally.finish()


if __name__ == "__main__":
    main()
