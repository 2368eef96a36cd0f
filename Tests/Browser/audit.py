"""Looks at a page as everybody might: both schemes, three widths, with axe, and weighs it."""

from __future__ import annotations

import importlib.util
import os
import re
from pathlib import Path

from Tests.Browser.browser import WIDTHS, Browser
from Tests.Browser.stage import PICTURES, Stage

FIRST_LOAD = 200_000
TAKES_PICTURES = os.environ.get("CI") != "true"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']}).then(
  found => done(found.violations
    .filter(v => v.impact === 'serious' || v.impact === 'critical')
    .map(v => `${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map(
      n => n.html.slice(0, 160) + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(' | ')}`)),
  error => done(['axe: ' + error]));
"""
# What reaches over the edge of the window; tables that scroll by themselves may.
OUTSIDE = """
const width = document.documentElement.clientWidth;
return [...document.querySelectorAll(arguments[0])].filter(element => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && !element.closest('.aloud') && (box.right > width + 1 || box.left < -1);
}).slice(0, 3).map(e => `${e.tagName} ${e.className} ends at ${Math.round(
  e.getBoundingClientRect().right)} of ${width} px`);
"""
WEIGHT = """
const parts = performance.getEntriesByType('resource').concat(
  performance.getEntriesByType('navigation'));
return [parts.reduce((sum, part) => sum + part.transferSize, 0),
  parts.map(p => p.name).filter(name => !name.startsWith(arguments[0]))];
"""


def axe_source() -> str:
    package = importlib.util.find_spec("axe_playwright_python")
    return (Path(package.origin).parent / "axe.min.js").read_text("utf-8")


class Audit:
    """Audits of one journey's pages, in one browser."""

    def __init__(self, stage: Stage, browser: Browser) -> None:
        self.stage = stage
        self.browser = browser
        self.axe = axe_source()
        self.language = "vi"
        # Every page is weighed as if it were the first.
        browser.driver.execute_cdp_cmd("Network.enable", {})
        browser.driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})

    def pages(self, group: dict[str, str], *, statuses: dict[str, int] | None = None) -> None:
        """Every page in Vietnamese and English."""
        for language in ("vi", "en"):
            self.browser.speak(language)
            self.language = language
            for name, path in group.items():
                status = (statuses or {}).get(name)
                if status:
                    self.browser.expected.append(f"status of {status}")
                self.browser.open(path)
                self.look(name)
                if status:
                    self.browser.gather()
                    self.browser.expected.pop()
        self.browser.speak("vi")
        self.language = "vi"

    def look(self, name: str, *, limit: int = FIRST_LOAD) -> None:
        """The page that is open now, whatever led to it."""
        browser, wrong = self.browser, []
        browser.prefer("light")
        browser.resize(360, WIDTHS[360])
        weight, foreign = browser.run(WEIGHT, browser.base)
        if weight > limit:
            wrong.append(f"first load {weight:,} bytes")
        if foreign:
            wrong.append(f"loads from elsewhere: {foreign[:3]}")
        wide = browser.run(
            "return [document.documentElement.scrollWidth, document.title,"
            " document.querySelectorAll('h1').length, document.documentElement.lang]")
        if wide[0] > 360:
            wrong.append(f"{wide[0]} px wide on a screen of 360")
        if wide[2] != 1:
            wrong.append(f"{wide[2]} main headings")
        if not wide[1] or wide[3] != self.language:
            wrong.append(f"title {wide[1]!r}, language {wide[3]!r}")
        wrong += self.outside()
        # Markup that was taken for text shows itself to the reader.
        leak = re.search(r"<\w+ [a-z-]+=|</\w+>|&\w+;|HTML\(|Route\(|Optional\(|nil\b", browser.text)
        if leak:
            wrong.append(f"markup in the text: {leak[0]!r}")
        wrong += browser.gather()
        browser.complaints.clear()
        browser.run(self.axe + "; window.axe = axe;")
        wrong += self.violations({"type": "tag", "values": TAGS})
        self.pictures(name)
        browser.prefer("dark")
        # Colours glide from one scheme to the other; what counts is where they arrive.
        browser.run("for (const motion of document.getAnimations()) motion.finish();")
        wrong += [f"dark: {v}" for v in self.violations({"type": "rule", "values": ["color-contrast"]})]
        if self.language == "vi" and TAKES_PICTURES:
            browser.picture(PICTURES / f"{name}-360-dark.png")
        browser.prefer("light")
        # What axe itself makes the console say is not the page's.
        browser.forget()
        self.stage.check(f"{name} ({self.language})", not wrong, "\n        ".join(wrong))

    def outside(self) -> list[str]:
        """What is cut off on a telephone, and in the contest's bar with text twice as large."""
        browser, wrong = self.browser, []
        for what in browser.run(OUTSIDE, ".bar *, .stacks td, .stacks tbody th, .certificate"):
            wrong.append(f"360 px: {what}")
        for width in (360, 768):
            browser.resize(width, WIDTHS[width])
            browser.run("document.documentElement.style.fontSize = '200%'")
            wrong += [f"{width} px, 200 % text: {what}" for what in browser.run(OUTSIDE, ".bar *")]
            browser.run("document.documentElement.style.fontSize = ''")
        browser.resize(360, WIDTHS[360])
        return wrong

    def violations(self, rules: dict) -> list[str]:
        return self.browser.driver.execute_async_script(RUN, rules)

    def pictures(self, name: str) -> None:
        """For whoever changes a page; nobody looks at those of continuous integration."""
        if not TAKES_PICTURES:
            return
        widths = WIDTHS if self.language == "vi" else {360: WIDTHS[360]}
        for width, height in widths.items():
            self.browser.resize(width, height)
            # As high as the page, so that what is fixed to the window's foot is at the page's.
            whole = self.browser.run("return document.documentElement.scrollHeight")
            self.browser.resize(width, max(height, min(whole, 8000)))
            suffix = "" if self.language == "vi" else "-en"
            self.browser.picture(PICTURES / f"{name}-{width}{suffix}.png")
        self.browser.resize(360, WIDTHS[360])
