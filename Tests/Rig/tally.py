"""Counts what held and what did not, and says so."""

from __future__ import annotations

import sys
import threading


class Tally:
    """Checks of one program; ends with `N passed, M failed`."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed: list[str] = []
        self.lock = threading.Lock()

    def check(self, name: str, holds: object, detail: object = "") -> bool:
        with self.lock:
            if holds:
                self.passed += 1
                print(f"ok      {name}", flush=True)
            else:
                self.failed.append(name)
                print(f"FAILED  {name}\n        {detail}", flush=True)
        return bool(holds)

    def finish(self) -> None:
        for name in self.failed:
            print(f"failed: {name}")
        print(f"{self.passed} passed, {len(self.failed)} failed", flush=True)
        sys.exit(1 if self.failed else 0)
