"""A small ext4 file system in a file, whose power can be cut."""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
import time
from pathlib import Path

from Tests.Rig.torture import need, need_program, need_root

# FS_IOC_SHUTDOWN, and its flag for "do not even flush the log".
SHUTDOWN, WITHOUT_LOG = 0x8004587D, 2


class Disk:
    """Mounted at `path`; what was not flushed is gone after `cut`."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        need_root()
        self.image = folder / "disk.img"
        self.path = folder / "disk"
        self.path.mkdir()
        with self.image.open("wb") as file:
            file.truncate(megabytes << 20)
        subprocess.run(
            [need_program("mkfs.ext4", "e2fsprogs"), "-q", "-m", "0", str(self.image)], check=True)
        self.mount()

    def mount(self) -> None:
        done = subprocess.run(
            [need_program("mount", "mount"), "-o", "loop,noatime", str(self.image), str(self.path)],
            capture_output=True, text=True)
        if done.returncode != 0:
            need(f"loop devices and the right to mount: {done.stderr.strip()}")

    def cut(self) -> None:
        """Takes the power away: from now on nothing reaches the disk."""
        folder = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", WITHOUT_LOG))
        finally:
            os.close(folder)

    def unmount(self) -> None:
        for _ in range(200):
            done = subprocess.run(
                [need_program("umount", "mount"), str(self.path)], capture_output=True, text=True)
            if done.returncode == 0:
                return
            time.sleep(0.02)
        raise RuntimeError(f"{self.path} cannot be unmounted: {done.stderr}")

    def power_up(self) -> None:
        """Mounts again what the cut left; every process that used it must have ended."""
        self.unmount()
        self.mount()

    def __enter__(self) -> Disk:
        return self

    def __exit__(self, *_: object) -> None:
        self.unmount()
