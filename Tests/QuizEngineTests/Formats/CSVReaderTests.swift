import QuizEngine
import Testing

@Suite struct CSVReaderTests {
  private func read(_ text: String, limits: CSVLimits = CSVLimits()) -> TextSheet {
    CSVReader.read([UInt8](text.utf8), file: "lop.csv", limits: limits)
  }

  /// The rows below the first.
  private func texts(_ table: TextSheet) -> [[String]] {
    table.rows.dropFirst().map { $0.cells.map(\.text) }
  }

  private func header(_ table: TextSheet) -> [String]? {
    table.rows.first?.cells.map(\.text)
  }

  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "a;b\n1;2\n3;4",
    "a\tb\n1\t2\n3\t4",
    "\u{feff}a,b\n1,2\n3,4", "sep=;\r\na;b\r\n1;2\r\n3;4", "\"sep=;\"\na;b\n1;2\n3;4",
    "SEP=,\na,b\n1,2\n3,4", "a,b\n\n1,2\n,\n \n3,4\n\n", "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"",
    " a , b \n 1 , 2 \n 3 , 4 ", "a,b\n1,2,,\n3,4,", "\n\na,b\n1,2\n3,4",
  ])
  func `one table is read from every way of writing it`(text: String) {
    let table = read(text)
    #expect(table.issues.isEmpty)
    #expect(header(table) == ["a", "b"])
    #expect(
      table.rows.dropFirst().map { Array($0.cells.map(\.text).prefix(2)) }
        == [["1", "2"], ["3", "4"]])
    #expect(table.rows.allSatisfy { $0.cells.dropFirst(2).allSatisfy(\.text.isEmpty) })
  }

  @Test func `UTF-16 with its mark is read in both byte orders`() {
    let units = Array("Họ tên;Lớp\r\nNguyễn 🙂;9A".utf16)
    let little: [UInt8] = [0xff, 0xfe] + units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xfe, 0xff] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    for bytes in [little, big] {
      let table = CSVReader.read(bytes, file: "f")
      #expect(table.issues.isEmpty)
      #expect(texts(table) == [["Nguyễn 🙂", "9A"]])
    }
  }

  @Test(arguments: [
    [0x48, 0xf0, 0x0a], [0xff, 0xfe, 0x41], [0xff, 0xfe, 0x00, 0xd8], [0x41, 0x00, 0x42],
    [0xff, 0xfe, 0x00, 0x00],
  ])
  func `another encoding is never guessed`(bytes: [UInt8]) {
    let table = CSVReader.read(bytes, file: "f")
    #expect(table.rows.isEmpty)
    #expect(table.issues.count == 1)
    #expect(table.issues.first?.message.english.contains("CSV UTF-8") == true)
    #expect(table.issues.first?.message.vietnamese.contains("CSV UTF-8") == true)
  }

  @Test func `quotes protect separators, quotes and line breaks`() {
    let table = read("a,b,c\n\"1,\"\"x\"\"\",\"two\r\nlines\",\" y \"\nnext,\"\",z")
    #expect(texts(table) == [["1,\"x\"", "two\nlines", "y"], ["next", "", "z"]])
    #expect(table.rows.map { $0.location().line } == [1, 2, 4])
    #expect(table.rows[2].location(2) == SourceLocation(file: "lop.csv", line: 4, column: 9))
  }

  @Test func `the delimiter is counted outside quotes`() {
    let table = read("\"a,b,c\";d\n1,5;2")
    #expect(table.separator == UInt8(ascii: ";"))
    #expect(texts(table) == [["1,5", "2"]])
  }

  @Test func `an unclosed quote is reported where it opens`() {
    let table = read("a,b\n1,2\n3,\"four\n5,6\n")
    #expect(texts(table) == [["1", "2"]])
    #expect(table.issues.map(\.location) == [SourceLocation(file: "lop.csv", line: 3, column: 3)])
  }

  @Test func `rows are as wide as they are`() {
    let table = read("a,b\n1\n1,2\nế,2,3")
    #expect(table.issues.isEmpty)
    #expect(texts(table) == [["1"], ["1", "2"], ["ế", "2", "3"]])
    #expect(table.rows[1][1] == "")
    #expect(table.rows[1].location(1) == SourceLocation(file: "lop.csv", line: 2, column: 1))
  }

  @Test func `the separator is that of the rows that look best, not of the title`() {
    let text = Array("Danh sách lớp 6A, năm 2026, HK1\nHọ tên;Lớp\nAn;6A\n".utf8)
    let table = CSVReader.read(text, file: "f") { rows in
      rows.contains { $0[0] == "Họ tên" } ? 1 : 0
    }
    #expect(table.separator == UInt8(ascii: ";"))
    #expect(table.rows.last?.cells.map(\.text) == ["An", "6A"])
  }

  @Test func `a row of very many cells costs one message and is not kept`() {
    let wide = read(String(repeating: "a,", count: 300_000) + "\n1,2\n")
    #expect(wide.issues.count == 1)
    #expect(wide.rows.map(\.cells.count) == [2])
    let empty = read("a,b" + String(repeating: ",", count: 300_000) + "\n1,2\n")
    #expect(empty.issues.isEmpty)
    #expect(empty.rows.map(\.cells.count) == [256, 2])
  }

  @Test func `marks piled on one letter are refused before they are put in order`() {
    let piled = read("a,b\na" + String(repeating: "\u{301}\u{323}", count: 2000) + ",x\n1,2\n")
    #expect(piled.issues.map(\.location.line) == [2])
    #expect(texts(piled) == [["1", "2"]])
  }

  @Test func `columns count Unicode scalars`() {
    let table = read("a,b\nNguyễn Thị,x")
    #expect(table.rows.last?.location(1).column == 12)
  }

  @Test func `limits are kept and named`() {
    let rows = read("a\n1\n2\n3\n4\n", limits: CSVLimits(rows: 3))
    #expect(rows.rows.count == 3)
    #expect(rows.issues.map(\.location.line) == [4])
    let cells = read("a,b\n12345,x\n1234,y\n", limits: CSVLimits(cellBytes: 4))
    #expect(texts(cells) == [["1234", "y"]])
    #expect(cells.issues.map(\.location.line) == [2])
    let issues = read(
      "a,b\n" + String(repeating: "12345\n", count: 50),
      limits: CSVLimits(cellBytes: 4, issues: 3))
    #expect(issues.issues.count == 3)
  }

  @Test(arguments: ["", "\n\n", "\u{feff}", " , \n", "sep=;"])
  func `a file without a row says so`(text: String) {
    let table = read(text)
    #expect(table.rows.isEmpty)
    #expect(table.issues.count == 1)
  }

  @Test func `values are composed`() {
    let table = read("Ho\u{0323} t\u{00ea}n\nNguye\u{0302}\u{0303}n")
    #expect(table.rows.last?[0].unicodeScalars.count == 6)
    #expect(table.rows.first?[0].unicodeScalars.count == 6)
  }
}

extension CSVReaderTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no bytes bring the reader down, and every row has some text`(seed: UInt64) {
    var generator = Seeded(seed)
    let alphabet = [UInt8]("ab,;\t\"\r\n sep=1ế".utf8)
    let bytes = (0..<80).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }
    let table = CSVReader.read(bytes, file: "f")
    #expect(table.rows.allSatisfy { row in row.cells.contains { !$0.text.isEmpty } })
  }
}
