"""Makes the README's picture from the pictures that the page journeys left.

    .cache/venv/bin/python -m Tests.Browser learner-pages staff-pages
    .cache/venv/bin/python -m Tests.Browser.overview
"""

from __future__ import annotations

from PIL import Image

from Tests.Browser.stage import PICTURES
from Tests.Rig.server import ROOT

TARGET = ROOT / "Deploy" / "images" / "overview.png"
HEIGHT, GAP, GROUND, LINE = 740, 28, "#e4eae9", "#b9c6c4"
# Picture, width and height of what is cut from its top, width in the overview.
PARTS = [("exam-360", 360, 740, 360), ("watch-1280", 1280, 1000, 880), ("result-360", 360, 740, 360)]


def main() -> None:
    cut = []
    for name, width, height, shown in PARTS:
        page = Image.open(PICTURES / f"{name}.png").convert("RGB")
        page = page.crop((0, 0, width, min(height, page.height)))
        scaled = page.resize((shown, page.height * shown // width), Image.Resampling.LANCZOS)
        cut.append(scaled.crop((0, 0, shown, min(HEIGHT, scaled.height))))
    board = Image.new(
        "RGB", (sum(p.width for p in cut) + GAP * (len(cut) + 1), HEIGHT + 2 * GAP), GROUND)
    left = GAP
    for part in cut:
        frame = Image.new("RGB", (part.width + 2, part.height + 2), LINE)
        frame.paste(part, (1, 1))
        board.paste(frame, (left - 1, GAP - 1))
        left += part.width + GAP
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    board.quantize(96).save(TARGET, optimize=True)
    size = TARGET.stat().st_size
    print(f"{TARGET.relative_to(ROOT)}: {board.width} × {board.height}, {size:,} bytes")
    assert size < 200_000


if __name__ == "__main__":
    main()
