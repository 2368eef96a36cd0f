"""One Chromium without a window, driven as a person would use it."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import (
    ElementClickInterceptedException, NoSuchElementException, StaleElementReferenceException,
    WebDriverException)
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

# Nothing is looked up or fetched by the driver itself.
os.environ["SE_OFFLINE"] = "true"
os.environ["SE_AVOID_STATS"] = "true"

PHONE = (360, 740)
WIDTHS = {360: 740, 768: 1024, 1280: 800}
PATIENCE = 12.0


class Unmet(AssertionError):
    """Something that should have come true on a page did not."""


def options(
    *, script: bool, language: str, arguments: Sequence[str]
) -> webdriver.ChromeOptions:
    chosen = webdriver.ChromeOptions()
    chosen.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
    for argument in (
        "--headless=new", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-default-browser-check", "--hide-scrollbars", "--force-device-scale-factor=1",
        # Whatever a page asks of another host fails, as in a hall without internet.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--window-size={PHONE[0]},{PHONE[1]}", f"--accept-lang={language}", *arguments,
    ):
        chosen.add_argument(argument)
    if os.geteuid() == 0:
        chosen.add_argument("--no-sandbox")
    preferences: dict[str, Any] = {
        "intl.accept_languages": language, "credentials_enable_service": False,
        "download.prompt_for_download": False,
    }
    if not script:
        preferences["profile.managed_default_content_settings.javascript"] = 2
    chosen.add_experimental_option("prefs", preferences)
    chosen.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return chosen


class Browser:
    """A person's browser on one server."""

    def __init__(
        self, base: str, *, script: bool = True, language: str = "vi",
        arguments: Sequence[str] = (),
    ) -> None:
        self.base = base
        self.script = script
        self.driver = webdriver.Chrome(
            options=options(script=script, language=language, arguments=arguments),
            service=Service(executable_path=shutil.which("chromedriver") or "/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)
        # Patterns of console messages that the journey caused on purpose.
        self.expected: list[str] = []
        self.complaints: list[str] = []
        self.resize(*PHONE)

    def close(self) -> None:
        with contextlib.suppress(WebDriverException):
            self.driver.quit()

    # Looking

    @property
    def path(self) -> str:
        return self.driver.current_url.removeprefix(self.base)

    @property
    def text(self) -> str:
        return self.one("body").text

    @property
    def main(self) -> str:
        return self.one("main").text

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def one(self, css: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def has(self, css: str) -> bool:
        return bool(self.all(css))

    def shown(self, css: str) -> list[WebElement]:
        return [element for element in self.all(css) if element.is_displayed()]

    def run(self, script: str, *values: Any) -> Any:
        return self.driver.execute_script(script, *values)

    # Waiting on conditions, never for a time

    def until(self, what: str, holds: Callable[[], Any], seconds: float = PATIENCE) -> Any:
        end = time.monotonic() + seconds
        while True:
            with contextlib.suppress(StaleElementReferenceException, NoSuchElementException):
                value = holds()
                if value:
                    return value
            if time.monotonic() > end:
                raise Unmet(f"waited {seconds} s in vain: {what}; at {self.path}")
            time.sleep(0.02)

    def await_text(self, pattern: str, css: str = "body", seconds: float = PATIENCE) -> str:
        return self.until(
            f"{pattern!r} in {css}",
            lambda: re.search(pattern, self.one(css).text) and self.one(css).text, seconds)

    def await_path(self, pattern: str, seconds: float = PATIENCE) -> str:
        self.until(f"address {pattern}", lambda: re.search(pattern, self.path), seconds)
        self.settle()
        return self.path

    def await_one(self, css: str, seconds: float = PATIENCE) -> WebElement:
        return self.until(f"{css} shown", lambda: next(iter(self.shown(css)), None), seconds)

    def settle(self) -> None:
        """Waits until the page has loaded."""
        self.until("the page has loaded", lambda: self.run("return document.readyState") == "complete")

    # Doing

    def open(self, path: str) -> None:
        self.driver.get(path if path.startswith("http") else self.base + path)
        self.settle()

    def click(self, target: str | WebElement) -> None:
        element = self.await_one(target) if isinstance(target, str) else target
        self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        try:
            element.click()
        except ElementClickInterceptedException:
            # A bar that stays may lie over the edge of what was scrolled to.
            self.run("window.scrollBy(0, -120)")
            element.click()

    def follow(self, target: str | WebElement) -> None:
        """Clicks something that leads to another page, and waits for that page."""
        old = self.one("html")
        self.click(target)
        self.until("another page", functools.partial(is_gone, old))
        self.settle()

    def fill(self, css: str, value: str) -> None:
        field = self.await_one(css)
        field.clear()
        field.send_keys(value)

    def press(self, text: str, css: str = "button, a.button") -> None:
        """Follows the button that bears this text."""
        button = self.until(
            f"a button {text!r}",
            lambda: next((b for b in self.shown(css) if re.search(text, b.text)), None))
        self.follow(button)

    def send(self, form: str, **fields: str) -> None:
        """Fills a form and sends it with its own button."""
        for name, value in fields.items():
            self.fill(f"{form} [name='{name}']", value)
        self.follow(f"{form} button:not([type=button])")

    # The network and the window

    @contextlib.contextmanager
    def offline(self) -> Iterator[None]:
        self.driver.set_network_conditions(
            offline=True, latency=0, download_throughput=0, upload_throughput=0)
        try:
            yield
        finally:
            self.driver.delete_network_conditions()

    def resize(self, width: int, height: int) -> None:
        # A window cannot be narrower than 500 px, a device can.
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def prefer(self, scheme: str) -> None:
        """Light or dark."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def speak(self, language: str) -> None:
        """Chooses the language with the form at the foot of every page."""
        button = f"form.languages button[value='{language}']"
        if not self.has(button):
            self.open("/")
        self.follow(button)

    def picture(self, file: Path, *, whole: bool = True) -> None:
        """A picture of the whole page, as long as it is."""
        file.parent.mkdir(parents=True, exist_ok=True)
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "format": "png", "captureBeyondViewport": whole})
        import base64
        file.write_bytes(base64.b64decode(shot["data"]))

    # Complaints of the console

    def gather(self) -> list[str]:
        """Errors that the console has shown so far and that nobody caused on purpose."""
        for entry in self.driver.get_log("browser"):
            message = entry["message"]
            wrong = entry["level"] == "SEVERE" or "Content Security Policy" in message
            if wrong and not any(re.search(pattern, message) for pattern in self.expected):
                self.complaints.append(f"{message} (at {self.path})")
        return self.complaints

    def forget(self) -> None:
        """Drops what the console has shown since the last time, for what a tool caused."""
        self.driver.get_log("browser")


def is_gone(element: WebElement) -> bool:
    try:
        element.is_enabled()
    except (StaleElementReferenceException, NoSuchElementException):
        return True
    except WebDriverException as error:
        return "does not belong to the document" in str(error)
    return False
