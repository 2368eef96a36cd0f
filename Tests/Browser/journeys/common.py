"""What several journeys do."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

from Tests.Browser.browser import PHONE, WIDTHS, Browser
from Tests.Browser.stage import PICTURES, Stage
from Tests.Rig.client import Client
from Tests.Rig.server import COURSES

LIBRARY = COURSES / "tim-hieu-luat-an-ninh-mang"


def enter_with_card(browser: Browser, url: str) -> None:
    """The card's page has one big button and says nothing of the holder."""
    browser.open(url)
    buttons = browser.shown("main button")
    assert len(buttons) == 1, [button.text for button in buttons]
    browser.follow(buttons[0])


def enter_with_password(browser: Browser, entry: dict) -> None:
    browser.open("/sign-in")
    form = "form:has([name=password])"
    browser.fill(f"{form} [name=username]", entry["username"])
    browser.fill(f"{form} [name=password]", entry["password"])
    browser.follow(f"{form} button:not([type=button])")


def open_item(browser: Browser) -> str:
    """The number of the item that is shown."""
    return browser.until(
        "one item shown",
        lambda: next((s.get_attribute("data-slot") for s in browser.shown("section.item")), None))


def choose(browser: Browser, slot: int, letter: int) -> str:
    """Clicks an option card of an item; returns its text."""
    option = browser.all(f"#item-{slot} label.option")[letter]
    browser.click(option)
    return option.find_element("css selector", ".option-text").text


def turn(browser: Browser) -> None:
    """Goes on to the next item without loading a page."""
    before = open_item(browser)
    forward = next(b for b in browser.shown("a[data-turn='1']"))
    browser.click(forward)
    browser.until("the next item", lambda: open_item(browser) != before)


def saved_words(browser: Browser) -> str:
    return browser.one("#saved-words").text


def await_saved(browser: Browser) -> str:
    return browser.await_text(r"Đã lưu \d\d:\d\d:\d\d", "#saved-words")


def chosen(browser: Browser) -> dict[str, list[str]]:
    """What is chosen on the screen, by item."""
    return browser.run("""
        const found = {};
        for (const item of document.querySelectorAll('section.item')) {
            const letters = [...item.querySelectorAll('input:checked')].map(i => i.value);
            if (letters.length) found[item.dataset.slot] = letters;
        }
        return found;""")


def prompts(browser: Browser) -> list[str]:
    return browser.run(
        "return [...document.querySelectorAll('section.item .prompt, section.item .option-text')]"
        ".map(e => e.textContent.trim())")


def double_click(browser: Browser, css: str) -> None:
    """Two presses in one breath, as an impatient thumb does."""
    browser.await_one(css)
    old = browser.one("html")
    browser.run("""
        const button = document.querySelector(arguments[0]);
        button.scrollIntoView({block: 'center', behavior: 'instant'});
        setTimeout(() => { button.click(); button.click(); }, 0);""", css)
    from Tests.Browser.browser import is_gone
    browser.until("another page", lambda: is_gone(old))
    browser.settle()


def shoot(browser: Browser, name: str) -> None:
    """A page of a moment that no address leads to, for people to look at in all widths."""
    for width, height in WIDTHS.items():
        browser.resize(width, height)
        browser.picture(PICTURES / f"moment-{name}-{width}.png")
    browser.resize(*PHONE)


def pass_lesson(client: Client, path: str) -> None:
    """Guesses, reads what was right, and answers what comes again."""
    questions = client.must("GET", path)["checkpoint"]["questions"]
    tried = client.must("POST", path + "/completion", {
        "answers": [[question["options"][0]["id"]] for question in questions]})
    if not tried["completedAt"]:
        wrong = {item["number"]: item["right"] for item in tried["items"] if not item["isCorrect"]}
        tried = client.must("POST", path + "/completion", {
            "answers": [wrong.get(question["number"], []) for question in questions]})
    assert tried["completedAt"] and tried["right"] >= tried["passMark"], tried


def plain(text: str) -> str:
    """Text as it can be compared between a file and a page."""
    return re.sub(r"\s+", " ", re.sub(r"[*`_\\]", "", text)).strip()


def read_keys(path: Path) -> dict[str, set[str]]:
    """The right answers of a GIFT file of ours: prompt to texts of right options."""
    keys: dict[str, set[str]] = {}
    text = re.sub(r"(?m)^//.*\n", "", path.read_text("utf-8"))
    for block in re.findall(r"::(?:[^:\\]|\\.)*::((?:[^{\\]|\\.)*)\{((?:[^}\\]|\\.)*)\}", text):
        prompt, body = block
        right = set()
        for line in body.splitlines():
            line = line.strip()
            if line.startswith("####") or not line or line[0] not in "=~":
                continue
            weight = re.match(r"[=~]%(-?[\d.]+)%", line)
            option = re.sub(r"^[=~](%-?[\d.]+%)?", "", line)
            option = re.split(r"(?<!\\)#", option)[0]
            if line[0] == "=" or (weight and float(weight[1]) > 0):
                right.add(plain(option))
        keys[plain(re.sub(r"^\[\w+\]", "", prompt.strip()))] = right
    return keys


def sheet_file(folder: Path, slug: str, opens: timedelta, closes: timedelta, **changes: dict) -> Path:
    """A rule sheet made from the weekly one, with its round around now."""
    sheet = json.loads((LIBRARY / "contests/tuan-an-ninh-mang.json").read_text("utf-8"))
    now = datetime.now(timezone.utc)
    sheet.pop("$schema", None)
    sheet["slug"] = slug
    sheet["title"] = {"vi": f"Cuộc thi thử {slug}", "en": f"Trial contest {slug}"}
    sheet["rounds"] = [{
        "title": {"vi": "Vòng 1", "en": "Round 1"},
        "opens": stamp(now + opens), "closes": stamp(now + closes)}]
    sheet["paper"]["draws"] = [{"count": 5}]
    for key, value in changes.items():
        sheet[key] = value
    path = folder / f"{slug}.json"
    path.write_text(json.dumps(sheet, ensure_ascii=False, indent=2), "utf-8")
    return path


def stamp(moment: datetime) -> str:
    local = moment.astimezone(timezone(timedelta(hours=7)))
    return local.strftime("%Y-%m-%dT%H:%M:%S+07:00")


def contest_path(browser: Browser, phase: str) -> str:
    """The address of the contest in this phase, from the list that the person sees."""
    browser.open("/contests")
    links = browser.all("article.card.is-open h3 a" if phase == "open" else "article.card:not(.is-open) h3 a")
    assert links, f"no {phase} contest on the page"
    return links[0].get_attribute("href").removeprefix(browser.base)


def close_contest(stage: Stage, path: str) -> None:
    stage.server.trainctl("--yes", "contest", "close", path.rsplit("/", 1)[-1])
