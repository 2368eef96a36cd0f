import Foundation
import Testing

@testable import QuizEngine

/// Class lists that other people met, each with what it must give.
@Suite(
  .enabled(
    if: SharedSamples.folder("outside-cases") != nil || SharedSamples.isOnCI,
    "shared/samples/outside-cases is not above this checkout"))
struct OutsideClassListTests {
  static let folder = SharedSamples.folder("outside-cases")

  private func plan(_ school: School, _ file: String, isDryRun: Bool = false) throws -> ImportPlan {
    let folder = try #require(Self.folder, "shared/samples/outside-cases is missing")
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
    return try school.engine.importPeople(
      bytes, file: file, into: school.unit.id, decisions: .makingClasses, isDryRun: isDryRun,
      by: .operatorAtMachine, at: Given.monday)
  }

  /// What a file gives: a line for each person.
  static let accepted: [(file: String, people: [String])] = [
    (
      "C01.csv",
      ["Nguyễn Thị Bình An 2015 Lớp 6C 2500000101", "Trần Quốc Bảo 2015 Lớp 6C 2500000102"]
    ),
    ("C03.csv", ["Nguyễn Thị Bình An 2015 Lớp 6C", "Trần Quốc Bảo 2015 Lớp 6C"]),
    ("C04.csv", ["Hoàng Minh Châu 2014 Lớp 7C", "Vũ Đình Dũng 2014 Lớp 7C"]),
    ("C05.csv", ["Đỗ Thu Giang 2015 Lớp 6C", "Bùi Gia Huy 2015 Lớp 6C"]),
    ("C07.csv", ["Mai Thị Lan 2015 Lớp 6C", "Tô Văn Minh 2015 Lớp 6C"]),
    ("C09.csv", ["Võ Thị Quyên 2015 Lớp 6C HS001", "Hồ Minh Quân 2015 Lớp 6C HS002"]),
    ("C10.csv", ["Dương Thị Sen 2015 Lớp 6C", "Đặng Quang Sơn 2015 Lớp 6C"]),
    ("A08.csv", ["Nguyễn An 2015 Lớp 6A"]), ("A08b.csv", ["Nguyễn An 2015 Lớp 6A"]),
    (
      "A10.csv", ["Nguyễn Thị Lan 2015 Lớp 6A 0012345678", "Nguyễn Thị Lan 2015 Lớp 6A 0012345679"]
    ),
    ("A10b.csv", ["Nguyễn An 2015 Lớp 6A •••• 0001"]),
    ("A11.csv", ["Nguyễn An 2015 Lớp 6A HS9"]), ("A11b.csv", ["Nguyễn An 2015 Lớp 6A 0012345678"]),
    ("A12.csv", ["Nguyễn An 2015 Lớp 6A", "Trần Bình 2015 Lớp 6A", "Lê Cúc 2015 Lớp 6A"]),
    ("A13.csv", ["Nguyễn An 2015 Lớp 6A", "Trần Bình 2015 Lớp 6A"]),
    ("A15a.csv", ["Nguyễn An 2015 Lớp 6A"]), ("A15b.csv", ["Nguyễn An 2015 Lớp 6A"]),
    ("A15c.csv", ["Nguyễn An 2015 Lớp 6A"]),
    ("A15d.csv", ["Nguyễn An 2015 Lớp 6A", "Trần Bình 2015 Lớp 6A"]),
    ("A15e.csv", ["Nguyễn An 2015 Lớp 6A", "Trần Bình 2015 Lớp 6A"]),
    ("A15f.csv", ["Nguyễn An 2015 Lớp 6A"]), ("A15g.csv", ["Nguyễn, An 2015 Lớp 6A"]),
    ("A15h.csv", ["Nguyễn An Lớp 6A", "Trần Bình Lớp 6A"]),
    (
      "A15i.csv",
      [
        "H'Hen Niê 2015 Lớp 6A", "K’Brôi 2015 Lớp 6A", "Y-Moan Ênuôl 2015 Lớp 6A",
        "Nguyễn Văn A (B) 2015 Lớp 6A", "Lý A Sử 2015 Lớp 6A",
      ]
    ), ("A15j.csv", ["Nguyễn An Lớp 6A", "Trần Bình Lớp 6A"]),
    ("A15k.csv", ["Nguyễn Thị Lan 2015 Lớp 6A HS1", "Nguyễn Thị Lan 2015 Lớp 6A HS2"]),
  ]

  @Test(arguments: accepted.indices)
  func `lists as schools have them are read`(index: Int) throws {
    let (file, people) = Self.accepted[index]
    let plan = try plan(try School(), file, isDryRun: true)
    #expect(plan.issues.isEmpty, "\(file): \(plan.issues.map(\.message.vietnamese))")
    let found = plan.rows.map { row in
      [row.person.name, row.person.birthYear.map(String.init), row.className, row.shownCode]
        .compactMap { $0 }.joined(separator: " ")
    }
    #expect(found == people, "\(file)")
  }

  @Test(arguments: [("C01.csv", [5, 9, 10, 11]), ("C05.csv", [4]), ("C07.csv", [1, 2])])
  func `what is skipped is said`(file: String, lines: [Int]) throws {
    let notes = try plan(try School(), file, isDryRun: true).notes
    #expect(Set(notes.map(\.location.line)) == Set(lines), "\(notes.map(\.message.vietnamese))")
  }

  /// What must be corrected: line and words.
  static let refused: [(file: String, line: Int, words: String)] = [
    ("A01.csv", 2, "“NguyÔn ThÞ BÝch” là chữ TCVN3"), ("A01c.csv", 2, "mã hóa hai lần"),
    ("A01c.csv", 3, "đã mất chữ"), ("A01d.csv", 2, "đã mất chữ"),
    ("A06c.csv", 2, "Excel đã làm tròn"),
    ("A07.csv", 2, "Có phải “6/1” không?"), ("A09.csv", 1, "“Lớp” (cột 4)"),
    ("A15m.csv", 1, "không ở dạng UTF-8"),
  ]

  @Test(arguments: refused.indices)
  func `what would be misread is refused where it stands`(index: Int) throws {
    let (file, line, words) = Self.refused[index]
    let school = try School()
    let plan = try plan(school, file)
    #expect(
      plan.issues.contains {
        $0.location.line == line && $0.message.vietnamese.contains(words)
      }, "\(plan.issues.map(\.message.vietnamese))")
    #expect(try school.people().isEmpty)
  }

  @Test(arguments: ["A02", "A02b", "A03", "A04", "A05", "A15l"])
  func `the same people written otherwise are the same people`(name: String) throws {
    let school = try School()
    let first = try plan(school, "\(name)-1.csv")
    let second = try plan(school, "\(name)-2.csv")
    #expect(first.created > 0 && second.created == 0 && second.undecided == 0)
    #expect(second.unchanged == first.created, "\(second.rows.map(\.person.name))")
    #expect(try school.people().count == first.created)
  }

  @Test func `a code that lost its zeros is a question, not a twin`() throws {
    let school = try School()
    #expect(try plan(school, "A06-1.csv").created == 1)
    let second = try plan(school, "A06-2.csv")
    #expect(second.twins.map(\.reason) == [.lostZeros])
    #expect(second.undecided == 1 && second.run == nil)
    #expect(try school.people().map(\.code) == ["0012"])
  }

  @Test func `initials leave brackets out`() {
    let name = "Nguyễn Văn A (B)"
    #expect(initials(of: name) == "N. V. A. B.")
    #expect(initials(of: "Nguyễn - An") == "N. A.")
  }

  @Test(arguments: [Language.vietnamese, .english])
  func `our own export comes back and changes nothing`(language: Language) throws {
    let school = try School()
    try school.importPeople(
      "Họ và tên,Lớp,Mã HS,Năm sinh\nNguyễn An,6A,HS1,2014\nLê Chi,6B,,2014\nLê Chi,6B,HS3,2014\n",
      decisions: .makingClasses)
    try school.importPeople("Họ và tên,Lớp\nĐỗ Ân,6B\n")
    let outcome = try school.engine.perform(
      Operation("person", "list", options: ["unit": [school.unit.code], "role": ["student"]]),
      by: .operatorAtMachine, at: Given.monday)
    let table = try #require(outcome.table)
    let plan = try school.engine.importPeople(
      table.csv(language: language), file: "x.csv", into: school.unit.id, by: .operatorAtMachine,
      at: Given.monday)
    #expect(plan.issues.isEmpty && plan.undecided == 0, "\(plan.issues.map(\.message.vietnamese))")
    #expect(plan.created == 0 && plan.changed == 0 && plan.moved == 0)
    #expect(plan.unchanged == (try school.people().count))
  }
}
