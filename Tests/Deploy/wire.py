"""One request on one connection, through TLS or without, from an address of one's choice."""

from __future__ import annotations

import http.client
import socket
from dataclasses import dataclass, field

from Tests.Rig.front import NAME, Front


@dataclass
class Answer:
    """Status 0: the other side closed without a word."""

    status: int
    fields: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)
    text: str = ""

    def __repr__(self) -> str:
        return f"{self.status} {self.fields} {self.cookies} {self.text[:200]}"


def ask(
    front: Front, method: str, path: str, *, fields: dict[str, str] | None = None,
    body: bytes | None = None, host: str = NAME, source: str = "127.0.0.1",
) -> Answer:
    """Over TLS, under the site's name whatever `host` says afterwards."""
    raw = socket.create_connection(("127.0.0.1", front.port), 20, source_address=(source, 0))
    wire = front.trusting().wrap_socket(raw, server_hostname=NAME)
    return exchange(wire, method, path, f"{host}:{front.port}", fields or {}, body)


def ask_plain(
    port: int, path: str, host: str, *, fields: dict[str, str] | None = None,
    source: str = "127.0.0.1",
) -> Answer:
    wire = socket.create_connection(("127.0.0.1", port), 20, source_address=(source, 0))
    return exchange(wire, "GET", path, host, fields or {}, None)


def exchange(
    wire: socket.socket, method: str, path: str, host: str, fields: dict[str, str],
    body: bytes | None,
) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1")
    connection.sock = wire
    try:
        connection.request(method, path, body, {"Host": host, **fields})
        reply = connection.getresponse()
        text = reply.read().decode("utf-8", "replace")
    except (ConnectionError, http.client.BadStatusLine):
        return Answer(0)
    finally:
        connection.close()
    return Answer(
        reply.status, {name.lower(): value for name, value in reply.getheaders()},
        reply.msg.get_all("Set-Cookie") or [], text)
