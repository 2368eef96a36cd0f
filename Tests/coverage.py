"""How much of the code that reads bytes from outside the unit tests reach, and the least of it.

Reads the profiles that a build with `--enable-code-coverage` left when its tests ran. A region is a
stretch of code that always runs as a whole: both arms of a condition are regions, which is as near
as Swift comes to branches.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from Tests.Rig.tally import Tally  # noqa: E402

# The least share of regions in hundredths, by folder.
FLOORS = {
    "Sources/TrainingServer/HTTP": 95,
    "Sources/QuizEngine/Formats": 95,
}


def summaries(build: Path, profiles: Path) -> list[dict]:
    """What the toolchain's own llvm tools say of each source file.

    A test that kills its own process leaves half a profile, which is left out; `swift test` with
    `--enable-code-coverage` would give up because of it.
    """
    found = list(profiles.glob("*.profraw"))
    if not found:
        sys.exit(f"No profiles in {profiles}. Run ./Scripts/test build unit coverage.")
    tools = Path(shutil.which("swiftc") or "swiftc").resolve().parent
    with tempfile.TemporaryDirectory(prefix="coverage-") as name:
        profile = Path(name) / "profile"
        subprocess.run(
            [tools / "llvm-profdata", "merge", "-failure-mode=all", "-o", profile,
             *found],
            check=True, stderr=subprocess.DEVNULL)
        exported = subprocess.run(
            [tools / "llvm-cov", "export", "-summary-only", f"-instr-profile={profile}",
             next(build.glob("*.xctest"))],
            check=True, capture_output=True)
    return json.loads(exported.stdout)["data"][0]["files"]


def regions(files: list[dict], folder: str) -> tuple[int, int]:
    """Reached and all regions of the files below a folder."""
    found = [file["summary"]["regions"] for file in files if f"/{folder}/" in file["filename"]]
    return sum(one["covered"] for one in found), sum(one["count"] for one in found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, default=Path(".build/debug"))
    parser.add_argument("--profiles", type=Path, default=Path(".cache/test/profiles"))
    options = parser.parse_args()
    files = summaries(options.build, options.profiles)
    tally = Tally()
    for folder, floor in FLOORS.items():
        reached, count = regions(files, folder)
        share = 100 * reached / max(1, count)
        print(f"figure: coverage of {folder}: {reached} of {count} regions, {share:.1f} %")
        tally.check(f"{folder}: at least {floor} % is reached", count > 0 and share >= floor, share)
    tally.finish()


if __name__ == "__main__":
    main()
