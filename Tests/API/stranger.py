"""A stranger, and a pupil who wants more than their own, against a running demo server."""

from __future__ import annotations

import argparse
import json
import re
import socket
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig.client import Client, open_contest, response_of  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

MARK = "zqxstranger"
SECRET_MEMBERS = {
    "weight", "weights", "correct", "isCorrect", "isRight", "right", "key", "keys", "feedback",
    "explanation", "seed", "title", "law", "laws", "points", "fraction",
}


class Raw:
    """Bytes to the port and whatever comes back, without a client's good manners."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def send(self, data: bytes, seconds: float = 5) -> bytes:
        answer = b""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=seconds) as line:
            try:
                line.sendall(data)
                line.shutdown(socket.SHUT_WR)
                while piece := line.recv(65536):
                    answer += piece
            except OSError:
                pass  # Cut off in the midst of too much is an answer as well.
        return answer

    def ask(
        self, method: str, path: str, fields: dict[str, str] | None = None, body: bytes = b"",
        host: str | None = None,
    ) -> tuple[int, dict[str, list[str]], str]:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.server.port}'}"]
        lines += [f"{name}: {value}" for name, value in (fields or {}).items()]
        if body or method not in ("GET", "HEAD"):
            lines.append(f"Content-Length: {len(body)}")
        lines.append("Connection: close")
        answer = self.send("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        head, _, text = answer.partition(b"\r\n\r\n")
        rows = head.decode("latin-1").split("\r\n")
        found: dict[str, list[str]] = {}
        for row in rows[1:]:
            name, _, value = row.partition(":")
            found.setdefault(name.lower(), []).append(value.strip())
        status = int(rows[0].split(" ")[1]) if rows[0].startswith("HTTP/1.1 ") else 0
        return status, found, text.decode("utf-8", "replace")


def members(value: object) -> set[str]:
    """Every member name below a JSON value."""
    if isinstance(value, dict):
        return set(value).union(*map(members, value.values()))
    if isinstance(value, list):
        return set().union(*map(members, value))
    return set()


def try_others(tally: Tally, server: Server) -> None:
    """Ids of others, guessed and real, by every call that takes one."""
    owner, thief = Client(server.port), Client(server.port)
    owner.sign_in(server.sign_ins("student")[0])
    thief.sign_in(server.sign_ins("student")[1])
    contest = open_contest(owner)["id"]
    dealt = owner.must("POST", f"/api/v1/contests/{contest}/attempts")
    attempt, item = dealt["attempt"], dealt["paper"]["items"][0]
    wrong = attempt[:-1] + ("0" if attempt[-1] != "0" else "1")
    save = {"revision": 1, "response": response_of(item, 0)}
    calls = [
        ("GET", "/api/v1/attempts/{}", None), ("PUT", "/api/v1/attempts/{}/answers/1", save),
        ("PUT", "/api/v1/attempts/{}/prediction", {"revision": 1, "value": 5}),
        ("POST", "/api/v1/attempts/{}/submission", {}), ("GET", "/attempts/{}", None),
        ("GET", "/attempts/{}/review", None), ("GET", "/attempts/{}/receipt", None),
        ("GET", "/attempts/{}/result", None),
    ]
    for method, path, body in calls:
        real = thief.call(method, path.format(attempt), body)
        none = thief.call(method, path.format(wrong), body)
        tally.check(f"{method} {path} of somebody else", real[0] == 404, real)
        tally.check(f"{method} {path} looks like one that does not exist", real == none, (real, none))
    before = owner.must("GET", f"/api/v1/attempts/{attempt}")
    tally.check("nothing of the owner's changed", before["state"] == "running"
                and not before["answers"], before)
    leaked = members(dealt) & SECRET_MEMBERS
    tally.check("a paper has no member that could hold a key", not leaked, leaked)
    for noun in ("contests", "cohorts", "manage/contests", "manage/cohorts"):
        status, _ = thief.call("GET", f"/{noun}/{wrong}")
        tally.check(f"GET /{noun} with a foreign id", status in (403, 404), status)
    for path in ("/manage", "/manage/audit", "/manage/import", "/cohorts", f"/manage/contests/{contest}",
                 f"/api/v1/contests/{contest}/watch", f"/manage/contests/{contest}/results.csv"):
        tally.check(f"a pupil is kept out of {path}", thief.call("GET", path)[0] == 403)
    tally.check("a pupil closes no contest",
                thief.call("POST", f"/api/v1/contests/{contest}/closing", {})[0] == 403)
    race(tally, server, contest)


def race(tally: Tally, server: Server, contest: str) -> None:
    """The same press twenty times at once."""
    entry = server.sign_ins("student")[2]
    token = Client(server.port).sign_in(entry)["token"]

    def press(path: str) -> str:
        status, reply = Client(server.port, token).call("POST", path, {})
        return json.dumps([status, reply.get("attempt"), reply.get("receipt")])

    with ThreadPoolExecutor(20) as pool:
        starts = set(pool.map(press, [f"/api/v1/contests/{contest}/attempts"] * 20))
        attempts = {json.loads(one)[1] for one in starts}
        tally.check("twenty starts at once are one attempt", len(attempts) == 1, starts)
        ends = set(pool.map(press, [f"/api/v1/attempts/{attempts.pop()}/submission"] * 20))
        tally.check("twenty submissions at once are one receipt", len(ends) == 1, ends)


def try_forgery(tally: Tally, raw: Raw, server: Server) -> str:
    """Another site in the same browser; returns a running session for later."""
    card = server.sign_ins("student")[3]["card"]
    own = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
    planted = {**own, "Cookie": f"sid={'A' * 43}"}
    status, fields, _ = raw.ask("POST", "/sign-in", own, f"_csrf=signed-out&card={card}".encode())
    cookie = fields.get("set-cookie", [""])[0]
    token = cookie.partition("=")[2].partition(";")[0]
    tally.check("a card signs in by a form", status == 303 and len(token) == 43, (status, cookie))
    tally.check("its cookie is for this site's requests only",
                "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie, cookie)
    status, fields, _ = raw.ask(
        "POST", "/sign-in", planted, f"_csrf=signed-out&card={card}".encode())
    tally.check("a planted token does not become a session",
                "A" * 43 not in "".join(fields.get("set-cookie", [])), fields)
    status, _, _ = raw.ask("GET", "/api/v1/me", {"Cookie": f"sid={'A' * 43}"})
    tally.check("nor opens anything", status == 401, status)
    session = {"Cookie": f"sid={token}"}
    page = raw.ask("GET", "/me", session)[2]
    found = re.search(r'name="_csrf" value="([^"]+)"', page)
    form_token = found.group(1) if found else ""
    tally.check("a page has the form's token", form_token, page[:300])
    sites = [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
             {"Origin": "https://evil.example"}, {"Origin": "null"}, {},
             {"Origin": f"http://127.0.0.1:{server.port}.evil.example"}]
    for origin in sites:
        for path in ("/sign-out", "/language", "/me/sessions"):
            status, _, text = raw.ask(
                "POST", path, {**session, "Content-Type": own["Content-Type"], **origin},
                f"_csrf={form_token}&language=en&session=others".encode())
            tally.check(f"POST {path} from elsewhere: {origin}", status == 403, (status, text[:200]))
    status, _, _ = raw.ask("POST", "/language", {**session, **own}, b"language=en&_csrf=wrong")
    tally.check("a form without the session's token", status == 403, status)
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"):
        status, _, _ = raw.ask("POST", "/api/v1/session", {"Content-Type": kind},
                               json.dumps({"card": card}).encode())
        tally.check(f"the API takes no {kind}", status == 415, status)
    status, fields, _ = raw.ask("GET", "/api/v1/me", {**session, "Origin": "https://evil.example"})
    tally.check("no other origin may read", not [f for f in fields if "allow-origin" in f], fields)
    return token


def try_injection(tally: Tally, raw: Raw, token: str) -> None:
    """Line ends, markup and addresses in every place that comes back."""
    session = {"Cookie": f"sid={token}"}
    breaks = f"%0d%0aX-{MARK}:%20yes"
    for path in (f"/sign-in?next=/{breaks}", f"/{breaks}", f"/courses/{breaks}", f"/verify/{breaks}",
                 f"/c/{breaks}", f"/problems/{breaks}", f"/law/{breaks}", f"/assets/{breaks}",
                 f"/?done={breaks}", f"/me?done={breaks}"):
        _, fields, _ = raw.ask("GET", path, session)
        tally.check(f"no field of theirs: {path}", f"x-{MARK}" not in fields, fields)
    for target in ("https://evil.example", "//evil.example", "/\\evil.example", "/%5cevil.example",
                   "///evil.example", "\tjavascript:alert(1)", "/\r\nX-" + MARK + ": yes"):
        for path, more in (("/sign-in", "card=x"), ("/language", "language=vi")):
            _, fields, text = raw.ask(
                "POST", path, {"Sec-Fetch-Site": "same-origin",
                               "Content-Type": "application/x-www-form-urlencoded"},
                f"_csrf=signed-out&{more}&next={quote(target)}".encode())
            place = fields.get("location", [""])[0]
            tally.check(f"POST {path} does not lead to {target!r}",
                        "evil.example" not in place.split("?")[0] or place.startswith("/%5c"), place)
            tally.check("nor splits its answer", f"x-{MARK}" not in fields, fields)
    script = f"<script>{MARK}</script>\"'><img src=x onerror={MARK}>"
    for path in ("/sign-in?next=/", "/verify?code=", "/verify/", "/courses/", "/law/", "/problems/",
                 "/contests/", "/attempts/", "/certificates/", "/me?done=", "/courses?x="):
        _, fields, text = raw.ask("GET", path + quote(script, safe=""), session)
        tally.check(f"markup comes back as text: {path}",
                    f"<script>{MARK}" not in text and f"<img src=x onerror={MARK}" not in text, text[:500])
        tally.check("under a policy without inline programs",
                    "script-src 'self'" in fields.get("content-security-policy", [""])[0], fields)
    _, _, text = raw.ask(
        "POST", "/sign-in", {"Sec-Fetch-Site": "same-origin",
                             "Content-Type": "application/x-www-form-urlencoded"},
        f"_csrf=signed-out&username={quote(script)}&password=".encode())
    tally.check("a typed name comes back as text", f"<script>{MARK}" not in text, text[:300])
    status, _, _ = raw.ask("GET", "/", host="evil.example")
    tally.check("another site's name is not answered", status == 421, status)
    for field in ("X-Forwarded-Host", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override"):
        status, fields, text = raw.ask("GET", "/sign-in", {field: "/manage" if "URL" in field else "DELETE"})
        tally.check(f"{field} changes nothing", status == 200, status)


def try_files(tally: Tally, raw: Raw) -> None:
    """Ways out of the folders that are served."""
    for path in ("/assets/../../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/x",
                 "/courses/x/media/..%2f..%2flaw%2ffacts.json", "/assets//etc/passwd",
                 "/assets/%252e%252e%252fetc%252fpasswd", "/assets/x%00.css", "/.git/config",
                 "/data/training.sqlite", "/training.sqlite", "/demo-sign-in.json", "/control.sock",
                 "/assets/%c0%ae%c0%ae/x", "/sw.js/../x", "/courses/x/media/%5c..%5cx"):
        status, _, text = raw.ask("GET", path)
        tally.check(f"{path} leads nowhere", status in (400, 404) and "root:" not in text, (status, text[:100]))


def try_size(tally: Tally, raw: Raw, server: Server, token: str) -> None:
    """Too much of everything, and the server goes on."""
    bearer = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    deep = b"[" * 60_000
    cases: list[tuple[str, bytes]] = [
        ("a target of 1 MB", b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"),
        ("a field of 1 MB", b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n"),
        ("ten thousand fields", b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: a\r\n" * 10_000 + b"\r\n"),
        ("a body of an exabyte", b"POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: 1152921504606846976\r\n\r\n"),
        ("both framings", b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        ("no HTTP at all", bytes(range(256)) * 40),
    ]
    for name, data in cases:
        answer = raw.send(data)
        tally.check(f"{name} is refused", answer == b"" or answer.split(b" ")[1][:1] in b"45", answer[:80])
    bodies = {
        "nested deep": deep, "nested objects": b'{"a":' * 12_000, "a number of 60 kB": b'{"card":' + b"9" * 60_000 + b"}",
        "a string of 60 kB": b'{"card":"' + b"a" * 60_000 + b'"}', "no JSON": b"\xff\xfe\x00" * 100,
        "a repeated member": b'{"card":"a","card":"b"}', "an unknown member": b'{"card":"a","admin":true}',
        "a password of 60 kB": b'{"username":"giaovien","password":"' + b"a" * 60_000 + b'"}',
        "NUL in a password": b'{"username":"giaovien","password":"a\\u0000b"}',
        "NUL in a name": b'{"username":"giao\\u0000vien","password":"abcdefgh"}',
        "half a surrogate": b'{"username":"\\ud800","password":"abcdefgh"}',
    }
    for name, body in bodies.items():
        status, _, text = raw.ask("POST", "/api/v1/session", {"Content-Type": "application/json"}, body)
        tally.check(f"{name} is refused in peace", status in (400, 401, 413), (status, text[:150]))
    for path in ("answers/0", "answers/-1", "answers/99999999999999999999", "answers/1e3", "answers/٣"):
        status, _, _ = raw.ask("PUT", f"/api/v1/attempts/{'0' * 26}/{quote(path)}", bearer,
                               b'{"revision":1,"response":null}')
        tally.check(f"PUT {path}", status in (400, 404), status)
    status, _, text = raw.ask("GET", "/healthz")
    tally.check("after all that the server is alive", status == 200 and server.process.poll() is None, text)


def look_at_log(tally: Tally, raw: Raw, server: Server) -> None:
    """Lines of the log are the server's, whatever was sent."""
    raw.ask("GET", f"/{MARK}%0a%7b%22event%22%3a%22forged%22%7d", {"User-Agent": f"{MARK}\x7f\x1b[2J"})
    raw.ask("GET", f"/nothing/{quote('‮⁦' + MARK)}")
    secrets = [entry[name] for entry in server.sign_ins("student")[:5] for name in ("card",)]
    for secret in secrets:
        raw.ask("GET", f"/c/{secret}")
        raw.ask("GET", f"/C/{secret}/x")
    server.stop()
    lines = [line for line in server.log.read_text("utf-8").splitlines() if line.startswith("{")]
    tally.check("there is a log", len(lines) > 50, len(lines))
    events = [json.loads(line) for line in lines]
    tally.check("no event was forged", all(e.get("event") != "forged" for e in events))
    text = "\n".join(lines)
    tally.check("nothing steers a terminal", not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text))
    tally.check("no card is in the log", not any(secret in text for secret in secrets))
    tally.check("sign-ins are", any(e.get("what") == "sign-in" for e in events))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True, help="folder of the release build")
    binaries = parser.parse_args().bin.resolve()
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="stranger-") as folder:
        with Server(binaries, Path(folder)) as server:
            raw = Raw(server)
            try_others(tally, server)
            token = try_forgery(tally, raw, server)
            try_injection(tally, raw, token)
            try_files(tally, raw)
            try_size(tally, raw, server, token)
            look_at_log(tally, raw, server)
    tally.finish()


if __name__ == "__main__":
    main()
