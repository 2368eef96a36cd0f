import Foundation
import Testing

@testable import QuizEngine

/// Class lists in workbooks.
@Suite struct ImportWorkbookTests {
  private func plan(
    _ school: School, _ bytes: [UInt8], sheet: SheetChoice? = nil, isDryRun: Bool = false
  ) throws -> ImportPlan {
    var decisions = ImportDecisions.makingClasses
    decisions.sheet = sheet
    return try school.engine.importPeople(
      bytes, file: "so.csv", into: school.unit.id, decisions: decisions, isDryRun: isDryRun,
      by: .operatorAtMachine, at: Given.monday)
  }

  private func workbook() throws -> [UInt8] {
    [UInt8](try #require(Data(base64Encoded: ClassListWorkbook.base64)))
  }

  private func people(_ plan: ImportPlan) -> [String] {
    plan.rows.map { row in
      [row.person.name, row.person.birthYear.map(String.init), row.className, row.shownCode]
        .compactMap { $0 }.joined(separator: " ")
    }
  }

  private func book(_ sheets: [(String, [[String]])]) -> [UInt8] {
    WorkbookWriter.write(
      sheets.map { WorkbookWriter.Sheet(name: $0.0, rows: $0.1, widths: [20, 10]) })
  }

  @Test func `where several sheets may be the list, which one is asked`() throws {
    let school = try School()
    let plan = try plan(school, try workbook())
    #expect(plan.asksForSheet && plan.undecided == 1 && plan.run == nil)
    #expect(plan.sheets.map(\.name) == ["Lớp 6A", "Lớp 6B"])
    #expect(plan.sheets.map(\.number) == [2, 3])
    #expect(plan.openQuestions.first?.vietnamese.contains("“Lớp 6A”, “Lớp 6B”") == true)
    #expect(try school.people().isEmpty)
  }

  @Test(arguments: [SheetChoice.number(2), .name("Lớp 6A"), .name("lop 6a")])
  func `a list of openpyxl is read as Excel shows it`(choice: SheetChoice) throws {
    let school = try School()
    let plan = try plan(school, try workbook(), sheet: choice)
    #expect(plan.issues.isEmpty, "\(plan.issues.map(\.message.vietnamese))")
    #expect(
      people(plan) == [
        "Nguyễn Thị An 2015 Lớp 6A 0012", "Trần Văn Bình 2015 Lớp 6A 0013",
        "Lê Hoà 2014 Lớp 6A HS14",
      ])
    #expect(plan.rows.map(\.line) == [6, 7, 8])
    #expect(plan.notes.contains { $0.message.vietnamese.hasPrefix("Đọc trang tính “Lớp 6A”") })
    #expect(plan.notes.contains { $0.message.vietnamese.hasPrefix("Dòng 9 không phải dòng học") })
    #expect(try school.people().count == 3)
  }

  @Test func `rows that a filter hides are read, and that is said`() throws {
    let plan = try plan(try School(), try workbook(), sheet: .number(3), isDryRun: true)
    #expect(people(plan) == ["Phạm Đức Chi 2015 Lớp 6B 0021", "Đỗ Ân 2015 Lớp 6B 0022"])
    #expect(plan.notes.contains { $0.message.vietnamese.hasPrefix("1 dòng đang bị ẩn") })
  }

  @Test func `a hidden sheet is read only when it is named`() throws {
    let plan = try plan(try School(), try workbook(), sheet: .name("DanhMuc"), isDryRun: true)
    #expect(people(plan) == ["Mẫu Lớp 6Z"])
  }

  @Test(arguments: [SheetChoice.number(0), .number(9), .number(.max), .name("Lớp 6C")])
  func `a sheet that is not there is refused with those that are`(choice: SheetChoice) throws {
    let school = try School()
    let plan = try plan(school, try workbook(), sheet: choice)
    #expect(!plan.isReadable && plan.run == nil)
    #expect(plan.issues.first?.message.vietnamese.contains("“Lớp 6B”") == true)
    #expect(try school.people().isEmpty)
  }

  @Test func `one list among other sheets is nobody's question`() throws {
    let school = try School()
    let bytes = book([
      ("Bìa", [["Trường THCS Mẫu"]]), ("DS", [["Họ và tên", "Lớp"], ["Nguyễn An", "6A"]]),
    ])
    let plan = try plan(school, bytes)
    #expect(plan.created == 1 && plan.sheets.isEmpty)
    #expect(plan.notes.first?.message.vietnamese == "Đọc trang tính “DS”; sổ có 2 trang.")
    let again = try self.plan(school, bytes)
    #expect(again.unchanged == 1 && again.created == 0)
  }

  @Test func `mistakes stand at row and column, and codes keep what Excel would change`() throws {
    let bytes = book([
      (
        "DS",
        [
          ["Họ và tên", "Lớp", "Mã HS", "Ngày sinh"], ["Nguyễn An", "6/1", "0012", "01/03/2015"],
          ["Lê Chi", "6/1", "13", "31/02/15x"],
        ]
      )
    ])
    let plan = try plan(try School(), bytes)
    #expect(people(plan) == ["Nguyễn An 2015 Lớp 6/1 0012"])
    let issue = try #require(plan.issues.first)
    #expect(issue.location == SourceLocation(file: "so.csv", line: 3, column: 4))
    #expect(issue.message.vietnamese.hasPrefix("Dòng 3, cột Ngày sinh: “31/02/15x”"))
  }

  @Test func `a workbook without a list says what it lacks`() throws {
    let nothing = try plan(try School(), book([("Trống", [])]))
    #expect(nothing.issues.first?.message.english.hasPrefix("The workbook has no row.") == true)
    let other = try plan(try School(), book([("A", [["Xin chào"]]), ("B", [["1", "2"]])]))
    #expect(other.issues.first?.message.vietnamese.hasPrefix("Không thấy dòng tên cột") == true)
    #expect(!other.isReadable)
  }

  @Test(arguments: [false, true])
  func `old and locked files say how to save them`(isLocked: Bool) throws {
    let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    let bytes: [UInt8] =
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + [UInt8](repeating: 0, count: 600)
      + (isLocked ? name : [])
    let issue = try #require(try plan(try School(), bytes).issues.first)
    #expect(issue.message.vietnamese.contains(isLocked ? "bỏ mật khẩu" : "Lưu thành .xlsx"))
    #expect(issue.message.english.contains(isLocked ? "take the password off" : "save it as .xlsx"))
  }

  @Test func `a workbook that was cut is refused whole`() throws {
    let school = try School()
    let bytes = try workbook()
    for length in stride(from: 4, to: bytes.count, by: 97) {
      let plan = try plan(school, Array(bytes.prefix(length)), sheet: .number(2))
      #expect(!plan.isReadable && plan.issues.count == 1, "\(length)")
    }
    #expect(try school.people().isEmpty)
  }

  @Test func `a class merged beside many columns takes no more room than a list may`() throws {
    let heading = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Họ và tên</t></is></c>"
    var sketch = WorkbookSketch()
    sketch.rows =
      heading + "<c r=\"IV1\" t=\"inlineStr\"><is><t>Lớp</t></is></c></row>"
      + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>An</t></is></c>"
      + "<c r=\"IV2\" t=\"inlineStr\"><is><t>6A</t></is></c></row>"
      + (3...2000).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"b\"><v>1</v></c></row>" }.joined()
    sketch.after = "<mergeCells><mergeCell ref=\"IV2:IV1048576\"/></mergeCells>"
    let book = try Workbook.read(sketch.bytes, file: "f", limits: ClassListFile.workbookLimits)
    let sheet = try #require(book.sheets.first)
    #expect(sheet.merged.count == 1)
    let cells = sheet.unmerged.rows.reduce(0) { $0 + $1.cells.count }
    #expect(cells <= ClassListFile.workbookLimits.cells)
  }
}
