"""Installs the Debian package in a clean Debian, uses it, kills it, upgrades it, takes it away.

    python3 Tests/Deploy/package.py --deb FILE --folder DIR      (as root)
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Deploy.machine import Machine  # noqa: E402
from Tests.Rig.client import response_of  # noqa: E402
from Tests.Rig.server import ROOT  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

UNIT = "training-server"
DATA = "/var/lib/training-server"
README = ROOT / "Deploy/README.md"
PASSWORD = "một câu dài để vào cửa 7"
SHEET = ("/usr/share/training-server/Courses/tim-hieu-luat-an-ninh-mang/contests/"
         "tuan-an-ninh-mang.json")


class Site:
    """What an operator and a pupil see of the installed package."""

    def __init__(self, machine: Machine, tally: Tally) -> None:
        self.machine = machine
        self.check = tally.check

    def call(self, method: str, path: str, body: Any = None, token: str = "") -> tuple[int, Any]:
        words = ["curl", "-s", "--max-time", "10", "-X", method, "-w", "\n%{http_code}",
                 "-H", "Accept: application/json", "-H", "Host: localhost"]
        if token:
            words += ["-H", f"Authorization: Bearer {token}"]
        if body is not None:
            words += ["-H", "Content-Type: application/json", "-d", json.dumps(body)]
        text, _, status = self.machine.beside(
            *words, f"http://127.0.0.1:8080{path}").stdout.rpartition("\n")
        return int(status or 0), json.loads(text) if text.startswith("{") else text

    def must(self, method: str, path: str, body: Any = None, token: str = "") -> Any:
        status, reply = self.call(method, path, body, token)
        if not 200 <= status < 300:
            raise AssertionError(f"{method} {path}: {status} {reply}")
        return reply

    def show(self, name: str) -> str:
        return self.machine.must("systemctl", "show", "-P", name, UNIT).strip()

    def is_ready(self) -> bool:
        return self.call("GET", "/readyz")[0] == 200

    def seconds_until_ready(self) -> float:
        began = time.monotonic()
        while time.monotonic() < began + 30:
            if self.is_ready():
                return time.monotonic() - began
            time.sleep(0.01)
        raise AssertionError("not ready after 30 s:\n" + self.journal())

    def journal(self) -> str:
        return self.machine.run("journalctl", "-u", UNIT, "--no-pager", "-n", "40").stdout

    def strangers(self) -> str:
        """Files of the data folder that are not the account's own."""
        return self.machine.must("find", DATA, "!", "-user", UNIT)

    def saved(self, pupil: dict) -> Any:
        reply = self.must("GET", f"/api/v1/attempts/{pupil['attempt']}", token=pupil["token"])
        return [(answer["slot"], answer["response"]) for answer in reply["answers"]]


def ten_commands() -> list[str]:
    """What Deploy/README.md tells an operator to type, with the certificate of a hall without
    internet, and without the one command that needs the internet."""
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.S)
    commands = next(block.splitlines() for block in blocks if block.startswith("export SITE="))
    own = next(block.strip() for block in blocks if "openssl req" in block)
    assert len(commands) == 10 and commands[1].startswith("apt-get update"), commands
    assert commands[5].startswith("certbot "), commands[5]
    return [commands[0], *commands[2:5], own, *commands[6:]]


def installing(site: Site, deb: Path) -> None:
    machine = site.machine
    shutil.copy(deb, machine.file("/srv/training-server_first.deb"))
    commands = ten_commands()
    name = re.search(r"SITE=(\S+)", commands[0])[1]
    with machine.file("/etc/hosts").open("a") as hosts:
        hosts.write(f"127.0.0.1 {name} localhost\n")
    # curl believes the certificate that the commands make.
    script = ["set -eux", "cd /srv", *commands[:-1],
              "export CURL_CA_BUNDLE=/etc/letsencrypt/live/$SITE/fullchain.pem", commands[-1]]
    done = machine.run("bash", "-c", "\n".join(script), text=PASSWORD + "\n")
    site.check("the ten commands of Deploy/README.md lead to a site with TLS",
               done.returncode == 0 and done.stdout.endswith("ok\n"), done.stdout + done.stderr)
    site.seconds_until_ready()
    site.check("and the server runs", site.show("ActiveState") == "active", site.journal())
    site.check("it will after a start of the machine, too",
               machine.must("systemctl", "is-enabled", UNIT).strip() == "enabled")
    status = machine.file(f"/proc/{site.show('MainPID')}/status")
    lines = machine.must("cat", f"/proc/{site.show('MainPID')}/status")
    fields = dict(re.findall(r"^(\w+):\s*(.*)$", lines, re.M))
    uid = machine.must("id", "-u", UNIT).strip()
    site.check("as its own account, without any capability, behind a system call filter",
               fields["Uid"].split() == [uid] * 4 and int(fields["CapEff"], 16) == 0
               and int(fields["CapBnd"], 16) == 0 and fields["NoNewPrivs"] == "1"
               and fields["Seccomp"] == "2", (status, fields))
    site.check("nobody else may look into the data folder",
               machine.must("stat", "-c", "%a %U", DATA).split() == ["700", UNIT])
    told = machine.must("systemd-analyze", "security", "--no-pager", UNIT)
    exposure = float(re.search(r"Overall exposure level.*?: ([\d.]+)", told)[1])
    site.check("systemd calls its exposure at most 1.5", exposure <= 1.5, told)
    print(f"figure: systemd-analyze security {exposure}")
    verified = machine.run("systemd-analyze", "verify", "--man=no", f"{UNIT}.service")
    site.check("systemd finds no fault in the unit", verified.returncode == 0
               and not verified.stderr, verified.stderr)
    loose = machine.must("sh", "-c", "ldd /usr/sbin/TrainingServer /usr/bin/trainctl")
    site.check("the Swift runtime is in the programs", "swift" not in loose.lower()
               and "not found" not in loose, loose)


def materials(site: Site) -> None:
    """The bill of materials names these very programs, and every library that they load here."""
    bill = json.loads(site.machine.must("cat", "/usr/share/doc/training-server/sbom.cdx.json"))
    parts = {part["name"]: part for part in bill["components"]}
    for path in ("/usr/bin/trainctl", "/usr/sbin/TrainingServer"):
        digest = site.machine.must("sha256sum", path).split()[0]
        site.check(f"the bill of materials has the digest of {path}",
                   parts[Path(path).name]["hashes"][0]["content"] == digest)
        loaded = re.findall(r"(lib\S+) =>", site.machine.must("ldd", path))
        owners = {line.split(":")[0] for name in loaded
                  for line in site.machine.must("dpkg", "-S", f"*/{name}").splitlines()}
        site.check(f"and the packages that {path} loads", owners <= parts.keys(),
                   owners - parts.keys())
    site.check("and the version of Swift that is linked in",
               re.fullmatch(r"\d+\.\d+(\.\d+)?", parts["swift"]["version"]) is not None)


def papers(site: Site) -> None:
    listed = site.machine.must("dpkg", "-L", UNIT).splitlines()
    for path in ("share/man/man1/trainctl.1.gz", "share/man/man8/TrainingServer.8.gz",
                 "share/man/vi/man1/trainctl.1.gz", "share/man/vi/man8/TrainingServer.8.gz",
                 "share/bash-completion/completions/trainctl",
                 "share/zsh/vendor-completions/_trainctl",
                 "share/fish/vendor_completions.d/trainctl.fish",
                 "share/doc/training-server/copyright", "share/training-server/nginx.conf",
                 "share/training-server/Caddyfile"):
        site.check(f"it brings /usr/{path}", f"/usr/{path}" in listed)
    materials(site)
    for program, page in (("trainctl", "trainctl.1"), ("TrainingServer", "TrainingServer.8")):
        manual = site.machine.must("zcat", f"/usr/share/man/man{page[-1]}/{page}.gz")
        known = set(re.findall(r"--[a-z][a-z-]*", manual.replace("\\-", "-")))
        said = set(re.findall(r"--[a-z][a-z-]*", site.machine.must(program, "--help")))
        site.check(f"the manual of {program} has every option of its help", said <= known,
                   said - known)
    courses = json.loads(site.machine.must("trainctl", "course", "list", "--format", "json"))
    site.check("the installed trainctl finds the installed courses", len(courses["items"]) >= 2,
               courses)


def working(site: Site) -> dict:
    """The organizer of the ten commands signs in; a pupil comes to be and saves an answer."""
    machine = site.machine
    machine.must("trainctl", "person", "add", "Nguyễn Minh", "--unit", "thcs-mau", "--role",
                 "student", "--username", "minh", "--birth-year", "2013", text=PASSWORD + "\n")
    reply = site.must("POST", "/api/v1/session", {"username": "btc", "password": PASSWORD})
    me = site.must("GET", "/api/v1/me", token=reply["token"])
    site.check("an organizer whom root made through the running server signs in",
               "organizer" in json.dumps(me), me)
    now = datetime.now(timezone(timedelta(hours=7)))
    opens, closes = ((now + timedelta(minutes=m)).strftime("%Y-%m-%dT%H:%M:%S+07:00")
                     for m in (-1, 60))
    machine.must("trainctl", "contest", "open", SHEET, "--unit", "thcs-mau",
                 "--opens", opens, "--closes", closes)
    token = site.must("POST", "/api/v1/session",
                      {"username": "minh", "password": PASSWORD})["token"]
    contest = site.must("GET", "/api/v1/contests", token=token)["items"][0]["id"]
    begun = site.must("POST", f"/api/v1/contests/{contest}/attempts", token=token)
    item = begun["paper"]["items"][0]
    site.must("PUT", f"/api/v1/attempts/{begun['attempt']}/answers/{item['slot']}",
              {"revision": 1, "response": response_of(item, 1)}, token)
    pupil = {"token": token, "attempt": begun["attempt"]}
    site.check("a pupil's answer is saved", len(site.saved(pupil)) == 1)
    return pupil


def surviving(site: Site, pupil: dict) -> None:
    machine = site.machine
    before = site.saved(pupil)
    old = site.show("MainPID")
    machine.must("systemctl", "kill", "-s", "KILL", UNIT)
    seconds = site.seconds_until_ready()
    site.check("killed, it comes back by itself, and soon", site.show("NRestarts") == "1"
               and site.show("MainPID") != old and site.show("RestartUSec") == "100ms", seconds)
    print(f"figure: killed, it answered again after {seconds:.2f} s")
    site.check("with the answer", site.saved(pupil) == before)
    site.check("and systemd knows when it is ready and alive", site.show("Type") == "notify"
               and site.show("WatchdogTimestampMonotonic") != "0", site.show("Type"))
    machine.must("trainctl", "data", "backup", "/var/backups/training-server/one.sqlite")
    site.check("a backup lies where backups belong, for the account alone", machine.must(
        "stat", "-c", "%a %U", "/var/backups/training-server/one.sqlite").split()
        == ["600", UNIT])
    elsewhere = machine.run("trainctl", "data", "backup", "/usr/share/one.sqlite")
    site.check("and can be written nowhere else", elsewhere.returncode == 1, elsewhere.stderr)
    began = time.monotonic()
    machine.must("systemctl", "stop", UNIT)
    site.check("it stops when asked, within ten seconds, as it should",
               time.monotonic() - began < 10 and site.show("Result") == "success", site.journal())
    told = machine.must("trainctl", "unit", "list", "--format", "json")
    site.check("without a server root's trainctl opens the folder itself", "thcs-mau" in told, told)
    site.check("as its owner: no file of root's is left in it", site.strangers() == "",
               site.strangers())
    machine.must("systemctl", "start", UNIT)
    site.seconds_until_ready()
    site.check("started again, the answer is there", site.saved(pupil) == before)


def changing(site: Site, deb: Path, folder: Path, pupil: dict) -> None:
    machine = site.machine
    before, old = site.saved(pupil), site.show("MainPID")
    settings = machine.file("/etc/default/training-server")
    settings.write_text(settings.read_text("utf-8") + "# của chúng tôi\n", "utf-8")
    repack(deb, folder, machine.file("/srv/second.deb"))
    done = machine.run("dpkg", "-i", "/srv/second.deb")
    site.seconds_until_ready()
    site.check("an upgrade puts the new server in the old one's place", done.returncode == 0
               and site.show("MainPID") != old, done.stdout + done.stderr)
    site.check("keeps the answer", site.saved(pupil) == before)
    site.check("and what the operator wrote", "của chúng tôi" in settings.read_text("utf-8"))
    machine.must("dpkg", "--remove", UNIT)
    site.check("removed, it runs no more", not site.is_ready()
               and not machine.file("/usr/sbin/TrainingServer").exists())
    site.check("but settings and data stay", settings.exists()
               and machine.file(f"{DATA}/training.sqlite").exists())
    machine.must("dpkg", "-i", "/srv/second.deb")
    site.seconds_until_ready()
    site.check("installed again, the answer is there", site.saved(pupil) == before)
    told = machine.must("dpkg", "--purge", UNIT)
    site.check("purged, settings are gone and data are kept, and it says so",
               not settings.exists() and machine.file(f"{DATA}/training.sqlite").exists()
               and DATA in told, told)
    machine.must("dpkg", "-i", "/srv/training-server_first.deb")
    site.seconds_until_ready()
    site.check("even then the answer is there", site.saved(pupil) == before)


def repack(deb: Path, folder: Path, target: Path) -> None:
    """The same package under a newer version."""
    tree = folder / "newer"
    shutil.rmtree(tree, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-R", deb, tree], check=True)
    control = tree / "DEBIAN/control"
    control.write_text(re.sub(r"(?m)^(Version: .*)$", r"\1+1", control.read_text("utf-8")), "utf-8")
    subprocess.run(["dpkg-deb", "-Znone", "-b", tree, target], check=True, capture_output=True)
    shutil.rmtree(tree)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deb", required=True, type=Path)
    parser.add_argument("--folder", required=True, type=Path)
    options = parser.parse_args()
    tally = Tally()
    with Machine(options.folder) as machine:
        site = Site(machine, tally)
        installing(site, options.deb)
        papers(site)
        pupil = working(site)
        surviving(site, pupil)
        changing(site, options.deb, options.folder, pupil)
    tally.finish()


if __name__ == "__main__":
    main()
