"""Whatever a page shows to press, opens: every link and every picture, for each kind of person.

    python Tests/API/links.py --bin DIR

Follows the links of all pages from the home page on, while a contest runs and after it closed. A link
that leads to a refusal, to nothing or to a fault fails, with the page that shows it. Of pages that
differ only in whom or what they show a few are opened.
"""

from __future__ import annotations

import argparse
import html.parser
import re
import sys
import tempfile
from collections import Counter, deque
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.client import Client, open_contest, response_of
from Tests.Rig.server import Server
from Tests.Rig.tally import Tally

ROLES = ("student", "teacher", "organizer", "admin", "auditor")
# Pages of one kind that are opened: the third pupil's card page is like the second's.
OF_A_KIND = 6
IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+|[A-Za-z0-9_-]{20,}")


class Links(html.parser.HTMLParser):
    """Addresses that a page names for pressing or showing."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        of = dict(attributes)
        address = of.get("href") if tag in ("a", "link") else of.get("src")
        if address:
            self.found.append(address)


def kind_of(path: str) -> str:
    """The page without whom or what it shows."""
    parts = urlsplit(path)
    names = sorted(pair.split("=")[0] for pair in parts.query.split("&") if pair)
    return IDENTIFIER.sub("*", parts.path) + "?" + "&".join(names)


def ask(client: Client, path: str) -> tuple[int, bytes, str | None]:
    """The status, the page and where else the answer leads."""
    headers = {"Authorization": f"Bearer {client.token}"} if client.token else {}
    client.connection.request("GET", path, headers=headers)
    reply = client.connection.getresponse()
    onward = reply.getheader("Location") if reply.status in (301, 302, 303, 307, 308) else None
    return reply.status, reply.read(), onward


def follow_all(tally: Tally, client: Client, who: str) -> int:
    """Opens all that is reachable from the home page; returns how many pages that were."""
    seen, kinds = {"/"}, Counter()
    waiting = deque([("/", "the beginning")])
    wrong = []
    while waiting:
        path, shown_by = waiting.popleft()
        status, body, onward = ask(client, path)
        if onward:
            if onward not in seen:
                seen.add(onward)
                waiting.append((onward, f"{shown_by} by way of {path}"))
            continue
        if status != 200:
            wrong.append(f"{status} {path}, shown by {shown_by}")
            continue
        if not body.lstrip().startswith(b"<!DOCTYPE"):
            continue
        for address in Links(body.decode()).found:
            target = urldefrag(urljoin(f"http://here{path}", address))[0]
            if not target.startswith("http://here/"):
                continue
            target = target.removeprefix("http://here")
            if target in seen or kinds[kind_of(target)] >= OF_A_KIND:
                continue
            seen.add(target)
            kinds[kind_of(target)] += 1
            waiting.append((target, path))
    tally.check(f"{who}: all of {len(seen)} links open", not wrong, "\n        ".join(wrong))
    return len(seen)


def follow_everybody(tally: Tally, server: Server, when: str) -> int:
    """The links of each kind of person; returns how many were opened."""
    pages = follow_all(tally, Client(server.port), f"{when}, anybody")
    for role in ROLES:
        for place, entry in enumerate(server.sign_ins(role)[:3]):
            client = Client(server.port)
            client.sign_in(entry)
            pages += follow_all(tally, client, f"{when}, {role} {place + 1}")
    return pages


def end_contest(tally: Tally, server: Server) -> None:
    """Closed early: whoever did not take part is told so, and no try that nobody has any more."""
    desk, absent = Client(server.port), Client(server.port)
    desk.sign_in(server.sign_ins("organizer")[0])
    absent.sign_in(server.sign_ins("student")[2])
    contest = open_contest(absent)["id"]
    desk.must("POST", f"/api/v1/contests/{contest}/closing")
    page = re.sub(r"\s+", " ", absent.must("GET", f"/contests/{contest}").decode())
    tally.check(
        "an absentee of a closed contest has no try left",
        "Không dự thi" in page and not re.search(r"Còn \d+ trên|Bắt đầu thi|Hạn:", page), page)


def leave_traces(server: Server) -> None:
    """Somebody has written, somebody has handed in: pages show more."""
    for place, hands_in in ((0, False), (1, True)):
        client = Client(server.port)
        client.sign_in(server.sign_ins("student")[place])
        contest = open_contest(client)
        begun = client.must("POST", f"/api/v1/contests/{contest['id']}/attempts")
        for item in begun["paper"]["items"]:
            client.must(
                "PUT", f"/api/v1/attempts/{begun['attempt']}/answers/{item['slot']}",
                {"revision": 1, "response": response_of(item, 0)})
        if hands_in:
            client.must("POST", f"/api/v1/attempts/{begun['attempt']}/submission")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=Path, required=True, help="folder of the release build")
    binaries = parser.parse_args().bin.resolve()
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="links-") as folder:
        with Server(binaries, Path(folder)) as server:
            leave_traces(server)
            pages = follow_everybody(tally, server, "while it runs")
            end_contest(tally, server)
            pages += follow_everybody(tally, server, "when it is over")
            print(f"figure: links: {pages} addresses opened")
    tally.finish()


if __name__ == "__main__":
    main()
