"""What a journey gets: a server of its own, browsers, and steps that are counted."""

from __future__ import annotations

import contextlib
import shutil
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from Tests.Browser.browser import Browser, Unmet
from Tests.Rig.front import NAME, Front
from Tests.Rig.server import ROOT, Server
from Tests.Rig.tally import Tally

PICTURES = ROOT / ".cache" / "screenshots"


class Stage:
    """One journey in progress."""

    def __init__(
        self, name: str, binaries: Path, tally: Tally, front: type[Front] | None = None
    ) -> None:
        self.name = name
        self.tally = tally
        self.folder = ROOT / ".cache" / "browser" / name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        words = ["--trusted-proxy", "127.0.0.1", "--host", NAME] if front else []
        self.server = Server(binaries, self.folder, words=words)
        self.front = front(self.folder, self.server.port) if front else None
        if self.front:
            self.server.public = self.front.url
        self.browsers: list[Browser] = []

    def browser(self, **choices: object) -> Browser:
        arguments = self.front.browser_arguments if self.front else []
        browser = Browser(self.server.public, arguments=arguments, **choices)
        self.browsers.append(browser)
        return browser

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """A part of the journey; when it fails the journey ends."""
        began = time.monotonic()
        yield
        with self.tally.lock:
            self.tally.passed += 1
            print(f"ok      {self.name}: {name} ({time.monotonic() - began:.1f} s)", flush=True)

    def check(self, name: str, holds: object, detail: object = "") -> bool:
        """Something that may fail without ending the journey."""
        return self.tally.check(f"{self.name}: {name}", holds, detail)

    def quiet(self) -> None:
        """No console showed an error."""
        for browser in self.browsers:
            complaints = browser.gather()
            self.check("no error in the console", not complaints, "\n        ".join(complaints[:8]))

    def keep_evidence(self) -> None:
        for number, browser in enumerate(self.browsers):
            with contextlib.suppress(Exception):
                browser.picture(self.folder / f"failed-{number}.png")
                (self.folder / f"failed-{number}.html").write_text(browser.driver.page_source)
                (self.folder / f"failed-{number}.txt").write_text(
                    f"{browser.driver.current_url}\n" + "\n".join(browser.gather()))


def play(
    name: str, journey: Callable[[Stage], None], binaries: Path, tally: Tally,
    front: type[Front] | None = None,
) -> None:
    """Runs a journey against its own server; whatever goes wrong is counted, never raised."""
    began = time.monotonic()
    stage = Stage(name, binaries, tally, front)
    try:
        with stage.server, stage.front or contextlib.nullcontext():
            try:
                journey(stage)
                stage.quiet()
            except Exception as error:
                stage.keep_evidence()
                where = traceback.format_exc().strip().splitlines()
                detail = str(error) if isinstance(error, Unmet) else "\n        ".join(where[-8:])
                lines = [line.strip() for line in where if "Tests/Browser/journeys" in line]
                tally.check(f"{name}: to its end", False, "\n        ".join([*lines[-2:], detail]))
            finally:
                for browser in stage.browsers:
                    browser.close()
    except Exception:
        tally.check(f"{name}: server", False, traceback.format_exc())
    stage.server.remove()
    print(f"        {name} took {time.monotonic() - began:.1f} s", flush=True)
