"""Holds replies to what the API says of itself."""

from __future__ import annotations

import re
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

NAME = "urn:openapi"


class Described:
    """An OpenAPI 3.1 document and the replies that it promises."""

    def __init__(self, document: dict) -> None:
        self.document = document
        base = document.get("servers", [{"url": ""}])[0]["url"].rstrip("/")
        self.paths = [
            (re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(base + path)) + "$"), item)
            for path, item in document["paths"].items()]
        self.registry = Registry().with_resource(
            NAME, Resource(contents=document, specification=DRAFT202012))
        self.seen: set[str] = set()

    @property
    def operations(self) -> set[str]:
        return {
            operation["operationId"] for _, item in self.paths
            for method, operation in item.items() if method != "parameters"}

    def complaints(self, method: str, path: str, status: int, body: Any) -> list[str]:
        """What of this reply the document does not allow."""
        for pattern, item in self.paths:
            operation = item.get(method.lower())
            if operation is None or not pattern.match(path.split("?")[0]):
                continue
            self.seen.add(operation["operationId"])
            responses = operation["responses"]
            reply = responses.get(str(status)) or responses.get("default")
            if reply is None:
                return [f"{method} {path}: status {status} is not described"]
            reply = self.resolve(reply)
            for media in reply.get("content", {}).values():
                validator = Draft202012Validator(
                    self.anchored(media["schema"]), registry=self.registry)
                return [
                    f"{method} {path} {status}: {error.json_path}: {error.message[:200]}"
                    for error in validator.iter_errors(body)]
            return []
        return [f"{method} {path} is not described"]

    def resolve(self, value: dict) -> dict:
        while "$ref" in value:
            place: Any = self.document
            for part in value["$ref"].removeprefix("#/").split("/"):
                place = place[part]
            value = place
        return value

    def anchored(self, value: Any) -> Any:
        """The same schema with its references made from outside the document."""
        if isinstance(value, dict):
            return {
                key: NAME + part if key == "$ref" else self.anchored(part)
                for key, part in value.items()}
        if isinstance(value, list):
            return [self.anchored(part) for part in value]
        return value
