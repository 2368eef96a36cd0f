"""Bytes out, answers in: a client that knows nothing of HTTP but how an answer ends."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field


@dataclass
class Answer:
    """One answer as it came."""

    status: int
    fields: dict[str, list[str]]
    body: bytes


@dataclass
class Exchange:
    """Everything that came back over one connection."""

    answers: list[Answer] = field(default_factory=list)
    closed: bool = False
    rest: bytes = b""

    @property
    def statuses(self) -> list[int]:
        return [answer.status for answer in self.answers]


class Broken(Exception):
    """What came back is no HTTP."""


def exchange(port: int, sent: bytes, *, single: bool = False, patience: float = 0.3,
             heads: frozenset[int] = frozenset()) -> Exchange:
    """Sends bytes, whole or one by one, and reads until the end or until nothing comes any more.

    `heads` numbers the answers that have no body because their request is a HEAD.
    """
    got = Exchange()
    received = b""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as wire:
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            for piece in (sent[i:i + 1] for i in range(len(sent))) if single else (sent,):
                wire.sendall(piece)
        except OSError:
            pass  # Closed while we were speaking: what it said is still to be read.
        wire.settimeout(patience)
        while True:
            try:
                piece = wire.recv(65536)
            except TimeoutError:
                break
            except OSError:
                got.closed = True
                break
            if not piece:
                got.closed = True
                break
            received += piece
    while received:
        answer, received = take(received, len(got.answers) in heads)
        if answer is None:
            break
        got.answers.append(answer)
    got.rest = received
    return got


def take(received: bytes, is_head: bool) -> tuple[Answer | None, bytes]:
    """The first answer of what was received, and what follows it."""
    head, separator, rest = received.partition(b"\r\n\r\n")
    if not separator:
        return None, received
    lines = head.split(b"\r\n")
    parts = lines[0].split(b" ", 2)
    if len(parts) != 3 or parts[0] != b"HTTP/1.1" or len(parts[1]) != 3 or not parts[1].isdigit():
        raise Broken(repr(lines[0]))
    fields: dict[str, list[str]] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(b":")
        if not colon or not name or b" " in name:
            raise Broken(repr(line))
        fields.setdefault(name.decode("ascii").lower(), []).append(value.strip().decode("latin-1"))
    status = int(parts[1])
    if is_head or status in (204, 304) or status < 200:
        return Answer(status, fields, b""), rest
    if fields.get("transfer-encoding") == ["chunked"]:
        body, _, rest = rest.partition(b"0\r\n\r\n")
        return Answer(status, fields, body), rest
    length = int(fields["content-length"][0])
    if len(rest) < length:
        raise Broken(f"{len(rest)} of {length} octets of the body")
    return Answer(status, fields, rest[:length]), rest[length:]
