import QuizEngine
import Testing

@Suite struct CSVWriterTests {
  private func written(_ cells: [String], _ separator: CSVWriter.Separator = .comma) -> String {
    var writer = CSVWriter(separator: separator, marksEncoding: false)
    writer.row(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `the file begins with a byte order mark and rows end in CR LF`() {
    var writer = CSVWriter()
    writer.row(["Họ tên", "Điểm"])
    writer.row(["An", "9.5"])
    #expect(writer.bytes == [0xef, 0xbb, 0xbf] + [UInt8]("Họ tên,Điểm\r\nAn,9.5\r\n".utf8))
    #expect(writer.drain().count == 30)
    #expect(writer.bytes.isEmpty)
  }

  @Test func `cells that need quotes get them`() {
    #expect(
      written(["a,b", "c;d", "say \"hi\"", "two\nlines", " x", "", "plain"])
        == "\"a,b\",c;d,\"say \"\"hi\"\"\",\"two\nlines\",\" x\",,plain\r\n")
    #expect(written(["a,b", "c;d"], .semicolon) == "a,b;\"c;d\"\r\n")
    #expect(written([""]) == "\"\"\r\n")
  }

  @Test(arguments: [
    "=1+1", "+84 912", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠a",
    "-", "-1-1", "--1", "-1.", " =1", "+1", "−1",
    "\u{feff}=1", "\u{200b}\u{2060}+1", "\u{ad}@a", "\u{1}=1", "\u{180e}-a",
  ])
  func `what could be a formula becomes text`(cell: String) {
    let line = written([cell, "x"])
    #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
  }

  @Test(arguments: ["-3", "-3.5", "-3,5", "0", "12.25", "a=b", "x-y", "'quoted'", ""])
  func `numbers and plain text are left alone`(cell: String) {
    let line = written([cell, "x"], .semicolon)
    #expect(line == "\(cell);x\r\n")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `reading what was written gives the same cells`(seed: UInt64) {
    var generator = Seeded(seed)
    let alphabet = ["a", "ế", "\"", ",", ";", "\t", "\n", "1", "x y", "🙂", "'"]
    let separators: [CSVWriter.Separator] = [.comma, .semicolon, .tab]
    let separator = separators[Int(seed % 3)]
    let table = (0..<5).map { _ in
      (0..<3).map { _ in
        "c"
          + (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
          }.joined() + "."
      }
    }
    var writer = CSVWriter(separator: separator)
    writer.row(["h1", "h2", "h3"])
    for row in table { writer.row(row) }
    let read = CSVReader.read(writer.bytes, file: "f")
    #expect(read.issues.isEmpty)
    #expect(read.rows.dropFirst().map { $0.cells.map(\.text) } == table)
  }
}
