"""Counts how often a process has the disk flushed, by strace.

SIGKILL cannot show a missing flush: the kernel keeps what was written. What can be counted is
whether there was one flush for every answer that came alone.
"""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import Callable

CALLS = ("fdatasync(", "fsync(", "fdatasync resumed", "fsync resumed")


def flushes_during(pid: int, log: Path, work: Callable[[], None]) -> int:
    """Completed fsync and fdatasync calls of all threads while `work` runs."""
    tracer = subprocess.Popen(
        ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(log), "-p", str(pid)],
        stderr=subprocess.PIPE, text=True)
    try:
        # strace says so once it is attached to a thread; the others follow at once.
        told = tracer.stderr.readline()
        if "attached" not in told:
            raise RuntimeError(f"strace cannot watch the server: {told}")
        time.sleep(0.2)
        work()
    finally:
        tracer.terminate()
        tracer.wait(10)
    lines = log.read_text().splitlines()
    return sum(line.endswith("= 0") and any(call in line for call in CALLS) for line in lines)
