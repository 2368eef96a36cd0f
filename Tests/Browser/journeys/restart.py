"""The server dies in the middle of an exam; the pupil need not notice more than a pause."""

from __future__ import annotations

import re

from Tests.Browser.journeys.common import (
    await_saved, choose, chosen, contest_path, enter_with_card, saved_words, turn)
from Tests.Browser.stage import Stage
from Tests.Rig.client import Client


def restart(stage: Stage) -> None:
    entry = stage.server.sign_ins("student")[7]
    phone = stage.browser()
    # What this journey does to the server on purpose; a proxy says 503 for it.
    phone.expected += [r"status of 503", r"ERR_CONNECTION_REFUSED", r"ERR_EMPTY_RESPONSE"]
    enter_with_card(phone, entry["url"])
    with stage.step("answers a question"):
        phone.open(contest_path(phone, "open"))
        phone.follow("form.once button.primary")
        attempt = re.fullmatch(r"/attempts/([^/?]+)", phone.path)[1]
        choose(phone, 1, 0)
        await_saved(phone)
    with stage.step("goes on while the server is gone, and nothing is called saved"):
        stage.server.process.kill()
        stage.server.process.wait()
        turn(phone)
        choose(phone, 2, 1)
        phone.await_text(r"1 câu chưa gửi|Đang lưu", "#saved-words")
        turn(phone)
        choose(phone, 3, 2)
        assert "Đã lưu" not in saved_words(phone), saved_words(phone)
        marks = chosen(phone)
    with stage.step("all of it is saved when the server is back"):
        stage.server.start()
        await_saved(phone)
        desk = Client(stage.server.port)
        desk.sign_in(entry)
        answers = desk.must("GET", f"/api/v1/attempts/{attempt}")["answers"]
        assert {answer["slot"] for answer in answers} == {1, 2, 3}, answers
        assert chosen(phone) == marks
