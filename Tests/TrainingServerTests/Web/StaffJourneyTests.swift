import Dispatch
import QuizEngine
import Testing

@testable import TrainingServer

/// What organizers and teachers do, step by step, without script.
@Suite(.timeLimit(.minutes(1))) struct StaffJourneyTests {
  private func send(
    _ site: TestSite, _ path: String, as who: Who, _ pairs: [(String, String)],
    files: [(field: String, name: String, text: String)] = []
  ) throws -> TestAnswer {
    try send(site, path, as: who, pairs, octets: files.map { ($0, $1, Array($2.utf8)) })
  }

  private func send(
    _ site: TestSite, _ path: String, as who: Who, _ pairs: [(String, String)],
    octets files: [(field: String, name: String, octets: [UInt8])]
  ) throws -> TestAnswer {
    let token = FormToken.make(.cookie(who.token))
    let parts = ([("_csrf", token)] + pairs).map {
      "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
    }
    let sent = files.flatMap {
      Array(
        ("--b\r\nContent-Disposition: form-data; name=\"\($0.field)\"; filename=\"\($0.name)\"\r\n"
          + "Content-Type: text/plain\r\n\r\n").utf8) + $0.octets + Array("\r\n".utf8)
    }
    return try site.ask(
      "POST", path, bytes: Array(parts.joined().utf8) + sent + Array("--b--\r\n".utf8),
      [
        "Content-Type": "multipart/form-data; boundary=b", "Cookie": "sid=\(who.token)",
        "Sec-Fetch-Site": "same-origin",
      ])
  }

  private func upload(named text: String) -> String? {
    text.firstMatch(of: #/name="upload" value="([^"]+)"/#).map { String($0.1) }
  }

  @Test func `a list is looked at, brought in, and its people sign in with their cards`() throws {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let list = "Họ và tên,Lớp,Năm sinh,Mã số\nTrần Thị Bình,6K,2014,X1\nLê An,6K,2014,X2\n"
    let place = [("unit", unit), ("cohort", site.cohort.text)]
    let preview = try send(
      site, "/manage/import", as: .organizerA, place + [("mode", "preview")],
      files: [("file", "lop.csv", list)])
    #expect(preview.status == 200)
    #expect(preview.body.contains("Trần Thị Bình"))
    let token = try #require(upload(named: preview.body))
    let stolen = try send(
      site, "/manage/import", as: .organizer, place + [("mode", "import"), ("upload", token)])
    #expect(stolen.status == 422, "the file belongs to whoever sent it")
    let hasty = try send(
      site, "/manage/import", as: .organizerA, place + [("mode", "import"), ("upload", token)])
    #expect(hasty.status == 422, "whether the class is new was not answered")
    #expect(hasty.body.contains("href=\"#class-0\""))
    let answers = place + [("upload", token), ("class-0", "create 6k")]
    let review = try send(site, "/manage/import", as: .organizerA, answers + [("mode", "review")])
    #expect(review.status == 200)
    #expect(review.body.contains("Ghi 2 dòng"))
    let done = try send(site, "/manage/import", as: .organizerA, answers + [("mode", "import")])
    #expect(done.status == 200)
    let cards = try site.post("/manage/cohorts/\(site.cohort.text)/cards", as: .organizerA)
    let codes = cards.body.matches(of: #/card-code">([0-9a-z-]+)</#).map { String($0.1) }
    #expect(codes.count == 3, "one of four held a card")
    #expect(try site.post("/sign-in", ["card": codes.first ?? ""])["Location"] == "/")
    #expect(try site.post("/sign-in", ["card": site.card])["Location"] == "/")
    let again = try site.post("/manage/cohorts/\(site.cohort.text)/cards", as: .organizerA)
    #expect(again.status == 303, "pressed twice, nobody is left without a card")
  }

  @Test func `a list without a class leads on to the class, its people and their cards`() throws {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let list = "Họ và tên,Lớp\nTrần Thị Bình,6K\nLê An,6K\n"
    let preview = try send(
      site, "/manage/import", as: .organizerA, [("unit", unit), ("mode", "preview")],
      files: [("file", "lop.csv", list)])
    let token = try #require(upload(named: preview.body))
    let done = try send(
      site, "/manage/import", as: .organizerA,
      [("unit", unit), ("mode", "import"), ("upload", token), ("class-0", "create 6k")])
    let way = try #require(
      done.body.firstMatch(of: #/href="(/manage/cohorts/new\?unit=([0-9a-z]+))"/#), "\(done.text)")
    let form = try site.ask("GET", String(way.1), as: .organizerA)
    #expect(form.body.contains(#"value="Lớp 6K""#))
    #expect(form.body.contains(#"value="\#(way.2)" selected"#))
    #expect(form.body.contains(#"value="pupils" selected"#))
    let plain = try site.ask("GET", "/manage/cohorts/new", as: .organizerA)
    #expect(plain.body.contains(#"value="" selected"#), "a school's class is not all its pupils")
    let made = try site.post(
      "/manage/cohorts", as: .organizerA,
      ["unit": String(way.2), "name": "Lớp 6K", "people": "pupils"])
    let cohort = try #require(made["Location"]).prefix { $0 != "?" }
    let page = try site.ask("GET", String(cohort), as: .organizerA)
    #expect(page.body.contains("Trần Thị Bình") && page.body.contains("Lê An"))
    let cards = try site.post("/manage\(cohort)/cards", as: .organizerA)
    #expect(cards.body.matches(of: #/card-code">/#).count == 2)
  }

  @Test func `an empty class says how people come into it`() throws {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit
    let cohort = try site.engine.createCohort(
      name: "Câu lạc bộ", unit: unit, course: nil, dueAt: nil, by: .operatorAtMachine,
      at: site.clock.now)
    let path = "/cohorts/\(cohort.id.text)"
    let empty = try site.ask("GET", path, as: .organizerA)
    #expect(empty.body.contains("Lớp chưa có ai"))
    #expect(empty.body.contains("/manage/import?unit=\(unit.text)&amp;cohort=\(cohort.id.text)"))
    let intake = "/manage\(path)/people"
    #expect(try site.post(intake, as: .organizerA, ["people": "x"]).status == 422)
    let taken = try site.post(intake, as: .organizerA, ["people": "pupils"])
    let page = try site.ask("GET", try #require(taken["Location"]), as: .organizerA)
    #expect(page.body.contains("Đã thêm người của đơn vị vào lớp."))
    #expect(!page.body.contains("Lớp chưa có ai"))
    let again = try site.post(intake, as: .organizerA, ["people": "pupils"])
    #expect(again["Location"]?.contains("nobody-taken") == true)
  }

  @Test func `a list with a mistake is not brought in at all`() throws {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let preview = try send(
      site, "/manage/import", as: .organizerA, [("unit", unit), ("mode", "preview")],
      files: [("file", "lop.csv", "Họ và tên,Lớp,Năm sinh\nA B,6K,2014\n,6K,năm\n")])
    #expect(preview.status == 422)
    #expect(preview.body.contains("Dòng 3, cột Họ và tên"))
    #expect(!preview.body.contains("name=\"mode\" value=\"import\""))
    let token = try #require(upload(named: preview.body))
    let answers = [("unit", unit), ("upload", token), ("class-0", "create 6k"), ("mode", "import")]
    let whole = try send(site, "/manage/import", as: .organizerA, answers)
    #expect(whole.status == 422)
    #expect(whole.body.contains("Ghi 1 dòng, chưa ghi 1 dòng"))
    let partly = try send(site, "/manage/import", as: .organizerA, answers + [("partial", "1")])
    #expect(partly.status == 200, "\(partly.body.suffix(2000))")
  }

  @Test func `an import is undone by whoever may import there, once`() throws {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let list = "Họ và tên,Lớp,Năm sinh\nVõ Thị Mới,6K,2014\n"
    let preview = try send(
      site, "/manage/import", as: .organizerA, [("unit", unit), ("mode", "preview")],
      files: [("file", "lop.csv", list)])
    let token = try #require(upload(named: preview.body))
    let done = try send(
      site, "/manage/import", as: .organizerA,
      [
        ("unit", unit), ("upload", token), ("classes", "create"), ("class-0", "create 6k"),
        ("mode", "import"),
      ])
    let run = try #require(
      done.body.firstMatch(of: #/name="run" value="([^"]+)"/#).map { String($0.1) })
    let undo = [("mode", "undo"), ("run", run)]
    let undoNow = undo + [("sure", "1")]
    for words in [undo, undoNow] {
      #expect(try send(site, "/manage/import", as: .organizerB, words).status == 404)
    }
    #expect(try site.ask("GET", "/manage/import", as: .organizerA).body.contains(run))
    #expect(try !site.ask("GET", "/manage/import", as: .organizerB).body.contains(run))
    let asked = try send(site, "/manage/import", as: .organizerA, undo)
    #expect(asked.status == 200 && asked.body.contains("Sẽ gỡ 1 người"))
    let undone = try send(site, "/manage/import", as: .organizerA, undoNow)
    #expect(undone.status == 200)
    #expect(undone.body.contains("Đã gỡ 1 người"))
    #expect(try send(site, "/manage/import", as: .organizerA, undo).status == 404)
  }

  @Test func `a template is a table that the import reads`() throws {
    let site = try TestSite()
    let answer = try site.ask("GET", "/manage/import/template.csv", as: .organizerA)
    #expect(answer.status == 200)
    #expect(answer.body.contains("Họ và tên;Ngày sinh;Lớp"))
    let workbook = try site.ask("GET", "/manage/import/template.xlsx", as: .organizerA)
    #expect(workbook.status == 200 && workbook.body.hasPrefix("PK\u{3}\u{4}"))
    #expect(
      workbook["Content-Disposition"] == "attachment; filename=\"mau-danh-sach.xlsx\"")
  }

  @Test func `which sheet of a workbook is the list is asked, and another one is looked at anew`()
    throws
  {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let book = WorkbookWriter.write(
      ["6K", "6L"].map { name in
        WorkbookWriter.Sheet(
          name: name,
          rows: [["Họ và tên", "Lớp", "Năm sinh"], ["Trần Văn \(name.suffix(1))", name, "2014"]],
          widths: [])
      })
    let place = [("unit", unit), ("cohort", "")]
    let asked = try send(
      site, "/manage/import", as: .organizerA, place + [("mode", "preview")],
      octets: [("file", "danh sach.csv", book)])
    #expect(asked.status == 200)
    #expect(asked.body.contains("Sổ có nhiều trang tính giống danh sách"))
    #expect(asked.body.contains("<option value=\"2\">6L</option>"))
    let token = try #require(upload(named: asked.body))
    let hasty = try send(
      site, "/manage/import", as: .organizerA, place + [("mode", "import"), ("upload", token)])
    #expect(hasty.status == 422)
    let answers = place + [("upload", token), ("sheet", "2")]
    let review = try send(site, "/manage/import", as: .organizerA, answers + [("mode", "review")])
    #expect(review.status == 200)
    #expect(review.body.contains("Trần Văn L") && !review.body.contains("Trần Văn K"))
    #expect(review.body.contains("<input type=\"hidden\" name=\"sheet\" value=\"2\">"))
    let done = try send(
      site, "/manage/import", as: .organizerA,
      answers + [("class-0", "create 6l"), ("mode", "import")])
    #expect(done.status == 200)
    #expect(done.body.contains("Đã nhập danh sách"))
  }

  @Test func `a workbook of Excel 97 says how to save it`() throws {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let old: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]
    let answer = try send(
      site, "/manage/import", as: .organizerA, [("unit", unit), ("mode", "preview")],
      octets: [("file", "lop.xls", old)])
    #expect(answer.status == 422)
    #expect(answer.body.contains("mở bằng Excel, chọn Lưu thành .xlsx rồi gửi lại"))
  }

  @Test func `a contest is looked at, opened, watched, closed, published and exported`() throws {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let sheet = String(decoding: TestContent.sheet, as: UTF8.self)
    let bank = (1...5).map { number in
      "// [id:cau-moi-\(number)] [tag:law:L-001]\n::C\(number)::Hỏi \(number)? {\n=Đúng\n~Sai\n"
        + "####Vì sao\n}\n"
    }.joined(separator: "\n")
    let preview = try send(
      site, "/manage/contests", as: .organizerA, [("unit", unit), ("mode", "preview")],
      files: [("sheet", "de.json", sheet), ("bank", "nh.gift", bank)])
    #expect(preview.status == 200, "\(preview.body.suffix(2000))")
    let token = try #require(upload(named: preview.body))
    let opened = try send(
      site, "/manage/contests", as: .organizerA,
      [("unit", unit), ("mode", "open"), ("upload", token)])
    #expect(opened.status == 303)
    let watch = try #require(opened["Location"]).split(separator: "?").first.map(String.init)
    let path = try #require(watch)
    #expect(try site.ask("GET", path, as: .organizerA).status == 200)
    #expect(try site.post(path + "/publication", as: .organizerA).status == 409)
    #expect(try site.post(path + "/closing", as: .organizerA).status == 303)
    #expect(try site.post(path + "/closing", as: .organizerA).status == 410)
    #expect(try site.post(path + "/publication", as: .organizerA).status == 303)
    for name in ["results.csv", "results.json", "units.csv", "units.json"] {
      let file = try site.ask("GET", "\(path)/\(name)", as: .organizerA)
      #expect(file.status == 200)
      #expect(file["Content-Disposition"]?.hasPrefix("attachment; filename=") == true)
    }
    let audit = try site.ask("GET", "/manage/audit", as: .auditor)
    #expect(audit.body.contains("Công bố kết quả"))
  }

  /// As other programs write it: HTML, what looks like Markdown or a tag, no ids, no explanations.
  private static let foreignBank = """
    \u{a0}// ghi chú
    [html]<p>Mật khẩu <b onclick="x()">mạnh</b>?</p><ul><li>một<li>hai</ul><script>x()</script>{=a ~b}

    Lệnh __init__ nào?{=rpm -ql <package> ~*args}

    Đọc\\:\\nDòng hai{~a~=b}

    // [id:CH1_Q04]
    [markdown]Chữ **đậm**?{=[plain]<b> ~`c`}

    Viết.{}
    """

  @Test func `a bank of another program is looked at, opened and shown as its formats mean it`()
    throws
  {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let preview = try send(
      site, "/manage/contests", as: .organizerA, [("unit", unit), ("mode", "preview")],
      files: [
        ("sheet", "de.json", String(decoding: TestContent.sheet, as: UTF8.self)),
        ("bank", "thay.gift", Self.foreignBank),
      ])
    #expect(preview.status == 200, "\(preview.body.suffix(2000))")
    for words in [
      "thay.gift:2:1</code> 3 câu chưa có mã", "Câu tự luận", "script, style",
      "chưa có lời giải thích",
    ] {
      #expect(preview.body.contains(words), "\(words)")
    }
    let opened = try send(
      site, "/manage/contests", as: .organizerA,
      [("unit", unit), ("mode", "open"), ("upload", try #require(upload(named: preview.body)))])
    #expect(opened.status == 303)
    let place = try #require(opened["Location"])
    let contest = try #require(place.split(separator: "?").first?.split(separator: "/").last)
    let started = try site.ask("POST", "/api/v1/contests/\(contest)/attempts", as: .pupil)
    let items = try #require(started.json["paper"]?["items"]?.array)
    let told: [JSON] = items.flatMap { item in [item] + (item["options"]?.array ?? []) }
    let names = ["prompt", "promptHTML", "text", "textHTML"]
    let texts: [String] = told.flatMap { object in names.compactMap { object[$0]?.string } }
    for text in [
      "Mật khẩu mạnh?\n• một\n• hai",
      "<p>Mật khẩu <strong>mạnh</strong>?</p><ul><li>một</li><li>hai</li></ul>",
      "rpm -ql <package>",
      "Lệnh __init__ nào?", "*args", "Đọc:\nDòng hai", "Đọc:<br>Dòng hai",
      "Chữ <strong>đậm</strong>?", "<b>",
      "<code>c</code>",
    ] {
      #expect(texts.contains(text), "\(text) in \(texts)")
    }
    let attempt = try #require(started.json["attempt"]?.string)
    let page = try site.ask("GET", "/attempts/\(attempt)?view=all", as: .pupil).body
    #expect(page.contains("<span class=\"prompt\">Mật khẩu <strong>mạnh</strong>?</span></legend>"))
    #expect(page.contains("<ul><li>một</li><li>hai</li></ul></div>"))
    #expect(page.contains("Đọc:<br>Dòng hai") && page.contains("rpm -ql &lt;package&gt;"))
    #expect(!page.contains("&lt;p&gt;") && !page.contains("onclick") && !page.contains("x()"))
  }

  @Test func `mistakes of a rule sheet are told with their places`() throws {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let answer = try send(
      site, "/manage/contests", as: .organizerA, [("unit", unit), ("mode", "preview")],
      files: [("sheet", "de.json", "{\"slug\":1}"), ("bank", "nh.gift", "::x:: {")])
    #expect(answer.status == 422)
    #expect(answer.body.contains("nh.gift:1:"))
  }

  @Test func `a class is made, and says what is missing`() throws {
    let site = try TestSite()
    let unit = try #require(site.people[.organizerA]).unit.text
    let empty = try site.post("/manage/cohorts", as: .organizerA, ["unit": unit, "name": " "])
    #expect(empty.status == 422)
    #expect(empty.body.contains("aria-invalid=\"true\""))
    let odd = try site.post(
      "/manage/cohorts", as: .organizerA, ["unit": unit, "name": "Lớp lạ", "people": "x"])
    #expect(odd.status == 422 && odd.body.contains("href=\"#people\""))
    let made = try site.post(
      "/manage/cohorts", as: .organizerA,
      ["unit": unit, "name": "Lớp mới", "course": "khoa-thu", "dueAt": "2026-12-21T08:00"])
    #expect(made.status == 303)
    let page = try site.ask("GET", try #require(made["Location"]), as: .organizerA)
    #expect(page.body.contains("Lớp mới"))
    #expect(page.body.contains("Đã tạo lớp."))
  }

  @Test func `sign-ins wait in a short queue, then are asked to come again`() throws {
    let site = try TestSite()
    let gate = DispatchSemaphore(value: 0)
    let isBusy = DispatchSemaphore(value: 0)
    // The only thread takes the first job away; the queue is full only when it has.
    #expect(
      site.site.hashing.submit {
        isBusy.signal()
        gate.wait()
      })
    isBusy.wait()
    var held = 1
    while site.site.hashing.submit({ gate.wait() }) { held += 1 }
    let answer = try site.ask(
      "POST", "/api/v1/session", json: #"{"username":"a","password":"b"}"#)
    #expect(answer.status == 503)
    #expect(answer["Retry-After"] != nil)
    #expect(
      try site.ask("POST", "/api/v1/session", json: "{\"card\":\"\(site.card)\"}").status == 200)
    for _ in 0..<held { gate.signal() }
  }

  @Test func `a large file of a stranger is refused before it is read`() throws {
    let site = try TestSite()
    let client = try TestClient(port: site.port)
    client.send(
      "POST /manage/import HTTP/1.1\r\nHost: a\r\nContent-Length: 40000000\r\n"
        + "Content-Type: multipart/form-data; boundary=b\r\nSec-Fetch-Site: same-origin\r\n"
        + "Expect: 100-continue\r\n\r\n")
    let answer = client.receiveAll()
    #expect(status(answer) == 401)
    #expect(!answer.contains("100 Continue"))
  }
}
