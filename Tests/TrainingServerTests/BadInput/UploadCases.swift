import QuizEngine

@testable import TrainingServer

/// Class lists, rule sheets and banks that cannot be used: looked at, told what is wrong, not kept.
struct UploadCases {
  /// The unit for which files are sent.
  let unit: String

  /// A form as the page sends it, with files.
  private func upload(
    _ id: String, _ path: String, _ files: [(field: String, name: String, bytes: [UInt8])],
    _ pairs: [(String, String)] = [], status: Int = 422
  ) -> BadInput {
    var body: [UInt8] = []
    let token = FormToken.make(.cookie(Who.organizerA.token))
    for (name, value) in [("_csrf", token), ("unit", unit)] + pairs {
      body += octets(
        "--cut\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
    }
    for file in files {
      body += octets("--cut\r\nContent-Disposition: form-data; name=\"\(file.field)\"; ")
      body += Array("filename=\"\(file.name)\"\r\n\r\n".utf8) + file.bytes + [13, 10]
    }
    return BadInput(
      id, "POST \(path)", FormCases.sender + ["Content-Type: multipart/form-data; boundary=cut"],
      body: body + octets("--cut--\r\n"), status: status)
  }

  private func list(_ id: String, _ text: String) -> BadInput {
    upload("list \(id)", "/manage/import", [("file", "lop.csv", Array(text.utf8))])
  }

  private func list(_ id: String, bytes: [UInt8], name: String = "lop.csv") -> BadInput {
    upload("list \(id)", "/manage/import", [("file", name, bytes)])
  }

  /// Tables as Excel and others write them, with a mistake.
  var lists: [BadInput] {
    [
      list("empty", ""), list("of blank lines", "\n\n , \n"),
      list("without a name column", "Lớp\n6A\n"),
      list("with an unclosed quote", "Họ và tên,Lớp\n\"An,6A\n"),
      list("with a short row", "Họ và tên,Lớp\nAn\n"),
      list("with a long row", "Họ và tên,Lớp\nAn,6A,x\n"),
      list("without a name", "Họ và tên,Lớp\n,6A\n"),
      list("with a name that steers a terminal", "Họ và tên,Lớp\nAn\u{1b}[31m,6A\n"),
      list("with a name that turns around", "Họ và tên,Lớp\nAn\u{202e}Bình,6A\n"),
      list("with a year that is none", "Họ và tên,Lớp,Năm sinh\nAn,6A,2oo9\n"),
      list("with a year to come", "Họ và tên,Lớp,Năm sinh\nAn,6A,3000\n"),
      list("with a date that is none", "Họ và tên,Lớp,Ngày sinh\nAn,6A,31/02/2014\n"),
      list("with a code twice", "Họ và tên,Lớp,Mã số\nAn,6A,1\nBình,6A,1\n"),
      list("with an endless cell", "Họ và tên,Lớp\n\(String(repeating: "a", count: 20_000)),6A\n"),
      list("in another encoding", bytes: octets("Ho va ten,Lop\nNguy\u{ea}\u{d2}n,6A\n")),
      list("with NUL", bytes: octets("Ho va ten,Lop\nA\u{0}n,6A\n")),
      list("in half of UTF-16", bytes: [0xff, 0xfe, 0x41]),
    ]
  }

  /// Files that are something else.
  var files: [BadInput] {
    let sheet = TestContent.sheet
    func contest(_ id: String, _ sheet: [UInt8], _ bank: String, name: String = "de.json")
      -> BadInput
    {
      upload(
        "contest \(id)", "/manage/contests",
        [("sheet", name, sheet), ("bank", "nh.gift", Array(bank.utf8))], [("mode", "preview")])
    }
    let bank = "// [id:cau-moi-1] [tag:law:L-001]\n::C::Hỏi? {\n=Đúng\n~Sai\n####Vì sao\n}\n"
    return [
      upload("import without a file", "/manage/import", []),
      list("that is a picture", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      list("that is an archive", bytes: [0x50, 0x4b, 3, 4, 20, 0, 0, 0], name: "lop.xlsx"),
      list("that is a page", "<!doctype html><script>alert(1)</script>"),
      list("named to climb", bytes: octets("x"), name: "../../../../etc/passwd"),
      list("named as a page", bytes: octets("x"), name: "<script>alert(1)</script>.csv"),
      contest("empty", [], bank), contest("without JSON", octets("sheet"), bank),
      contest("of half a sheet", Array(sheet.dropLast(5)), bank),
      contest("of a list", octets("[]"), bank), contest("of an empty sheet", octets("{}"), bank),
      contest("of nested brackets", [UInt8](repeating: 91, count: 3000), bank),
      contest("that is no UTF-8", [0xff] + sheet, bank),
      contest("with a key twice", octets("{\"slug\":\"a\",\"slug\":\"b\"}"), bank),
      contest("with half a question", sheet, "::C::Hỏi? {=Đúng"),
      contest("with a question without id", sheet, "::C::Hỏi? {\n=Đúng\n~Sai\n}\n"),
      contest("with too few questions", sheet, bank), contest("with an empty bank", sheet, ""),
      contest("with a bank that is no UTF-8", sheet, "\u{0}"),
      upload(
        "contest without a sheet", "/manage/contests", [("bank", "nh.gift", Array(bank.utf8))]),
      upload(
        "contest of an upload that is not there", "/manage/contests", [],
        [("mode", "open"), ("upload", "AAAAAAAAAAAAAAAAAAAAAA")]),
    ]
  }
}
