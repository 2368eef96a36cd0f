import QuizEngine
import Testing

@Suite struct JSONReaderTests {
  private enum Kind: String, CaseIterable {
    case individual
    case team
  }

  private struct Sheet: Equatable {
    var title: LocalizedText
    var minutes: Int
    var kind: Kind
    var opens: Instant
    var note: String?
    var stages: [String]
  }

  private func read(_ text: String) throws -> Sheet {
    try JSONReader.read([UInt8](text.utf8), file: "sheet.json") { object in
      Sheet(
        title: object.localizedText("title"), minutes: object.int("minutes", in: 1...180),
        kind: object.choice("kind", Kind.self, standIn: .individual),
        opens: object.instant("opens"), note: object.optionalString("note"),
        stages: object.objects("stages").map { $0.string("name") })
    }
  }

  private func places(_ text: String) -> [String] {
    let error = #expect(throws: SourceIssues.self) { try read(text) }
    return error?.issues.map { $0.text(.english) } ?? []
  }

  @Test func `a right sheet is read whole`() throws {
    let sheet = try read(
      """
      {"title": {"vi": "Cuộc thi", "en": "Contest"}, "minutes": 45, "kind": "team",
       "opens": "2026-11-21T08:00:00+07:00", "stages": [{"name": "a"}, {"name": "b"}]}
      """)
    #expect(sheet.title == LocalizedText(vi: "Cuộc thi", en: "Contest"))
    #expect(sheet.minutes == 45)
    #expect(sheet.kind == .team)
    #expect(sheet.opens.iso8601 == "2026-11-21T01:00:00.000Z")
    #expect(sheet.note == nil)
    #expect(sheet.stages == ["a", "b"])
  }

  @Test func `everything wrong is reported at once, in the order of the file`() {
    let found = places(
      """
      {
        "title": {"vi": "Cuộc thi", "em": "Contest"},
        "minutse": 45,
        "kind": "tean",
        "opens": "2026-11-21T08:00:00",
        "note": 7,
        "stages": [{"name": "a"}, "b", {}],
        "colour": null
      }
      """)
    let begins = [
      "sheet.json:1:1: The key “minutes” is missing",
      "sheet.json:2:12: The key “en” is missing",
      "sheet.json:2:31: There is no name “em” here. Did you mean “en”?",
      "sheet.json:3:3: There is no name “minutse” here. Did you mean “minutes”?",
      "sheet.json:4:11: There is no name “tean” here. Did you mean “team”?",
      "sheet.json:5:12: Expected a time with its zone",
      "sheet.json:6:11: Expected a text in double quotes here but found the number 7",
      "sheet.json:7:29: Expected an object",
      "sheet.json:7:34: The key “name” is missing",
      "sheet.json:8:3: There is no name “colour” here. Possible names:",
    ]
    #expect(found.count == begins.count)
    for (issue, begin) in zip(found, begins) { #expect(issue.hasPrefix(begin)) }
  }

  @Test func `a number out of its range is reported with the range`() {
    let found = places(
      """
      {"title": {"vi": " ", "en": "x"}, "minutes": 181, "kind": 1, "opens": 1, "stages": {}}
      """)
    #expect(found.contains { $0.hasPrefix("sheet.json:1:18: “vi” is empty") })
    #expect(found.contains { $0.contains("181 is outside the allowed range 1 … 180") })
    #expect(found.count == 5)
  }

  @Test func `what is no JSON is one issue with its place`() {
    #expect(places("{\n  \"title\": ,\n}").first?.hasPrefix("sheet.json:2:12: ") == true)
    #expect(places("[]").first?.hasPrefix("sheet.json:1:1: Expected an object") == true)
    #expect(places("[]").count == 1)
  }

  @Test func `a byte order mark of an editor is forgiven and takes no column`() throws {
    let bytes = [UInt8]("\u{feff}{\"a\": x}".utf8)
    let issue = #expect(throws: SourceIssue.self) { try LocatedJSON(bytes, file: "f") }
    #expect(issue?.location == SourceLocation(file: "f", line: 1, column: 7))
  }

  @Test func `every node knows its place`() throws {
    let json = try LocatedJSON([UInt8]("{\r\n \"ế\": [1,\r\n  {\"b\": null}]}".utf8), file: "f")
    guard case .object(let members) = json.value, let member = members.first,
      case .array(let items) = member.value.value
    else {
      Issue.record("not the expected shape")
      return
    }
    #expect(member.keyLocation == SourceLocation(file: "f", line: 2, column: 2))
    #expect(items.map(\.location.line) == [2, 3])
    #expect(items.map(\.location.column) == [8, 3])
    #expect(json.plain == .object(["ế": .array([.int(1), .object(["b": .null])])]))
  }

  @Test(arguments: [
    ("tilte", "title"), ("titel", "title"), ("Title", "title"), ("minute", "minutes"),
    ("opensAt", nil), ("x", nil),
  ])
  func `the nearest name is offered only when it is near`(name: String, nearest: String?) {
    #expect(nearestName(to: name, among: ["title", "minutes", "kind"]) == nearest)
  }
}
