"""A server under test: its own data folder, its own port on loopback, stopped by its process id."""

from __future__ import annotations

import atexit
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COURSES = ROOT / "Courses"


def courses_of(binaries: Path) -> Path:
    """The courses that were written for a build: those of the tree in which it stands, else ours."""
    for folder in Path(binaries).absolute().parents:
        if (folder / "Courses").is_dir():
            return folder / "Courses"
    return COURSES


def free_port() -> int:
    """A port of loopback on which nobody listens now."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


class Server:
    """`TrainingServer --demo` on a fresh folder, and `trainctl` beside it."""

    def __init__(
        self, binaries: Path, folder: Path, *, demo: bool = True, words: Sequence[str] = (),
        environment: dict[str, str] | None = None, prefix: list[str] | None = None,
        data: Path | None = None,
    ) -> None:
        self.binaries = Path(binaries)
        self.folder = Path(folder)
        self.data = data or self.folder / "data"
        self.log = self.folder / "server.log"
        self.port = free_port()
        self.demo = demo
        # Variables that the server gets besides ours.
        self.environment = environment or {}
        # A program that becomes the server (exec), with its arguments.
        self.prefix = prefix or []
        self.words = list(words)
        # Where people reach it, when that is a proxy.
        self.public = self.url
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Server:
        self.launch()
        self.await_ready()
        return self

    def launch(self) -> None:
        """Starts the process; it may not answer yet."""
        atexit.unregister(self.kill)
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [
            *self.prefix, str(self.binaries / "TrainingServer"), "--data", str(self.data),
            "--listen", f"127.0.0.1:{self.port}", "--courses",
            str(courses_of(self.binaries)),
        ]
        command += self.words
        if self.demo:
            command.append("--demo")
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=os.environ | self.environment)
        # A program that breaks off leaves no server behind.
        atexit.register(self.kill)

    def await_ready(self, seconds: float = 30) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.process is None or self.process.poll() is not None:
                raise RuntimeError(f"the server ended by itself:\n{self.tail()}")
            try:
                with urllib.request.urlopen(self.url + "/readyz", timeout=2):
                    return
            except (OSError, urllib.error.HTTPError):
                time.sleep(0.01)
        raise RuntimeError(f"the server was not ready after {seconds} s:\n{self.tail()}")

    def stop(self) -> int | None:
        """Stops gracefully; what does not stop within ten seconds is killed."""
        process, self.process = self.process, None
        if process is None:
            return None
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            return process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return None

    def kill(self) -> None:
        """SIGKILL, and waits until the process is gone."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()

    def pause(self) -> None:
        os.kill(self.process.pid, signal.SIGSTOP)

    def resume(self) -> None:
        os.kill(self.process.pid, signal.SIGCONT)

    def tail(self, lines: int = 40) -> str:
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text("utf-8", "replace").splitlines()[-lines:])

    def remove(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)

    def sign_ins(self, role: str) -> list[dict]:
        """How people of a role sign in, as `--demo` wrote it."""
        path = self.data / "demo-sign-in.json"
        until = time.monotonic() + 10
        while not path.exists() and time.monotonic() < until:
            time.sleep(0.05)
        entries = [entry for entry in json.loads(path.read_text("utf-8")) if entry["role"] == role]
        for entry in entries:
            entry["url"] = self.public + entry["url"].removeprefix(self.url)
        return entries

    def trainctl(
        self, *words: str, check: bool = True, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs `trainctl` on this server's folder: through its control socket while it runs."""
        done = subprocess.run(
            [str(self.binaries / "trainctl"), "--data", str(self.data), *words],
            capture_output=True, text=True, timeout=60, cwd=ROOT, env=os.environ | environment)
        if check and done.returncode != 0:
            raise AssertionError(
                f"trainctl {' '.join(words)} ended with {done.returncode}:\n"
                f"{done.stdout}{done.stderr}")
        return done

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()
