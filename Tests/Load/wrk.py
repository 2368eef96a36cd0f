"""Bursts of single calls by wrk."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass

THREADS = 2
MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


@dataclass
class Burst:
    """What one burst brought."""

    good: int
    bad: int
    errors: int
    rate: float
    p50: float
    p99: float


def burst(
    url: str, seconds: int, *, connections: int = 64, script: list[str] = (),
    headers: list[str] = (),
) -> Burst:
    """Load on one address; latencies in milliseconds."""
    threads = min(THREADS, connections)
    command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script[0], url, "--", *script[1:]]
    else:
        command.append(url)
    text = subprocess.run(
        command, capture_output=True, text=True, timeout=seconds + 30, check=True).stdout
    found = re.search(r"(\d+) requests in ([\d.]+)(ms|s|m)", text)
    took = float(found[2]) * MILLISECONDS[found[3]] / 1000
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    bad = int(refused[1]) if refused else 0
    good = int(found[1]) - bad
    return Burst(
        good=good, bad=bad, errors=sum(map(int, errors.groups())) if errors else 0,
        rate=good / took, p50=percentile(text, 50), p99=percentile(text, 99))


def percentile(text: str, wanted: int) -> float:
    found = re.search(rf"{wanted}%\s+([\d.]+)(us|ms|s|m)", text)
    return float(found[1]) * MILLISECONDS[found[2]] if found else 0.0
