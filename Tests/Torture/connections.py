"""Too many connections: no descriptor left, and 10,000 of them open at once.

First the server may open 256 files and 1,000 clients come: it must not spin, those connected are
served, and a place that becomes free is found within a second. Then descriptors run out below the
server's own limit. Then strangers from one address flood it. Last, 10,000 idle connections and
10,000 open event streams lie beside pupils who save.
"""

from __future__ import annotations

import resource
import select
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Load.school import CARD, class_list  # noqa: E402
from Tests.Rig import torture  # noqa: E402
from Tests.Rig.client import Client, open_contest  # noqa: E402
from Tests.Rig.process import cpu_share, descriptors, resident_bytes  # noqa: E402
from Tests.Rig.savers import Savers  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

CLIENTS = 1000
# Streams that a session may hold open, and sessions whose streams a person may.
PER_SESSION = 8
PER_PUPIL = 4


class Crowd:
    """Sockets that only are there; those turned away can come again."""

    def __init__(self, port: int, source: str = "127.0.0.1") -> None:
        self.port = port
        self.source = source
        self.sockets: list[socket.socket] = []

    def come(self, count: int, request: bytes = b"") -> None:
        for _ in range(count):
            client = socket.socket()
            client.bind((self.source, 0))
            client.settimeout(5)
            try:
                client.connect(("127.0.0.1", self.port))
                client.sendall(request)
            except OSError:
                client.close()
                continue
            self.sockets.append(client)

    def answered(self) -> int:
        """Waits for the head of an answer on every connection; how many got 200."""
        good = 0
        for client in self.sockets:
            try:
                good += client.recv(65_536).startswith(b"HTTP/1.1 200")
            except OSError:
                pass
        return good

    def forget_closed(self) -> int:
        """Lets go of whom the server turned away; how many are left."""
        poll = select.poll()
        for client in self.sockets:
            poll.register(client, select.POLLIN | select.POLLRDHUP)
        gone = {number for number, event in poll.poll(0)
                if event & (select.POLLRDHUP | select.POLLHUP | select.POLLERR)}
        for client in self.sockets:
            if client.fileno() in gone:
                client.close()
        self.sockets = [client for client in self.sockets if client.fileno() >= 0]
        return len(self.sockets)

    def leave(self) -> None:
        for client in self.sockets:
            client.close()
        self.sockets = []


def cards_of(server: Server, count: int) -> list[str]:
    return [entry["card"] for entry in server.sign_ins("student")][:count]


def seconds_to_serve(server: Server, limit: float = 10) -> float:
    """How long a new client tries until it is served."""
    began = time.monotonic()
    while time.monotonic() < began + limit:
        try:
            with socket.create_connection(("127.0.0.1", server.port), 0.5) as client:
                client.settimeout(0.5)
                client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
                if client.recv(100).startswith(b"HTTP/1.1 200"):
                    return time.monotonic() - began
        except OSError:
            pass
        time.sleep(0.02)
    return limit


def press(server: Server, savers: Savers, crowd: Crowd, seconds: int) -> float:
    """Keeps 1,000 clients coming, each again a second after it was turned away; CPU in use."""
    shares = []
    for _ in range(seconds):
        crowd.come(CLIENTS - crowd.forget_closed())
        shares.append(cpu_share(server.process.pid, 1))
    return sum(shares) / len(shares)


def exhausted(options, folder: Path, tally: Tally) -> None:
    """1,000 clients for a server that may open 256 files."""
    server = Server(options.binaries, folder, prefix=["prlimit", "--nofile=256:256"])
    with server, Savers(server.port, cards_of(server, 20), interval=0.2) as savers:
        pid = server.process.pid
        for name in ("256 files", "no file left at all"):
            quiet = savers.watch(2)
            if name != "256 files":
                # Below what the server counted on: accept(2) itself fails now.
                few = descriptors(pid) + 20
                subprocess.run(["prlimit", f"--pid={pid}", f"--nofile={few}:256"], check=True)
            crowd = Crowd(server.port)
            share = press(server, savers, crowd, options.press)
            window = savers.take()
            tally.check(f"{name}: no busy loop", share < 0.2, f"{share:.2f} cores")
            tally.check(f"{name}: whoever is connected is served", not window.failures
                        and window.saves > 0 and window.worst < 1000, window)
            crowd.leave()
            back = seconds_to_serve(server)
            tally.check(f"{name}: a free place is found within a second", back <= 1, back)
            print(f"figure: {name}, {CLIENTS} clients: {share * 100:.0f} % of a core, saves p99 "
                  f"{window.p99:.1f} ms (before {quiet.p99:.1f}), served again after "
                  f"{back * 1000:.0f} ms", flush=True)
        notices = server.log.read_text().count("descriptorsExhausted")
        tally.check("the log says so, at most once a second",
                    0 < notices <= 3 * options.press + 5, notices)


def strangers(options, server: Server, savers: Savers, tally: Tally) -> None:
    """One address takes all the places it may have; others, and its own pupils, get in."""
    crowd = Crowd(server.port, "127.0.0.2")
    for _ in range(2):
        crowd.come(2500 - crowd.forget_closed(), b"GET /healthz HTT")
        time.sleep(0.3)
    held = crowd.forget_closed()
    tally.check("one address holds no more than its 2,000 places", 0 < held <= 2000, held)
    until = time.monotonic() + 5
    served = False
    while not served and time.monotonic() < until:
        pupil = Crowd(server.port, "127.0.0.2")
        pupil.come(1, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        served = pupil.answered() == 1
        pupil.leave()
        time.sleep(0.1)
    window = savers.take()
    tally.check("a pupil at the same address finds a place", served)
    tally.check("whoever is signed in notices nothing", not window.failures, window)
    crowd.leave()


def many(
    options, server: Server, savers: Savers, tally: Tally, name: str, most: int,
    requests: list[str],
) -> None:
    """10,000 of them beside pupils who save, as many with each of the requests; `most` kB of the
    server's memory each."""
    pid = server.process.pid
    alone = savers.watch(options.watch)
    before = resident_bytes(pid)
    crowd = Crowd(server.port)
    share = options.many // len(requests)
    for request in requests:
        crowd.come(share, request.encode())
    good = crowd.answered()
    tally.check(f"{options.many} {name} are answered", good == options.many, good)
    window = savers.watch(options.watch)
    each = (resident_bytes(pid) - before) / options.many / 1000
    left = crowd.forget_closed()
    tally.check(f"{name} stay open", left == options.many, left)
    tally.check(f"{name}: at most {most} kB each", each <= most, f"{each:.1f} kB")
    tally.check(f"{name}: no save fails", not window.failures and window.saves > 0, window)
    if not options.ci:
        tally.check(f"{name}: p99 of saves at most 1.5 × without",
                    window.p99 <= max(1.5 * alone.p99, 10), f"{window} / {alone}")
    print(f"figure: {options.many} {name}: {each:.1f} kB each, saves p99 {window.p99:.1f} ms, "
          f"without {alone.p99:.1f} ms", flush=True)
    crowd.leave()


def idle(options, server: Server, savers: Savers, tally: Tally) -> None:
    many(options, server, savers, tally, "idle connections", 8,
         ["GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"])


def sign_in_many(server: Server, count: int) -> list[Client]:
    """So many sessions of pupils of a school of its own, four of each."""
    file, sheet = server.folder / "list.csv", server.folder / "cards.html"
    file.write_text(class_list(range(-(-count // PER_PUPIL))), "utf-8")
    for words in (("unit", "add", "truong-dong", "Trường đông", "--kind", "school",
                   "--parent", "so-mau"),
                  ("cohort", "create", "dong", "--unit", "truong-dong"),
                  ("person", "import", str(file), "--unit", "truong-dong", "--cohort", "dong",
                   "--new-class", "create"),
                  ("cohort", "cards", "dong", "--base-url", server.url, "--yes",
                   "--output", str(sheet))):
        server.trainctl(*words)
    clients = [Client(server.port) for _ in range(count)]
    cards = CARD.findall(sheet.read_text("utf-8"))
    for number, client in enumerate(clients):
        client.sign_in({"card": cards[number // PER_PUPIL]})
    return clients


def streams(options, server: Server, savers: Savers, tally: Tally) -> None:
    pupils = sign_in_many(server, -(-options.many // PER_SESSION))
    contest = open_contest(pupils[0])["id"]
    many(options, server, savers, tally, "event streams", 16, [
        f"GET /api/v1/contests/{contest}/events HTTP/1.1\r\nHost: localhost\r\n"
        f"Authorization: Bearer {pupil.token}\r\n\r\n" for pupil in pupils])


def main() -> None:
    options = torture.options(__doc__, many=(10_000, 10_000), press=(20, 4), watch=(20, 5))
    torture.need_program("prlimit", "util-linux")
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < options.many + 1000:
        torture.need(f"{options.many + 1000} open files (ulimit -n)")
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="connections-") as name:
        exhausted(options, Path(name) / "few", tally)
        # Each on a server of its own: memory once taken is not given back.
        for kind in (idle, streams, strangers):
            with Server(options.binaries, Path(name) / kind.__name__) as server:
                with Savers(server.port, cards_of(server, 100), interval=0.5) as savers:
                    savers.watch(2)
                    kind(options, server, savers, tally)
    tally.finish()


if __name__ == "__main__":
    main()
