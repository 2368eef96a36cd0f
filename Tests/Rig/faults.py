"""Arms the preloaded library that makes file calls of a process fail."""

from __future__ import annotations

import mmap
import shutil
import struct
import subprocess
from pathlib import Path

from Tests.Rig.server import ROOT
from Tests.Rig.torture import need

WRITE, FSYNC, FDATASYNC, TRUNCATE, OPEN, NAME = 1, 2, 4, 8, 16, 32
SYNC = FSYNC | FDATASYNC
FAIL, SHORT, KILL, CUT = 0, 1, 2, 3

# As in faults.c: armed; calls, effect, error, nth, forever; seen, fired; path, mount.
ORDERS = struct.Struct("8I256s256s")


def preload(name: str, folder: Path) -> str:
    """Compiles Tests/Rig/preload/NAME.c into `folder`; answers what LD_PRELOAD takes."""
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler is None:
        need("a C compiler: cc (Debian: gcc) or the clang of the Swift toolchain")
    library = folder / f"{name}.so"
    subprocess.run(
        [compiler, "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", str(library),
         str(ROOT / f"Tests/Rig/preload/{name}.c"), "-ldl"], check=True)
    return str(library)


class Faults:
    """Faults for every process that gets `environment`."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "orders"
        self.file.write_bytes(bytes(4096))
        self.environment = {
            "LD_PRELOAD": preload("faults", folder), "FAULTS_ORDERS": str(self.file)}
        with self.file.open("r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 4096)

    def arm(
        self, calls: int, nth: int, path: Path | str, *, effect: int = FAIL, error: int = 0,
        forever: bool = False, mount: Path | str = "",
    ) -> None:
        """From now on the `nth` call of these kinds on a path that contains `path` is struck."""
        self.disarm()
        ORDERS.pack_into(
            self.memory, 0, 0, calls, effect, error, nth, forever, 0, 0, str(path).encode(),
            str(mount).encode())
        self.memory[0:4] = struct.pack("I", 1)

    def disarm(self) -> int:
        """Ends it; answers how many calls were struck."""
        self.memory[0:4] = struct.pack("I", 0)
        return ORDERS.unpack_from(self.memory, 0)[7]

    @property
    def seen(self) -> int:
        """Calls counted since it was armed."""
        return ORDERS.unpack_from(self.memory, 0)[6]
