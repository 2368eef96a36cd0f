import Foundation
import Testing

/// Arguments and files that cannot be used: an exit status, words for people, nothing written.
@Suite struct BadInputTests {
  /// One row: the arguments, the file they name, and the status.
  struct Row: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let file: [UInt8]?
    let status: Int32

    init(_ arguments: String..., file: [UInt8]? = nil, status: Int32) {
      self.arguments = arguments
      self.file = file
      self.status = status
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  /// Misuse of the command line is 64 (sysexits.h).
  static let misuse = [
    Row("unit", "add", "thcs-x", "X", "--kind", status: 64),
    Row("unit", "add", "thcs-x", "X", "--kind", "school", "--headcount", "many", status: 64),
    Row("unit", "add", "thcs-x", "X", "--kind", "school", "--headcount", "-1", status: 64),
    Row(
      "unit", "add", "thcs-x", "X", "--kind", "school", "--headcount", "9223372036854775808",
      status: 64),
    Row("unit", "add", "thcs-x", "X", "--kind", "school", "--headcount", "+5", status: 64),
    Row("unit", "list", "--lang", "fr", status: 64), Row("unit", "list", "--data", status: 64),
    Row("unit", "list", "--", "--format", "json", status: 64), Row("", status: 64),
    Row("--", "unit", "list", "x", status: 64), Row("unit", "list", "--=x", status: 64),
  ]

  /// What the rules refuse is 1.
  static let refused = [
    Row("unit", "add", "Thcs Mới", "X", "--kind", "school", status: 1),
    Row("unit", "add", "../etc", "X", "--kind", "school", status: 1),
    Row("unit", "add", "thcs-x", "", "--kind", "school", status: 1),
    Row(
      "unit", "add", "thcs-x", String(repeating: "x", count: 5000), "--kind", "school", status: 1),
    Row("unit", "add", "thcs-x", "X\u{1b}[31m", "--kind", "school", status: 1),
    Row("unit", "add", "lop", "Lớp", "--kind", "class", "--parent", "khong-co", status: 1),
    Row("unit", "list", "--under", "khong-co", status: 1),
    Row("person", "list", "--unit", "khong-co", status: 1),
    Row("person", "import", "none.csv", "--unit", "thcs-mau", status: 1),
    Row("person", "import", ".", "--unit", "thcs-mau", status: 1),
    Row("person", "import", "/dev/null", "--unit", "thcs-mau", status: 1),
    Row("contest", "check", "none.json", status: 1), Row("bank", "check", "/dev/null", status: 1),
    Row("attempt", "verify", "../../x", status: 1), Row("data", "backup", "no/folder/x", status: 1),
  ]

  private static func octets(_ text: String) -> [UInt8] { Array(text.utf8) }

  static let files = [
    Row("person", "import", "tep", "--unit", "thcs-mau", file: [], status: 1),
    Row("person", "import", "tep", "--unit", "thcs-mau", file: [0xff, 0xfe, 0x00], status: 1),
    Row(
      "person", "import", "tep", "--unit", "thcs-mau", file: octets("Họ và tên\n\"An"), status: 1),
    Row("person", "import", "tep", "--unit", "thcs-mau", file: octets("a\u{0}b\n"), status: 1),
    Row("contest", "check", "tep", file: [], status: 1),
    Row("contest", "check", "tep", file: octets("{"), status: 1),
    Row("contest", "check", "tep", file: octets("{\"a\":1,\"a\":2}"), status: 1),
    Row("contest", "check", "tep", file: [UInt8](repeating: 91, count: 100_000), status: 1),
    Row("bank", "check", "tep", file: [0xff], status: 1),
    Row("bank", "check", "tep", file: octets("::x:: {"), status: 1),
    Row("bank", "check", "tep", file: octets("x }"), status: 1),
  ]

  @Test(arguments: misuse + refused + files)
  func `bad arguments and files change nothing`(row: Row) throws {
    let trainctl = try Trainctl()
    _ = try trainctl("unit", "add", "thcs-mau", "Trường THCS Mẫu", "--kind", "school")
    if let file = row.file {
      try Data(file).write(to: URL(filePath: trainctl.folder + "/tep"))
    }
    let before = try trainctl("data", "audit", "--format", "json").out
    let run = try trainctl.run(row.arguments)
    #expect(run.status == row.status, "\(run.error)")
    #expect(run.out.isEmpty)
    #expect(!run.error.isEmpty && !run.error.utf8.contains(0x1b))
    #expect(try trainctl("data", "audit", "--format", "json").out == before)
  }

  @Test func `the table is as long as promised`() {
    let total = Self.misuse.count + Self.refused.count + Self.files.count
    #expect(total >= 20)
    FileHandle.standardOutput.write(
      Data("figure: bad input, \(total) cases: CLI arguments and files \(total)\n".utf8))
  }
}
