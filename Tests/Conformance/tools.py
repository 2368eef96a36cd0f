"""Public tools against the product on loopback, each with an end in time."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

from Tests.Rig.client import Client, open_contest
from Tests.Rig.server import Server
from Tests.Rig.tally import Tally

CONFIGURATION = """
[phases.coverage]
# Methods without a meaning here are answered 501; the description speaks of those that have one.
unexpected-methods = ["PATCH", "TRACE"]

[checks.positive_data_acceptance]
# Rules of a contest may refuse what the description allows: over (410), incomplete (422), busy (503).
expected-statuses = ["2xx", "304", "401", "403", "404", "409", "410", "422", "429", "503"]

[checks.negative_data_rejection]
# An id of the right form may belong to an attempt that is over, whatever else is wrong.
expected-statuses = ["400", "401", "403", "404", "405", "406", "409", "410", "415", "422", "428",
  "429", "503"]

[parameters]
"path.contest" = "{contest}"
"path.attempt" = "{attempt}"
"path.course" = "{course}"
"path.lesson" = "{lesson}"
"""


def bounded(command: list[str], folder: Path, seconds: int, log: str) -> tuple[int, str]:
    """Runs a tool that is ended after its time; its status (124 when it was) and what it said."""
    done = subprocess.run(
        ["timeout", "--kill-after=10", str(seconds), *command], cwd=folder, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace")
    (folder / log).write_text(done.stdout)
    return done.returncode, done.stdout


def known_places(client: Client) -> dict[str, str]:
    """Things that exist, so that a tool gets past 404."""
    contest = open_contest(client)["id"]
    attempt = client.must("POST", f"/api/v1/contests/{contest}/attempts", {})["attempt"]
    course = client.must("GET", "/api/v1/courses")["items"][0]["slug"]
    lesson = client.must("GET", f"/api/v1/courses/{course}")["modules"][0]["lessons"][0]["slug"]
    return {"contest": contest, "attempt": attempt, "course": course, "lesson": lesson}


def schemathesis(tally: Tally, server: Server, folder: Path, bin_folder: Path, examples: int) -> int:
    """Requests made from the description of the API; every answer must be one it describes."""
    cases = 0
    places: dict[str, str] = {}
    for role in ("student", "organizer"):
        client = Client(server.port)
        client.sign_in(server.sign_ins(role)[0])
        places = places or known_places(client)
        work = folder / f"schemathesis-{role}"
        work.mkdir()
        (work / "schemathesis.toml").write_text(CONFIGURATION.format(**places))
        status, said = bounded(
            [str(bin_folder / "st"), "run", server.url + "/api/v1/openapi.json", "--url",
             server.url + "/api/v1", "--header", f"Authorization: Bearer {client.token}",
             # An endless answer; and the end of the session that all others need.
             "--exclude-operation-id", "events", "--exclude-operation-id", "signOut",
             "--phases", "examples,coverage,fuzzing,stateful", "--max-examples", str(examples),
             "--checks", "all", "--seed", "1", "--suppress-health-check", "all",
             "--warnings", "off"], work, 600, "log")
        told = re.search(r"(\d+) generated", said)
        cases += int(told.group(1)) if told else 0
        tally.check(f"schemathesis as {role}", status == 0 and told, said[-6000:])
    return cases


def wapiti(tally: Tally, server: Server, folder: Path, program: Path, seconds: int) -> int:
    """Crawls the pages of a pupil and attacks every form and parameter."""
    client = Client(server.port)
    client.sign_in(server.sign_ins("student")[1])
    report = folder / "wapiti.json"
    status, said = bounded(
        [str(program), "--url", server.url + "/", "--scope", "folder", "--flush-session",
         "--cookie-value", f"sid={client.token}", "--exclude", server.url + "/sign-out",
         # Not csrf: it repeats forms with a doubled media type and compares the two refusals.
         "--module", "xss,permanentxss,sql,file,exec,crlf,redirect,xxe,ssrf,csp,cookieflags,"
         "http_headers", "--header", "Sec-Fetch-Site: same-origin",
         "--max-scan-time", str(seconds), "--max-attack-time", str(seconds // 6), "--no-bugreport",
         "--store-session", str(folder), "--endpoint", "http://127.0.0.1:9/",
         "--format", "json", "--output", str(report)], folder, seconds + 120, "wapiti.log")
    told = json.loads(report.read_text()) if report.exists() else {}
    found = told.get("vulnerabilities")
    # Without TLS there is no Secure cookie and no HSTS: the test of Deploy has both. Framing is
    # forbidden by frame-ancestors, which X-Frame-Options only repeats (CSP 3, section 6.4.2).
    expected = {"Secure Flag cookie", "HTTP Strict Transport Security (HSTS)",
                "Clickjacking Protection"}
    bad = {kind: hits for kind, hits in (found or {}).items() if hits and kind not in expected}
    tally.check("wapiti finds nothing", status == 0 and found is not None and not bad,
                json.dumps(bad, indent=1)[:4000] or said[-2000:])
    return int(told.get("infos", {}).get("crawled_pages_nbr", 0))


def sqlmap(tally: Tally, server: Server, folder: Path, program: Path, level: int) -> int:
    """Every place where a text goes to the database."""
    client = Client(server.port)
    client.sign_in(server.sign_ins("student")[2])
    places = known_places(client)
    contest, attempt = places["contest"], places["attempt"]
    aims = [
        ["--url", f"{server.url}/api/v1/contests/{contest}*"],
        ["--url", f"{server.url}/api/v1/contests/{contest}/standings?limit=10&after=0"],
        ["--url", f"{server.url}/api/v1/certificates/ABCD-1234*"],
        ["--url", f"{server.url}/api/v1/attempts/{attempt}*"],
        ["--url", f"{server.url}/api/v1/session", "--method", "POST", "--data",
         '{"username":"nobody","password":"nothing"}'],
        ["--url", f"{server.url}/verify?code=ABCD-1234"],
    ]
    for number, aim in enumerate(aims):
        output = folder / f"sqlmap-{number}"
        status, said = bounded(
            [str(program), *aim, "--batch", "--level", str(level), "--risk", "2", "--threads", "2",
             "--headers", f"Authorization: Bearer {client.token}\nSec-Fetch-Site: same-origin",
             "--ignore-code", "*", "--flush-session", "--disable-coloring", "--output-dir", str(output),
             "--skip-waf", "--technique", "BEUS"], folder, 180, f"sqlmap-{number}.log")
        tried = "does not seem to be injectable" in said or "do not appear to be injectable" in said
        tally.check(f"sqlmap finds no injection in {aim[1].removeprefix(server.url)}",
                    tried and "is vulnerable" not in said, f"{status} {said[-1500:]}")
    return len(aims)


def slow_clients(tally: Tally, server: Server, folder: Path, connections: int, seconds: int) -> int:
    """slowhttptest takes its time with heads, bodies and reading; others must not notice."""
    program = shutil.which("slowhttptest")
    if program is None:
        tally.check("slowhttptest is installed", False)
        return 0
    common = ["-c", str(connections), "-r", str(connections // 2), "-l", str(seconds), "-p", "3"]
    modes = {"heads": ["-H", "-i", "5"], "bodies": ["-B", "-i", "5", "-s", "8192"],
             "reading": ["-X", "-w", "10", "-y", "20", "-n", "5", "-z", "32", "-k", "3"]}
    for name, mode in modes.items():
        address = server.url + ("/api/v1/session" if name == "bodies" else "/courses")
        status, said = bounded(
            [program, *mode, *common, "-u", address], folder, seconds + 30, f"slow-{name}.log")
        served = "service available:   YES" in re.sub(r"\x1b\[[0-9;]*m", "", said)
        client = Client(server.port)
        alive = client.call("GET", "/healthz")[0] == 200
        tally.check(f"slow {name} on {connections} connections: the service stays available",
                    served and alive, f"{status} {said[-1500:]}")
    return connections * len(modes)
