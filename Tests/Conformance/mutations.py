"""Framing fields written so that one server may see them and the next may not.

The ways to write them are those of the public tool smuggler, told in our own words: an octet before,
inside or behind the name or the value, doubled and folded fields. Each goes out with a length and a
coding that contradict each other, once to the product alone and once through nginx, and must never
make two servers count different requests.
"""

from __future__ import annotations

from collections.abc import Iterator

from Tests.Conformance.wire import Broken, exchange
from Tests.Rig.tally import Tally

NEXT = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
HIDDEN = b"GET /hidden HTTP/1.1\r\nHost: localhost\r\nX: "


def codings() -> Iterator[bytes]:
    """The field that says chunked, in disguise."""
    name, value = b"Transfer-Encoding", b"chunked"
    yield name + b": " + value
    for number in [*range(0x00, 0x21), 0x2C, 0x3B, 0x7F, 0x80, 0x85, 0xA0, 0xAD, 0xFF]:
        octet = bytes([number])
        yield octet + name + b": " + value
        yield name + octet + b": " + value
        yield name + b":" + octet + value
        yield name + b": " + value + octet
        yield name + b": " + octet + value
        yield b"X: y" + octet + name + b": " + value
        yield b"X: y\r" + octet + name + b": " + value
        yield b"X: y" + octet + b"\n" + name + b": " + value
    for text in (b"x" + value, value + b"x", b"identity, " + value, value + b", identity", b'"chunked"',
                 b"CHUNKED", b"chunked\r\n ", b"\r\n chunked", b"chunked, chunked", b"gzip, chunked"):
        yield name + b": " + text
    for other in (b"Transfer_Encoding", b"TRANSFER-ENCODING", b"transfer-Encoding", b"Transfer Encoding",
                  b"Transfer-Encodin", b"X-Transfer-Encoding", b"Transfer\\Encoding"):
        yield other + b": " + value
    yield name + b": " + value + b"\r\n" + name + b": identity"
    yield name + b": identity\r\n" + name + b": " + value
    yield name + b": x\r\n" + name + b": " + value
    yield name + b":\r\n\t" + value


def requests(coding: bytes) -> Iterator[tuple[str, bytes]]:
    """One request whose ends differ, by the length and by the coding."""
    start = b"POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    hidden = HIDDEN + b"\r\n\r\n"
    body = b"0\r\n\r\n" + hidden
    yield "TE.CL", start + b"Content-Length: %d\r\n" % len(body) + coding + b"\r\n\r\n" + body
    chunk = b"%x\r\n" % len(hidden) + hidden + b"\r\n0\r\n\r\n"
    short = len(chunk) - len(hidden) - 7
    yield "CL.TE", start + coding + b"\r\nContent-Length: %d\r\n\r\n" % short + chunk


def alone(tally: Tally, port: int) -> int:
    """A contradiction is refused and ends the connection; otherwise the length alone counts."""
    asked = 0
    for coding in codings():
        for kind, sent in requests(coding):
            asked += 1
            try:
                got = exchange(port, sent + NEXT, patience=0.1)
            except Broken as fault:
                tally.check(f"{kind} {coding!r}", False, f"no HTTP: {fault}")
                continue
            refused = got.closed and len(got.answers) == 1 and got.statuses[0] in (400, 501)
            # The field became another one: its request is framed by its length.
            ignored = kind == "TE.CL" and got.statuses == [400, 200] and not got.closed
            follows = kind == "CL.TE" and got.statuses[:2] == [400, 404] and ignored_name(coding)
            tally.check(f"{kind} {coding!r}",
                        refused or (ignored and ignored_name(coding)) or follows,
                        f"{got.statuses} closed={got.closed}")
    return asked


def ignored_name(coding: bytes) -> bool:
    """Whether the first line is plainly some other field."""
    name = coding.partition(b"\r\n")[0].partition(b":")[0]
    token = b"!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return name != b"" and all(octet in token for octet in name) and \
        name.lower() != b"transfer-encoding"
