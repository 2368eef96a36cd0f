"""Delays, stalls, resets, lost answers, copies and half-closed connections between pupil and server.

Two devices of each pupil save and read the same few questions through a faulty proxy. Everything
sent and answered is kept, and in the end some order of events must explain each question's history
(Tests/Rig/history.py). What got no answer is sent again until it gets one.
"""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig import torture  # noqa: E402
from Tests.Rig.history import FOREVER, Event, explains, self_test  # noqa: E402
from Tests.Rig.proxy import KINDS, Fault, Proxy  # noqa: E402
from Tests.Rig.pupils import GONE, Pupil, Refused, Wire, for_each, seated  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

SLOTS = 3
# After so long a client gives up and does not know.
PATIENCE = 1.0


class Course:
    """One pupil's attempt with everything that two devices did to it."""

    def __init__(self, pupil: Pupil) -> None:
        self.pupil = pupil
        self.events: dict[int, list[Event]] = {item["slot"]: [] for item in pupil.items[:SLOTS]}
        # What got no answer, to be sent again: slot, revision, response.
        self.open: list[tuple[int, int, str]] = []

    def keep(self, slot: int, **what) -> None:
        self.events[slot].append(Event(**what))


class Device:
    """One of a pupil's two devices."""

    def __init__(self, course: Course, proxy: Proxy, seed: int) -> None:
        self.course = course
        self.proxy = proxy
        self.random = random.Random(seed)
        self.known = dict.fromkeys(course.events, 0)

    def fault(self) -> Fault:
        kind = self.random.choice(KINDS)
        late = self.random.uniform(0.05, 2 * PATIENCE)
        match kind:
            case "delay":
                return Fault(kind, delay=self.random.uniform(0.005, 0.2))
            case "stall":
                return Fault(kind, up=self.random.randrange(1, 400), late=late)
            case "reset":
                return Fault(kind, up=self.random.randrange(1, 400))
            case "lost answer":
                return Fault(kind, down=self.random.randrange(0, 300))
            case "copy":
                return Fault(kind, late=self.random.choice([0.0, late]))
        return Fault(kind)

    async def work(self, until: float) -> None:
        while time.monotonic() < until:
            if self.random.random() < 0.2:
                await self.read()
            else:
                await self.save()

    async def call(self, fault: Fault, method: str, path: str, body=None):
        """One request on a connection of its own; the answer, or None when none came whole."""
        wire = Wire(self.proxy.port)
        try:
            async with asyncio.timeout(PATIENCE):
                wire.reader, wire.writer = await self.proxy.connect(fault)
                return await wire.call(method, path, body, self.course.pupil.token)
        except (*GONE, TimeoutError):
            return None
        finally:
            wire.close()

    async def save(self) -> None:
        course, fault = self.course, self.fault()
        slot = self.random.choice(list(course.events))
        item = course.pupil.items[slot - 1]
        # Devices know of each other only what they read: the same revision is often used twice.
        revision = self.known[slot] + self.random.choice([0, 1, 1, 1, 2])
        response = self.random.choice(item["options"])["id"]
        if item["kind"] != "single":
            response = [response]
        await self.send(fault, slot, max(1, revision), response)

    async def send(self, fault: Fault, slot: int, revision: int, response) -> None:
        course = self.course
        what = {"kind": "save", "sent": time.monotonic(), "revision": revision,
                "response": json.dumps(response)}
        path = f"/attempts/{course.pupil.attempt}/answers/{slot}"
        try:
            saved = await self.call(
                fault, "PUT", path, {"revision": revision, "response": response})
        except Refused as refused:
            if refused.status != 409:
                raise
            found = json.loads(refused.body)["revision"]
            course.keep(slot, **what, answered=time.monotonic(), outcome="stale", found=found)
            self.known[slot] = max(self.known[slot], found)
        else:
            if saved is None:
                course.keep(slot, **what, answered=FOREVER, outcome="unknown")
                course.open.append((slot, revision, response))
            else:
                course.keep(slot, **what, answered=time.monotonic())
                self.known[slot] = max(self.known[slot], revision)
        if fault.kind == "copy":
            course.keep(slot, **what, answered=FOREVER, outcome="unknown")

    async def read(self, fault: Fault | None = None) -> bool:
        sent = time.monotonic()
        path = f"/attempts/{self.course.pupil.attempt}"
        reply = await self.call(fault or self.fault(), "GET", path)
        if reply is None:
            return False
        answers = {answer["slot"]: answer for answer in reply["answers"]}
        for slot in self.course.events:
            found = answers.get(slot)
            revision = found["revision"] if found else 0
            self.course.keep(
                slot, kind="read", sent=sent, answered=time.monotonic(), revision=revision,
                response=json.dumps(found["response"]) if found else None)
            self.known[slot] = max(self.known[slot], revision)
        return True

    async def resolve(self) -> int:
        """Sends again what got no answer, through good weather; how much stays unknown."""
        pending, self.course.open = self.course.open, []
        for slot, revision, response in pending:
            await self.send(Fault(), slot, revision, response)
        await self.read(Fault())
        return len(self.course.open)


async def submit_through(device: Device) -> str:
    """Hands the paper in through faults until an answer comes; its receipt."""
    path = f"/attempts/{device.course.pupil.attempt}/submission"
    for _ in range(200):
        if reply := await device.call(device.fault(), "POST", path, {}):
            return reply["receipt"]
    return "none"


async def torment(server: Server, options, tally: Tally) -> list[Course]:
    cards = [entry["card"] for entry in server.sign_ins("student")][: options.pupils]
    pupils = await seated(server.port, cards, options.seed)
    proxy = await Proxy(server.port).start()
    courses = [Course(pupil) for pupil in pupils]
    devices = [Device(course, proxy, options.seed * 7919 + number * 2 + side)
               for number, course in enumerate(courses) for side in (0, 1)]
    until = time.monotonic() + options.seconds
    await asyncio.gather(*(device.work(until) for device in devices))
    unknown = sum(len(course.open) for course in courses)
    left = sum(await asyncio.gather(*(device.resolve() for device in devices[::2])))
    tally.check("every unknown save is resolved by sending it again", left == 0, left)
    given = await asyncio.gather(*map(submit_through, devices))
    receipts = list(zip(given[::2], given[1::2]))
    tally.check("handing in through faults, on both devices, gives one receipt",
                all(first == second != "none" for first, second in receipts), receipts)
    await proxy.stop()
    struck = ", ".join(f"{kind} {count}" for kind, count in sorted(proxy.struck.items()))
    print(f"figure: faults: {struck}; {unknown} saves without an answer, {left} after sending them "
          "again", flush=True)
    tally.check("every kind of fault struck", all(proxy.struck[kind] for kind in KINDS),
                proxy.struck)
    stored = await for_each(pupils, server.port, lambda pupil, wire: final_faults(
        courses[pupils.index(pupil)], wire))
    tally.check("what stands in the end is what the histories end with", not stored, stored[:5])
    return courses


async def final_faults(course: Course, wire: Wire) -> list[str]:
    """The stored answers enter the histories as one more read, after everything else."""
    sent = time.monotonic()
    reply = await wire.call("GET", f"/attempts/{course.pupil.attempt}", token=course.pupil.token)
    answers = {answer["slot"]: answer for answer in reply["answers"]}
    for slot, events in course.events.items():
        found = answers.get(slot)
        events.append(Event(
            "read", sent, time.monotonic(), found["revision"] if found else 0,
            json.dumps(found["response"]) if found else None))
    return [] if reply["state"] != "running" else [f"{course.pupil.attempt} is not handed in"]


def repeated_steps(data: Path) -> list[tuple]:
    """Saves that took effect twice: the same slot and revision more than once in an attempt."""
    database = sqlite3.connect(data / "training.sqlite")
    rows = database.execute(
        "SELECT attempt, sequence, action FROM step "
        "UNION SELECT attempt, sequence, action FROM journal").fetchall()
    database.close()
    effects = Counter((attempt, tuple(action.split()[:3])) for attempt, _, action in rows
                      if action.startswith("save "))
    return [effect for effect, count in effects.items() if count > 1]


def main() -> None:
    options = torture.options(__doc__, pupils=(16, 12), seconds=(120, 15))
    tally = Tally()
    wrong = self_test()
    tally.check("the checker knows good histories from bad ones", not wrong, wrong)
    with tempfile.TemporaryDirectory(prefix="network-faults-") as name:
        with Server(options.binaries, Path(name)) as server:
            courses = asyncio.run(torment(server, options, tally))
            histories = [(course.pupil.attempt, slot, events)
                         for course in courses for slot, events in course.events.items()]
            bad = [(attempt, slot) for attempt, slot, events in histories if not explains(events)]
            for attempt, slot, events in histories:
                if (attempt, slot) in bad[:2]:
                    print("\n".join(map(str, sorted(events, key=lambda event: event.sent))))
            tally.check(f"{len(histories)} histories are linearisable", not bad, bad)
            broken = [course.pupil.attempt for course in courses if server.trainctl(
                "attempt", "verify", course.pupil.attempt, check=False).returncode != 0]
            tally.check("the chains of all attempts hold", not broken, broken)
        twice = repeated_steps(server.data)
        tally.check("no save took effect twice", not twice, twice[:5])
    events = [event for _, _, events in histories for event in events]
    print(f"figure: {len(events)} events in {len(histories)} histories, "
          f"{sum(event.outcome == 'unknown' for event in events)} unknown, {len(bad)} not "
          f"linearisable, {len(twice)} saves done twice", flush=True)
    tally.finish()


if __name__ == "__main__":
    main()
