#!/usr/bin/env python3
"""Kills the server with SIGKILL while pupils save, and looks for every save it acknowledged.

    python3 Tests/Torture/kill_server.py [--server .build/release/TrainingServer]
        [--courses Courses] [--kills 20] [--clients 50] [--seed 1]

Each client signs in with a card of the demo, starts an attempt and saves answers with growing
revisions. A save counts as acknowledged when its whole 200 answer has arrived. After each kill the
server starts again on the same folder; every acknowledged save must be there, or a later one of
the same slot that was sent and not answered. In the end `integrity_check` must say ok.

Prints `N kills, M acknowledged saves, 0 lost`; exits 1 on any loss. Python 3.11, nothing else.
"""

import argparse
import asyncio
import json
import os
import pathlib
import random
import signal
import socket
import sqlite3
import sys
import tempfile
import time


class Refused(Exception):
    """The server answered, and said no."""

    def __init__(self, status, body):
        super().__init__(f"{status}: {body[:300]!r}")
        self.status = status


class Wire:
    """One keep-alive connection; raw bytes, so that half an answer is no answer."""

    def __init__(self, port):
        self.port = port
        self.reader = None
        self.writer = None

    async def call(self, method, path, body=None, token=None):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        content = b"" if body is None else json.dumps(body).encode()
        head = [f"{method} /api/v1{path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        if token:
            head.append(f"Authorization: Bearer {token}")
        if body is not None:
            head.append("Content-Type: application/json")
        if method != "GET":
            head.append(f"Content-Length: {len(content)}")
        self.writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + content)
        await self.writer.drain()
        status_line, _, fields = (await self.reader.readuntil(b"\r\n\r\n")).partition(b"\r\n")
        status = int(status_line.split()[1])
        length = 0
        for line in fields.split(b"\r\n"):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        answer = await self.reader.readexactly(length)
        if status >= 300:
            raise Refused(status, answer)
        return json.loads(answer) if answer else None

    def close(self):
        if self.writer is not None:
            self.writer.transport.abort()
        self.reader = self.writer = None


# What a connection to a killed server ends with.
GONE = (ConnectionError, asyncio.IncompleteReadError, OSError)


class Pupil:
    """One client with the memory of what it sent and what was acknowledged."""

    def __init__(self, card, seed):
        self.card = card
        self.random = random.Random(seed)
        self.token = None
        self.attempt = None
        self.items = []
        self.revision = 0
        self.acknowledged = {}  # slot -> (revision, response, receipt)
        self.sent = {}  # slot -> [(revision, response)] after the last acknowledged one
        self.count = 0

    async def begin(self, wire, contest):
        session = await wire.call("POST", "/session", {"card": self.card})
        self.token = session["token"]
        started = await wire.call("POST", f"/contests/{contest}/attempts", token=self.token)
        self.attempt = started["attempt"]
        self.items = started["paper"]["items"]

    def answer_for(self, item):
        letters = [option["id"] for option in item["options"]]
        if item["kind"] == "single":
            return self.random.choice(letters)
        chosen = sorted(letter for letter in letters if self.random.random() < 0.5)
        return chosen or [letters[0]]

    async def save_once(self, wire):
        item = self.random.choice(self.items)
        slot = item["slot"]
        self.revision += 1
        response = self.answer_for(item)
        self.sent.setdefault(slot, []).append((self.revision, response))
        saved = await wire.call(
            "PUT", f"/attempts/{self.attempt}/answers/{slot}",
            {"revision": self.revision, "response": response}, self.token)
        assert saved["revision"] == self.revision, saved
        self.acknowledged[slot] = (self.revision, response, saved["receipt"])
        self.sent[slot] = []
        self.count += 1

    async def save_until_gone(self, port):
        wire = Wire(port)
        try:
            while True:
                await self.save_once(wire)
        except GONE:
            return
        finally:
            wire.close()

    async def check(self, wire):
        """What is wrong with the stored attempt, as lines of text."""
        stored = await wire.call("GET", f"/attempts/{self.attempt}", token=self.token)
        answers = {answer["slot"]: answer for answer in stored["answers"]}
        faults = []
        for slot, (revision, response, receipt) in self.acknowledged.items():
            found = answers.get(slot)
            later = self.sent.get(slot, [])
            if found is None:
                faults.append(f"{self.attempt} slot {slot}: revision {revision} is lost")
            elif found["revision"] == revision:
                if found["response"] != response:
                    faults.append(f"{self.attempt} slot {slot}: {response} became {found}")
            elif (found["revision"], found["response"]) not in later:
                faults.append(
                    f"{self.attempt} slot {slot}: acknowledged {revision}, found {found}")
        for slot, found in answers.items():
            known = [self.acknowledged[slot][:2]] if slot in self.acknowledged else []
            if (found["revision"], found["response"]) not in known + self.sent.get(slot, []):
                faults.append(f"{self.attempt} slot {slot}: nobody sent {found}")
        return faults

    async def repeat(self, wire):
        """Every acknowledged save sent again gets the receipt it had."""
        faults = []
        for slot, (revision, response, receipt) in self.acknowledged.items():
            if self.sent.get(slot):
                continue
            again = await wire.call(
                "PUT", f"/attempts/{self.attempt}/answers/{slot}",
                {"revision": revision, "response": response}, self.token)
            if again["receipt"] != receipt:
                faults.append(f"{self.attempt} slot {slot}: {receipt} became {again['receipt']}")
        return faults


class Server:
    """The server's process, started again and again on one folder."""

    def __init__(self, program, data, courses, log):
        self.program, self.data, self.courses, self.log = program, data, courses, log
        self.port = free_port()
        self.process = None
        self.slowest_start = 0.0

    async def start(self):
        began = time.monotonic()
        self.process = await asyncio.create_subprocess_exec(
            self.program, "--data", str(self.data), "--listen", f"127.0.0.1:{self.port}",
            "--courses", self.courses, "--demo", stdout=self.log, stderr=self.log)
        while True:
            if self.process.returncode is not None:
                raise SystemExit(f"the server ended with {self.process.returncode}; see {self.log.name}")
            try:
                if await self.is_ready():
                    break
            except GONE:
                pass
            if time.monotonic() - began > 60:
                raise SystemExit("the server is not ready after 60 seconds")
            await asyncio.sleep(0.01)
        return time.monotonic() - began

    async def is_ready(self):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(f"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
            return b" 200 " in await reader.readline()
        finally:
            writer.close()

    async def kill(self):
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self.process.wait(), 30)
        except asyncio.TimeoutError:
            await self.kill()
            return None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


async def sign_in_file(path):
    """The demo's cards; the server may be ready a moment before they are written."""
    for _ in range(6000):
        try:
            return json.loads(path.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            await asyncio.sleep(0.01)
    raise SystemExit(f"no {path.name} after a minute")


async def for_each(pupils, port, work):
    """Runs `work(pupil, wire)` for all, a few at a time, and joins the lists they return."""
    gate = asyncio.Semaphore(16)

    async def one(pupil):
        async with gate:
            wire = Wire(port)
            try:
                return await work(pupil, wire) or []
            finally:
                wire.close()

    return [line for lines in await asyncio.gather(*map(one, pupils)) for line in lines]


async def torture(options, folder, log):
    chance = random.Random(options.seed)
    data = folder / "data"
    server = Server(options.server, data, options.courses, log)
    await server.start()
    people = await sign_in_file(data / "demo-sign-in.json")
    cards = [person["card"] for person in people if person["role"] == "student"]
    pupils = [Pupil(card, (options.seed, index).__hash__())
              for index, card in enumerate(cards[: options.clients])]
    wire = Wire(server.port)
    session = await wire.call("POST", "/session", {"card": pupils[0].card})
    contests = await wire.call("GET", "/contests", token=session["token"])
    contest = next(item["id"] for item in contests["items"] if item["phase"] == "open")
    wire.close()
    await for_each(pupils, server.port, lambda pupil, wire: pupil.begin(wire, contest))

    faults, starts = [], []
    for _ in range(options.kills):
        saving = [asyncio.create_task(pupil.save_until_gone(server.port)) for pupil in pupils]
        await asyncio.sleep(chance.uniform(0.05, 0.6))
        await server.kill()
        await asyncio.gather(*saving)
        starts.append(await server.start())
        faults += await for_each(pupils, server.port, Pupil.check)
    faults += await for_each(pupils, server.port, Pupil.repeat)
    status = await server.stop()
    if status != 0:
        faults.append(f"SIGTERM ended the server with {status}")
    saves = sum(pupil.count for pupil in pupils)
    return saves, faults, sorted(starts)


def check_file(data, saves):
    """Faults of the database file itself, and a step for every acknowledged save."""
    database = sqlite3.connect(f"file:{data}/training.sqlite?mode=ro", uri=True)
    verdict = database.execute("PRAGMA integrity_check").fetchall()
    orphans = database.execute("PRAGMA foreign_key_check").fetchall()
    steps = database.execute(
        "SELECT (SELECT count(*) FROM step) + (SELECT count(*) FROM journal)").fetchone()[0]
    database.close()
    faults = [] if verdict == [("ok",)] else [f"integrity_check: {verdict[:3]}"]
    if steps < saves:
        faults.append(f"{saves} saves were acknowledged, {steps} steps are stored")
    return faults + ([f"foreign_key_check: {orphans[:3]}"] if orphans else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--server", default=".build/release/TrainingServer")
    parser.add_argument("--courses", default="Courses")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not os.access(options.server, os.X_OK):
        sys.exit(f"{options.server} is no program; build it first: swift build -c release")
    with tempfile.TemporaryDirectory(prefix="kill-server-") as name:
        folder = pathlib.Path(name)
        with open(folder / "server.log", "wb") as log:
            saves, faults, starts = asyncio.run(torture(options, folder, log))
        faults += check_file(folder / "data", saves)
        for fault in faults[:20]:
            sys.stderr.write(fault + "\n")
        if faults:
            sys.stderr.write((folder / "server.log").read_text(errors="replace")[-2000:] + "\n")
    slowest = starts[-1] if starts else 0
    sys.stdout.write(
        f"{options.kills} kills, {saves} acknowledged saves, {len(faults)} lost; "
        f"restart median {starts[len(starts) // 2] * 1000:.0f} ms, slowest {slowest * 1000:.0f} ms\n")
    sys.exit(1 if faults or saves == 0 else 0)


if __name__ == "__main__":
    main()
