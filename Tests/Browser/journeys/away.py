"""A paper through a dead network, its end away from the server, and its end on another device."""

from __future__ import annotations

import re
from datetime import timedelta

from Tests.Browser.browser import Browser
from Tests.Browser.journeys.common import (
    await_saved, choose, chosen, contest_path, enter_with_card,
    enter_with_password, open_item, prompts, sheet_file, shoot, turn)
from Tests.Browser.stage import Stage
from Tests.Rig.client import Client

KEPT = """
    const done = arguments[arguments.length - 1];
    (async () => {
      const found = [];
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) {
          const { pathname } = new URL(request.url);
          if (pathname.startsWith('/attempts/')) found.push(pathname);
        }
      }
      return found;
    })().then(done, (error) => done([String(error)]));"""


def away(stage: Stage) -> None:
    pupils = stage.server.sign_ins("student")[9:13]
    reload(stage, pupils[0], pupils[1])
    late(stage, pupils[2])
    elsewhere(stage, pupils[3])
    replaced(stage, pupils[3])


def kept(phone: Browser) -> list[str]:
    return phone.driver.execute_async_script(KEPT)


def a_phone(stage: Stage, **choices: object) -> Browser:
    phone = stage.browser(**choices)
    phone.expected += [
        r"status of 50[23]", r"status of 410", r"ERR_CONNECTION_REFUSED", r"ERR_EMPTY_RESPONSE",
        r"ERR_CONNECTION_RESET", r"Failed to fetch", r"status of 401"]
    return phone


def start(phone: Browser, contest: str) -> str:
    phone.open(contest)
    phone.until("the worker", lambda: phone.run("return navigator.serviceWorker.controller !== null"))
    phone.follow("form.once button.primary")
    path = re.match(r"/attempts/[^/?]+", phone.path)[0]
    phone.until("the copy of the paper", lambda: path in kept(phone))
    return path


def seconds_left(phone: Browser) -> int:
    clock = re.search(r"(\d+):(\d\d)", phone.one("#clock-value").text)
    return int(clock[1]) * 60 + int(clock[2])


def reload(stage: Stage, entry: dict, other: dict) -> None:
    phone = a_phone(stage)
    enter_with_card(phone, entry["url"])
    with stage.step("the paper opens again without network: answers, queue and clock"):
        path = start(phone, contest_path(phone, "open"))
        choose(phone, 1, 0)
        await_saved(phone)
        phone.until("what was saved is beside the copy", lambda: f"{path}/copy" in kept(phone))
        turn(phone)
        stage.server.process.kill()
        stage.server.process.wait()
        choose(phone, 2, 1)
        phone.await_text(r"1 câu chưa gửi", "#saved-words")
        paper, marks, left = prompts(phone), chosen(phone), seconds_left(phone)
        phone.open(phone.path)
        phone.await_text(r"Đây là bài em đang làm", "#notices")
        shoot(phone, "exam-copy")
        assert prompts(phone) == paper
        phone.until("the same answers", lambda: chosen(phone) == marks)
        assert open_item(phone) == "2"
        assert left - 30 <= seconds_left(phone) <= left, (left, seconds_left(phone))
        phone.await_text(r"1 câu chưa gửi", "#saved-words")
        turn(phone)
        choose(phone, 3, 2)
    with stage.step("all of it is saved when the server is back"):
        stage.server.start()
        await_saved(phone)
        desk = Client(stage.server.port)
        desk.sign_in(entry)
        answers = desk.must("GET", "/api/v1" + path)["answers"]
        assert {answer["slot"] for answer in answers} == {1, 2, 3}, answers
        phone.until("no word of a copy", lambda: "bài em đang làm" not in phone.one("#notices").text)
    with stage.step("another card on this device finds nothing of it"):
        assert kept(phone)
        enter_with_card(phone, other["url"])
        phone.until("the copy is erased", lambda: kept(phone) == [])
    with stage.step("signing out and handing in erase it, too"):
        own = start(phone, contest_path(phone, "open"))
        phone.open("/me")
        phone.follow("form[action='/sign-out'] button")
        phone.until("the copy is erased", lambda: kept(phone) == [])
        enter_with_card(phone, other["url"])
        phone.open(own)
        phone.until("the copy of the paper", lambda: own in kept(phone))
        phone.open(own + "/review")
        phone.follow("form.submit-form button:not([type=button])")
        phone.until("the copy is erased", lambda: kept(phone) == [])


def late(stage: Stage, entry: dict) -> None:
    phone = a_phone(stage)
    enter_with_card(phone, entry["url"])
    with stage.step("at 00:00 away from the server the screen says what is kept and what comes next"):
        sheet = sheet_file(stage.folder, "mat-mang", timedelta(seconds=-5), timedelta(seconds=16),
            # Others sit the same bank meanwhile.
            feedback={"score": "closing", "answers": "publication"})
        stage.server.trainctl("contest", "open", str(sheet), "--unit", "thcs-hoa-sen")
        desk = Client(stage.server.port)
        desk.sign_in(entry)
        contests = desk.must("GET", "/api/v1/contests")["items"]
        contest = next(c for c in contests if "mat-mang" in str(c["title"]))["id"]
        path = start(phone, f"/contests/{contest}")
        choose(phone, 1, 0)
        await_saved(phone)
        turn(phone)
        stage.server.process.kill()
        stage.server.process.wait()
        choose(phone, 2, 1)
        phone.await_text(r"Hết giờ lúc .*1 câu chưa gửi vẫn được giữ", "#notices", seconds=40)
        assert "Ban Tổ chức quyết định" in phone.one("#notices").text
        shoot(phone, "exam-ended-away")
        assert phone.has("#saved.is-waiting") and not phone.has("#saved.is-saved")
    with stage.step("then it is delivered and called late, to the pupil and to the organizer"):
        stage.server.start()
        phone.await_path(r"/receipt", seconds=60)
        phone.await_text(r"1 câu làm trước giờ nhưng tới sau giờ", seconds=40)
        assert "chỉ được tính nếu Ban Tổ chức quyết định" in phone.main
        shoot(phone, "receipt-late")
        desk = Client(stage.server.port)
        desk.sign_in(entry)
        state = desk.must("GET", "/api/v1" + path)
        assert [a["slot"] for a in state["answers"]] == [1], state["answers"]
        assert [d["slot"] for d in state["lateDeliveries"]] == [2], state
        phone.open(phone.path)
        assert len(phone.all(".banner.warn li")) == 1, "delivered twice"
        desk = stage.browser()
        enter_with_password(desk, stage.server.sign_ins("organizer")[0])
        desk.open(f"/manage/contests/{contest}")
        shoot(desk, "watch-late")
        assert entry["name"] in desk.one("#late").text and "Câu 2" in desk.one("#late").text


def elsewhere(stage: Stage, entry: dict) -> None:
    phone, tablet = a_phone(stage), a_phone(stage, script=False)
    for device in (phone, tablet):
        enter_with_card(device, entry["url"])
    with stage.step("handed in on another device: the old one says so, and when; with and without script"):
        path = start(phone, contest_path(phone, "open"))
        tablet.open(path)
        desk = Client(stage.server.port)
        desk.sign_in(entry)
        desk.must("POST", f"/api/v1{path}/submission")
        choose(phone, 1, 0)
        phone.await_path(r"/receipt")
        shoot(phone, "receipt-elsewhere")
        assert "nộp trên một máy khác" in phone.main and "Hết giờ" not in phone.main, phone.main
        tablet.click(tablet.all("#item-1 label.option")[1])
        tablet.follow("#item-1 button.plain-only")
        assert "/receipt" in tablet.path and "không được lưu" in tablet.main, tablet.main


def replaced(stage: Stage, entry: dict) -> None:
    phone = a_phone(stage)
    with stage.step("a card tells whose it is; once replaced, that it was and whom to ask"):
        phone.open(entry["url"])
        given = entry["name"].split()[-1]
        assert f"Thẻ của {given}" in phone.main and entry["name"] not in phone.main, phone.main
        shoot(phone, "card")
        phone.follow("main button")
        me = Client(stage.server.port)
        me.sign_in(entry)
        stage.server.trainctl("--yes", "person", "revoke-card", me.must("GET", "/api/v1/me")["id"])
        phone.open(entry["url"])
        assert "Thẻ này đã được thay" in phone.main and "hỏi thầy cô" in phone.main, phone.main
        assert not phone.has("main button"), phone.main
        shoot(phone, "card-replaced")
        phone.speak("en")
        phone.open(entry["url"])
        assert "This card was replaced" in phone.main, phone.main
