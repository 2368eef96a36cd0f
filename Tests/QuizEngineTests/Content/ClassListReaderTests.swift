import Testing

@testable import QuizEngine

@Suite struct ClassListReaderTests {
  private func read(_ bytes: [UInt8], needsClass: Bool = true) -> ClassList {
    ClassListReader.read(bytes, file: "lop.csv", needsClass: needsClass, year: 2026)
  }

  private func read(_ text: String) -> ClassList { read(Array(text.utf8)) }

  /// How Excel and its neighbours save the same three rows.
  static let variants: [(name: String, bytes: [UInt8])] = {
    let rows = [
      ["Họ và tên", "Lớp", "Mã học sinh", "Ngày sinh"],
      ["Nguyễn Thị An", "6A", "HS1", "12/03/2014"],
      ["Trần Bình", "6B", "HS2", "2014"],
    ]
    var variants: [(name: String, bytes: [UInt8])] = []
    for separator in [",", ";", "\t"] {
      for lineEnd in ["\r\n", "\n"] {
        let text = rows.map { $0.joined(separator: separator) + lineEnd }.joined()
        variants.append(("\(separator.debugDescription), no mark", Array(text.utf8)))
        variants.append(("\(separator.debugDescription), mark", byteOrderMark + Array(text.utf8)))
      }
    }
    let text = rows.map { $0.joined(separator: "\t") + "\r\n" }.joined()
    variants.append(
      ("UTF-16", [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }))
    return variants
  }()

  @Test(arguments: variants.indices)
  func `every way to save the table reads the same`(index: Int) {
    let list = read(Self.variants[index].bytes)
    #expect(list.issues.isEmpty, "\(Self.variants[index].name)")
    #expect(list.entries.map(\.name) == ["Nguyễn Thị An", "Trần Bình"])
    #expect(list.entries.map(\.className) == ["6A", "6B"])
    #expect(list.entries.map(\.birthYear) == [2014, 2014])
    #expect(list.entries.map(\.code) == ["HS1", "HS2"])
    #expect(list.entries.map(\.line) == [2, 3])
  }

  @Test func `family and given name may stand apart`() throws {
    let list = read("STT;Họ đệm;Tên;Lớp\r\n1;Nguyễn  Văn;An;6A\r\n")
    #expect(try #require(list.entries.first).name == "Nguyễn Văn An")
  }

  @Test func `decomposed letters become composed ones`() throws {
    let list = read("Ho\u{302}̣ và tên,Lớp\nNguye\u{302}\u{303}n An,6A\n")
    #expect(
      try #require(list.entries.first).name.unicodeScalars.count == "Nguyễn An".unicodeScalars.count
    )
  }

  @Test(
    arguments: [
      ("2014", 2014), ("15/03/2013", 2013), ("5-3-2013", 2013), ("05.03.2013", 2013),
      ("2013-03-15", 2013),
    ])
  func `only the year of a date is kept`(text: String, year: Int) throws {
    let list = read("Họ và tên,Lớp,Ngày sinh\nAn,6A,\(text)\n")
    #expect(try #require(list.entries.first).birthYear == year)
  }

  @Test(
    arguments: [
      ("Họ và tên,Lớp\n,6A\n", 2, 1, "Dòng này chưa có họ và tên"),
      ("Họ và tên,Lớp\nAn,\n", 2, 4, "chưa có lớp"),
      ("Họ và tên,Lớp,Năm sinh\nAn,6A,mười hai\n", 2, 7, "không phải ngày sinh"),
      ("Họ và tên,Lớp,Năm sinh\nAn,6A,31/02/2014\n", 2, 7, "không phải ngày sinh"),
      ("Họ và tên,Lớp,Năm sinh\nAn,6A,2027\n", 2, 7, "không phải ngày sinh"),
      ("Họ và tên,Lớp,Vai trò\nAn,6A,quản trị\n", 2, 7, "Vai trò “quản trị”"),
      ("Họ và tên,Lớp,Tên đăng nhập\nAn,6A,an\n", 2, 7, "Học sinh đăng nhập bằng thẻ"),
      ("Họ và tên,Lớp,Vai trò,Tên đăng nhập\nAn,,GV,ân\n", 2, 8, "Tên đăng nhập gồm"),
      ("Họ và tên,Lớp\n\"An\",6A\n0912345678,6A\n", 3, 1, "không phải họ và tên"),
      ("Tên,Lớp\nAn,6A\n", 1, 1, "Thiếu cột “Họ và tên”"),
      ("Họ và tên,Mã\nAn,1\n", 1, 1, "Thiếu cột “Lớp”"),
      ("Họ và tên,Lớp\n", 1, 1, "chỉ có dòng tiêu đề"),
      ("Họ và tên,Lớp\nAn,6A,thừa\n", 2, 1, "có 3 ô"),
    ])
  func `a mistake is shown where it stands`(text: String, line: Int, column: Int, words: String)
    throws
  {
    let issue = try #require(read(text).issues.first)
    #expect(issue.location == SourceLocation(file: "lop.csv", line: line, column: column))
    #expect(issue.message.vietnamese.contains(words), "\(issue.message.vietnamese)")
    #expect(!issue.message.english.isEmpty)
  }

  @Test func `all mistakes are shown at once and in order`() {
    let list = read("Họ và tên,Lớp,Năm sinh\n,6A,x\nAn,,2014\nBình,6A,2014\n")
    #expect(
      list.issues.map { [$0.location.line, $0.location.column] } == [[2, 1], [2, 5], [3, 4]])
    #expect(list.entries.map(\.name) == ["Bình"])
  }

  @Test func `old code pages are not guessed`() throws {
    let issue = try #require(read([0x48, 0xf4, 0x0a]).issues.first)
    #expect(issue.message.vietnamese.contains("UTF-8"))
  }
}
