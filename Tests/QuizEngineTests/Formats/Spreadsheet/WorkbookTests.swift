import Foundation
import Testing

@testable import QuizEngine

@Suite struct WorkbookTests {
  private func sheet(_ sketch: WorkbookSketch) throws -> WorkbookSheet {
    try #require(try Workbook.read(sketch.bytes, file: "f.xlsx").sheets.first)
  }

  private func texts(_ sketch: WorkbookSketch) throws -> [[String]] {
    try sheet(sketch).text.rows.map { $0.cells.map(\.text) }
  }

  private func fault(
    _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
  ) -> WorkbookFault? {
    do throws(WorkbookFault) {
      _ = try Workbook.read(bytes, file: "f.xlsx", limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a workbook of openpyxl shows what it shows in Excel`() throws {
    let bytes = [UInt8](try #require(Data(base64Encoded: OpenpyxlSample.base64)))
    let book = try Workbook.read(bytes, file: "lop.xlsx")
    #expect(book.sheets.map(\.text.name) == ["Lớp 6A", "Ẩn"])
    #expect(book.sheets.map(\.isHidden) == [false, true])
    let first = try #require(book.sheets.first)
    #expect(
      first.text.rows.map { $0.cells.map(\.text) } == [
        ["STT", "Họ và tên", "Ngày sinh", "Lớp", "Mã HS", "Tỉ lệ"],
        ["1", "Nguyễn Thị An", "2013-03-15", "6A", "0012", "50%"],
        ["2", "Trần Văn Bình", "2014-12-01T08:30:00", "", "0012", "TRUE"],
      ])
    #expect(first.text.rows.map(\.line) == [1, 2, 3])
    #expect(first.merged == [CellRange(Array("D2:D4".utf8)[...])])
    #expect(first.text.issues.map(\.location.line) == [4])
    #expect(first.text.issues[0].message.vietnamese.contains("Ô C4 có công thức"))
    #expect(book.sheets[1].text.rows.map { [$0.line, $0.cells.count] } == [[2, 2]])
  }

  @Test func `strings are read in all their ways`() throws {
    var sketch = WorkbookSketch()
    sketch.strings = """
      <si><t> Nguyễn </t></si><si><r><rPr/><t xml:space="preserve">Trần </t></r><r><t>Bình</t></r>\
      <rPh><t>sai</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>
      """
    sketch.rows = """
      <row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c t="s"><v>2</v></c></row>\
      <row><c t="inlineStr"><is><r><t>Lê</t></r><r><t> Hoà</t></r></is></c>\
      <c t="str"><f>A1&amp;"x"</f><v>6A</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c>\
      <c t="e"><v>#N/A</v></c><c t="d"><v>2013-03-15T00:00:00</v></c><c t="s"><v>99</v></c></row>
      """
    #expect(
      try texts(sketch) == [
        ["Nguyễn", "", "Trần Bình", "a\rb_x0041_"],
        ["Lê Hoà", "6A", "TRUE", "FALSE", "#N/A", "2013-03-15"],
      ])
    let rows = try sheet(sketch).text.rows
    #expect(rows.map(\.line) == [3, 4])
    #expect(rows[0].location(2).column == 3)
  }

  @Test(arguments: [
    ("12", "General", "12"), ("0912", "General", "0912"), ("2.5E+9", "General", "2500000000"),
    ("0.30000000000000004", "General", "0.3"),
    ("1.23456789012345E+15", "General", "1.23456789012345E+15"),
    ("123456789012345678", "General", "123456789012345678"), ("7", "000", "007"),
    ("-7", "000", "-7"),
    ("0.255", "0.0%", "25.5%"), ("41348", "dd/mm/yyyy;@", "2013-03-15"),
    ("41348", "[$-42A]d mmmm yyyy", "2013-03-15"), ("41348.75", "d-mmm", "2013-03-15"),
    ("41348.75", "yyyy\\-mm\\-dd hh:mm", "2013-03-15T18:00:00"), ("0.5", "h:mm AM/PM", "12:00:00"),
    ("1.5", "[h]:mm:ss", "36:00:00"), ("1", "mmm-yy", "1900-01-01"), ("59", "yyyy", "1900-02-28"),
    ("60", "yyyy", "60"), ("61", "yyyy", "1900-03-01"), ("-3", "yyyy", "-3"),
    ("1E+300", "yyyy", "1E+300"),
    ("nan", "0", "nan"), ("0x10", "0", "0x10"), ("5", "\"ngày\" 0", "5"), ("5", "#,##0.00\\d", "5"),
    ("5", "[Red]0", "5"),
  ])
  func `a number shows as its format says`(written: String, code: String, text: String) throws {
    var sketch = WorkbookSketch()
    let escaped = code.replacingOccurrences(of: "\"", with: "&quot;")
    sketch.styles = WorkbookSketch.styles(["General", escaped])
    sketch.rows = "<row><c s=\"1\"><v>\(written)</v></c></row>"
    #expect(try texts(sketch) == [[text]])
  }

  @Test func `days of old Macs count from 1904, and built-in formats need no code`() throws {
    var sketch = WorkbookSketch()
    sketch.bookProperties = "<workbookPr date1904=\"1\"/>"
    sketch.styles =
      "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"22\"/></cellXfs>"
    sketch.rows = """
      <row><c><v>39886</v></c><c s="1"><v>0.5</v></c><c s="2"><v>39886.25</v></c><c s="9"><v>1</v></c></row>
      """
    #expect(try texts(sketch) == [["2013-03-15", "50%", "2013-03-15T06:00:00", "1"]])
  }

  @Test func `hidden sheets and rows, charts and merged cells are told`() throws {
    var sketch = WorkbookSketch()
    sketch.tabs = """
      <sheet name="Một &amp; hai" sheetId="1" r:id="a"/><sheet name="Biểu đồ" sheetId="2" r:id="c"/>\
      <sheet name="Ẩn" sheetId="3" state="veryHidden" r:id="b"/>
      """
    sketch.rows = "<row hidden=\"1\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"
    sketch.after = "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"B2:A1\"/></mergeCells>"
    sketch.more = [("xl/worksheets/t.xml", "<worksheet/>")]
    let book = try Workbook.read(sketch.bytes, file: "f")
    #expect(book.sheets.map(\.text.name) == ["Một & hai", "Ẩn"])
    #expect(book.sheets.map(\.isHidden) == [false, true])
    #expect(book.sheets[0].hiddenRows == [1])
    #expect(book.sheets[0].merged.map(\.rows) == [1...2])
  }

  @Test func `another kind of file is refused with a way out`() {
    let old: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    let stream = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(fault(old + [0, 1, 2]) == .oldExcel)
    #expect(fault(old + [UInt8](repeating: 0x45, count: 999) + stream) == .encrypted)
    let kinds: [(String, String, WorkbookFault)] = [
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", .openDocument),
      ("xl/workbook.bin", "", .binary), ("word/document.xml", "", .otherOffice),
      ("a.txt", "", .notWorkbook),
    ]
    for (name, text, wanted) in kinds {
      var zip = ZipWriter()
      zip.add(name, Array(text.utf8))
      #expect(fault(zip.finished()) == wanted)
      #expect(wanted.message.vietnamese.contains("gửi"))
    }
    #expect(fault(Array("a,b".utf8)) == .damaged)
    let whole = WorkbookSketch(rows: "<row><c><v>1</v></c></row>").bytes
    #expect(fault(Array(whole.dropLast(9))) == .damaged)
  }

  @Test func `XML that no spreadsheet writes is refused`() {
    let entity = WorkbookSketch(rows: "<row><c><v>&b;</v></c></row>")
    #expect(fault(entity.bytes) == .doctype)
    #expect(fault(WorkbookSketch(strings: "<si>").bytes) == .damaged)
    let deep = String(repeating: "<a>", count: 99) + String(repeating: "</a>", count: 99)
    #expect(fault(WorkbookSketch(rows: deep).bytes) == .tooLarge)
    #expect(fault(WorkbookSketch(tabs: "<sheet name='x' r:id='b'/>").bytes) == .damaged)
  }

  @Test func `rows, columns, cells and letters are limited`() throws {
    let rows = (1...9).map { _ in "<row><c r=\"C1\"><v>1</v></c></row>" }.joined()
    let bytes = WorkbookSketch(rows: rows).bytes
    #expect(fault(bytes, limits: WorkbookLimits(cells: 27)) == nil)
    #expect(fault(bytes, limits: WorkbookLimits(cells: 26)) == .tooLarge)
    let few = try Workbook.read(bytes, file: "f", limits: WorkbookLimits(rows: 8)).sheets[0].text
    #expect(few.rows.count == 8 && few.issues.map(\.location.line) == [9])
    let narrow = try Workbook.read(bytes, file: "f", limits: WorkbookLimits(columns: 2)).sheets[0]
    #expect(narrow.text.rows.isEmpty && narrow.text.issues.count == 9)
    let twice = WorkbookSketch(
      tabs: "<sheet name='x' r:id='a'/><sheet name='y' r:id='b'/>"
    ).bytes
    #expect(fault(twice, limits: WorkbookLimits(sheets: 1)) == .tooManySheets(1))
    let marks = "a" + String(repeating: "\u{0301}\u{0323}", count: 5000)
    let long = WorkbookSketch(
      rows: "<row><c t=\"inlineStr\"><is><t>\(marks)</t></is></c><c><v>2</v></c></row>")
    let text = try #require(try Workbook.read(long.bytes, file: "f").sheets.first).text
    #expect(text.rows.isEmpty && text.issues.count == 1)
  }

  @Test func `a text that many cells name is counted for each of them`() throws {
    let rows = (1...50).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }.joined()
    let book = WorkbookSketch(
      rows: rows, strings: "<si><t>\(String(repeating: "a", count: 100))</t></si>"
    ).bytes
    #expect(fault(book, limits: WorkbookLimits(text: 5000)) == nil)
    #expect(fault(book, limits: WorkbookLimits(text: 4999)) == .tooLarge)
  }

  @Test(arguments: [
    "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>",
    "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
    "<row r=\"0\"><c><v>1</v></c></row>",
  ])
  func `rows and cells out of order are damage, and none is left out unsaid`(rows: String) {
    #expect(fault(WorkbookSketch(rows: rows).bytes) == .damaged)
  }

  @Test func `a sheet with more faults than anybody reads is not read in part`() throws {
    let bad =
      "<row><c t=\"inlineStr\"><is><t>\(String(repeating: "a", count: 99))</t></is></c></row>"
    let good = "<row><c><v>1</v></c></row>"
    let sheet = { (count: Int) in
      let book = WorkbookSketch(rows: String(repeating: bad, count: count) + good)
      return try Workbook.read(
        book.bytes, file: "f", limits: WorkbookLimits(cellBytes: 50, issues: 20)
      ).sheets[0].text
    }
    #expect(try sheet(19).rows.count == 1 && sheet(19).issues.count == 19)
    #expect(try sheet(20).rows.isEmpty && sheet(20).issues.count == 20)
  }

  @Test func `what is written is read back, codes and classes as they were`() throws {
    let rows = [["Họ và tên", "Lớp"], ["Nguyễn <An> & \"B\"", "6/1"], ["", "0012"]]
    let bytes = WorkbookWriter.write([
      .init(name: "Danh sách", rows: rows, widths: [30, 10]),
      .init(name: "Cách điền", rows: [["x"]], widths: []),
    ])
    let book = try Workbook.read(bytes, file: "f")
    #expect(book.sheets.map(\.text.name) == ["Danh sách", "Cách điền"])
    #expect(book.sheets[0].text.rows.map { $0.cells.map(\.text) } == rows)
  }
}
