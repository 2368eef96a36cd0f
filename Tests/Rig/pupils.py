"""Pupils who save as fast as they can and remember what they sent and what was acknowledged."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable
from typing import Any

# What a connection to a server that died ends with.
GONE = (ConnectionError, asyncio.IncompleteReadError, OSError)


class Refused(Exception):
    """The server answered, and said no."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(f"{status}: {body[:300]!r}")
        self.status = status
        self.body = body


class Wire:
    """One kept-alive connection; raw bytes, so that half an answer is no answer."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def call(
        self, method: str, path: str, body: Any = None, token: str | None = None
    ) -> Any:
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
            if name.lower() == b"connection" and value.strip() == b"close":
                answer = await self.reader.readexactly(length)
                self.close()
                break
        else:
            answer = await self.reader.readexactly(length)
        if status >= 300:
            raise Refused(status, answer)
        return json.loads(answer) if answer else None

    def close(self) -> None:
        if self.writer is not None:
            self.writer.transport.abort()
        self.reader = self.writer = None


class Pupil:
    """One client; a save is acknowledged when its whole 200 answer has arrived."""

    def __init__(self, card: str, seed: int) -> None:
        self.card = card
        self.random = random.Random(seed)
        self.token = ""
        self.attempt = ""
        self.items: list[dict] = []
        self.revision = 0
        # slot -> (revision, response, receipt)
        self.acknowledged: dict[int, tuple[int, Any, Any]] = {}
        # slot -> [(revision, response)] after the last acknowledged one
        self.sent: dict[int, list[tuple[int, Any]]] = {}
        # (slot, revision) -> response, of everything ever sent
        self.history: dict[tuple[int, int], Any] = {}
        self.count = 0
        self.refusals = 0
        # When an answer came again after a connection had broken.
        self.returns: list[float] = []

    async def sign_in(self, wire: Wire) -> None:
        self.token = (await wire.call("POST", "/session", {"card": self.card}))["token"]

    async def begin(self, wire: Wire, contest: str) -> None:
        await self.sign_in(wire)
        started = await wire.call("POST", f"/contests/{contest}/attempts", token=self.token)
        self.attempt = started["attempt"]
        self.items = started["paper"]["items"]

    def answer_for(self, item: dict) -> Any:
        letters = [option["id"] for option in item["options"]]
        if item["kind"] == "single":
            return self.random.choice(letters)
        chosen = sorted(letter for letter in letters if self.random.random() < 0.5)
        return chosen or [letters[0]]

    async def save_once(self, wire: Wire) -> None:
        item = self.random.choice(self.items)
        slot = item["slot"]
        self.revision += 1
        response = self.answer_for(item)
        self.sent.setdefault(slot, []).append((self.revision, response))
        self.history[slot, self.revision] = response
        saved = await wire.call(
            "PUT", f"/attempts/{self.attempt}/answers/{slot}",
            {"revision": self.revision, "response": response}, self.token)
        assert saved["revision"] == self.revision, saved
        self.acknowledged[slot] = (self.revision, response, saved["receipt"])
        self.sent[slot] = []
        self.count += 1

    async def save_until_gone(self, port: int) -> None:
        wire = Wire(port)
        try:
            while True:
                await self.save_once(wire)
        except GONE:
            return
        finally:
            wire.close()

    async def save_persistently(self, port: int, end: asyncio.Event) -> None:
        """Goes on through broken connections and 503."""
        wire = Wire(port)
        is_back = True
        while not end.is_set():
            try:
                await self.save_once(wire)
                if not is_back:
                    self.returns.append(time.monotonic())
                is_back = True
            except GONE:
                is_back = False
                wire.close()
                await asyncio.sleep(0.01)
            except Refused as refused:
                if refused.status != 503:
                    raise
                self.refusals += 1
                await asyncio.sleep(0.05)
        wire.close()

    async def check(self, wire: Wire) -> list[str]:
        """What is wrong with the stored attempt, as lines of text."""
        stored = await wire.call("GET", f"/attempts/{self.attempt}", token=self.token)
        answers = {answer["slot"]: answer for answer in stored["answers"]}
        faults = []
        for slot, (revision, response, _) in self.acknowledged.items():
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

    async def renew(self, wire: Wire, contest: str) -> list[str]:
        """Hands the attempt in and begins the next, before its time runs out."""
        faults = await self.check(wire)
        await wire.call("POST", f"/attempts/{self.attempt}/submission", token=self.token)
        faults += await self.check(wire)
        self.acknowledged, self.sent, self.history, self.revision = {}, {}, {}, 0
        await self.begin(wire, contest)
        return faults

    async def repeat(self, wire: Wire) -> list[str]:
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


async def for_each(
    pupils: list[Pupil], port: int, work: Callable[[Pupil, Wire], Awaitable[list[str] | None]]
) -> list[str]:
    """Runs `work(pupil, wire)` for all, a few at a time, and joins the lists they return."""
    gate = asyncio.Semaphore(16)

    async def one(pupil: Pupil) -> list[str]:
        async with gate:
            wire = Wire(port)
            try:
                return await work(pupil, wire) or []
            finally:
                wire.close()

    return [line for lines in await asyncio.gather(*map(one, pupils)) for line in lines]


async def open_contest(pupil: Pupil, port: int) -> str:
    """The contest that is open now."""
    wire = Wire(port)
    try:
        await pupil.sign_in(wire)
        contests = await wire.call("GET", "/contests", token=pupil.token)
    finally:
        wire.close()
    return next(item["id"] for item in contests["items"] if item["phase"] == "open")


async def seated(port: int, cards: list[str], seed: int) -> list[Pupil]:
    """Pupils with these cards, each in an attempt of the contest that is open."""
    pupils = [Pupil(card, seed * 1_000_003 + index) for index, card in enumerate(cards)]
    contest = await open_contest(pupils[0], port)
    await for_each(pupils, port, lambda pupil, wire: pupil.begin(wire, contest))
    return pupils
