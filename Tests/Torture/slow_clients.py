"""Slowloris, slow bodies and slow readers by the thousand, beside pupils who save.

slowhttptest opens what the bar names; its probes and the pupils' own saves tell whether anybody
suffers. The attackers come from the machine itself, whose address is counted as a proxy's: no limit
per address shields the pupils here.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig import torture  # noqa: E402
from Tests.Rig.process import cpu_share, descriptors, resident_bytes  # noqa: E402
from Tests.Rig.savers import Savers, Window  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

# The bar of the plan's test T8: 5,000 slow heads, 2,000 slow bodies, 1,000 slow readers.
ATTACKS = {
    "slow heads": (5000, ["-H", "-i", "5", "-x", "24"]),
    "slow bodies": (2000, ["-B", "-i", "5", "-s", "8192", "-x", "10"]),
    "slow readers": (1000, ["-X", "-w", "10", "-y", "20", "-n", "5", "-z", "32", "-k", "3"]),
}
# Long enough that the kernel's buffers do not take all of it at once.
PAGE = "/api/v1/openapi.json"


def attack(tool: str, server: Server, name: str, seconds: int) -> subprocess.Popen:
    """Comes at 1,000 connections a second."""
    count, words = ATTACKS[name]
    page = PAGE if name == "slow readers" else "/sign-in"
    return subprocess.Popen(
        [tool, *words, "-c", str(count), "-r", "1000", "-p", "3", "-l", str(seconds), "-u",
         server.url + page], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL)


def endure(
    options, tool: str, server: Server, savers: Savers, alone: Window, name: str, tally: Tally
) -> None:
    pid = server.process.pid
    before = resident_bytes(pid)
    savers.take()
    attacker = attack(tool, server, name, options.seconds)
    most, share = 0, 0.0
    try:
        while attacker.poll() is None:
            share = max(share, cpu_share(pid, 1))
            most = max(most, descriptors(pid))
    finally:
        attacker.kill()
        attacker.wait()
    window = savers.take()
    grown = (resident_bytes(pid) - before) / 1e6
    tally.check(f"{name}: the attack was felt", most > ATTACKS[name][0] / 4, f"{most} files")
    tally.check(f"{name}: no save fails", not window.failures and window.saves > 0,
                (window, window.failures[:3]))
    if not options.ci:
        tally.check(f"{name}: p99 of saves at most 250 ms", window.p99 <= 250, window)
        tally.check(f"{name}: p99 of saves at most twice that without",
                    window.p99 <= max(2 * alone.p99, 10), f"{window} / {alone}")
    tally.check(f"{name}: at most 16 kB of memory each", grown * 1000 <= 16 * ATTACKS[name][0],
                f"{grown:.1f} MB")
    print(f"figure: {name}, up to {most} files open, {share * 100:.0f} % of a core at most, "
          f"{grown:.1f} MB: saves p99 {window.p99:.1f} ms, alone {alone.p99:.1f} ms", flush=True)


def main() -> None:
    options = torture.options(__doc__, seconds=(240, 12), pupils=(200, 200))
    tool = torture.need_program("slowhttptest", "slowhttptest")
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="slow-clients-") as name:
        with Server(options.binaries, Path(name)) as server:
            cards = [entry["card"] for entry in server.sign_ins("student")][: options.pupils]
            with Savers(server.port, cards) as savers:
                alone = savers.watch(max(5, options.seconds // 8))
                for name in ATTACKS:
                    endure(options, tool, server, savers, alone, name, tally)
                left = descriptors(server.process.pid)
                tally.check("all attackers are gone in the end", left < options.pupils + 300, left)
    tally.finish()


if __name__ == "__main__":
    main()
