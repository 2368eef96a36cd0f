"""An organizer: class list, cohort, cards, contest, exports, certificates."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import zxingcpp
from PIL import Image

from Tests.Browser.browser import Browser
from Tests.Browser.journeys.common import (
    LIBRARY, enter_with_card, enter_with_password, pass_lesson, sheet_file)
from Tests.Browser.stage import Stage
from Tests.Rig.client import Client, response_of
from Tests.Rig.server import COURSES

NAMES = [
    "Nguyễn Thị Ánh", "Đặng Quốc Bảo", "Trần Ngọc Ngân Quỳnh", "Lê Hữu Đạt", "Huỳnh Thảo Ý",
    "Vũ Đình Trọng", "Phạm Ưng Quyền", "Hoàng Thị Ngọc Ẩn",
]


def class_list(rows: list[str]) -> bytes:
    """What Excel writes with Vietnamese settings: BOM, semicolons, CRLF."""
    lines = ["Họ và tên;Lớp;Mã học sinh;Ngày sinh", *rows]
    return b"\xef\xbb\xbf" + "\r\n".join([*lines, ""]).encode()


def organizer(stage: Stage) -> None:
    entry = stage.server.sign_ins("organizer")[0]
    desk = stage.browser()
    desk.resize(1280, 800)
    # Files that are wrong on purpose.
    desk.expected.append(r"status of 422")
    enter_with_password(desk, entry)
    cohort = make_cohort(stage, desk)
    import_people(stage, desk, cohort)
    import_and_undo(stage, desk)
    import_workbook(stage, desk)
    holder = cards(stage, desk, cohort)
    contest = open_contest(stage, desk)
    taking_part(stage, desk, contest, holder)
    close_and_export(stage, desk, contest)
    completion(stage, desk, cohort, holder)
    certificates(stage, desk, cohort)


def choose_option(desk: Browser, css: str, words: str) -> str:
    """Selects the option whose text has these words; returns its value."""
    for option in desk.all(f"{css} option"):
        if words in option.text:
            option.click()
            return option.get_attribute("value")
    raise AssertionError(f"no option {words!r} in {css}: {[o.text for o in desk.all(css + ' option')]}")


def make_cohort(stage: Stage, desk: Browser) -> str:
    with stage.step("makes a cohort with a course and a due date"):
        desk.open("/manage")
        desk.follow("a[href='/manage/cohorts/new']")
        desk.fill("#name", "Lớp 6E năm học 2026–2027")
        choose_option(desk, "#unit", "Hoa Sen")
        choose_option(desk, "#course", title_of_student_course())
        desk.run("document.querySelector('#dueAt').value = '2026-12-31T17:00'")
        desk.follow("main form button:not([type=button])")
        cohort = re.search(r"/cohorts/([^/?]+)", desk.path)[1]
        assert "Lớp 6E năm học 2026–2027" in desk.main
    return cohort


def title_of_student_course() -> str:
    for path in COURSES.glob("*/course.json"):
        course = json.loads(path.read_text("utf-8"))
        if course["audience"] == "student":
            return course["title"]["vi"]
    raise AssertionError("no course for students")


def upload(desk: Browser, file: Path, cohort: str) -> None:
    desk.open("/manage/import")
    desk.one("#file").send_keys(str(file))
    choose_option(desk, "#unit", "Hoa Sen")
    desk.run("document.querySelector('#cohort').value = arguments[0]", cohort)
    desk.follow("main form button:not([type=button])")


def import_people(stage: Stage, desk: Browser, cohort: str) -> None:
    broken = stage.folder / "lop-6e-sai.csv"
    broken.write_bytes(class_list([
        f"{NAMES[0]};6E;HS6E01;15/03/2015", ";6E;HS6E02;2015", f"{NAMES[2]};6E;HS6E03;31/02/2015"]))
    with stage.step("a broken class list is answered with line and column"):
        upload(desk, broken, cohort)
        said = [item.text for item in desk.all("ul.issues li")]
        assert any(text.startswith("Dòng 3, cột Họ và tên:") for text in said), said
        assert any(text.startswith("Dòng 4, cột Ngày sinh:") for text in said), said
    good = stage.folder / "lop-6e.csv"
    good.write_bytes(class_list(
        [f"{name};6E;HS6E{number:02};{number:02}/03/2015" for number, name in enumerate(NAMES, 1)]))
    with stage.step("a dry run shows what would happen, nothing is written"):
        upload(desk, good, cohort)
        assert not desk.has("ul.issues")
        assert all(name in desk.main for name in NAMES), desk.main
        people = stage.server.trainctl("--format", "csv", "person", "list", "--unit", "thcs-hoa-sen")
        assert NAMES[2] not in people.stdout
    with stage.step("the new class is asked about, then it is imported"):
        assert not desk.has("button[name=mode][value=import]")
        choose_option(desk, "#class-0", "Tạo lớp 6E")
        desk.follow("button[name=mode][value=review]")
        desk.follow("button[name=mode][value=import]")
        assert desk.has(".banner.good"), desk.main
        desk.open(f"/cohorts/{cohort}")
        order = [row.text for row in desk.all("tbody th")]
        assert sorted(order) == sorted(NAMES), order
        # By given name, in Vietnamese order.
        assert order.index("Lê Hữu Đạt") < order.index("Trần Ngọc Ngân Quỳnh") < order.index(
            "Huỳnh Thảo Ý"), order


def import_and_undo(stage: Stage, desk: Browser) -> None:
    """A list as a school has it: titles above, a total below, a class and a pupil to ask about."""
    file = stage.folder / "danh-sach-6g.csv"
    family, given = NAMES[0].rsplit(" ", 1)
    rows = [
        "TRƯỜNG THCS HOA SEN;;;;", "DANH SÁCH HỌC SINH, NĂM HỌC 2026, 2027;;;;", ";;;;",
        "STT;Họ và tên (*);;Ngày sinh (dd/mm/yyyy);Lớp", f"1;{family};{given};01/03/2015;6G",
        "2;Lâm Thị;Mơ;2-4-15;6G", "Tổng số: 2 học sinh;;;;", ""]
    file.write_bytes(("\ufeff" + "\r\n".join(rows)).encode())
    with stage.step("a list with titles and a total is read; class and twin are asked"):
        upload(desk, file, "")
        assert "Dòng 7 không phải dòng học sinh" in desk.main, desk.main
        choose_option(desk, "#class-0", "Tạo lớp 6G")
        desk.follow("button[name=mode][value=review]")
        twin = desk.one("#person-5")
        assert "Lớp 6E" in twin.text, twin.text
        choose_option(desk, "#person-5", "Hai người khác nhau")
        desk.follow("button[name=mode][value=review]")
        desk.follow("button[name=mode][value=import]")
        assert desk.has(".banner.good"), desk.main
    with stage.step("the way on leads to a class of its own"):
        assert desk.one("section ul.rows a").get_attribute("href").startswith(
            desk.base + "/manage/cohorts/new?unit="), desk.main
    with stage.step("and the whole import is undone, after saying what that does"):
        desk.follow("form:has([name=mode][value=undo]) button:not([type=button])")
        assert "Sẽ gỡ 2 người" in desk.main, desk.main
        desk.follow("form:has([name=sure]) button:not([type=button])")
        assert "Đã gỡ 2 người" in desk.main, desk.main
        people = stage.server.trainctl("--format", "csv", "person", "list", "--unit", "thcs-hoa-sen")
        assert "Lâm Thị Mơ" not in people.stdout
        units = stage.server.trainctl("--format", "csv", "unit", "list")
        assert "thcs-hoa-sen-6g" not in units.stdout


def workbook(sheets: dict[str, list[list[str]]]) -> bytes:
    """A small workbook: the parts that ECMA-376 demands and nothing else."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    link = '<Relationship Id="r{}" Type="' + kind + '{}" Target="{}"/>'
    kin = "<Relationships>{}</Relationships>"
    tabs = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": kin.format(link.format(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f"<workbook><sheets>{tabs}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": kin.format("".join(
            link.format(n, "worksheet", f"worksheets/sheet{n}.xml")
            for n in range(1, len(sheets) + 1))),
    }
    for number, rows in enumerate(sheets.values(), 1):
        cells = "".join(
            "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row)
            + "</row>" for row in rows)
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f"<worksheet><sheetData>{cells}</sheetData></worksheet>")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, head + text)
    return packed.getvalue()


def import_workbook(stage: Stage, desk: Browser) -> None:
    file = stage.folder / "khoi-6.xlsx"
    heading = ["Họ và tên", "Lớp", "Năm sinh"]
    file.write_bytes(workbook({
        "6H": [heading, ["Sầm Thị Hạ", "6H", "2015"]],
        "6I": [heading, ["Tô Văn Ích", "6I", "2015"]]}))
    with stage.step("which sheet of a workbook is the list is asked"):
        upload(desk, file, "")
        assert "Sổ có nhiều trang tính giống danh sách" in desk.main, desk.main
        choose_option(desk, "#sheet", "6I")
        desk.follow("main form:has(#sheet) button:not([type=button])")
        assert "Tô Văn Ích" in desk.main and "Sầm Thị Hạ" not in desk.main, desk.main
        choose_option(desk, "#class-0", "Tạo lớp 6I")
        desk.follow("button[name=mode][value=review]")
        desk.follow("button[name=mode][value=import]")
        assert desk.has(".banner.good"), desk.main
        desk.follow("form:has([name=mode][value=undo]) button:not([type=button])")
        desk.follow("form:has([name=sure]) button:not([type=button])")
        assert "Đã gỡ 1 người" in desk.main, desk.main
    with stage.step("an old or locked workbook says how to save it"):
        file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        upload(desk, file, "")
        assert "chọn Lưu thành .xlsx rồi gửi lại" in desk.main, desk.main


def cards(stage: Stage, desk: Browser, cohort: str) -> dict:
    with stage.step("prints sign-in cards with QR codes"):
        desk.open(f"/manage/cohorts/{cohort}/cards")
        desk.follow("form.once button:not([type=button])")
        faces = desk.all("li.card-face")
        assert len(faces) == len(NAMES), len(faces)
        pages = desk.driver.print_page()
        assert len(pages) > 1000
    with stage.step("a phone reads the QR code, and it signs in"):
        desk.picture(stage.folder / "cards.png")
        read = zxingcpp.read_barcodes(Image.open(stage.folder / "cards.png"))
        links = {code.text for code in read}
        assert len(links) == len(NAMES), links
        name = faces[0].find_element("css selector", ".card-name").text
        box = faces[0].find_element("css selector", ".card-qr").rect
        inside = next(
            code.text for code in read
            if box["x"] <= code.position.top_left.x <= box["x"] + box["width"]
            and box["y"] <= code.position.top_left.y <= box["y"] + box["height"])
        assert inside.startswith(desk.base + "/c/"), inside
        phone = stage.browser()
        enter_with_card(phone, inside)
        assert name.split()[-1] in phone.text, (name, phone.text[:200])
        holder = {"name": name, "card": inside.rsplit("/", 1)[-1], "browser": phone}
        desk.open(desk.path)
        assert not desk.has("li.card-face"), "the secrets are shown twice"
    return holder


def open_contest(stage: Stage, desk: Browser) -> str:
    window = (timedelta(minutes=-1), timedelta(hours=2))
    bank = LIBRARY / "questions/ngan-hang.gift"
    with stage.step("a rule sheet that contradicts itself is refused with its place"):
        wrong = sheet_file(stage.folder, "mau-thuan", timedelta(hours=2), timedelta(hours=1))
        send_contest(desk, wrong, bank)
        places = [code.text for code in desk.all("ul.issues code")]
        assert any(re.fullmatch(r"mau-thuan\.json:\d+:\d+", place) for place in places), places
    with stage.step("opens a contest from a rule-sheet file"):
        sheet = sheet_file(
            stage.folder, "thi-thu-khoi-6", *window,
            paper={"bank": "ngan-hang.gift", "draws": [{"count": 5}]})
        send_contest(desk, sheet, bank)
        assert not desk.has("ul.issues"), desk.main
        assert "Cuộc thi thử thi-thu-khoi-6" in desk.main
        desk.follow("form:has([name=mode][value=open]) button:not([type=button])")
        return re.search(r"/manage/contests/([^/?]+)", desk.path)[1]


def send_contest(desk: Browser, sheet: Path, bank: Path) -> None:
    desk.open("/manage/contests/new")
    desk.one("#sheet").send_keys(str(sheet))
    desk.one("#bank").send_keys(str(bank))
    choose_option(desk, "#unit", "Hoa Sen")
    desk.follow("main form button:not([type=button])")


def figure(desk: Browser, key: str) -> int:
    return int(desk.one(f"[data-count={key}]").text.replace(".", ""))


def taking_part(stage: Stage, desk: Browser, contest: str, holder: dict) -> None:
    with stage.step("watches started and submitted without a reload"):
        desk.open(f"/manage/contests/{contest}")
        assert figure(desk, "started") == 0
        pupils = [holder, *stage.server.sign_ins("student")[:2]]
        attempts = []
        for entry in pupils:
            client = Client(stage.server.port)
            client.sign_in(entry)
            begun = client.must("POST", f"/api/v1/contests/{contest}/attempts")
            attempts.append((client, begun))
        desk.until("three have started", lambda: figure(desk, "started") == 3)
        for client, begun in attempts[:2]:
            path = f"/api/v1/attempts/{begun['attempt']}"
            for item in begun["paper"]["items"]:
                client.must(
                    "PUT", f"{path}/answers/{item['slot']}",
                    {"revision": 1, "response": response_of(item, 0)})
            client.must("POST", f"{path}/submission")
        desk.until("two have submitted", lambda: figure(desk, "submitted") == 2)


def fetch(desk: Browser, path: str) -> tuple[str, bytes]:
    """A download, as the page itself would make it."""
    kind, content = desk.driver.execute_async_script("""
        const [path, done] = arguments;
        fetch(path).then(async reply => {
            let text = '';
            for (const byte of new Uint8Array(await reply.arrayBuffer()))
                text += String.fromCharCode(byte);
            done([reply.headers.get('content-type'), btoa(text)]);
        }, error => done([String(error), '']));""", path)
    return kind, base64.b64decode(content)


def rows_of(content: bytes) -> list[dict]:
    """Read as Excel reads it: the byte order mark says UTF-8."""
    assert content.startswith(b"\xef\xbb\xbf"), content[:20]
    text = content.decode("utf-8-sig")
    dialect = csv.Sniffer().sniff(text.splitlines()[0], delimiters=",;\t")
    return list(csv.DictReader(io.StringIO(text), dialect=dialect))


def close_and_export(stage: Stage, desk: Browser, contest: str) -> None:
    with stage.step("closes the round; who was still writing is handed in by the clock"):
        desk.open(f"/manage/contests/{contest}")
        desk.click("details.danger-zone summary")
        desk.follow("details.danger-zone form button:not([type=button])")
        desk.until("three are in", lambda: (desk.open(f"/manage/contests/{contest}"),
                                            figure(desk, "submitted") == 3)[1])
    with stage.step("exports results as CSV and JSON"):
        kind, content = fetch(desk, f"/manage/contests/{contest}/results.csv")
        assert kind.startswith("text/csv"), kind
        rows = rows_of(content)
        assert len(rows) == 3, rows
        assert any(set(NAMES) & set(row.values()) for row in rows), rows
        kind, content = fetch(desk, f"/manage/contests/{contest}/results.json")
        assert kind.startswith("application/json") and len(items(content)) == 3, content
    with stage.step("exports participation by unit"):
        rows = rows_of(fetch(desk, f"/manage/contests/{contest}/units.csv")[1])
        assert rows and any("6E" in " ".join(map(str, row.values())) for row in rows), rows
        assert items(fetch(desk, f"/manage/contests/{contest}/units.json")[1])


def items(content: bytes) -> list:
    value = json.loads(content)
    return value["items"] if isinstance(value, dict) else value


def completion(stage: Stage, desk: Browser, cohort: str, holder: dict) -> None:
    with stage.step("a pupil of the cohort completes the course"):
        client = Client(stage.server.port)
        client.sign_in(holder)
        course = next(
            c for c in client.must("GET", "/api/v1/courses")["items"]
            if c["audience"] == "student")["slug"]
        modules = client.must("GET", f"/api/v1/courses/{course}")["modules"]
        for lesson in (lesson for module in modules for lesson in module["lessons"]):
            path = f"/api/v1/courses/{course}/lessons/{lesson['slug']}"
            pass_lesson(client, path)
    with stage.step("exports completion as CSV and JSON"):
        rows = rows_of(fetch(desk, f"/manage/cohorts/{cohort}/completion.csv")[1])
        assert rows, rows
        assert items(fetch(desk, f"/manage/cohorts/{cohort}/completion.json")[1])


def certificates(stage: Stage, desk: Browser, cohort: str) -> None:
    with stage.step("one command issues the certificates of a cohort"):
        done = stage.server.trainctl(
            "--format", "json", "certificate", "issue", "--cohort", "Lớp 6E năm học 2026–2027")
        assert len(items(done.stdout.encode())) == 1, done.stdout
        desk.open(f"/manage/cohorts/{cohort}/certificates")
        code = desk.one("main a[href^='/certificates/']").get_attribute("href").rsplit("/", 1)[-1]
    with stage.step("the check page says it is valid"):
        anybody = stage.browser()
        anybody.open(f"/verify/{code}")
        assert anybody.has("main .banner.good"), anybody.main
    with stage.step("revokes it, and the check page says so"):
        desk.click("tbody details summary")
        desk.fill(f"[id='reason-{code}']", "Em An xin đổi lớp")
        desk.fill(f"[id='public-{code}']", "Cấp nhầm tên lớp")
        desk.follow("tbody details form button:not([type=button])")
        anybody.open(f"/verify/{code}")
        assert anybody.has("main .banner.bad"), anybody.main
        assert "Cấp nhầm tên lớp" in anybody.main
        assert "Em An" not in anybody.main
