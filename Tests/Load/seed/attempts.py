"""Attempts with their chains of steps, row by row as the tables hold them."""

from __future__ import annotations

import hashlib
import random
import struct
from dataclasses import dataclass, field
from typing import Iterator

from Tests.Load.seed.papers import Item

# Half a minute for each answer.
PER_ANSWER = 30_000
HOUR = 3_600_000
SIGN = 1 << 63


def new_id(milliseconds: int, chance: random.Random) -> bytes:
    """A time-ordered name (RFC 9562 UUIDv7, as `Model/Identity.swift` lays it out)."""
    high = milliseconds << 16 | 0x7000 | chance.getrandbits(12)
    low = SIGN | chance.getrandbits(62)
    return (high << 64 | low).to_bytes(16, "big")


def signed(number: int) -> int:
    """64 bits as SQLite holds them."""
    return number - (1 << 64) if number >= SIGN else number


@dataclass
class Attempt:
    """One attempt of a round, number 1 of its person."""

    id: bytes
    contest: bytes
    person: bytes
    seed: int
    started: int
    deadline: int

    @property
    def genesis(self) -> bytes:
        numbers = struct.pack(
            ">qqQqq", 0, 1, self.seed, self.started, self.deadline)
        return hashlib.sha256(
            b"attempt" + self.id + self.contest + self.person + numbers).digest()

    def row(self) -> tuple:
        return (
            self.id, self.contest, 0, self.person, 1, signed(self.seed), self.started,
            self.deadline)


@dataclass
class Sitting:
    """An attempt that was answered and submitted: its steps and what it came to."""

    attempt: Attempt
    paper: list[Item]
    # How many answers are right; the last item stays without one.
    right: int
    steps: list[tuple] = field(default_factory=list)

    def write(self) -> tuple:
        """Makes the steps; the row of the attempt with its outcome."""
        attempt, steps = self.attempt, self.steps
        sha256, pack = hashlib.sha256, struct.pack
        head, name, at = attempt.genesis, attempt.id, attempt.started
        answered = self.paper[:-1]
        for sequence, item in enumerate(answered, 1):
            at += PER_ANSWER
            response = item.right if sequence <= self.right else item.wrong
            action = f"save {sequence} 1 {response}"
            head = sha256(head + name + pack(">qq", sequence, at) + action.encode()).digest()
            steps.append((name, sequence, at, action, head))
        changed = at
        at += 1000
        sequence = len(answered) + 1
        head = sha256(head + name + pack(">qq", sequence, at) + b"submit").digest()
        steps.append((name, sequence, at, "submit", head))
        outcome = (
            at, 0, self.right * 1000, self.right, 0, None, at - attempt.started, changed)
        return attempt.row() + outcome


def sittings(
    contest: bytes, persons: list[bytes], papers: dict[int, list[Item]], began: int, lasts: int,
    chance: random.Random,
) -> Iterator[Sitting]:
    """One submitted attempt of each person, one after the other over the time of a round."""
    seeds = list(papers)
    step = lasts / len(persons)
    for number, person in enumerate(persons):
        started = began + int(number * step)
        seed = seeds[chance.getrandbits(30) % len(seeds)]
        paper = papers[seed]
        right = min(chance.getrandbits(20) % len(paper), len(paper) - 1)
        yield Sitting(
            Attempt(new_id(started, chance), contest, person, seed, started, started + HOUR),
            paper, right)
