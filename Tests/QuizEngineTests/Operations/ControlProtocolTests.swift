import Testing

@testable import QuizEngine

@Suite struct ControlProtocolTests {
  private func payload(_ frame: [UInt8]) throws -> [UInt8] {
    let length = try ControlProtocol.length(header: frame.prefix(4))
    #expect(frame.count == length + 4)
    return Array(frame.dropFirst(4))
  }

  @Test func `a command arrives as it was sent`() throws {
    let operation = Operation(
      "person", "import", operands: ["lớp 6A.csv", ""],
      options: ["unit": ["thcs"], "as": ["a", "b"]], flags: ["all", "verify"],
      files: [
        "/usr/share/training-server/Courses/tim-hieu-luat-an-ninh-mang/contests/tuần.json": Array(
          0...255), "-": [],
      ], language: .english, isDryRun: true)
    let frame = try ControlProtocol.encodeRequest(operation)
    #expect(try ControlProtocol.decodeRequest(payload(frame)) == operation)
  }

  @Test func `an outcome arrives as it was`() throws {
    let outcome = OperationOutcome(
      table: TableTests.table,
      documents: [
        .init(name: "a.html", mediaType: "text/html", bytes: Array(0...255), isSecret: true)
      ], notes: [Given.text("Xong")])
    let frame = ControlProtocol.encodeReply(.success(outcome))
    #expect(try ControlProtocol.decodeReply(payload(frame)) == .success(outcome))
  }

  @Test func `every kind of cell arrives as it was`() throws {
    var table = Table(columns: [.init("cell", vi: "Ô", en: "Cell")])
    table.rows = [
      [.none], [.text("")], [.count(-7)], [.points(Points(thousandths: -1))],
      [.rate(Rate(1, of: 0))], [.instant(Given.monday)], [.span(.zero)], [.flag(false)],
      [.term("k", Given.text("từ"))],
    ]
    let frame = ControlProtocol.encodeReply(.success(OperationOutcome(table: table)))
    #expect(
      try ControlProtocol.decodeReply(payload(frame)) == .success(OperationOutcome(table: table)))
  }

  @Test(arguments: OperationFailure.Kind.allCases)
  func `a failure arrives as it was`(kind: OperationFailure.Kind) throws {
    let failure = OperationFailure(
      kind, Given.text("Không"),
      issues: [
        SourceIssue(SourceLocation(file: "a.csv", line: 2, column: 3), Given.text("Sai"))
      ])
    let frame = ControlProtocol.encodeReply(.failure(failure))
    #expect(try ControlProtocol.decodeReply(payload(frame)) == .failure(failure))
  }

  @Test func `a length beyond the limit is refused before anything is read`() throws {
    #expect(throws: ControlProtocol.Fault.tooLarge) {
      try ControlProtocol.length(header: [0x04, 0, 0, 1])
    }
    #expect(try ControlProtocol.length(header: [0x04, 0, 0, 0]) == ControlProtocol.limit)
    #expect(throws: ControlProtocol.Fault.malformed) {
      try ControlProtocol.length(header: [0, 0, 1])
    }
  }

  @Test func `a result too large becomes a failure that says what to do`() throws {
    let document = OperationOutcome.Document(
      name: "a", mediaType: "b", bytes: Array(repeating: 0, count: 50 << 20))
    let frame = ControlProtocol.encodeReply(.success(OperationOutcome(documents: [document])))
    guard case .failure(let failure) = try ControlProtocol.decodeReply(payload(frame)) else {
      Issue.record("a reply of more than 64 MiB was sent")
      return
    }
    #expect(failure.text == ControlProtocol.Fault.tooLarge.text)
  }

  @Test func `bytes that are no command get an answer and do nothing`() throws {
    let school = try School()
    var chance = Seeded(99)
    let good = Array(
      try ControlProtocol.encodeRequest(Operation("unit", "list")).dropFirst(4))
    for _ in 0..<300 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        bytes[Int.random(in: bytes.indices, using: &chance)] = UInt8.random(
          in: 0...255, using: &chance)
      }
      let reply = try ControlProtocol.decodeReply(
        payload(school.engine.answer(control: bytes, at: Given.monday)))
      if case .failure(let failure) = reply { #expect(failure.kind == .misuse) }
    }
    #expect(try school.engine.units().all.count == 1)
  }

  @Test func `the server does the command and answers`() throws {
    let school = try School()
    let request = try ControlProtocol.encodeRequest(
      Operation(
        "unit", "add", operands: ["lop-6a", "Lớp 6A"],
        options: ["kind": ["class"], "parent": ["thcs-mau"]]))
    let reply = try ControlProtocol.decodeReply(
      payload(school.engine.answer(control: payload(request), at: Given.monday)))
    #expect(try reply.get().table?.rows.first?.first == .text("lop-6a"))
    let again = try ControlProtocol.decodeReply(
      payload(school.engine.answer(control: payload(request), at: Given.monday)))
    #expect(
      again
        == .failure(
          OperationFailure(.refused, Refusal.alreadyExists(.unit, name: "lop-6a").text)))
  }
}
