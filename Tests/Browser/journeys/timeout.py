"""The clock ends an attempt; nobody clicks."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from Tests.Browser.journeys.common import await_saved, choose, enter_with_card, sheet_file, turn
from Tests.Browser.stage import Stage
from Tests.Rig.client import Client


def timeout(stage: Stage) -> None:
    watched, forgotten = stage.server.sign_ins("student")[5:7]
    phone = stage.browser()
    enter_with_card(phone, watched["url"])
    desk = Client(stage.server.port)
    desk.sign_in(watched)
    absent = Client(stage.server.port)
    absent.sign_in(forgotten)
    with stage.step("an organizer opens a round that closes in seconds"):
        sheet = sheet_file(
            stage.folder, "het-gio", timedelta(seconds=-5), timedelta(seconds=14),
            # Others sit the same bank meanwhile.
            feedback={"score": "closing", "answers": "publication"})
        stage.server.trainctl("contest", "open", str(sheet), "--unit", "thcs-hoa-sen")
        contests = desk.must("GET", "/api/v1/contests")["items"]
        contest = next(c for c in contests if "het-gio" in str(c["title"]))["id"]
    with stage.step("a pupil starts and answers two questions"):
        phone.open(f"/contests/{contest}")
        phone.follow("form.once button.primary")
        attempt = re.fullmatch(r"/attempts/([^/?]+)", phone.path)[1]
        choose(phone, 1, 0)
        turn(phone)
        choose(phone, 2, 1)
        await_saved(phone)
        gone = absent.must("POST", f"/api/v1/contests/{contest}/attempts")
    with stage.step("the clock ends it, nobody clicks, the receipt appears"):
        phone.await_path(r"/receipt$", seconds=40)
        assert phone.one(".receipt .code strong").text
    with stage.step("exactly at the deadline, with the two answers saved"):
        state = desk.must("GET", f"/api/v1/attempts/{attempt}")
        assert state["state"] != "open" and len(state["answers"]) == 2, state
        late = desk.call(
            "PUT", f"/api/v1/attempts/{attempt}/answers/3", {"revision": 1, "response": "a"})
        assert late[0] == 410, late
        shown = phone.one(".receipt time").get_attribute("datetime")
        assert moment(shown) == moment(state["deadline"]), (shown, state["deadline"])
    with stage.step("also for somebody who has left"):
        path = f"/api/v1/attempts/{gone['attempt']}"
        phone.until(
            "the forgotten attempt closed",
            lambda: absent.must("GET", path)["state"] != "open")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))
