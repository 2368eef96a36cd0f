import Testing

@testable import QuizEngine

/// A contest from its start to the lists that leave the house.
@Suite struct ContestExportTests {
  private let school: School
  private let contest: ContestID
  private let people: [Person]

  init() throws {
    let school = try School()
    try school.importPeople(
      "Họ và tên,Lớp,Mã số\nNguyễn An,6A,1\nTrần Bình,6A,2\n=Lê Chi,6B,3\nĐỗ Dũng,6B,4\n")
    let engine = school.engine
    try engine.importBank(
      Given.bank(6), name: "khoa-mau/questions/ngan-hang.gift",
      unit: school.unit.id, by: .operatorAtMachine,
      at: Given.monday)
    let sheet = Given.sheet(
      prediction: PredictionTerms(
        target: .persons, question: Given.text("Bao nhiêu người dự thi?"), minimum: 0,
        maximum: 1000),
      ranking: RankingTerms(
        counted: .best, requiresAllCorrect: false,
        keys: [
          RankingKey(.score, .descending), RankingKey(.predictionDistance, .ascending),
          RankingKey(.timeUsed, .ascending),
        ]))
    contest = try engine.openContest(
      sheet: sheet.json.encoded(), file: "the-le.json", unit: school.unit.id,
      by: .operatorAtMachine, at: Given.monday
    ).id
    people = try school.people().sorted { ($0.code ?? "") < ($1.code ?? "") }
    self.school = school
  }

  /// One attempt that answers `right` items rightly and submits after `minutes`, if at all.
  @discardableResult
  private func attempt(
    _ person: Person, right: Int, prediction: Int?, minutes: Int?, at start: Instant = Given.monday
  ) throws -> AttemptID {
    let session = try school.session(person)
    let dealt: DealtAttempt = try school.wait {
      school.engine.startAttempt(in: contest, by: session, at: start, then: $0)
    }
    for item in dealt.paper.items.prefix(right) {
      let index = try #require(item.options.firstIndex { $0.isRight })
      let letter = try #require(OptionLetter(index: index))
      let _: SavedAnswer = try school.wait {
        school.engine.save(
          .choice(letter), slot: item.slot, revision: 1, in: dealt.attempt.id, by: person.id,
          at: start + .seconds(item.slot), then: $0)
      }
    }
    if let prediction {
      let _: SavedPrediction = try school.wait {
        school.engine.predict(
          prediction, revision: 1, in: dealt.attempt.id, by: person.id, at: start + .seconds(30),
          then: $0)
      }
    }
    if let minutes {
      let _: EndedAttempt = try school.wait {
        school.engine.submit(
          dealt.attempt.id, by: person.id, at: start + .minutes(minutes), then: $0)
      }
    }
    return dealt.attempt.id
  }

  /// Does to the file what nobody should.
  private func tamper(_ sql: StaticString) throws {
    _ = try school.engine.write { try $0.connection.run(sql) }
  }

  private func runThrough() throws {
    try attempt(people[0], right: 4, prediction: 3, minutes: 5)
    try attempt(people[1], right: 1, prediction: 9, minutes: 2)
    try attempt(
      people[1], right: 4, prediction: 9, minutes: 4, at: Given.monday + .minutes(10))
    try attempt(people[2], right: 4, prediction: nil, minutes: 3)
    try school.engine.tick(at: Given.monday + .hours(2))
  }

  @Test func `the result list has everything and opens in a spreadsheet`() throws {
    try runThrough()
    let table = try school.engine.resultTable(of: contest, round: 0, by: .operatorAtMachine)
    let text = String(
      decoding: table.csv(separator: .comma, language: .vietnamese).dropFirst(3), as: UTF8.self)
    #expect(
      text == """
        Hạng,Họ và tên,Lớp,Trường,Mã đơn vị,Điểm,Số câu đúng,Thời gian làm bài (giây),\
        Nộp bài lúc (giờ Việt Nam),Dự đoán,Chênh lệch dự đoán,Số lượt đã thi,Tiêu chí quyết định\r
        1,Nguyễn An,Lớp 6A,Trường THCS Mẫu,thcs-mau-6a,40,4,300.000,23/11/2026 10:05:00,3,0,1,\r
        2,Trần Bình,Lớp 6A,Trường THCS Mẫu,thcs-mau-6a,40,4,240.000,23/11/2026 10:14:00,9,6,2,\
        chênh lệch dự đoán\r
        3,'=Lê Chi,Lớp 6B,Trường THCS Mẫu,thcs-mau-6b,40,4,180.000,23/11/2026 10:03:00,,,1,\
        chênh lệch dự đoán\r

        """)
  }

  @Test func `pages join without a gap`() throws {
    try runThrough()
    var ranks: [Int] = []
    try school.engine.results(of: contest, round: 0, by: .operatorAtMachine, page: 1) { rows in
      #expect(rows.count == 1)
      ranks += rows.map(\.rank)
    }
    #expect(ranks == [1, 2, 3])
  }

  @Test func `nothing leaves before the round is ranked`() throws {
    try attempt(people[0], right: 4, prediction: 3, minutes: 5)
    #expect(throws: Refusal.notRevealedYet) {
      try school.engine.resultTable(of: contest, round: 0, by: .operatorAtMachine)
    }
  }

  @Test func `units count attempts and persons apart`() throws {
    try runThrough()
    let rows = try school.engine.participation(of: contest, by: .operatorAtMachine)
    #expect(rows.map(\.unit.code) == ["thcs-mau", "thcs-mau-6a", "thcs-mau-6b"])
    #expect(rows.map(\.attempts) == [4, 3, 1])
    #expect(rows.map(\.persons) == [3, 2, 1])
    #expect(rows.map(\.finishedPersons) == [3, 2, 1])
    #expect(rows.map { $0.rate.text() } == ["75.0", "100.0", "50.0"])
  }

  @Test func `an attempt agrees with its steps, and its receipt proves one`() throws {
    let id = try attempt(people[0], right: 4, prediction: 3, minutes: 5)
    let check = try school.engine.verify(id, by: .operatorAtMachine)
    #expect(check.fault == nil)
    #expect(check.steps == 6)
    let receipt = try #require(check.head?.code)
    #expect(
      try school.engine.verify(id, receipt: receipt.lowercased(), by: .operatorAtMachine).fault
        == nil)
    #expect(
      try school.engine.verify(id, receipt: "5" + receipt.dropFirst(), by: .operatorAtMachine)
        .fault == .receiptUnknown)
  }

  @Test func `a changed answer breaks the chain where it was changed`() throws {
    let id = try attempt(people[0], right: 4, prediction: nil, minutes: 5)
    try tamper("DROP TRIGGER step_is_append_only")
    try tamper("UPDATE step SET action = 'save 2 1 d' WHERE sequence = 2")
    #expect(
      try school.engine.verify(id, by: .operatorAtMachine).fault == .brokenChain(at: 2))
  }

  @Test func `a missing step breaks the chain`() throws {
    let id = try attempt(people[0], right: 4, prediction: nil, minutes: 5)
    try tamper("DELETE FROM step WHERE sequence = 3")
    #expect(
      try school.engine.verify(id, by: .operatorAtMachine).fault == .brokenChain(at: 3))
  }

  @Test func `a whole contest is checked, with what still runs`() throws {
    try runThrough()
    let running = try attempt(people[3], right: 3, prediction: nil, minutes: nil)
    let checks = try school.engine.verifyAll(of: contest, by: .operatorAtMachine)
    #expect(checks.allSatisfy { $0.fault == nil })
    #expect(checks.map(\.steps).sorted() == [3, 3, 5, 6, 6])
    try tamper("UPDATE journal SET at = at + 1 WHERE sequence = 2")
    let faults = try school.engine.verifyAll(of: contest, by: .operatorAtMachine)
      .filter { $0.fault != nil }
    #expect(faults.map(\.attempt) == [running])
    #expect(faults.first?.fault == .brokenChain(at: 2))
  }

  @Test func `a last step that cannot be read is told, not passed over`() throws {
    let running = try attempt(people[3], right: 3, prediction: nil, minutes: nil)
    try tamper("UPDATE journal SET action = 'what' WHERE sequence = 3")
    let checks = try school.engine.verifyAll(of: contest, by: .operatorAtMachine)
    #expect(checks.map(\.attempt) == [running])
    #expect(checks.first?.fault == .brokenChain(at: 3))
  }

  @Test func `a score that the steps do not give is found`() throws {
    let id = try attempt(people[0], right: 1, prediction: nil, minutes: 5)
    try tamper("UPDATE attempt SET points = 40000")
    #expect(try school.engine.verify(id, by: .operatorAtMachine).fault == .outcomeDiffers)
  }

  @Test func `the audit log's chain shows a change`() throws {
    let whole = try school.engine.verifyAudit()
    #expect(whole.brokenAt == nil)
    try tamper("DROP TRIGGER audit_is_append_only")
    try tamper("UPDATE audit SET detail = 'nothing' WHERE sequence = 2")
    #expect(try school.engine.verifyAudit().brokenAt == 2)
  }
}
