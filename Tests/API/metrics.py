"""`/metrics` as a program of Prometheus' own reads it."""

from __future__ import annotations

import re
from pathlib import Path

from prometheus_client.core import Metric
from prometheus_client.parser import text_string_to_metric_families

from Tests.Rig.tally import Tally

ALERTS = Path(__file__).resolve().parents[2] / "Deploy" / "alerts.yml"
# What Prometheus itself brings along.
WORDS = {"up", "or", "sum", "increase"}


class Scrape:
    """One look at `/metrics`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.families: list[Metric] = list(text_string_to_metric_families(text))

    @property
    def undescribed(self) -> list[str]:
        return [family.name for family in self.families
                if not family.documentation or family.type in ("unknown", "untyped")]

    @property
    def repeated(self) -> list[str]:
        """Families and samples that come twice; the parser takes either without a word."""
        names = [line.rpartition(" ")[0] for line in self.text.splitlines()
                 if line.startswith("# TYPE ") or (line and not line.startswith("#"))]
        return sorted({name for name in names if names.count(name) > 1})

    @property
    def crooked(self) -> list[str]:
        """Histograms whose buckets do not rise to their count."""
        bad = []
        for family in self.families:
            if family.type != "histogram":
                continue
            buckets = [(float(sample.labels["le"]), sample.value) for sample in family.samples
                       if sample.name.endswith("_bucket")]
            total = next(sample.value for sample in family.samples
                         if sample.name.endswith("_count"))
            counts = [count for _, count in buckets]
            if (buckets != sorted(buckets) or counts != sorted(counts)
                    or buckets[-1] != (float("inf"), total)):
                bad.append(family.name)
        return bad

    @property
    def counters(self) -> dict[tuple, float]:
        """What may only grow."""
        return {
            (sample.name, *sorted(sample.labels.items())): sample.value
            for family in self.families if family.type in ("counter", "histogram")
            for sample in family.samples}


def alerting() -> set[str]:
    """The metrics that the shipped alert rules ask for."""
    rules = re.findall(r"^ +expr: (.+)$", ALERTS.read_text("utf-8"), re.M)
    return {word for rule in rules
            for word in re.findall(r"\b[a-z_]{2,}\b", re.sub(r"[{\[].*?[}\]]", "", rule))} - WORDS


def walk_metrics(tally: Tally, before: Scrape, after: Scrape) -> None:
    """Compares two looks with work in between."""
    wanted = alerting()
    missing = wanted - {sample.name for family in before.families for sample in family.samples}
    tally.check("the metrics that alerts are built on are there from the start",
                wanted and not missing, missing)
    for scrape, moment in ((before, "at rest"), (after, "after work")):
        tally.check(f"metrics {moment}: every family has HELP and TYPE",
                    scrape.families and not scrape.undescribed, scrape.undescribed)
        tally.check(f"metrics {moment}: nothing comes twice", not scrape.repeated,
                    scrape.repeated)
        tally.check(f"metrics {moment}: buckets rise to their count", not scrape.crooked,
                    scrape.crooked)
    old, new = before.counters, after.counters
    fallen = [key for key, value in old.items() if new.get(key, -1) < value]
    tally.check("no counter falls or goes away", old and not fallen, fallen)
    saves = ("save_duration_seconds_count",)
    tally.check("saves are counted", new[saves] > old[saves], (old[saves], new[saves]))
