"""Runs tests against the planted copy, with one mutant awake or none."""

import dataclasses
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

BUNDLE = ".build/debug/cybersecurity-trainingPackageTests.xctest"
# A mutant may hang what it breaks: that is noticed too.
PATIENCE = 60


@dataclasses.dataclass(frozen=True)
class Outcome:
    """How one run of tests ended."""

    verdict: str  # passed, caught, nothing
    why: str
    seconds: float
    tests: int
    issues: str = ""


def first_fault(text):
    """The first test that recorded an issue, in its own words."""
    found = re.search(r"^\W*(?:Test|Suite) (.+?) recorded an issue", text, re.MULTILINE)
    return found.group(1).strip('`"') if found else ""


def issues(text):
    """The first lines that say what went wrong."""
    lines = [line for line in text.splitlines() if "recorded an issue" in line]
    return "\n".join(line[:500] for line in lines[:5])


def build(tree, log):
    command = ["swift", "build", "--build-tests", "-Xswiftc", "-gnone"]
    with open(log, "w", encoding="utf-8") as file:
        done = subprocess.run(command, cwd=tree, stdout=file, stderr=subprocess.STDOUT)
    if done.returncode == 0:
        return
    text = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")
    faults = list(dict.fromkeys(line for line in text.splitlines() if ": error:" in line))
    sys.exit("The planted copy does not build:\n" + "\n".join(faults[:20] or [text[-3000:]]))


def environment(number):
    result = {key: value for key, value in os.environ.items() if key != "MUTANT"}
    # A trap's report takes longer than the test it ends.
    result["SWIFT_BACKTRACE"] = "enable=no"
    if number:
        result["MUTANT"] = str(number)
    return result


def run(command, tree, number, patience):
    """Exit status (negative for a signal, None for too long), the output, the seconds."""
    started = time.monotonic()
    process = subprocess.Popen(
        command, cwd=tree, env=environment(number), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True)
    try:
        output, _ = process.communicate(timeout=patience)
        status = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        status = None
    text = re.sub(r"\x1b\[[0-9;]*m", "", output.decode("utf-8", "replace"))
    return status, text, time.monotonic() - started


def swift_tests(tree, number, pattern="", patience=PATIENCE):
    """The unit tests whose names match `pattern`."""
    # As many at a time as in Scripts/test.
    command = [str(tree / BUNDLE), "--testing-library", "swift-testing",
               "--experimental-maximum-parallelization-width", "16"]
    if pattern:
        command += ["--filter", pattern]
    status, text, seconds = run(command, tree, number, patience)
    counted = re.findall(r"Test run with (\d+) tests?", text)
    tests = int(counted[-1]) if counted else 0
    fault = first_fault(text)
    if status is None:
        return Outcome("caught", f"still running after {patience} s", seconds, tests)
    if status < 0 or status in (132, 133, 134, 139):
        return Outcome("caught", f"ended by signal {abs(status) % 128}", seconds, tests)
    if fault and status != 0:
        return Outcome("caught", fault, seconds, tests, issues(text))
    if status != 0 or tests == 0:
        return Outcome("nothing", text[-600:], seconds, tests)
    return Outcome("passed", "", seconds, tests)


def program(tree, number, words, patience=PATIENCE):
    """A Python program of Tests against the copy's own server; `{bin}` is where that is."""
    command = [sys.executable, *words.format(bin=tree / ".build/debug").split()]
    status, text, seconds = run(command, tree, number, patience)
    counted = re.findall(r"^(\d+) passed, (\d+) failed$", text, re.MULTILINE)
    tests = sum(map(int, counted[-1])) if counted else 0
    if status is None:
        return Outcome("caught", f"still running after {patience} s", seconds, tests)
    if tests == 0:
        return Outcome("nothing", text[-600:], seconds, 0)
    last = [line for line in text.strip().splitlines() if "fail" in line.lower()]
    if status != 0:
        return Outcome("caught", (last or [""])[0][:160], seconds, tests)
    return Outcome("passed", "", seconds, tests)
