"""Journeys in Chromium, two at a time: `python -m Tests.Browser [NAME…] [--bin DIR]`."""

from __future__ import annotations

import argparse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from Tests.Browser.journeys import JOURNEYS
from Tests.Browser.stage import play
from Tests.Rig.front import FRONTS
from Tests.Rig.server import ROOT
from Tests.Rig.tally import Tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(JOURNEYS))
    parser.add_argument("--bin", default=ROOT / ".build/release", type=Path)
    parser.add_argument("--jobs", default=2, type=int)
    parser.add_argument("--front", choices=FRONTS, help="through this proxy of Deploy/, with TLS")
    options = parser.parse_args()
    unknown = set(options.names) - set(JOURNEYS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    tally = Tally()
    with ThreadPoolExecutor(options.jobs) as pool:
        for name in options.names or JOURNEYS:
            pool.submit(play, name, JOURNEYS[name], options.bin, tally, FRONTS.get(options.front))
    tally.finish()


if __name__ == "__main__":
    main()
