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
      ("2013-03-15", 2013), ("31/12/2015 0:00", 2015), ("2015-12-31 00:00:00", 2015),
      ("2015-12-31T00:00:00.000Z", 2015), ("42037", 2015), ("42037.0", 2015), ("2-3-15", 2015),
      ("5/6/98", 1998), ("02-Thg3-2015", 2015), ("2-Mar-15", 2015), ("12/31/2015", 2015),
      ("ngày 2 tháng 3 năm 2015", 2015), ("15032013", 2013), ("3/2015", 2015),
      ("31/12/2015 12:00:00 SA", 2015),
    ])
  func `only the year of a date is kept`(text: String, year: Int) throws {
    let list = read("Họ và tên,Lớp,Ngày sinh\nAn,6A,\(text)\n")
    #expect(try #require(list.entries.first).birthYear == year)
  }

  @Test func `family, middle and given names stand in columns of their own`() {
    let list = read("Họ,Tên đệm,Tên,Lớp\nNguyễn,Thị,Bưởi,6A\nTrần,,Cam,6A\n")
    #expect(list.entries.map(\.name) == ["Nguyễn Thị Bưởi", "Trần Cam"])
  }

  @Test func `a second heading row in brackets adds to the first and takes nothing from it`() {
    let list = read(
      "STT,Mã định danh,Họ và tên,Ngày sinh,Giới tính,Lớp\n"
        + ",(Bộ GD&ĐT),,(ngày/tháng/năm),Nữ,\n1,0134567811,Phạm Quốc Toản,1/9/2014,,7B\n")
    #expect(list.issues.isEmpty)
    #expect(list.entries.map(\.code) == ["0134567811"])
    #expect(list.entries.map(\.birthYear) == [2014])
  }

  @Test func `totals and signatures below the table are nobody, whichever column they stand in`() {
    let list = read(
      "STT,Mã định danh,Họ và tên,Ngày sinh,Lớp\n1,0134567811,Phạm Quốc Toản,1/9/2014,7B\n"
        + "Tổng cộng,,3 học sinh,,\n,Tổng cộng: 5 em,,,\n,,,Người lập,\n,,,Nguyễn Thị Lành,\n")
    #expect(list.issues.map(\.message.english) == [])
    #expect(list.entries.count == 1)
    #expect(list.notes.count == 4)
  }

  @Test func `the day above a signature is nobody, whichever column it stands in`() {
    for column in 0..<4 {
      var cells = ["", "", "", ""]
      cells[column] = "Bình Minh, ngày 28 tháng 11 năm 2026"
      let list = read(
        "STT;Họ và tên;Ngày sinh;Lớp\n1;Phạm Quốc Toản;1/9/2014;7B\n"
          + cells.joined(separator: ";") + "\n;;;Nguyễn Thị Lành\n")
      #expect(list.issues.map(\.message.english) == [], "column \(column)")
      #expect(list.entries.count == 1 && list.notes.count == 2, "column \(column)")
    }
  }

  @Test func `columns that nothing is read from are named, those of every list are not`() {
    let list = read("STT,Họ và tên,Lớp,Tổ,Ghi chú,Điểm TB\n1,An,6A,2,x,8\n")
    #expect(
      list.notes.map(\.message.english)
        == ["Nothing is read from these columns: “Tổ”, “Điểm TB”."])
  }

  @Test(
    arguments: [
      ("Họ và tên,Lớp\n,6A\n", 2, 1, "Dòng 2, cột Họ và tên: dòng này chưa có họ và tên"),
      ("Họ và tên,Lớp\nAn,\n", 2, 4, "Dòng 2, cột Lớp: học sinh này chưa có lớp"),
      (
        "Họ và tên,Lớp,Năm sinh\nAn,6A,mười hai\n", 2, 7,
        "Dòng 2, cột Năm sinh: “mười hai” không phải ngày sinh"
      ),
      ("Họ và tên,Lớp,Năm sinh\nAn,6A,31/02/2014\n", 2, 7, "không phải ngày sinh"),
      ("Họ và tên,Lớp,Năm sinh\nAn,6A,2027\n", 2, 7, "không phải ngày sinh"),
      ("Họ và tên,Lớp,Năm sinh\nAn,6A,1905-07-07\n", 2, 7, "Excel hiện thành ngày"),
      ("Họ và tên,Lớp,Năm sinh\nAn,6A,07/07/1905\n", 2, 7, "Excel hiện thành ngày"),
      ("Họ và tên,Lớp,Năm sinh\nAn,6A,1899\n", 2, 7, "không phải ngày sinh"),
      ("Họ và tên,Lớp,Vai trò\nAn,6A,quản trị\n", 2, 7, "vai trò “quản trị”"),
      ("Họ và tên,Lớp,Tên đăng nhập\nAn,6A,an\n", 2, 7, "học sinh đăng nhập bằng thẻ"),
      ("Họ và tên,Lớp,Vai trò,Tên đăng nhập\nAn,,GV,ân\n", 2, 8, "tên đăng nhập gồm"),
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

  @Test(
    arguments: [
      "Ngày,Tháng,Năm", "Ngày sinh,Tháng sinh,Năm sinh", "ngày,THÁNG,năm",
    ])
  func `a date may stand in three columns`(headings: String) throws {
    let list = read("Họ và tên,\(headings),Lớp\nAn,2,3,2015,6A\nBình,31,2,2015,6A\n")
    #expect(list.entries.map(\.birthYear) == [2015])
    #expect(list.issues.map(\.location.line) == [3])
  }

  @Test func `two rows of headings are one`() {
    let list = read(
      "STT,Họ và tên,,Ngày sinh,,,Lớp\n,Họ đệm,Tên,Ngày,Tháng,Năm,\n(1),(2),(3),(4),(5),(6),(7)\n"
        + "1,Nguyễn Thị,An,2,3,2015,6A\n")
    #expect(list.issues.isEmpty, "\(list.issues)")
    #expect(list.entries.map(\.name) == ["Nguyễn Thị An"])
    #expect(list.entries.map(\.birthYear) == [2015])
    #expect(list.entries.map(\.className) == ["6A"])
  }

  @Test func `titles between the pupils name their class`() {
    let list = read(
      "Họ và tên,Ngày sinh\nLớp 6A,\nAn,2015\nLớp: 6/2,\nBình,2015\nTổng số: 2,\nGVCN,\nLê Hoa,\n")
    #expect(list.issues.isEmpty, "\(list.issues)")
    #expect(list.entries.map(\.className) == ["6A", "6/2"])
    #expect(list.entries.map(\.name) == ["An", "Bình"])
    #expect(list.notes.count == 3)
  }

  @Test func `somebody called Tống is no total`() {
    let list = read("Họ và tên,Lớp,Ngày sinh\nTống Công Minh,6A,2015\nTống Số,6A,\n")
    #expect(list.entries.map(\.name) == ["Tống Công Minh", "Tống Số"])
  }

  @Test(
    arguments: [
      ("2.5E+09", "Excel đã làm tròn"), ("1,21E+11", "Excel đã làm tròn"),
      ("2500000101.0", "“2500000101”"), ("06-Thg1", "“6/1”"), ("11-Dec", "“11/12”"),
    ])
  func `a code that a spreadsheet changed is refused`(code: String, words: String) throws {
    let issue = try #require(read("Họ và tên;Lớp;Mã học sinh\nAn;6A;\(code)\n").issues.first)
    #expect(issue.message.vietnamese.contains(words), "\(issue.message.vietnamese)")
    #expect(issue.message.vietnamese.hasPrefix("Dòng 2, cột Mã học sinh:"))
  }

  @Test(
    arguments: [
      ("06-Thg1", "“6/1”"), ("11-Dec", "“11/12”"), ("06/01/2026", "“6/1”"), ("2026-01-06", "“6/1”"),
      ("46028", "ngày tháng"),
    ])
  func `a class that a spreadsheet changed is refused`(name: String, words: String) throws {
    let issue = try #require(read("Họ và tên;Lớp\nAn;\(name)\n").issues.first)
    #expect(issue.message.vietnamese.contains(words), "\(issue.message.vietnamese)")
  }

  @Test(arguments: ["6/1", "6-1", "10 Anh", "Lớp 6A", "6A1"])
  func `class names of schools are none of these`(name: String) {
    #expect(read("Họ và tên;Lớp\nAn;\(name)\n").issues.isEmpty)
  }

  @Test func `a national number is no code and is told by nobody`() throws {
    let list = read(
      "Họ và tên,Lớp,Mã định danh,Mã HS\nAn,6A,001215000001,7\nBình,6A,0012345678,\n"
        + "Chi,6A,,079215000002\nDũng,6A,01215000001,\n")
    #expect(list.entries.map(\.code) == ["7", "0012345678", nil])
    #expect(list.entries.map { $0.personalNumber?.tail } == ["0001", nil, "0002"])
    #expect(list.issues.count == 1)
    #expect(!list.issues.description.contains("1215000001"))
  }

  @Test(arguments: ["Müller Anna", "Lê Zoë", "H´Hen Niê", "Y-Moan Ênuôl", "Rčăm H'Bia", "Ñ Lan"])
  func `foreign letters are no damage`(name: String) {
    #expect(read("Họ và tên,Lớp\n\(name),6A\n").issues.isEmpty)
  }

  @Test(
    arguments: [
      ("TrÇn V¨n §øc", "TCVN3"), ("NguyÔn ThÞ BÝch", "TCVN3"), ("Lª Hoµng", "TCVN3"),
      ("Nguyeãn Thò Bích", "VNI"), ("Traàn Vaên Ñöùc", "VNI"), ("Nguyá»…n An", "hai lần"),
      ("Tr?n Hoa", "mất chữ"), ("Nguy\u{fffd}n An", "mất chữ"),
    ])
  func `letters of old code pages are refused by name`(name: String, words: String) throws {
    let issue = try #require(read("Họ và tên,Lớp\n\(name),6A\n").issues.first)
    #expect(issue.message.vietnamese.contains(words), "\(issue.message.vietnamese)")
    #expect(issue.location.line == 2)
  }

  @Test func `headings in TCVN3 are named as such`() throws {
    let issue = try #require(read("Hä vµ tªn,Líp\nNguyÔn An,6A\n").issues.first)
    #expect(issue.message.vietnamese.contains("TCVN3"))
  }

  @Test func `whatever a file holds, its messages stay short`() throws {
    let heading = read(String(repeating: "cột dài,", count: 500_000) + "\nAn\n")
    let wide = read("Tên," + String(repeating: "cột dài,", count: 200) + "\nAn\n")
    let rows = read("Họ và tên,Lớp\n" + String(repeating: ",6A\n", count: 50_000))
    for list in [heading, wide, rows] {
      #expect(!list.issues.isEmpty)
      let length = list.issues.reduce(0) { $0 + $1.message.vietnamese.utf8.count }
      #expect(length < 60_000)
    }
    #expect(rows.refusedRows == 50_000)
  }

  @Test func `a hundred thousand rows cost one look each`() {
    let rows = (0..<100_000).map { "Nguyễn Văn An,6A,\($0 + 1000),2015\n" }.joined()
    #expect(read("Họ và tên,Lớp,Mã học sinh,Năm sinh\n" + rows).entries.count == 99_999)
  }

  @Test func `old code pages are not guessed`() throws {
    let issue = try #require(read([0x48, 0xf4, 0x0a]).issues.first)
    #expect(issue.message.vietnamese.contains("UTF-8"))
  }
}
