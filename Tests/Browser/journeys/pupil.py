"""A pupil on a phone: card, lesson, contest, lost network, second device, receipt, result."""

from __future__ import annotations

import re

from Tests.Browser.browser import Browser
from Tests.Browser.journeys.common import (
    await_saved, choose, chosen, close_contest, contest_path, double_click, enter_with_card,
    open_item, prompts, saved_words, turn)
from Tests.Browser.stage import Stage
from Tests.Rig.client import Client


def pupil(stage: Stage) -> None:
    entry = stage.server.sign_ins("student")[0]
    phone = stage.browser()
    # What this journey does to the network on purpose.
    phone.expected += ["ERR_INTERNET_DISCONNECTED", r"status of 409"]
    with stage.step("signs in with a card link"):
        enter_with_card(phone, entry["url"])
        assert phone.path == "/", phone.path
        assert entry["name"].split()[-1] in phone.text
    lesson(stage, phone)
    countdown(stage, phone)
    with stage.step("starts the open contest and gets 20 questions"):
        contest = contest_path(phone, "open")
        phone.open(contest)
        phone.follow("form.once button.primary")
        attempt = re.fullmatch(r"/attempts/([^/?]+)", phone.path)[1]
        assert len(phone.all("section.item[data-kind=single], section.item[data-kind=multiple]")) == 20
    desk = Client(stage.server.port)
    desk.sign_in(entry)
    saving(stage, phone, desk, attempt)
    losing_the_network(stage, phone, desk, attempt)
    going_on(stage, phone, entry, contest, desk, attempt)
    ending(stage, phone, desk, attempt)
    afterwards(stage, phone, contest, attempt)


def lesson(stage: Stage, phone: Browser) -> None:
    with stage.step("sees courses and reads a lesson"):
        phone.open("/courses")
        phone.follow("main h2 a, main h3 a")
        phone.follow("ol.lessons a")
        assert "/lessons/" in phone.path
        words = len(phone.one(".prose").text.split())
        assert words > 400, f"{words} words"
        assert phone.has(".prose a[href^='/law/']"), "no citation of law"
        assert not re.search(r"L-\d{3}", phone.text), "a code of law is shown"
    with stage.step("opens all the law behind a paragraph, in a dialog"):
        paragraphs = [p for p in phone.all(".prose > p") if p.find_elements("css selector", "a.law")]
        assert all(len(p.find_elements("css selector", "a.law")) == 1 for p in paragraphs)
        mark = max(phone.all(".prose a.law-mark"), key=lambda a: a.get_attribute("href").count(","))
        facts = mark.get_attribute("href").count(",") + 1
        assert facts > 1, "no paragraph rests on two facts"
        assert mark.accessible_name == "Căn cứ pháp luật của đoạn này", mark.accessible_name
        lesson_path = phone.path
        phone.click(mark)
        phone.await_one(".law-dialog[open] .fact")
        assert len(phone.all(".law-dialog .fact")) == facts, "not all facts of the paragraph"
        dialog = phone.one(".law-dialog").text
        assert "Điều" in dialog and not re.search(r"L-\d{3}", dialog), dialog[:300]
        address = phone.one(".law-dialog .law-page").get_attribute("href")
        phone.click(".law-dialog button")
        phone.until("dialog closed", lambda: not phone.has(".law-dialog[open]"))
        assert phone.path == lesson_path, phone.path
        phone.open("/law/" + address.rpartition("/")[2])
        assert len(phone.all("#fact .fact")) == facts, "the page without script lacks a fact"
        phone.open(lesson_path)
    with stage.step("does its checkpoint"):
        questions = phone.all(".checkpoint fieldset.question")
        assert len(questions) >= 5, len(questions)
        for question in questions:
            phone.click(question.find_element("css selector", "label.option"))
        phone.follow(".checkpoint form button:not([type=button])")
        assert phone.has(".checkpoint .right"), "no right answers shown"
        score = phone.one(".checkpoint .score-line").text
        assert re.search(rf"\d+\D+{len(questions)}", score), score


def countdown(stage: Stage, phone: Browser) -> None:
    with stage.step("sees the countdown of the contest that opens later"):
        phone.open(contest_path(phone, "upcoming"))
        first = phone.await_one("#countdown-value").text
        phone.until("the countdown runs", lambda: phone.one("#countdown-value").text != first)
        assert not phone.has("form.once"), "it can be started already"


def server_answers(desk: Client, attempt: str) -> dict[int, dict]:
    answers = desk.must("GET", f"/api/v1/attempts/{attempt}")["answers"]
    return {answer["slot"]: answer for answer in answers}


def saving(stage: Stage, phone: Browser, desk: Client, attempt: str) -> None:
    with stage.step("says saved only after the server has it"):
        assert open_item(phone) == "1"
        stage.server.pause()
        try:
            choose(phone, 1, 0)
            phone.await_text("Đang lưu", "#saved-words")
            assert "Đã lưu" not in saved_words(phone)
        finally:
            stage.server.resume()
        await_saved(phone)
        assert 1 in server_answers(desk, attempt)
    with stage.step("changes the answer"):
        first = server_answers(desk, attempt)[1]
        choose(phone, 1, 1)
        phone.until(
            "the change on the server",
            lambda: server_answers(desk, attempt)[1]["revision"] > first["revision"])
        await_saved(phone)
        assert server_answers(desk, attempt)[1]["response"] != first["response"]


def losing_the_network(stage: Stage, phone: Browser, desk: Client, attempt: str) -> None:
    with stage.step("loses the network and goes on answering"):
        with phone.offline():
            for slot in (2, 3, 4):
                turn(phone)
                assert open_item(phone) == str(slot)
                choose(phone, slot, slot % 3)
            phone.await_text(r"Đang chờ mạng – 3 câu chưa gửi", "#saved-words")
            assert set(server_answers(desk, attempt)) == {1}
    with stage.step("the queue is delivered on return"):
        await_saved(phone)
        phone.until(
            "the queue on the server", lambda: set(server_answers(desk, attempt)) == {1, 2, 3, 4})
    with stage.step("what was queued survives a reload without network"):
        with phone.offline():
            turn(phone)
            choose(phone, 5, 0)
            phone.await_text(r"Đang chờ mạng – 1 câu", "#saved-words")
            seen = chosen(phone)
        # Back on the network the page is loaded anew before the queue had its turn.
        phone.open(phone.path)
        phone.until("the fifth on the server", lambda: 5 in server_answers(desk, attempt))
        phone.until("the choices on the screen", lambda: chosen(phone) == seen)


def going_on(
    stage: Stage, phone: Browser, entry: dict, contest: str, desk: Client, attempt: str
) -> None:
    with stage.step("reloads and goes on with the same paper and the time that is left"):
        paper, marks, left = prompts(phone), chosen(phone), seconds_left(phone)
        phone.open(phone.path)
        assert prompts(phone) == paper
        assert chosen(phone) == marks
        phone.until("the clock runs", lambda: seconds_left(phone) is not None)
        assert seconds_left(phone) <= left
    with stage.step("goes on with the same paper on a second device"):
        tablet = stage.browser()
        enter_with_card(tablet, entry["url"])
        tablet.open(contest)
        tablet.follow("section.next a.button.primary")
        assert attempt in tablet.path
        assert prompts(tablet) == paper
        assert chosen(tablet) == marks
        assert abs(seconds_left(tablet) - seconds_left(phone)) <= 2
    with stage.step("an answer changed on the other device is not overwritten unseen"):
        before = server_answers(desk, attempt)[1]["revision"]
        tablet.open(f"/attempts/{attempt}?item=1")
        choose(tablet, 1, 2)
        tablet.until(
            "its save", lambda: server_answers(desk, attempt)[1]["revision"] > before)
        newest = server_answers(desk, attempt)[1]
        phone.click("a.cell[data-slot='1']")
        phone.until("the first item", lambda: open_item(phone) == "1")
        choose(phone, 1, 0)
        phone.await_text(r"đã được đổi trên một máy khác", "#notices")
        assert server_answers(desk, attempt)[1]["response"] == newest["response"]
        tablet.close()
        stage.browsers.remove(tablet)


def seconds_left(browser: Browser) -> int | None:
    clock = re.search(r"(\d+):(\d\d)", browser.one("#clock-value").text)
    return int(clock[1]) * 60 + int(clock[2]) if clock else None


def ending(stage: Stage, phone: Browser, desk: Client, attempt: str) -> None:
    with stage.step("answers all questions and the prediction"):
        for slot in range(1, 21):
            phone.until("this item", lambda slot=slot: open_item(phone) == str(slot))
            mark = phone.all(f"#item-{slot} .option input")[slot % 4]
            if not mark.is_selected():
                choose(phone, slot, slot % 4)
            turn(phone)
        assert open_item(phone) == "prediction"
        phone.fill("#prediction", "123")
        phone.run("document.querySelector('#prediction').blur()")
        phone.until("20 answers on the server", lambda: len(server_answers(desk, attempt)) == 20)
        await_saved(phone)
        phone.await_text("21/21", "#answered")
    with stage.step("submits with a double click and gets one receipt"):
        phone.follow("#to-review")
        assert phone.path.endswith("/review")
        double_click(phone, "form.submit-form button:not([type=button])")
        phone.await_path(r"/receipt$")
        code = phone.one(".receipt .code strong").text
        again = desk.must("POST", f"/api/v1/attempts/{attempt}/submission")
        assert code and again["receipt"], (code, again)
        phone.open(phone.path)
        assert phone.one(".receipt .code strong").text == code
    with stage.step("nothing of the result before the round closes"):
        phone.open(f"/attempts/{attempt}/result")
        assert not phone.has(".score-card") and not phone.has("li.option.right")


def afterwards(stage: Stage, phone: Browser, contest: str, attempt: str) -> None:
    with stage.step("after the round: own result, right answers with the law, place"):
        close_contest(stage, contest)
        phone.open(contest)
        phone.press("kết quả", "main a.button")
        assert phone.has(".score-card"), phone.main[:400]
        assert len(phone.all("section.reviewed")) == 20
        assert len(phone.all("section.reviewed li.option.right")) >= 20
        assert phone.has("section.reviewed a.law"), "no law cited"
        assert re.search(r"\b1\b.*1", phone.one("dl.facts").text, re.S), phone.one("dl.facts").text
    with stage.step("and on the board"):
        phone.open(f"{contest}/standings")
        assert phone.has("tr.own"), phone.main[:400]
