"""A bill of materials of the package (CycloneDX 1.5): what is linked into the programs, what they
are linked to, with versions of the machine that made them.

    python3 Deploy/debian/sbom.py NAME VERSION PROGRAM… > sbom.cdx.json
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from urllib.parse import quote


def said_by(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def libraries(program: Path) -> set[str]:
    """The Debian packages whose files the program loads."""
    places = re.findall(r"(/\S+) \(0x", said_by("ldd", str(program)))
    return {owner(Path(place)) for place in places}


def owner(place: Path) -> str:
    """dpkg knows a library by the path that its package gave it, with or without /usr."""
    real = str(place.resolve())
    for name in (real, str(place), real.removeprefix("/usr"), "/usr" + real):
        found = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    raise SystemExit(f"No Debian package owns {place}.")


def debian_package(name: str) -> dict[str, Any]:
    version, architecture = said_by(
        "dpkg-query", "-W", "-f", "${Version} ${Architecture}\n", name).splitlines()[0].split()
    address = f"pkg:deb/debian/{name}@{quote(version, safe='.-~:')}?arch={architecture}"
    return {"type": "library", "bom-ref": address, "name": name, "version": version,
            "purl": address, "scope": "required"}


def swift_runtime() -> dict[str, Any]:
    version = re.search(r"swift-([\d.]+)-RELEASE|Swift version ([\d.]+)",
                        said_by("swift", "--version"))
    number = version[1] or version[2]
    return {"type": "library", "bom-ref": f"swift@{number}", "name": "swift", "version": number,
            "description": "standard library, Dispatch, Foundation and its ICU, linked in",
            "licenses": [{"license": {"id": "Apache-2.0"}}],
            "purl": f"pkg:github/swiftlang/swift@swift-{number}-RELEASE"}


def program_entry(path: Path) -> dict[str, Any]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {"type": "application", "bom-ref": path.name, "name": path.name,
            "hashes": [{"alg": "SHA-256", "content": digest}]}


def bill(name: str, version: str, programs: list[Path]) -> dict[str, Any]:
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
    swift = swift_runtime()
    linked = {program.name: sorted(libraries(program)) for program in programs}
    packages = {package: debian_package(package) for package in sorted(set().union(*linked.values()))}
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {"type": "application", "bom-ref": name, "name": name, "version": version}},
        "components": [*map(program_entry, programs), swift, *packages.values()],
        "dependencies": [
            {"ref": name, "dependsOn": [program.name for program in programs]},
            *({"ref": program, "dependsOn": [swift["bom-ref"],
                                             *(packages[one]["bom-ref"] for one in used)]}
              for program, used in linked.items())],
    }


if __name__ == "__main__":
    json.dump(bill(sys.argv[1], sys.argv[2], [Path(word) for word in sys.argv[3:]]), sys.stdout,
              indent=1)
    print()
