"""Rule sheets hold to the published JSON Schema; broken ones do not."""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from jsonschema import Draft202012Validator  # noqa: E402

from Tests.Rig.server import COURSES  # noqa: E402
from Tests.Rig.tally import Tally  # noqa: E402

BROKEN = {
    "an unknown key": lambda sheet: sheet.update(colour="red"),
    "no rounds": lambda sheet: sheet.update(rounds=[]),
    "a slug with capitals": lambda sheet: sheet.update(slug="Tuan-1"),
    "a title without Vietnamese": lambda sheet: sheet["title"].pop("vi"),
    "points as a number": lambda sheet: sheet["scoring"].update(pointsPerItem=0.5),
    "an unknown ranking key": lambda sheet: sheet["ranking"].update(keys=[{"key": "luck"}]),
    "a draw of nothing": lambda sheet: sheet["paper"].update(draws=[{"count": 0}]),
    "an unknown moment of reveal": lambda sheet: sheet["board"].update(reveal="never mind"),
}


def main() -> None:
    tally = Tally()
    schema = json.loads((COURSES / "rule-sheet.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    sheets = sorted(COURSES.glob("*/contests/*.json"))
    tally.check("there are rule sheets", len(sheets) >= 2, sheets)
    for path in sheets:
        sheet = json.loads(path.read_text("utf-8"))
        errors = [error.message for error in validator.iter_errors(sheet)]
        tally.check(f"{path.relative_to(COURSES)} holds to the schema", not errors, errors)
        for name, spoil in BROKEN.items():
            broken = copy.deepcopy(sheet)
            spoil(broken)
            tally.check(
                f"{path.stem} with {name} does not hold", not validator.is_valid(broken))
    tally.finish()


if __name__ == "__main__":
    main()
