import Glibc
import QuizEngine
import Testing

/// Whole commands on a data folder of their own: exact output, exact status.
@Suite struct CommandTests {
  let trainctl: Trainctl

  init() throws {
    trainctl = try Trainctl()
    _ = try trainctl("unit", "add", "thcs-mau", "Trường THCS Mẫu", "--kind", "school")
  }

  private func importClass() throws {
    try trainctl.write(
      "\u{feff}Họ và tên;Lớp;Mã số\r\nNguyễn An;6A;1\r\nTrần Bình;6A;2\r\n", to: "lop.csv")
    _ = try trainctl(
      "person", "import", "lop.csv", "--unit", "thcs-mau", "--new-class", "create")
  }

  @Test func `a unit is added and listed`() throws {
    let added = try trainctl(
      "unit", "add", "thcs-mau-6a", "Lớp 6A", "--kind", "class", "--parent", "thcs-mau",
      "--headcount", "40")
    #expect(added.status == 0)
    #expect(added.error == "Đã thêm đơn vị thcs-mau-6a.\n")
    let listed = try trainctl("unit", "list")
    #expect(
      listed.out == """
        Mã           Tên              Loại    Trực thuộc  Tổng số khai báo
        -----------  ---------------  ------  ----------  ----------------
        thcs-mau     Trường THCS Mẫu  Trường  —                          —
        thcs-mau-6a  Lớp 6A           Lớp     thcs-mau                  40

        """)
    #expect(listed.error.isEmpty)
  }

  @Test func `a refusal is status 1 and says what to do`() throws {
    let run = try trainctl("unit", "add", "thcs-mau", "Khác", "--kind", "school", "--quiet")
    #expect(run.status == 1)
    #expect(run.out.isEmpty)
    #expect(run.error == "trainctl: đơn vị “thcs-mau” đã có. Hãy chọn tên khác.\n")
  }

  @Test func `every mistake of a file is shown at its place`() throws {
    try trainctl.write("Họ và tên,Lớp,Năm sinh\n,6A,2014\nAn,6A,năm ngoái\n", to: "sai.csv")
    let run = try trainctl("person", "import", "sai.csv", "--unit", "thcs-mau", "--lang", "en")
    #expect(run.status == 1)
    #expect(run.out.isEmpty)
    #expect(
      run.error == """
        sai.csv:2:1: Line 2, column Họ và tên: this row has no name. Fill it in or delete the row.
        sai.csv:3:7: Line 3, column Năm sinh: “năm ngoái” is no date of birth. Write day/month/year, or only the year as 2013.
        trainctl: 2 rows need correcting, 0 are in order. Nothing was written.

        """)
    let json = try trainctl(
      "person", "import", "sai.csv", "--unit", "thcs-mau", "--format", "json")
    #expect(json.out.contains("\"line\": 2,\n      \"column\": 1,"))
  }

  @Test func `a dry run of an import writes nothing`() throws {
    try trainctl.write("Họ và tên,Lớp\nNguyễn An,6A\n", to: "lop.csv")
    let run = try trainctl("person", "import", "lop.csv", "--unit", "thcs-mau", "--dry-run")
    #expect(run.status == 1)
    #expect(
      run.error == """
        Dòng 2: lớp “6A” chưa có (1 dòng). Tạo lớp hay bỏ các dòng này?
        trainctl: Chưa ghi gì: còn 1 câu hỏi chưa trả lời.

        """)
    let decided = try trainctl(
      "person", "import", "lop.csv", "--unit", "thcs-mau", "--dry-run", "--new-class", "create")
    #expect(decided.status == 0)
    #expect(decided.error.hasPrefix("Chạy thử, chưa ghi gì: 1 người mới"))
    #expect(
      try trainctl("person", "list", "--unit", "thcs-mau", "--format", "json").out.contains("[]"))
  }

  @Test func `a workbook is read, and its sheet named where several are lists`() throws {
    let book = WorkbookWriter.write(
      [("6A", "Nguyễn An"), ("6B", "Lê Chi")].map { name, pupil in
        WorkbookWriter.Sheet(
          name: name, rows: [["Họ và tên", "Lớp", "Mã HS"], [pupil, name, "0012"]], widths: [])
      })
    try trainctl.write(book, to: "lop.bin")
    let command = ["person", "import", "lop.bin", "--unit", "thcs-mau", "--new-class", "create"]
    let asked = try trainctl.run(command + ["--lang", "en"])
    #expect(asked.status == 1)
    #expect(
      asked.error == """
        2 sheets of the workbook look like a list: “6A”, “6B”. Choose one.
        trainctl: Nothing was written: name the sheet with --sheet.

        """)
    let wrong = try trainctl.run(command + ["--sheet", "6C"])
    #expect(wrong.status == 1)
    #expect(wrong.error.contains("Không có trang tính “6C”. Sổ có: “6A”, “6B”."))
    let done = try trainctl.run(command + ["--sheet", "6B"])
    #expect(done.status == 0, "\(done.error)")
    let people = try trainctl("person", "list", "--unit", "thcs-mau")
    #expect(people.out.contains("Lê Chi") && people.out.contains("0012"))
  }

  @Test func `an import is answered, written in part and undone`() throws {
    try importClass()
    try trainctl.write(
      "Họ và tên,Lớp,Mã số,Năm sinh\nNguyễn An,6 a,0001,2014\nLê Chi,6A1,7,2014\nĐỗ Ân,6A,8,x\n",
      to: "sau.csv")
    let held = try trainctl(
      "person", "import", "sau.csv", "--unit", "thcs-mau", "--class", "6A1=thcs-mau-6a",
      "--class", "6 a=thcs-mau-6a", "--lang", "en")
    #expect(held.status == 1)
    #expect(held.error.contains("trainctl: 1 rows need correcting, 1 are in order."))
    let asked = try trainctl(
      "person", "import", "sau.csv", "--unit", "thcs-mau", "--class", "6A1=thcs-mau-6a",
      "--class", "6 a=thcs-mau-6a", "--partial", "--lang", "en")
    #expect(asked.status == 1)
    #expect(asked.error.contains("one year of birth is missing"), "\(asked.error)")
    let done = try trainctl(
      "person", "import", "sau.csv", "--unit", "thcs-mau", "--class", "6A1=thcs-mau-6a",
      "--class", "6 a=thcs-mau-6a", "--partial", "--known", "later", "--lang", "en")
    #expect(done.status == 0, "\(done.error)")
    #expect(done.error.contains("Imported: 1 new"))
    let id = try #require(done.error.firstMatch(of: #/undo-import (\w+)/#)).1
    let undone = try trainctl("person", "undo-import", String(id), "--lang", "en")
    #expect(undone.status == 0, "\(undone.error)")
    #expect(undone.error.contains("Undone: 1 people removed"))
    #expect(try trainctl("person", "undo-import", String(id)).status == 1)
    let nonsense = try trainctl("person", "undo-import", "nonsense", "--lang", "en")
    #expect(nonsense.status == 64 && nonsense.error.contains("To undo"))
  }

  @Test func `lists go to programs and spreadsheets`() throws {
    try importClass()
    let csv = try trainctl(
      "person", "list", "--unit", "thcs-mau", "--format", "csv", "--separator", "semicolon",
      "--output", "nguoi.csv")
    #expect(csv.out.isEmpty)
    let bytes = try trainctl.bytes("nguoi.csv")
    #expect(bytes.prefix(3) == [0xef, 0xbb, 0xbf])
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(";Nguyễn An;student;thcs-mau-6a;1;;\r\n"))
  }

  @Test func `CSV has commas and points, or what Vietnamese Excel expects when asked`() throws {
    try importClass()
    let plain = try trainctl("person", "list", "--name", "nguyen an", "--format", "csv")
    #expect(plain.out.contains(",Nguyễn An,student,thcs-mau-6a,1,,\r\n"))
    let local = try trainctl(
      "person", "list", "--name", "nguyen an", "--format", "csv", "--csv-locale", "vi")
    #expect(local.out.contains(";Nguyễn An;student;thcs-mau-6a;1;;\r\n"))
  }

  @Test func `lists are searched by name, and a person is named instead of an id`() throws {
    try importClass()
    let found = try trainctl("person", "list", "--name", "NGUYEN", "--format", "json")
    #expect(found.out.contains("Nguyễn An") && found.status == 0)
    let none = try trainctl("person", "list", "--name", "không ai", "--format", "json")
    #expect(!none.out.contains("Nguyễn An"))
    #expect(try trainctl("unit", "list", "--name", "6a").out.contains("thcs-mau-6a"))
    let ended = try trainctl("person", "sign-out", "nguyễn an")
    #expect(ended.error.contains("Nguyễn An") && ended.status == 0)
    let near = try trainctl("person", "sign-out", "nguyễn")
    #expect(near.status == 64)
    #expect(near.error.contains("Nguyễn An (thcs-mau-6a"))
    #expect(try trainctl("person", "sign-out", "ai đó").status == 1)
    #expect(try trainctl("person", "list", "--name", "…").status == 64)
  }

  @Test(arguments: [
    ["person", "card", "nguyễn an", "--base-url", "https://thi.example", "--output", "t.html"],
    ["person", "revoke-card", "nguyễn an"], ["person", "factor-off", "nguyễn an"],
    ["cohort", "cards", "Khối 6", "--base-url", "https://thi.example", "--output", "t.html"],
    ["contest", "close", "x"], ["contest", "publish", "x"],
    ["certificate", "revoke", "x", "--reason", "y"],
  ])
  func `what cannot be undone needs --yes where nobody can be asked`(words: [String]) throws {
    try importClass()
    _ = try trainctl("cohort", "create", "Khối 6", "--unit", "thcs-mau")
    let run = try trainctl.run(words)
    #expect(run.status == 64)
    #expect(run.error.contains("Chưa làm gì. Thêm --yes"))
    #expect(!(try trainctl("data", "audit").out.contains("card ")))
  }

  @Test func `cards are for their owner alone`() throws {
    try importClass()
    _ = try trainctl("cohort", "create", "Khối 6", "--unit", "thcs-mau")
    _ = try trainctl("cohort", "enrol", "Khối 6", "--unit", "thcs-mau")
    let run = try trainctl(
      "cohort", "cards", "Khối 6", "--base-url", "https://thi.example/", "--output", "the.html",
      "--yes")
    #expect(run.status == 0)
    #expect(run.out.isEmpty)
    #expect(try trainctl.mode("the.html") == 0o600)
    let page = String(decoding: try trainctl.bytes("the.html"), as: UTF8.self)
    #expect(page.contains("<h2>Nguyễn An</h2>"))
    #expect(page.contains("<b>https://thi.example</b>"))
  }

  @Test func `a target that cannot be written stops before cards are replaced`() throws {
    try importClass()
    _ = try trainctl("cohort", "create", "Khối 6", "--unit", "thcs-mau")
    _ = try trainctl("cohort", "enrol", "Khối 6", "--unit", "thcs-mau")
    let run = try trainctl(
      "cohort", "cards", "Khối 6", "--base-url", "https://thi.example", "--output", "no/the.html",
      "--yes")
    #expect(run.status == 1)
    #expect(run.error.contains("Không ghi được no/the.html"))
    #expect(!(try trainctl("data", "audit").out.contains("card print")))
  }

  @Test func `a password comes by standard input and signs its holder in anew`() throws {
    let added = try trainctl(
      "person", "add", "Cô Hoa", "--unit", "thcs-mau", "--role", "teacher", "--username", "hoa",
      input: "mật khẩu đủ dài\n")
    #expect(added.status == 0)
    try trainctl.write("ngắn\n", to: "matkhau")
    for mode: mode_t in [0o644, 0o640, 0o606, 0o620] {
      #expect(chmod(trainctl.folder + "/matkhau", mode) == 0)
      let open = try trainctl("person", "password", "hoa", "--password-file", "matkhau")
      #expect(open.status == 1)
      #expect(open.error.contains("chmod 600 matkhau"), "\(open.error)")
    }
    #expect(chmod(trainctl.folder + "/matkhau", 0o600) == 0)
    let short = try trainctl("person", "password", "hoa", "--password-file", "matkhau")
    #expect(short.status == 1)
    #expect(short.error == "trainctl: Mục “Mật khẩu” quá ngắn.\n")
    let none = try trainctl("person", "password", "hoa")
    #expect(none.status == 64)
    #expect(none.error.contains("Chưa có mật khẩu"))
    #expect(!(try trainctl("data", "audit", "--format", "json").out.contains("mật khẩu đủ dài")))
  }

  @Test func `a password of the list in the data folder is refused, and a backup leaves it out`()
    throws
  {
    let added = try trainctl(
      "person", "add", "Cô Hoa", "--unit", "thcs-mau", "--role", "teacher", "--username", "hoa",
      input: "mật khẩu đủ dài\n")
    #expect(added.status == 0)
    // SHA-1 of “correct horse battery staple”.
    try trainctl.write(
      "ABF7AAD6438836DBE526AA231ABDE2D0EEF74D42:255\r\n", to: "data/breached-passwords.txt")
    let leaked = try trainctl(
      "person", "password", "hoa", input: "correct horse battery staple\n")
    #expect(leaked.status == 1)
    #expect(
      leaked.error
        == "trainctl: Mật khẩu này có trong danh sách mật khẩu đã bị lộ ở nơi khác. "
        + "Hãy chọn mật khẩu khác.\n")
    #expect(try trainctl("person", "password", "hoa", input: "bảy chiếc thuyền\n").status == 0)
    #expect(try trainctl("data", "backup", "ban-sao.sqlite").status == 0)
    // Beside what a build that measures coverage leaves there.
    let files = try shell("ls", "-A", in: trainctl.folder).split(separator: "\n")
      .filter { !$0.hasSuffix(".profraw") }
    #expect(files == ["ban-sao.sqlite", "ban-sao.sqlite.hmac", "ban-sao.sqlite.sha256", "data"])
    try trainctl.write("no list\n", to: "data/breached-passwords.txt")
    let unread = try trainctl(
      "person", "password", "hoa", "--lang", "en", input: "bảy chiếc thuyền\n")
    #expect(unread.status == 1)
    #expect(unread.error.contains("cannot read its list of leaked passwords"))
    #expect(try trainctl("data", "check").status == 0)
  }

  @Test func `a backup is checked and never overwrites`() throws {
    let first = try trainctl("data", "backup", "ban-sao.sqlite")
    #expect(first.status == 0)
    #expect(
      first.error
        == "Đã sao lưu và kiểm tra bản sao; hãy giữ cả hai tệp .sha256 và .hmac bên cạnh.\n")
    let second = try trainctl("data", "backup", "ban-sao.sqlite")
    #expect(second.status == 1)
    #expect(try trainctl("data", "check").status == 0)
    #expect(try trainctl("data", "audit", "--verify").status == 0)
  }

  @Test func `a course folder is checked without any data folder`() throws {
    let run = try trainctl("course", "check", "--courses", "nothing-here", "--data", "none")
    #expect(run.status == 1)
    #expect(run.error.hasPrefix("nothing-here/law/facts.json:1:1: "))
    #expect(throws: (any Error).self) { try trainctl.mode("none") }
  }

  @Test func `a broken bank is shown line by line`() throws {
    try trainctl.write("// [id:cau-mot]\n::Một::Hỏi? {\n=Đúng\n~Sai\n", to: "hong.gift")
    let run = try trainctl("bank", "check", "hong.gift")
    #expect(run.status == 1)
    #expect(run.error.hasPrefix("hong.gift:"))
  }

  @Test(arguments: [("vi", "1 câu chưa có mã [id:…]"), ("en", "1 question without [id:…]")])
  func `a teacher's bank is imported and what it lacks is told`(
    language: String, words: String
  ) throws {
    try trainctl.write("\u{a0}::Một::[html]<p>Hỏi <b>gì</b>?</p> {~a~=b}\n", to: "thay.gift")
    for verb in ["check", "import"] {
      let run = try trainctl("bank", verb, "thay.gift", "--lang", language)
      #expect(run.status == 0)
      #expect(run.error.contains("thay.gift:1:2: \(words)"), "\(run.error)")
    }
    let again = try trainctl("bank", "import", "thay.gift", "--name", "khac")
    #expect(again.status == 0)
    let listed = try trainctl("bank", "list", "--format", "csv")
    let rows = listed.out.split(whereSeparator: \.isNewline).dropFirst()
    let digests = rows.map { $0.split(separator: ",").last }
    #expect(digests.count == 2 && Set(digests).count == 1, "the same bank again is no other one")
  }
}
