"""An organizer watches a contest: the server goes and comes back, the session ends elsewhere."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from Tests.Browser.audit import Audit
from Tests.Browser.browser import Browser
from Tests.Browser.journeys.common import enter_with_password, sheet_file
from Tests.Browser.journeys.organizer import figure
from Tests.Browser.stage import Stage
from Tests.Rig.client import Client

LIVE, PAUSED = "Số liệu trực tiếp", "Mất kết nối, đang nối lại"


@contextlib.contextmanager
def nothing_but_503(port: int) -> Iterator[list[tuple[float, str, str]]]:
    """Stands where the server stood, as a proxy does while it restarts; yields what was asked."""
    asked: list[tuple[float, str, str]] = []

    class Busy(BaseHTTPRequestHandler):
        def answer(self) -> None:
            asked.append((time.monotonic(), self.command, self.path))
            self.send_response(503)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = answer

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Busy)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def await_live(desk: Browser, started: int, seconds: float = 12) -> None:
    desk.await_text(LIVE, "#live-words", seconds)
    desk.until(f"{started} have started", lambda: figure(desk, "started") == started)


def begin(stage: Stage, contest: str, number: int) -> None:
    client = Client(stage.server.port)
    client.sign_in(stage.server.sign_ins("student")[number])
    client.must("POST", f"/api/v1/contests/{contest}/attempts")


def watch(stage: Stage) -> None:
    entry = stage.server.sign_ins("organizer")[0]
    desk = stage.browser()
    # What this journey does to the server and to the session on purpose.
    desk.expected += [
        r"status of (401|502|503)", r"ERR_CONNECTION_REFUSED", r"ERR_EMPTY_RESPONSE",
        r"ERR_INCOMPLETE_CHUNKED_ENCODING"]
    enter_with_password(desk, entry)
    with stage.step("an organizer watches"):
        # It ends while another contest goes on with the same questions.
        sheet = sheet_file(
            stage.folder, "theo-doi", timedelta(minutes=-1), timedelta(hours=2),
            feedback={"score": "closing", "answers": "never"})
        stage.server.trainctl("contest", "open", str(sheet), "--unit", "thcs-hoa-sen")
        client = Client(stage.server.port)
        client.sign_in(stage.server.sign_ins("student")[0])
        contests = client.must("GET", "/api/v1/contests")["items"]
        contest = next(c for c in contests if "theo-doi" in str(c["title"]))["id"]
        page = f"/manage/contests/{contest}"
        desk.open(page)
        begin(stage, contest, 0)
        await_live(desk, 1)
        # A page that is loaded again has forgotten this.
        desk.run("window.isSamePage = true")
    server_gone(stage, desk, contest)
    signed_out(stage, desk, entry, page)


def server_gone(stage: Stage, desk: Browser, contest: str) -> None:
    with stage.step("the server stops: the page says so and keeps its numbers"):
        stage.server.stop()
        desk.await_text(PAUSED, "#live-words")
        assert figure(desk, "started") == 1
    with nothing_but_503(stage.server.port) as asked:
        def tries() -> list[float]:
            return [at for at, _, path in asked if path.endswith("/events")]

        with stage.step("it asks again and again, later each time, and is not loaded anew"):
            desk.until("two tries", lambda: len(tries()) >= 2, seconds=30)
            first, second = tries()[:2]
            assert second - first >= 1, tries()
            assert PAUSED in desk.one("#live-words").text and figure(desk, "started") == 1
            assert not [path for _, method, path in asked if method == "GET" and "/manage" in path]
        Audit(stage, desk).look("watch-paused")
    with stage.step("the server is back, and the numbers go on"):
        stage.server.start()
        begin(stage, contest, 1)
        await_live(desk, 2, seconds=40)
        assert desk.run("return window.isSamePage === true"), "the page was loaded anew"


def signed_out(stage: Stage, desk: Browser, entry: dict, page: str) -> None:
    with stage.step("the session is ended on another device, the page leads to signing in"):
        other = stage.browser()
        enter_with_password(other, entry)
        other.open("/me")
        other.follow("main form:has([name=session]) button:not([type=button])")
        desk.await_path(r"^/sign-in\?next=", seconds=20)
    with stage.step("who signs in again goes on watching"):
        form = "form:has([name=password])"
        desk.fill(f"{form} [name=username]", entry["username"])
        desk.fill(f"{form} [name=password]", entry["password"])
        desk.follow(f"{form} button:not([type=button])")
        assert desk.path == page, desk.path
        await_live(desk, 2)
