"""A TCP proxy on loopback that does to connections what bad networks do."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """What happens to one connection; times in seconds, places in bytes of the direction."""

    kind: str = "none"
    # Every piece waits so long.
    delay: float = 0.0
    # After so many bytes from the client …
    up: int | None = None
    # … or from the server, the fault strikes.
    down: int | None = None
    # How long a stall lasts, or how much later a copy is sent.
    late: float = 0.0


KINDS = ("none", "delay", "stall", "reset", "lost answer", "copy", "half-close")


class Proxy:
    """Forwards connections to a port; each has the fault that was planned for its client's port."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self.plans: dict[int, Fault] = {}
        self.struck: Counter[str] = Counter()
        self.tasks: set[asyncio.Task] = set()

    async def start(self) -> Proxy:
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def connect(self, fault: Fault) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection through the proxy that will suffer this fault."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.plans[writer.get_extra_info("sockname")[1]] = fault
        return reader, writer

    async def stop(self) -> None:
        """Ends once everything stalled or copied has been delivered."""
        self.server.close()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        self.tasks.add(task)
        try:
            first = await reader.read(65_536)
            fault = self.plans.pop(writer.get_extra_info("peername")[1], Fault())
            if first:
                self.struck[fault.kind] += 1
                await self.forward(reader, writer, first, fault)
        except OSError:
            pass
        finally:
            self.tasks.discard(task)
            writer.transport.abort()

    async def forward(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, first: bytes,
        fault: Fault,
    ) -> None:
        up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self.target)
        if fault.kind == "copy":
            self.later(self.send_copy(first, fault.late))
        down = asyncio.create_task(self.answer(up_reader, writer, fault))
        try:
            piece = first
            sent = 0
            while piece:
                await asyncio.sleep(fault.delay)
                if fault.up is not None and sent + len(piece) > fault.up:
                    piece = await self.strike(piece[: fault.up - sent], piece, up_writer, fault)
                up_writer.write(piece)
                await up_writer.drain()
                sent += len(piece)
                if fault.kind == "half-close":
                    break
                piece = await reader.read(65_536)
            # The client is done, or pretends to be: the server answers what it has, and closes.
            up_writer.write_eof()
            await down
        finally:
            down.cancel()
            up_writer.transport.abort()

    async def strike(
        self, before: bytes, piece: bytes, up_writer: asyncio.StreamWriter, fault: Fault
    ) -> bytes:
        """On the way up: a stall delivers late, though the client may be gone; a reset never."""
        up_writer.write(before)
        await up_writer.drain()
        if fault.kind != "stall":
            raise ConnectionResetError
        await asyncio.sleep(fault.late)
        return piece[len(before):]

    async def answer(
        self, up_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, fault: Fault
    ) -> None:
        sent = 0
        while piece := await up_reader.read(65_536):
            await asyncio.sleep(fault.delay)
            if fault.down is not None and sent + len(piece) > fault.down:
                writer.write(piece[: fault.down - sent])
                await writer.drain()
                writer.transport.abort()
                return
            writer.write(piece)
            await writer.drain()
            sent += len(piece)
        if writer.can_write_eof():
            writer.write_eof()

    async def send_copy(self, request: bytes, late: float) -> None:
        """The same bytes once more on a connection of their own; nobody reads the answer."""
        await asyncio.sleep(late)
        reader, writer = await asyncio.open_connection("127.0.0.1", self.target)
        writer.write(request)
        writer.write_eof()
        await reader.read()
        writer.close()

    def later(self, work) -> None:
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
