"""Clocks that jump under a running contest and across restarts: no deadline moves.

The wall clock is set by libfaketime, an hour ahead, an hour back, a day back; the time since boot
by a time namespace. Time is compared with this program's own monotonic clock. Then the machine
"starts again" with a clock in the past: contest time must stand still until somebody is sure.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from datetime import datetime, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig import torture  # noqa: E402
from Tests.Rig.client import Client, response_of  # noqa: E402
from Tests.Rig.server import COURSES, Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

LIBRARY = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
JUMPS = {"an hour ahead": 3600, "an hour back": -3600, "a day back": -86_400}
# What the bar allows a deadline to move.
TOLERANCE = 1.0


class Stage:
    """A server under clocks that this program sets."""

    def __init__(self, options, folder: Path, tally: Tally) -> None:
        self.tally = tally
        self.folder = folder
        self.offset = folder / "offset"
        self.set_wall(0)
        self.server = Server(options.binaries, folder, environment={
            "LD_PRELOAD": LIBRARY, "FAKETIME_TIMESTAMP_FILE": str(self.offset),
            "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            # Unset, the library would set it: that moves the environment, from whose place Swift
            # finds the arguments.
            "FAKETIME_SHARED": "none none"})
        self.server.start()
        cards = self.server.sign_ins("student")
        self.pupil, self.other = (self.client(card) for card in cards[:2])
        self.revision = 0
        self.worst = 0.0

    def client(self, card: dict) -> Client:
        client = Client(self.server.port)
        client.sign_in(card)
        return client

    def set_wall(self, seconds: int) -> None:
        self.offset.write_text(f"{seconds:+d}\n")

    def restart(self) -> None:
        """The same port and folder; whoever was signed in still is."""
        self.stop()
        self.server.start()

    def stop(self) -> None:
        self.server.stop()
        for client in (self.pupil, self.other):
            # It connects again by itself.
            client.connection.close()

    def contest_time(self) -> float:
        return seconds_of(self.pupil.must("GET", "/api/v1/me")["serverTime"])

    def begin(self, seconds: float) -> None:
        """A contest that closes in so many seconds, and an attempt in it."""
        now = self.contest_time()
        self.closes = now + seconds
        sheet = json.loads(
            (COURSES / "tim-hieu-luat-an-ninh-mang/contests/tuan-an-ninh-mang.json").read_text())
        sheet["slug"] = "dong-ho"
        # The contest of the demo asks the same questions for longer.
        sheet["feedback"]["answers"] = "never"
        sheet["rounds"][0] |= {"opens": iso(now - 60), "closes": iso(self.closes)}
        file = self.folder / "dong-ho.json"
        file.write_text(json.dumps(sheet))
        made = self.server.trainctl(
            "contest", "open", str(file), "--unit", "so-mau", "--format", "json")
        self.contest = json.loads(made.stdout)["items"][0]["id"]
        self.attempt = self.pupil.must("POST", f"/api/v1/contests/{self.contest}/attempts")
        self.zero = (self.contest_time(), time.monotonic())

    def save(self, client: Client | None = None) -> tuple[int, dict]:
        self.revision += 1
        item = self.attempt["paper"]["items"][0]
        body = {"revision": self.revision, "response": response_of(item, self.revision)}
        return (client or self.pupil).call(
            "PUT", f"/api/v1/attempts/{self.attempt['attempt']}/answers/{item['slot']}", body)

    def drift(self) -> float:
        """How far contest time has moved from this program's clock."""
        return self.contest_time() - self.zero[0] - (time.monotonic() - self.zero[1])

    def check(self, name: str) -> None:
        drift = self.drift()
        self.worst = max(self.worst, abs(drift))
        read = self.pupil.must("GET", f"/api/v1/attempts/{self.attempt['attempt']}")
        self.tally.check(f"{name}: time goes on as before", abs(drift) <= TOLERANCE,
                         f"moved by {drift:.3f} s")
        self.tally.check(f"{name}: the deadline stays", read["deadline"] == self.attempt["deadline"],
                         read["deadline"])
        status, answer = self.save()
        self.tally.check(f"{name}: saves go on", status == 200, answer)

    def metric(self, name: str) -> int:
        _, text = self.pupil.call("GET", "/metrics")
        lines = (line.split() for line in text.decode().splitlines())
        return int(next(line[1] for line in lines if line[0] == name))

    def ready(self) -> bool:
        return self.pupil.call("GET", "/readyz")[0] == 200


def seconds_of(text: str) -> float:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="milliseconds")


def wait_for(what, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if what():
            return True
        time.sleep(0.05)
    return False


def jumps(stage: Stage) -> None:
    """The wall clock jumps while the server runs, and while it does not."""
    stage.check("nothing touched")
    for name, seconds in JUMPS.items():
        stage.set_wall(seconds)
        stage.check(f"wall clock {name}")
        ahead = stage.metric("wall_clock_ahead_milliseconds")
        stage.tally.check(f"wall clock {name}: the metrics tell it",
                          abs(ahead - seconds * 1000) < 2000, ahead)
        stage.restart()
        stage.check(f"wall clock {name}, restarted")
        stage.set_wall(0)
        stage.restart()
        stage.check(f"wall clock right again after {name}, restarted")
    stage.server.prefix = ["unshare", "--time", "--boottime", "86400"]
    stage.restart()
    stage.check("time since boot a day ahead, restarted")
    stage.server.prefix = []
    stage.restart()
    stage.check("time since boot right again, restarted")
    logged = stage.server.log.read_text()
    stage.tally.check("a jump stands in the log", "wallClockAheadMilliseconds" in logged,
                      stage.server.tail())


def the_deadline(stage: Stage) -> None:
    """Saves are taken until the deadline by this program's clock, and not after it."""
    # Where the deadline lies on the clock that nobody set.
    deadline = stage.zero[1] + seconds_of(stage.attempt["deadline"]) - stage.zero[0]
    stage.set_wall(-3600)
    last, first = 0.0, None
    while time.monotonic() < deadline + 3 and first is None:
        sent = time.monotonic()
        status, answer = stage.save()
        if status == 200:
            last = time.monotonic()
        else:
            first = sent
            stage.tally.check("after the deadline the answer says so", status == 410, answer)
        time.sleep(0.02)
    off = (first or deadline + 3) - deadline
    stage.tally.check("the deadline comes when it was promised", abs(off) <= TOLERANCE,
                      f"{off:.3f} s off; the last save was taken {last - deadline:.3f} s after it")
    print(f"figure: deadline off by {abs(off) * 1000:.0f} ms after {len(JUMPS) * 2 + 3} jumps of "
          f"up to a day, contest time by at most {stage.worst * 1000:.0f} ms", flush=True)
    stage.set_wall(0)


def another_boot(stage: Stage, wall: int) -> None:
    """The same folder after another start of the machine, whose clock is off by `wall` seconds."""
    stage.stop()
    file = stage.server.data / "clock"
    lines = file.read_text().splitlines()
    file.write_text("\n".join(
        "boot another-start" if line.startswith("boot ") else line for line in lines) + "\n")
    stage.set_wall(wall)
    server = stage.server
    await_ready, server.await_ready = server.await_ready, lambda: None
    server.start()
    server.await_ready = await_ready
    wait_for(lambda: answers(stage), 20)


def answers(stage: Stage) -> bool:
    try:
        return stage.pupil.call("GET", "/healthz")[0] == 200
    except OSError:
        stage.pupil.connection.close()
        return False


def doubt(stage: Stage) -> None:
    """A machine that woke in the past starts nothing, closes nothing and goes on saving."""
    tally = stage.tally
    stage.begin(3600)
    another_boot(stage, -86_400)
    tally.check("a clock in the past: not ready", not stage.ready())
    tally.check("the metrics tell the doubt", stage.metric("clock_doubtful") == 1)
    before = stage.contest_time()
    time.sleep(1.1)
    tally.check("contest time stands still", stage.contest_time() == before)
    status, answer = stage.save()
    tally.check("running attempts are saved", status == 200, answer)
    status, answer = stage.other.call("POST", f"/api/v1/contests/{stage.contest}/attempts")
    tally.check("nobody begins", status == 503 and answer["type"] == "/problems/clock-doubtful",
                answer)
    done = stage.server.trainctl("contest", "close", stage.contest, "--yes", check=False)
    tally.check("nothing is closed", done.returncode == 1, done.stdout + done.stderr)
    shown = stage.server.trainctl("data", "clock").stderr
    tally.check("the operator is told what to do", "data clock --accept" in shown, shown)

    stage.set_wall(0)
    tally.check("a time server ends the doubt", wait_for(stage.ready, 3))
    stage.check("after the doubt")
    status, answer = stage.other.call("POST", f"/api/v1/contests/{stage.contest}/attempts")
    tally.check("whoever waited can begin", status == 200, status)

    another_boot(stage, -86_400)
    tally.check("a clock in the past again: not ready", not stage.ready())
    stage.server.trainctl("data", "clock", "--accept")
    tally.check("an operator's word ends the doubt", stage.ready())
    moved = stage.drift()
    tally.check("contest time follows the machine's", abs(moved + 86_400) < TOLERANCE, moved)
    audit = stage.server.trainctl("data", "audit", "--limit", "5", "--format", "json").stdout
    tally.check("the log says who moved time", "data clock accept" in audit, audit)
    another_boot(stage, -86_395)
    tally.check("and is not asked again", stage.ready())


def main() -> None:
    options = torture.options(__doc__, seconds=(60, 25))
    torture.need_program("unshare", "util-linux")
    torture.need_root()
    if not Path(LIBRARY).exists():
        torture.need("libfaketime (Debian: faketime)")
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="clock-jumps-") as name:
        stage = Stage(options, Path(name), tally)
        try:
            stage.begin(options.seconds)
            jumps(stage)
            the_deadline(stage)
            doubt(stage)
        finally:
            stage.server.stop()
    tally.finish()


if __name__ == "__main__":
    main()
