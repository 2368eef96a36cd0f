"""What kept others waiting: long commits, checkpoints and turns of the loops by the server's own
histograms, and time that the host gave to other guests."""

from __future__ import annotations

import os
import re
import urllib.request
from collections import Counter
from pathlib import Path

# The bound of a bucket of the server's, in seconds: whoever waits longer has met a stop.
LONG = "0.002048"
KINDS = {
    "commits": "commit_duration_seconds",
    "checkpoints": "checkpoint_duration_seconds",
    "turns": "loop_turn_duration_seconds",
}


class Stops:
    """Counts what came between `begin` and `end`, over all rounds."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/metrics"
        self.long: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.stolen = 0.0

    def begin(self) -> None:
        self.before = self._read()
        self.stolen -= stolen_ms()

    def end(self) -> None:
        self.stolen += stolen_ms()
        for name, (count, short) in self._read().items():
            self.all[name] += count - self.before[name][0]
            self.long[name] += (count - short) - (self.before[name][0] - self.before[name][1])

    def notes(self) -> dict[str, str | float]:
        return {
            f"{name} over 2 ms": f"{self.long[name]:,} of {self.all[name]:,}" for name in KINDS
        } | {"stolen by the host ms": self.stolen}

    def _read(self) -> dict[str, tuple[int, int]]:
        with urllib.request.urlopen(self.address, timeout=10) as answer:
            text = answer.read().decode()
        return {
            name: (self._number(text, f"{family}_count"),
                   self._number(text, f'{family}_bucket{{le="{LONG}"}}'))
            for name, family in KINDS.items()}

    @staticmethod
    def _number(text: str, sample: str) -> int:
        found = re.search(rf"^{re.escape(sample)} (\d+)$", text, re.MULTILINE)
        if not found:
            raise RuntimeError(f"the server's figures have no {sample}")
        return int(found[1])


def stolen_ms() -> float:
    """Time in which a core of this machine would have worked and the host ran something else."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()
    return int(fields[8]) * 1000 / os.sysconf("SC_CLK_TCK")
