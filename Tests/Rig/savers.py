"""Pupils who save steadily in a process of their own, so that a test's own work delays nobody."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from dataclasses import dataclass

from Tests.Rig.pupils import GONE, Pupil, Refused, Wire, seated


@dataclass
class Window:
    """What the savers met between two looks; milliseconds from when a save was due."""

    saves: int
    failures: list[str]
    p50: float
    p99: float
    worst: float

    def __str__(self) -> str:
        return (f"{self.saves} saves, {len(self.failures)} failed, p50 {self.p50:.1f} ms, "
                f"p99 {self.p99:.1f} ms, worst {self.worst:.0f} ms")


class Savers:
    """So many pupils, each saving once in `interval` seconds over one kept connection."""

    def __init__(self, port: int, cards: list[str], interval: float = 1.0, seed: int = 1) -> None:
        context = multiprocessing.get_context("fork")
        self.pipe, other = context.Pipe()
        self.process = context.Process(
            target=lambda: asyncio.run(_work(other, port, cards, interval, seed)), daemon=True)
        self.process.start()
        if not self.pipe.poll(60) or self.pipe.recv() != "seated":
            raise RuntimeError("the savers found no seats")

    def take(self) -> Window:
        """What happened since the last look."""
        self.pipe.send("take")
        latencies, failures = self.pipe.recv()
        latencies.sort()
        def at(share: float) -> float:
            return latencies[min(len(latencies) - 1, int(share * len(latencies)))] * 1000
        if not latencies:
            return Window(0, failures, 0, 0, 0)
        return Window(len(latencies), failures, at(0.5), at(0.99), latencies[-1] * 1000)

    def watch(self, seconds: float) -> Window:
        """Looks at the next so many seconds alone."""
        self.take()
        time.sleep(seconds)
        return self.take()

    def stop(self) -> None:
        self.process.terminate()
        self.process.join()

    def __enter__(self) -> Savers:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


async def _work(pipe, port: int, cards: list[str], interval: float, seed: int) -> None:
    pupils = await seated(port, cards, seed)
    latencies: list[float] = []
    failures: list[str] = []

    async def one(pupil: Pupil, offset: float) -> None:
        wire = Wire(port)
        due = time.monotonic() + offset
        while True:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            try:
                await pupil.save_once(wire)
                latencies.append(time.monotonic() - due)
            except Refused as refused:
                failures.append(str(refused))
            except GONE as gone:
                failures.append(repr(gone))
                wire.close()
            due = max(due + interval, time.monotonic() - 5)

    def taken() -> None:
        pipe.recv()
        pipe.send((list(latencies), list(failures)))
        latencies.clear()
        failures.clear()

    asyncio.get_running_loop().add_reader(pipe.fileno(), taken)
    pipe.send("seated")
    await asyncio.gather(*(
        one(pupil, interval * index / len(pupils)) for index, pupil in enumerate(pupils)))
