"""What was measured: medians, ranges, ratios, and whether the goal is met."""

from __future__ import annotations

import statistics
from dataclasses import asdict, dataclass, field


@dataclass
class Series:
    """The values of one thing, a round each."""

    name: str
    unit: str
    values: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def text(self) -> str:
        low, high = min(self.values), max(self.values)
        return f"{self.name} {written(self.median)} {self.unit} ({written(low)}–{written(high)})"


@dataclass
class Result:
    """A row of the table: a figure, its goal, and what it was made from."""

    row: str
    what: str
    value: float
    # The goal is a bound: `>= 0.35`, `<= 1.2`.
    goal: str
    made_from: list[Series] = field(default_factory=list)
    # The figure of each round, where it can be told by round.
    by_round: list[float] = field(default_factory=list)
    notes: dict[str, object] = field(default_factory=dict)

    @property
    def is_met(self) -> bool:
        sign, bound = self.goal.split()
        return self.value >= float(bound) if sign == ">=" else self.value <= float(bound)

    def lines(self) -> list[str]:
        verdict = "met" if self.is_met else "MISSED"
        spread = ""
        if len(self.by_round) > 1:
            spread = f" ({written(min(self.by_round))}–{written(max(self.by_round))})"
        lines = [
            f"figure: {self.row}: {self.what}: {written(self.value)}{spread}, goal {self.goal}: "
            f"{verdict}"]
        parts = [series.text() for series in self.made_from]
        parts += [f"{name} {written(value)}" for name, value in self.notes.items()]
        if parts:
            lines.append("figure:   " + " · ".join(parts))
        return lines

    def json(self) -> dict:
        return asdict(self) | {
            "met": self.is_met,
            "medians": {series.name: series.median for series in self.made_from}}


def written(value: object) -> str:
    """A number as people read it: three digits that count, thousands with commas."""
    if not isinstance(value, float):
        return f"{value:,}" if isinstance(value, int) else str(value)
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 0.01 or value == 0 else f"{value:.2g}"


def ratio(row: str, what: str, goal: str, ours: Series, theirs: Series, **notes: object) -> Result:
    """The ratio of two medians, ours above."""
    return Result(
        row, what, ours.median / theirs.median, goal, [ours, theirs],
        [one / other for one, other in zip(ours.values, theirs.values)], notes)
