"""Every page, looked at: axe, 360 px, both languages, light and dark, weight, pictures."""

from __future__ import annotations

import re
from datetime import timedelta

from Tests.Browser.audit import Audit
from Tests.Browser.journeys.common import (
    choose, close_contest, contest_path, enter_with_card, enter_with_password, pass_lesson,
    sheet_file)
from Tests.Browser.journeys.organizer import choose_option, class_list, send_contest
from Tests.Browser.journeys.teacher import COURSE, checkpoint, checkpoint_keys
from Tests.Browser.stage import Stage
from Tests.Rig.client import Client, response_of


def learner_pages(stage: Stage) -> None:
    entry = stage.server.sign_ins("student")[0]
    phone = stage.browser()
    audit = Audit(stage, phone)
    audit.pages({
        "welcome": "/", "sign-in": "/sign-in", "card": entry["url"], "verify": "/verify",
        "verify-unknown": "/verify/KHONG-CO", "help": "/help", "law": "/law/L-006,L-043",
        "not-found": "/khong-co-trang-nay",
    }, statuses={"verify-unknown": 404, "not-found": 404})
    enter_with_card(phone, entry["url"])
    phone.open("/courses")
    course = phone.one("main h2 a, main h3 a").get_attribute("href")
    phone.open(course)
    lesson = phone.one("ol.lessons a").get_attribute("href")
    contest = contest_path(phone, "open")
    audit.pages({
        "home-pupil": "/", "courses": "/courses", "course": course, "lesson": lesson,
        "contests": "/contests", "contest-upcoming": contest_path(phone, "upcoming"),
        "contest-open": contest, "me": "/me",
    })
    phone.open(lesson)
    keys = checkpoint_keys(lesson)
    checkpoint(phone, keys, right=False)
    audit.look("checkpoint-tried")
    audit.pages({"checkpoint-again": lesson, "course-tried": course})
    phone.open(lesson)
    checkpoint(phone, keys, right=True)
    audit.look("checkpoint")
    phone.open(contest)
    phone.follow("form.once button.primary")
    attempt = "/" + re.match(r"/(attempts/[^/?]+)", phone.path)[1]
    choose(phone, 1, 0)
    phone.await_text(r"Đã lưu \d", "#saved-words")
    audit.pages({
        "exam": attempt, "exam-all": attempt + "?view=all",
        "exam-prediction": attempt + "?item=prediction", "review": attempt + "/review",
        "contest-running": contest,
    })
    phone.open(attempt + "/review")
    phone.follow("form.submit-form button:not([type=button])")
    audit.pages({"receipt": attempt + "/receipt", "result-later": attempt + "/result"})
    close_contest(stage, contest)
    audit.pages({
        "result": attempt + "/result", "standings": contest + "/standings",
        "contest-closed": contest, "home-after": "/",
    })


def staff_pages(stage: Stage) -> None:
    certified(stage)
    desk = stage.browser()
    audit = Audit(stage, desk)
    enter_with_password(desk, stage.server.sign_ins("teacher")[0])
    desk.open("/cohorts")
    cohort = desk.one("main a[href*='/cohorts/']").get_attribute("href")
    desk.open("/me")
    paper = desk.one("main a[href^='/certificates/']").get_attribute("href")
    audit.pages({
        "home-teacher": "/", "cohorts": "/cohorts", "cohort": cohort,
        "course-teacher": f"/courses/{COURSE}", "me-teacher": "/me",
        "password": "/me/password", "certificate": paper,
        "verify-valid": "/verify/" + paper.rsplit("/", 1)[-1],
    })
    desk.driver.delete_all_cookies()
    enter_with_password(desk, stage.server.sign_ins("organizer")[0])
    organizer_pages(stage, audit)
    desk.driver.delete_all_cookies()
    enter_with_password(desk, stage.server.sign_ins("admin")[0])
    audit.pages({"audit": "/manage/audit", "home-admin": "/"})


def certified(stage: Stage) -> None:
    """Somebody has completed the teachers' course and holds a certificate."""
    client = Client(stage.server.port)
    client.sign_in(stage.server.sign_ins("teacher")[0])
    modules = client.must("GET", f"/api/v1/courses/{COURSE}")["modules"]
    for lesson in (lesson for module in modules for lesson in module["lessons"]):
        path = f"/api/v1/courses/{COURSE}/lessons/{lesson['slug']}"
        pass_lesson(client, path)
    from Tests.Browser.journeys.teacher import QUESTIONS, answer_test, read_keys, start_test, submit
    desk = stage.browser()
    enter_with_password(desk, stage.server.sign_ins("teacher")[0])
    start_test(desk)
    answer_test(desk, read_keys(QUESTIONS / "kiem-tra-cuoi-khoa.gift"), right=True)
    submit(desk)
    stage.server.trainctl("--yes", "certificate", "issue", "--cohort", "Bồi dưỡng giáo viên 2026")
    desk.close()
    stage.browsers.remove(desk)


def organizer_pages(stage: Stage, audit: Audit) -> None:
    desk = audit.browser
    contest = contest_path(desk, "open").replace("/contests", "/manage/contests")
    client = Client(stage.server.port)
    client.sign_in(stage.server.sign_ins("student")[0])
    begun = client.must("POST", f"/api/v1{contest.removeprefix('/manage')}/attempts")
    for item in begun["paper"]["items"]:
        client.must("PUT", f"/api/v1/attempts/{begun['attempt']}/answers/{item['slot']}",
                    {"revision": 1, "response": response_of(item, 0)})
    desk.open("/cohorts")
    cohorts = [a.get_attribute("href") for a in desk.all("main a[href*='/cohorts/']")]
    teachers = next(c for c in dict.fromkeys(cohorts) if is_teachers(desk, c))
    manage = teachers.replace("/cohorts/", "/manage/cohorts/")
    audit.pages({
        "home-organizer": "/", "manage": "/manage", "cohort-new": "/manage/cohorts/new",
        "import": "/manage/import", "contest-new": "/manage/contests/new", "watch": contest,
        "cards": manage + "/cards", "cohort-certificates": manage + "/certificates",
    })
    # Pages that only a form leads to; the list has an error on purpose.
    desk.expected.append("status of 422")
    file = stage.folder / "lop.csv"
    file.write_bytes(class_list(["Nguyễn Thị Ánh;6E;HS6E01;2015", ";6E;HS6E02;2015"]))
    desk.open("/manage/import")
    desk.one("#file").send_keys(str(file))
    choose_option(desk, "#unit", "Hoa Sen")
    desk.follow("main form button:not([type=button])")
    audit.look("import-preview")
    import_pages(stage, audit)
    send_contest(
        desk, sheet_file(stage.folder, "thi-thu", timedelta(hours=1), timedelta(hours=2),
                         paper={"bank": "ngan-hang.gift", "draws": [{"count": 5}]}), bank())
    audit.look("contest-preview")
    pupils = next(c for c in dict.fromkeys(cohorts) if c != teachers)
    audit.pages({"cohort": pupils, "new-card": new_card(desk, pupils),
                 "participants": contest.replace("/manage/contests", "/contests") + "/participants"})
    desk.open(pupils.replace("/cohorts/", "/manage/cohorts/") + "/cards/renewal")
    audit.look("cards-renewal")
    desk.follow("form.once button:not([type=button])")
    # A sheet for the printer with 200 QR codes, not what a pupil loads.
    audit.look("cards-printed", limit=2_000_000)
    with stage.step("a name that wraps stays within the line along which its card is cut"):
        desk.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        over = desk.run("""
          const card = document.querySelector('.card-face');
          card.querySelector('.card-name').textContent = 'Nguyễn Hoàng Phương Thảo '.repeat(6);
          const end = card.getBoundingClientRect().bottom;
          return [...card.querySelectorAll('*')].map(
            part => part.getBoundingClientRect().bottom - end).filter(over => over > 0);
        """)
        desk.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        assert not over, over


def import_pages(stage: Stage, audit: Audit) -> None:
    """A list that goes well, what follows it, an empty class and the question before an undo."""
    desk = audit.browser
    file = stage.folder / "lop-6f.csv"
    file.write_bytes(class_list(["Trịnh Bảo Sơn;6F;HS6F01;2015", "Lò Thị Mẩy;6F;HS6F02;2015"]))
    desk.open("/manage/import")
    desk.one("#file").send_keys(str(file))
    choose_option(desk, "#unit", "Hoa Sen")
    desk.follow("main form button:not([type=button])")
    choose_option(desk, "#class-0", "Tạo lớp 6F")
    desk.follow("button[name=mode][value=review]")
    desk.follow("button[name=mode][value=import]")
    audit.look("import-done")
    desk.follow("section ul.rows a")
    audit.look("cohort-new-of-unit")
    choose_option(desk, "#people", "Chưa có ai")
    desk.follow("main form button:not([type=button])")
    audit.look("cohort-empty")
    desk.follow("main form.once button:not([type=button])")
    assert "Lò Thị Mẩy" in desk.main, desk.main
    desk.open("/manage/import")
    desk.follow("form:has([name=mode][value=undo]) button:not([type=button])")
    audit.look("import-undoing")


def new_card(desk, cohort: str) -> str:
    desk.open(cohort)
    return desk.one("tbody a[href$='/card']").get_attribute("href")


def bank():
    from Tests.Browser.journeys.common import LIBRARY
    return LIBRARY / "questions/ngan-hang.gift"


def is_teachers(desk, cohort: str) -> bool:
    desk.open(cohort)
    return "Bồi dưỡng giáo viên" in desk.one("h1").text
