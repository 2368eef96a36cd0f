"""A checkpoint with a question left open, and a reader without an account: with script and without."""

from __future__ import annotations

import re

from Tests.Browser.browser import Browser
from Tests.Browser.journeys.common import enter_with_card, shoot
from Tests.Browser.stage import Stage

OPEN = 2


def practice(stage: Stage) -> None:
    pupil, reader = stage.server.sign_ins("student")[7:9]
    for script in (True, False):
        name = "with script" if script else "without script"
        phone = stage.browser(script=script)
        enter_with_card(phone, pupil["url"])
        with stage.step(f"a checkpoint keeps what was chosen and leads to what is missing, {name}"):
            left_open(phone, a_lesson(phone))
        stranger = stage.browser(script=script)
        with stage.step(f"a reader without an account practises and is told that nothing is kept, {name}"):
            lesson = a_lesson(stranger)
            assert "không được lưu" in stranger.one(".checkpoint").text
            left_open(stranger, lesson)
            answer(stranger, skip=None)
            assert re.search(r"Đúng \d+ trên \d+ câu", stranger.one(".score-line").text)
            assert "không được lưu" in stranger.one(".checkpoint").text
            assert "học xong" not in stranger.main
        with stage.step(f"signing in from there leads back to the same lesson, {name}"):
            stranger.follow(".checkpoint a[href^='/sign-in?next=']")
            stranger.fill("[name=card]", re.sub(r"^.*/c/", "", reader["url"]))
            stranger.follow("form:has([name=card]) button:not([type=button])")
            assert stranger.path == lesson, stranger.path
            assert "học xong" not in stranger.main, "something was kept"
        stranger.speak("en")
        with stage.step(f"the same in English, {name}"):
            answer(stranger, skip=OPEN)
            assert stranger.driver.title.startswith("Error: "), stranger.driver.title
            assert f"Question {OPEN} has no answer yet" in stranger.one(".checkpoint .summary").text
        for browser in (phone, stranger):
            browser.expected.append(r"status of 422")


def a_lesson(browser: Browser) -> str:
    browser.open("/courses")
    browser.follow("main h2 a, main h3 a")
    browser.follow("ol.lessons a")
    return browser.path


def answer(browser: Browser, skip: int | None) -> None:
    for number, question in enumerate(browser.all(".checkpoint fieldset.question"), 1):
        if number != skip and not question.find_elements("css selector", "input:checked"):
            browser.click(question.find_element("css selector", "label.option"))
    browser.follow(".checkpoint form button:not([type=button])")


def left_open(browser: Browser, lesson: str) -> None:
    answer(browser, skip=OPEN)
    assert browser.path.startswith(lesson + "/checkpoint"), browser.path
    assert browser.driver.title.startswith("Lỗi: "), browser.driver.title
    questions = browser.all(".checkpoint fieldset.question")
    kept = [bool(q.find_elements("css selector", "input:checked")) for q in questions]
    assert kept == [number != OPEN for number in range(1, len(questions) + 1)], kept
    summary = browser.one(".checkpoint .summary")
    top = browser.until(
        "the summary in view",
        lambda: 0 <= summary.rect["y"] - browser.run("return scrollY") < 740 and summary)
    if browser.script:
        shoot(browser, "lesson-missing" if "kết quả không" not in browser.text else "lesson-stranger")
        assert browser.driver.switch_to.active_element == top, "the focus is elsewhere"
    browser.click(summary.find_element("css selector", "a"))
    browser.until(
        "the open question has the focus",
        lambda: browser.run("return document.activeElement.id") == f"q-{OPEN}")
    assert "chưa chọn đáp án" in browser.one(f"#q-{OPEN} .error").text
