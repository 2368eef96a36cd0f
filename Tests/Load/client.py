"""The load program in `client/`: compiled here, asked for one kind of load at a time."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).with_name("client")
# Beyond its own time a run may take this long to connect and to wait for the last answers.
GRACE = 60


def build(folder: Path) -> Path:
    """Compiles the load program when a source is newer than it."""
    program = folder / "client"
    files = sorted(SOURCES.glob("*.[ch]"))
    newest = max(file.stat().st_mtime for file in files)
    if not program.exists() or program.stat().st_mtime < newest:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["cc", "-std=c11", "-D_GNU_SOURCE", "-O2", "-Wall", "-Wextra", "-Werror", "-o", program,
             *(file for file in files if file.suffix == ".c")], check=True)
    return program


@dataclass
class Load:
    """Everything a run of load has to know besides its kind."""

    program: Path
    port: int
    pupils: Path
    contest: str

    def command(self, mode: str, **options: object) -> list[str]:
        words = [str(self.program), mode, "--port", str(self.port)]
        options = {"pupils": self.pupils, "contest": self.contest} | options
        for name, value in options.items():
            words += [f"--{name}", str(value)]
        return words

    def run(self, mode: str, **options: object) -> dict:
        """One load from start to end."""
        return self.begin(mode, **options).finish()

    def begin(self, mode: str, **options: object) -> Running:
        """A load that goes on while others run."""
        seconds = float(options.get("seconds", 1))
        process = subprocess.Popen(
            self.command(mode, **options), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return Running(process, seconds)


class Running:
    """A load under way."""

    def __init__(self, process: subprocess.Popen[str], seconds: float) -> None:
        self.process = process
        self.seconds = seconds

    def held(self) -> int:
        """Waits until all connections of `hold` were tried; how many are open."""
        return int(self.process.stdout.readline().split()[1])

    def finish(self) -> dict:
        """Lets held connections go and reads the report."""
        try:
            text, _ = self.process.communicate(timeout=self.seconds + GRACE)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
        if self.process.returncode != 0:
            raise RuntimeError(f"the load program ended with {self.process.returncode}")
        return json.loads(text)


def failures(report: dict) -> int:
    """Requests of a report that were refused, broken or answered with something else."""
    tasks = (report["run"][name] for name in ("signIn", "start", "save", "submit", "get"))
    return sum(task["refused"] + task["wrong"] + task["broken"] for task in tasks)
