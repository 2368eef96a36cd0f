"""Papers as the product deals them: what is right and what is wrong at each place of a paper.

Says in Python what `Rules/Dealing.swift` and `Rules/Grading.swift` say; `trainctl attempt verify`
grades the attempts made from it again and so finds out when the two differ.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

MASK = (1 << 64) - 1
WHOLE = 1_000_000


class SplitMix64:
    """The product's generator."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def next(self) -> int:
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, bound: int) -> int:
        if bound <= 1:
            return 0
        product = self.next() * bound
        while (product & MASK) < (-bound & MASK) % bound:
            product = self.next() * bound
        return product >> 64

    def shuffled(self, elements: list) -> list:
        result = list(elements)
        for last in range(len(result) - 1, 0, -1):
            other = self.below(last + 1)
            result[last], result[other] = result[other], result[last]
        return result


@dataclass(frozen=True)
class Item:
    """One place of a paper: a right and a wrong response, as steps write them."""

    right: str
    wrong: str


def questions(database: sqlite3.Connection, contest: bytes) -> list[dict]:
    """The questions of a contest's bank, in the order in which papers are dealt from it."""
    rows = database.execute(
        "SELECT v.body FROM contest c JOIN bank_item i ON i.bank = c.bank "
        "JOIN question_version v ON v.digest = i.version WHERE c.id = ?", (contest,))
    return sorted((json.loads(body) for (body,) in rows), key=lambda question: question["id"])


def deal(bank: list[dict], seed: int, count: int) -> list[Item]:
    """The paper of one seed, for a blueprint of one draw that shuffles everything."""
    generator = SplitMix64(seed)
    chosen = generator.shuffled(list(range(len(bank))))[:count]
    ordered = generator.shuffled([bank[index] for index in chosen])
    return [item(question, generator) for question in ordered]


def item(question: dict, generator: SplitMix64) -> Item:
    weights = [option["weight"] for option in question["options"]]
    order = generator.shuffled(list(range(len(weights))))
    letters = [chr(ord("a") + place) for place in range(len(order))]
    if question["kind"] == "single":
        right = next(l for l, index in zip(letters, order) if weights[index] >= WHOLE)
        wrong = next(l for l, index in zip(letters, order) if weights[index] < WHOLE)
        return Item(right, wrong)
    all_right = [l for l, index in zip(letters, order) if weights[index] > 0]
    # One choice too few, or another one where one is all.
    fewer = all_right[:-1] or [next(l for l in letters if l not in all_right)]
    return Item(several(all_right), several(fewer))


def several(letters: list[str]) -> str:
    return letters[0] + "," if len(letters) == 1 else ",".join(letters)
