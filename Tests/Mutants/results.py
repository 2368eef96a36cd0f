"""Keeps the figures of the last run of all mutants in Tests/Mutants/RESULTS.md."""

import os
import time

from Tests.Mutants.listing import HERE
from Tests.Rig.results import commit

HEAD = """# Mutants

What the last `./Scripts/mutants` found, written by it: each fault planted on purpose, and the first
test that noticed. The commit is the one that was copied; `+` after it means that files of the
checkout were changed besides.
"""


def row(mutant, outcome):
    noticed = outcome.why if outcome.verdict == "caught" else f"**{outcome.verdict}**"
    cells = (mutant.name, mutant.breaks, noticed.splitlines()[0] if noticed else "")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def write(outcomes, seconds):
    caught = sum(outcome.verdict == "caught" for _, outcome in outcomes)
    lines = [
        HEAD,
        f"{time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC, commit {commit()}, "
        f"{os.cpu_count()} cores, {seconds:.0f} s: **{len(outcomes)} mutants, {caught} caught**\n",
        "| mutant | what it breaks | noticed by |", "|---|---|---|",
    ]
    lines += [row(mutant, outcome) for mutant, outcome in outcomes]
    (HERE / "RESULTS.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
