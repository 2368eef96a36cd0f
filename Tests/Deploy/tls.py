"""The proxies of Deploy/ as they are published, in front of a real server: TLS, cookies, addresses,
event streams, what no log may keep, and a restart that pupils see through.

    python3 Tests/Deploy/tls.py [--bin .build/release] [nginx] [caddy]
"""

from __future__ import annotations

import argparse
import json
import socket
import ssl
import sys
import tempfile
import threading
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Deploy.wire import Answer, ask, ask_plain  # noqa: E402
from Tests.Rig.front import FRONTS, NAME, Front  # noqa: E402
from Tests.Rig.server import ROOT, Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402


class Checks:
    """Checks of one proxy, named after it."""

    def __init__(self, tally: Tally, front: Front, server: Server) -> None:
        self.tally = tally
        self.front = front
        self.server = server

    def __call__(self, name: str, holds: object, detail: object = "") -> None:
        self.tally.check(f"{self.front.program}: {name}", holds, detail)

    def ask(self, method: str, path: str, **rest: object) -> Answer:
        return ask(self.front, method, path, **rest)

    def logged_client(self, marker: str) -> str | None:
        """The address that the server's log has for a request for this path."""
        for _ in range(200):
            for line in self.server.tail(400).splitlines():
                if marker in line and line.startswith("{"):
                    return json.loads(line)["client"]
            time.sleep(0.02)
        return None


def transport(check: Checks) -> None:
    front = check.front
    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        context = front.trusting(minimum_version=version, maximum_version=version)
        context.set_alpn_protocols(["h2", "http/1.1"])
        with socket.create_connection(("127.0.0.1", front.port), 5) as raw, \
                context.wrap_socket(raw, server_hostname=NAME) as wire:
            check(f"speaks {wire.version()} and HTTP/2", wire.selected_alpn_protocol() == "h2",
                  wire.selected_alpn_protocol())
    check("refuses TLS 1.1", shakes_hands(front, NAME, old=True) is False)
    check("answers nobody who asks for another name",
          shakes_hands(front, "khac.example.vn") is False)
    answer = ask_plain(front.plain_port, "/contests?x=1", NAME)
    check("sends plain http to https", answer.status in (301, 308)
          and answer.fields.get("location", "").startswith(f"https://{NAME}")
          and answer.fields["location"].endswith("/contests?x=1"), answer)
    misdirected = check.ask("GET", "/sign-in", host="khac.example.vn")
    check("does not serve another name under this certificate",
          misdirected is None or misdirected.status in (0, 421, 404) or not misdirected.text,
          misdirected)


def shakes_hands(front: Front, name: str, *, old: bool = False) -> bool:
    """Whether a handshake under this name succeeds, whatever the certificate says."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if old:
        # Only level 0 lets this side offer what the other side must refuse.
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    try:
        with socket.create_connection(("127.0.0.1", front.port), 5) as raw, \
                context.wrap_socket(raw, server_hostname=name):
            return True
    except (ssl.SSLError, ConnectionError):
        return False


def cookies(check: Checks, entry: dict) -> str:
    """Signs in with a card as a browser does; returns the session's cookie."""
    card = check.ask("GET", "/c/" + entry["card"])
    check("the page of a card is HTML with HSTS", card.status == 200
          and "max-age=31536000" in card.fields.get("strict-transport-security", ""), card)
    form = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
    body = f"_csrf=signed-out&card={entry['card']}".encode()
    signed = check.ask("POST", "/sign-in", fields=form, body=body)
    cookie = next((c for c in signed.cookies if c.startswith("__Host-sid=")), "")
    marks = {part.strip().lower() for part in cookie.split(";")[1:]}
    check("the session's cookie is __Host-, Secure, HttpOnly, Lax, for the whole site",
          {"secure", "httponly", "samesite=lax", "path=/"} <= marks
          and not any(mark.startswith("domain") for mark in marks), signed)
    token = cookie.split(";")[0]
    home = check.ask("GET", "/", fields={"Cookie": token})
    check("and signs in", home.status == 200 and entry["name"].split()[-1] in home.text, home)
    renamed = check.ask("GET", "/me", fields={"Cookie": token.removeprefix("__Host-")})
    check("under its other name it is nobody's", renamed.status in (303, 401), renamed.status)
    forged = check.ask("POST", "/sign-out", fields={
        "Cookie": token, "Origin": "https://khac.example.vn", "Content-Type": form["Content-Type"]})
    check("another origin cannot post", forged.status == 403, forged)
    check("personal pages are never compressed (BREACH)", "content-encoding" not in check.ask(
        "GET", "/", fields={"Cookie": token, "Accept-Encoding": "gzip, br"}).fields)
    return token


def addresses(check: Checks) -> None:
    lie = {"X-Forwarded-For": "203.0.113.7", "Forwarded": "for=203.0.113.7",
           "X-Forwarded-Proto": "http", "X-Forwarded-Host": "khac.example.vn"}
    check.ask("GET", "/nobody-1", fields=lie, source="127.0.0.9")
    check("a client's own X-Forwarded-For is thrown away",
          check.logged_client("/nobody-1") == "127.0.0.9", check.logged_client("/nobody-1"))
    told = ask_plain(check.server.port, "/nobody-2", NAME, fields={
        "X-Forwarded-For": "203.0.113.8", "X-Forwarded-Proto": "https"})
    check("the trusted proxy is believed", check.logged_client("/nobody-2") == "203.0.113.8"
          and "strict-transport-security" in told.fields, told)
    stranger = ask_plain(check.server.port, "/nobody-3", NAME, source="127.0.0.9", fields={
        "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"})
    check("anybody else is not", check.logged_client("/nobody-3") == "127.0.0.9"
          and "strict-transport-security" not in stranger.fields, stranger)
    # U+0600 joins the comma behind it to one character; http.client writes Latin-1.
    ask_plain(check.server.port, "/nobody-4", NAME, fields={
        "X-Forwarded-For": "198.51.100.1\xd8\x80, 203.0.113.8"})
    check("no sign in the field hides who comes", check.logged_client("/nobody-4") == "203.0.113.8",
          check.logged_client("/nobody-4"))
    check("what a proxy passed on gets no numbers, whatever it calls itself", all(
        ask_plain(check.server.port, "/metrics", NAME, fields={field: "127.0.0.1"}).status == 404
        for field in ("X-Real-IP", "Via", "Forwarded", "X-Forwarded-For")))
    check("the numbers of /metrics stay on this machine", check.ask("GET", "/metrics").status == 404
          and ask_plain(check.server.port, "/metrics", NAME).status == 200)
    if check.front.program == "nginx":
        # Caddy hands it on, and the server hangs up: its answer may be lost on the way.
        large = check.ask("POST", "/sign-in", body=bytes(300_000))
        check("a form that is too large is refused", large.status == 413, large)


def doctor(check: Checks) -> None:
    """`data doctor --url` finds the way through this proxy as it should be."""
    front = check.front
    # curl has no other way to be told where a name leads.
    (front.folder / ".curlrc").write_text(
        f"resolve = {NAME}:{front.port}:127.0.0.1\ncacert = {front.certificate}\n", "utf-8")
    done = check.server.trainctl(
        "--format", "json", "data", "doctor", "--url", front.url, check=False,
        CURL_HOME=str(front.folder))
    found = {item["subject"]: item for item in json.loads(done.stdout)["items"]}
    for subject in ("scheme", "host", "address", "hsts"):
        check(f"the doctor finds it well: {subject}",
              found.get(subject, {}).get("verdict") == "good", done)


def events(check: Checks, token: str) -> None:
    """An event reaches the browser when it happens, not when a buffer is full."""
    contests = check.ask("GET", "/api/v1/contests", fields={"Cookie": token})
    contest = next(c for c in json.loads(contests.text)["items"] if c["phase"] == "open")["id"]
    heard: list[bytes] = []
    with socket.create_connection(("127.0.0.1", check.front.port), 5) as raw, \
            check.front.trusting().wrap_socket(raw, server_hostname=NAME) as wire:
        wire.sendall(
            f"GET /api/v1/contests/{contest}/events HTTP/1.1\r\nHost: {NAME}:{check.front.port}\r\n"
            f"Cookie: {token}\r\n\r\n".encode())
        reader = threading.Thread(target=listen, args=(wire, heard), daemon=True)
        reader.start()
        check("an event stream begins at once", wait_for(heard, b"event: phase"), heard)
        check("and is told to no cache", b"text/event-stream" in b"".join(heard)
              and b"no-store" in b"".join(heard), heard)
        check.server.trainctl("--yes", "contest", "close", contest)
        check("an event comes when it happens", wait_for(heard, b'"phase":"closed"'), heard)
        # The thread must be gone before its descriptor is another connection's.
        wire.shutdown(socket.SHUT_RDWR)
        reader.join()


def crowd(check: Checks, token: str, other: dict) -> None:
    """One card that opens stream after stream: its oldest make room, and others notice nothing."""
    contests = check.ask("GET", "/api/v1/contests", fields={"Cookie": token})
    contest = next(c for c in json.loads(contests.text)["items"] if c["phase"] == "open")["id"]
    streams = [open_stream(check, contest, token) for _ in range(60)]
    check("the oldest streams of one card end for the newest",
          all(ends_replaced(stream) for stream in streams[:52]))
    card = cookies_of(check, other)
    # Kept in a name: a socket that nobody holds is closed at once.
    others = open_stream(check, contest, card)
    until = time.monotonic() + 8
    while (open_now := streams_open(check)) != 9 and time.monotonic() < until:
        time.sleep(0.1)
    check("eight of one card and one of the other are open", open_now == 9, open_now)
    check("the other card's stream was not told to make room", not ends_replaced(others, 0.5))
    for stream in [*streams, others]:
        stream.close()


def streams_open(check: Checks) -> float:
    lines = ask_plain(check.server.port, "/metrics", NAME).text.splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith("event_streams "))


def open_stream(check: Checks, contest: str, token: str) -> ssl.SSLSocket:
    raw = socket.create_connection(("127.0.0.1", check.front.port), 5)
    wire = check.front.trusting().wrap_socket(raw, server_hostname=NAME)
    wire.sendall(
        f"GET /api/v1/contests/{contest}/events HTTP/1.1\r\nHost: {NAME}:{check.front.port}\r\n"
        f"Cookie: {token}\r\n\r\n".encode())
    heard = b""
    while b"event: phase" not in heard:
        piece = wire.recv(65536)
        if not piece:
            raise AssertionError(f"no stream: {heard!r}")
        heard += piece
    return wire


def ends_replaced(wire: ssl.SSLSocket, seconds: float = 8) -> bool:
    """Whether the stream says that newer ones took its place, and ends."""
    wire.settimeout(seconds)
    heard = b""
    try:
        while not heard.endswith(b"0\r\n\r\n") and (piece := wire.recv(65536)):
            heard += piece
    except OSError:
        return False
    return b"event: replaced" in heard


def cookies_of(check: Checks, entry: dict) -> str:
    """Signs in with a card; the session's cookie."""
    form = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
    signed = check.ask("POST", "/sign-in", fields=form,
                       body=f"_csrf=signed-out&card={entry['card']}".encode())
    return next((c for c in signed.cookies if c.startswith("__Host-sid=")), "").split(";")[0]


def listen(wire: ssl.SSLSocket, heard: list[bytes]) -> None:
    wire.settimeout(15)
    try:
        while piece := wire.recv(65536):
            heard.append(piece)
    except OSError:
        pass


def wait_for(heard: list[bytes], what: bytes, seconds: float = 8) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if what in b"".join(heard):
            return True
        time.sleep(0.02)
    return False


def restart(check: Checks, token: str) -> None:
    check.server.process.kill()
    check.server.process.wait()
    gone = check.ask("GET", "/", fields={"Cookie": token})
    check("while the server restarts: 503, Retry-After, in two languages",
          gone.status == 503 and gone.fields.get("retry-after") == "2"
          and "đang khởi động lại" in gone.text and "saved answers are safe" in gone.text, gone)
    check("a save meanwhile is refused the same way, never repeated", check.ask(
        "PUT", "/api/v1/attempts/x/answers/1", fields={"Cookie": token},
        body=b"{}").status == 503)
    check.server.start()
    home = check.ask("GET", "/", fields={"Cookie": token})
    check("after the restart the session goes on", home.status == 200, home)


def secrets(check: Checks, entry: dict) -> None:
    check.server.process.kill()
    check.server.process.wait()
    check.ask("GET", "/c/" + entry["card"])
    for log in sorted(check.front.folder.glob("*.log")):
        text = log.read_text("utf-8", "replace")
        check(f"no card in {log.name}", entry["card"].lower() not in text.lower(), text[-400:])
    if check.front.program == "nginx":
        check("the access log has card pages without their secret",
              "/c/- " in check.front.log("access.log"), check.front.log("access.log")[-400:])


def run(name: str, binaries: Path, tally: Tally) -> None:
    with tempfile.TemporaryDirectory() as folder:
        # nginx gives up root for its workers, which must still come here.
        Path(folder).chmod(0o755)
        server = Server(
            binaries, Path(folder), words=["--trusted-proxy", "127.0.0.1", "--host", NAME])
        front = FRONTS[name](Path(folder), server.port)
        with server, front:
            check = Checks(tally, front, server)
            entry, other = server.sign_ins("student")[:2]
            transport(check)
            token = cookies(check, entry)
            addresses(check)
            doctor(check)
            crowd(check, token, other)
            events(check, token)
            restart(check, token)
            secrets(check, entry)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="PROXY", help=", ".join(FRONTS))
    parser.add_argument("--bin", default=ROOT / ".build/release", type=Path)
    options = parser.parse_args()
    tally = Tally()
    for name in options.names or FRONTS:
        run(name, options.bin, tally)
    tally.finish()


if __name__ == "__main__":
    main()
