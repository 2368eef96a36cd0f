"""The contest with plain forms, script off."""

from __future__ import annotations

import re

from Tests.Browser.browser import Browser
from Tests.Browser.journeys.common import contest_path
from Tests.Browser.stage import Stage
from Tests.Rig.client import Client


def plain(stage: Stage) -> None:
    entry = stage.server.sign_ins("student")[3]
    phone = stage.browser(script=False)
    with stage.step("signs in by typing the code of a card"):
        phone.open("/sign-in")
        phone.fill("[name=card]", "-".join(re.findall(r".{1,4}", entry["card"].lower())))
        phone.follow("form:has([name=card]) button:not([type=button])")
        assert entry["name"].split()[-1] in phone.text
    with stage.step("starts the contest"):
        phone.open(contest_path(phone, "open"))
        phone.follow("form.once button.primary")
        attempt = re.fullmatch(r"/attempts/([^/?]+)", phone.path)[1]
    desk = Client(stage.server.port)
    desk.sign_in(entry)
    with stage.step("answers, goes on, changes, takes back"):
        answer(phone, 1, 0)
        answer(phone, 2, 1)
        answer(phone, 3, 2)
        phone.open(f"/attempts/{attempt}?item=1")
        assert phone.has("#item-1 input:checked")
        answer(phone, 1, 2)
        phone.open(f"/attempts/{attempt}?item=2")
        phone.follow("#item-2 button[name=clear]")
        state = desk.must("GET", f"/api/v1/attempts/{attempt}")
        given = {a["slot"]: a for a in state["answers"] if a["response"] not in (None, "", [])}
        assert set(given) == {1, 3}, given
    with stage.step("answers the prediction"):
        phone.open(f"/attempts/{attempt}?item=prediction")
        phone.fill("#prediction", "42")
        phone.follow("#item-prediction button.plain-only")
    with stage.step("reviews, submits, gets a receipt"):
        phone.open(f"/attempts/{attempt}/review")
        assert len(phone.all("main ol.palette a.cell")) == 18, phone.main
        phone.follow("form.submit-form button:not([type=button])")
        assert phone.path.endswith("/receipt"), phone.path
        assert phone.one(".receipt .code strong").text


def answer(phone: Browser, slot: int, option: int) -> None:
    phone.click(phone.all(f"#item-{slot} label.option")[option])
    phone.follow(f"#item-{slot} button.plain-only")
