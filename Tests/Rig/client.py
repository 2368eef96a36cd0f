"""A small JSON client over one kept-alive connection."""

from __future__ import annotations

import http.client
import json
from typing import Any


class Client:
    """One person of the API."""

    def __init__(self, port: int, token: str | None = None) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.token = token

    def call(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        headers = {"Accept": "application/json"}
        data = None
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body).encode()
        elif method in ("POST", "PUT"):
            data = b""
        self.connection.request(method, path, data, headers)
        reply = self.connection.getresponse()
        text = reply.read()
        if "json" in (reply.getheader("Content-Type") or ""):
            return reply.status, json.loads(text)
        return reply.status, text

    def must(self, method: str, path: str, body: Any = None) -> Any:
        status, reply = self.call(method, path, body)
        if not 200 <= status < 300:
            raise AssertionError(f"{method} {path}: {status} {reply!r}")
        return reply

    def sign_in(self, entry: dict) -> dict:
        """Signs in with a card or a password of the demo."""
        if entry.get("card"):
            body = {"card": entry["card"]}
        else:
            body = {"username": entry["username"], "password": entry["password"]}
        self.token = None
        reply = self.must("POST", "/api/v1/session", body)
        self.token = reply["token"]
        return reply


def open_contest(client: Client) -> dict:
    """The contest of the demo that runs now."""
    items = client.must("GET", "/api/v1/contests")["items"]
    return next(item for item in items if item["phase"] == "open")


def response_of(item: dict, turn: int) -> str | list[str]:
    """An answer to an item, another one for every turn."""
    options = [option["id"] for option in item["options"]]
    letter = options[turn % len(options)]
    return [letter] if item["kind"] == "multiple" else letter
