"""A clean Debian with its own systemd, in namespaces of its own; gone when the test ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

MIRROR = os.environ.get("DEBIAN_MIRROR", "http://deb.debian.org/debian")
# What a bare Debian server has, what the package depends on, and what Deploy/README.md installs.
PACKAGES = "systemd,dbus,adduser,libsqlite3-0,libstdc++6,nginx-light,openssl,curl,ca-certificates"

# Mounts what systemd expects of a container, and becomes it (systemd's Container Interface).
BOOT = """
set -eu
tree=$1
ip link set lo up
mount --make-rprivate /
mount --bind "$tree" "$tree"
mount -t proc proc "$tree/proc"
mount -t sysfs -o ro sysfs "$tree/sys"
mount -t cgroup2 cgroup2 "$tree/sys/fs/cgroup"
for place in run tmp dev; do mount -t tmpfs -o mode=755 tmpfs "$tree/$place"; done
chmod 1777 "$tree/tmp"
for name in null zero full random urandom tty; do
  touch "$tree/dev/$name"
  mount --bind "/dev/$name" "$tree/dev/$name"
done
mkdir "$tree/dev/pts" "$tree/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666 devpts "$tree/dev/pts"
ln -s pts/ptmx "$tree/dev/ptmx"
mount -t tmpfs tmpfs "$tree/dev/shm"
cd "$tree"
pivot_root . mnt
exec env -i container=lxc PATH=/usr/sbin:/usr/bin:/sbin:/bin \\
  chroot . sh -c 'umount -l /mnt; exec /lib/systemd/systemd'
"""


def suite() -> str:
    """The Debian that this one is."""
    lines = Path("/etc/os-release").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)["VERSION_CODENAME"]


class Machine:
    """`run` does a command inside, `beside` one of ours in the network of the inside."""

    def __init__(self, folder: Path) -> None:
        self.tree = folder / "debian"
        self.log = folder / "boot.log"
        self.group = cgroup_root() / f"training-try-{os.getpid()}"
        self.process: subprocess.Popen[bytes] | None = None
        self.init = 0

    def make(self) -> None:
        shutil.rmtree(self.tree, ignore_errors=True)
        subprocess.run(
            ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", suite(), self.tree, MIRROR],
            check=True, stdout=subprocess.DEVNULL)
        (self.tree / "etc/machine-id").write_text("")

    def boot(self) -> None:
        self.group.mkdir()
        words = ["unshare", "-m", "-p", "-n", "-C", "-i", "-u", "-f", "--kill-child",
                 "bash", "-c", BOOT, "boot", str(self.tree)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                preexec_fn=lambda: (self.group / "cgroup.procs").write_text(str(os.getpid())))
        self.init = self.await_init()
        self.run("systemctl", "is-system-running", "--wait")

    def await_init(self, seconds: float = 30) -> int:
        """The process that systemd is, once it listens."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.process.poll() is None:
            pid = self.process.pid
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            if children and Path("/proc", children[0], "root", "run/systemd/private").exists():
                return int(children[0])
            time.sleep(0.05)
        raise RuntimeError(f"systemd did not start in its namespaces:\n{self.log.read_text()}")

    def run(self, *words: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
        return self.enter(["-m", "-p", "-n", "-i", "-u", "-C", "-r", "-w"], words, text)

    def beside(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.enter(["-n"], words, None)

    def enter(
        self, spaces: list[str], words: tuple[str, ...], text: str | None
    ) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/srv", "LANG": "C.UTF-8",
                       "DEBIAN_FRONTEND": "noninteractive"}
        return subprocess.run(
            ["nsenter", "-t", str(self.init), *spaces, "--", *words],
            capture_output=True, text=True, timeout=120, input=text or "", env=environment)

    def must(self, *words: str, text: str | None = None) -> str:
        done = self.run(*words, text=text)
        if done.returncode != 0:
            raise AssertionError(
                f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def file(self, path: str) -> Path:
        return self.tree / path.lstrip("/")

    def __enter__(self) -> Machine:
        self.make()
        self.boot()
        return self

    def __exit__(self, *_: object) -> None:
        if self.init:
            # The first process of a namespace takes all others with it.
            os.kill(self.init, signal.SIGKILL)
        if self.process:
            self.process.wait(20)
        for group in sorted(self.group.rglob("*"), reverse=True):
            if group.is_dir():
                group.rmdir()
        self.group.rmdir()
        shutil.rmtree(self.tree, ignore_errors=True)


def cgroup_root() -> Path:
    """Where the unified hierarchy is mounted, alone or beside the old ones."""
    unified = Path("/sys/fs/cgroup/unified")
    return unified if unified.is_dir() else Path("/sys/fs/cgroup")
