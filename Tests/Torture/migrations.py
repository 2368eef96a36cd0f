#!/usr/bin/env python3
"""T19: SIGKILL in the middle of migrations and restores, at each of their file calls.

Fixtures of every earlier schema are built from Schema.steps. After the kill the file has the old
schema or a later one, whole; the next start brings it to the newest with all rows; and a server
starts on it. A file of a newer schema is refused and stays as it is.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.Rig import oldschema  # noqa: E402
from Tests.Rig.datafile import faults_of  # noqa: E402
from Tests.Rig.midway import Midway, migrations, restores  # noqa: E402
from Tests.Rig.server import Server  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402
from Tests.Rig.torture import options, run  # noqa: E402


def killed(tally: Tally, chosen, folder: Path) -> None:
    midway = Midway(chosen.binaries, folder, folder)
    kills, faults = migrations(midway, chosen.kills)
    tally.check(f"{kills} kills in the middle of migrations leave a whole schema and all rows",
                not faults and kills >= min(50, chosen.kills or 50), faults[:10])
    print(f"figure: {kills} kills in the middle of migrations, {len(faults)} faults")
    found, faults = restores(midway, chosen.kills)
    tally.check("a kill in the middle of a restore leaves the old data or the copy, whole",
                not faults and all(found.values()), f"{faults[:10]} {found}")
    print(f"figure: {sum(found.values())} kills in the middle of restores: {found[2]} kept the old "
          f"data, {found[1]} have the copy")


def upgraded(tally: Tally, chosen, folder: Path) -> None:
    latest = len(oldschema.steps())
    for old in range(1, latest + 1):
        server = Server(chosen.binaries, folder / str(old), demo=False)
        server.folder.mkdir()
        oldschema.build(server.data, old)
        before = oldschema.content(server.data)
        status = server.start().stop()
        faults = faults_of(server.data)
        tally.check(f"a server starts on schema {old} and brings it to {latest}",
                    status == 0 and not faults and oldschema.version(server.data) == latest
                    and oldschema.content(server.data) == before, faults)


def downgraded(tally: Tally, chosen, folder: Path) -> None:
    data, latest = folder / "newer", len(oldschema.steps())
    oldschema.build(data, latest)
    database = sqlite3.connect(data / "training.sqlite")
    database.execute(f"PRAGMA user_version={latest + 1}")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    before = hashlib.sha256((data / "training.sqlite").read_bytes()).digest()
    midway = Midway(chosen.binaries, folder, folder)
    midway.data = midway.server.data = data
    status = midway.trainctl("data", "info")
    after = hashlib.sha256((data / "training.sqlite").read_bytes()).digest()
    tally.check("a newer schema is refused, and the file keeps every byte",
                status == 1 and before == after, status)


def main() -> None:
    run("migrations", options(__doc__, kills=(0, 52)), killed, upgraded, downgraded)


if __name__ == "__main__":
    main()
