"""The server dies in the middle of an exam, or will not take more for a moment; the pupil need not
notice more than a pause."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Iterator

from Tests.Browser.journeys.common import (
    await_saved, choose, chosen, contest_path, enter_with_card, saved_words, turn)
from Tests.Browser.browser import Unmet
from Tests.Browser.stage import Stage
from Tests.Rig.client import Client, response_of


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
        # As in a school: only the demo lets an attempt be saved as fast as anybody likes.
        stage.server.demo = False
        stage.server.start()
        await_saved(phone)
        desk = Client(stage.server.port)
        desk.sign_in(entry)
        answers = desk.must("GET", f"/api/v1/attempts/{attempt}")["answers"]
        assert {answer["slot"] for answer in answers} == {1, 2, 3}, answers
        assert chosen(phone) == marks
    # Asked to wait, a browser notes it in its console.
    phone.expected.append(r"status of 429")
    with stage.step("saves that come too fast wait, are called waiting, and are sent again"):
        with faster_than_allowed(desk, attempt):
            # Now and then the phone is the faster of the two.
            for letter in (1, 0, 1, 0, 1):
                choose(phone, 3, letter)
                with contextlib.suppress(Unmet):
                    phone.await_text("Máy chủ đang bận", "#saved-words", 2)
                    break
            assert "Máy chủ đang bận" in saved_words(phone), saved_words(phone)
        await_saved(phone)
        answers = desk.must("GET", f"/api/v1/attempts/{attempt}")["answers"]
        kept = next(answer["response"] for answer in answers if answer["slot"] == 3)
        # A question with one answer is answered by a letter, one with several by a list.
        letters = sorted([kept] if isinstance(kept, str) else kept)
        assert letters == sorted(chosen(phone)["3"]), (kept, chosen(phone))


@contextlib.contextmanager
def faster_than_allowed(client: Client, attempt: str) -> Iterator[None]:
    """Another program saves to the last item of the same attempt, again and again."""
    item = client.must("GET", f"/api/v1/attempts/{attempt}")["paper"]["items"][-1]
    path = f"/api/v1/attempts/{attempt}/answers/{item['slot']}"
    over, refused = threading.Event(), threading.Event()

    def save() -> None:
        revision = 1
        while not over.is_set():
            status, _ = client.call(
                "PUT", path, {"revision": revision, "response": response_of(item, revision)})
            if status == 429:
                refused.set()
            revision += status == 200

    program = threading.Thread(target=save)
    program.start()
    try:
        assert refused.wait(30), "nothing is too fast"
        yield
    finally:
        over.set()
        program.join()
