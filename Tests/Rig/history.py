"""What clients saw of one question, and whether some order of events explains it.

The model is the product's promise: a question holds the answer with the highest revision; a save
with a higher one replaces it, the same save again changes nothing, anything else is refused and
told which revision stands. A history is linearisable when every operation can be given one moment
between its sending and its answer so that the model gives the same answers (Herlihy and Wing 1990).
An operation without an answer may have happened at any moment after it was sent, or never.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Register = tuple[int, Any]
EMPTY: Register = (0, None)
FOREVER = float("inf")


@dataclass(frozen=True)
class Event:
    """One operation on one question."""

    kind: str  # "save" or "read"
    sent: float
    # When the answer came; FOREVER when none did.
    answered: float
    # Of a save: what was sent. Of a read: what was found.
    revision: int
    response: Any
    # "ok", "stale" or "unknown".
    outcome: str = "ok"
    # What a refusal said stands there.
    found: int = 0

    def apply(self, register: Register) -> Register | None:
        """The register after this event; None when the model would have answered otherwise."""
        mine = (self.revision, self.response)
        if self.kind == "read":
            return register if mine == register else None
        if mine == register or self.revision > register[0]:
            return mine if self.outcome != "stale" else None
        if self.outcome == "stale":
            return register if self.found == register[0] else None
        return register if self.outcome == "unknown" else None


def explains(events: list[Event]) -> bool:
    """Whether the history is linearisable; a depth-first search that remembers dead ends."""
    events = sorted(events, key=lambda event: event.sent)
    known = sum(1 << index for index, event in enumerate(events) if event.outcome != "unknown")
    seen: set[tuple[int, Register]] = set()
    stack: list[tuple[int, Register]] = [(0, EMPTY)]
    while stack:
        place = stack.pop()
        if place in seen:
            continue
        seen.add(place)
        done, register = place
        if done & known == known:
            return True
        stack.extend(following(events, done, register))
    return False


def following(
    events: list[Event], done: int, register: Register
) -> list[tuple[int, Register]]:
    """Where one more event leads: any that was sent before the first answer still open."""
    left = [(index, event) for index, event in enumerate(events) if not done >> index & 1]
    horizon = min(event.answered for _, event in left)
    ways = []
    for index, event in left:
        if event.sent > horizon:
            break
        after = event.apply(register)
        # Without an effect, never having happened says the same.
        if after is None or (event.outcome == "unknown" and after == register):
            continue
        ways.append((done | 1 << index, after))
    return ways


def self_test() -> list[str]:
    """Histories whose verdict is known; what the checker gets wrong, as lines of text."""
    def save(sent, answered, revision, response, outcome="ok", found=0):
        return Event("save", sent, answered, revision, response, outcome, found)

    def read(sent, answered, revision, response):
        return Event("read", sent, answered, revision, response)

    unknown = save(0, FOREVER, 1, "a", "unknown")
    cases = [
        ("one after the other", True, [save(0, 1, 1, "a"), read(2, 3, 1, "a")]),
        ("an acknowledged save is lost", False, [save(0, 1, 1, "a"), read(2, 3, 0, None)]),
        ("an older answer comes back", False,
         [save(0, 1, 1, "a"), save(2, 3, 2, "b"), read(4, 5, 1, "a")]),
        ("a read beside a save sees either", True,
         [save(0, 5, 1, "a"), read(1, 2, 0, None), read(3, 4, 1, "a")]),
        ("two reads turn time round", False,
         [save(0, 9, 1, "a"), read(1, 2, 1, "a"), read(3, 4, 0, None)]),
        ("an unknown save happened late", True,
         [unknown, read(1, 2, 0, None), read(3, 4, 1, "a")]),
        ("an unknown save never happened", True, [unknown, read(1, 2, 0, None)]),
        ("an unknown save comes and goes", False,
         [unknown, read(1, 2, 1, "a"), read(3, 4, 0, None)]),
        ("the same save twice", True, [save(0, 1, 1, "a"), save(2, 3, 1, "a")]),
        ("a stale save is taken", False, [save(0, 1, 2, "b"), save(2, 3, 1, "a")]),
        ("a good save is refused", False, [save(0, 1, 1, "a"), save(2, 3, 2, "b", "stale", 1)]),
        ("a refusal names what stands", True,
         [save(0, 1, 2, "b"), save(2, 3, 1, "a", "stale", 2)]),
        ("a refusal names what never stood", False,
         [save(0, 1, 2, "b"), save(2, 3, 1, "a", "stale", 3)]),
        ("two devices, one revision", True,
         [save(0, 3, 1, "a"), save(1, 2, 1, "b", "stale", 1), read(4, 5, 1, "a")]),
        ("two devices, one revision, both taken", False,
         [save(0, 3, 1, "a"), save(1, 2, 1, "b")]),
        ("a value from nowhere", False, [save(0, 1, 1, "a"), read(2, 3, 1, "c")]),
    ]
    return [name for name, expected, events in cases if explains(events) != expected]
