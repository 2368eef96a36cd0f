import Testing

@testable import QuizEngine

/// A board kept in memory must show what the tables show.
@Suite struct BoardBookTests {
  let workshop: Workshop
  let contest: Contest
  let person: Person

  init() throws {
    workshop = try Workshop()
    contest = try workshop.openContest()
    person = try Self.bring("Nguyễn Văn An", into: workshop)
    try workshop.attempt(contest.id, by: try session(), right: 4)
    workshop.advance(to: contest.windows[0].closes)
    try workshop.tick()
  }

  /// The pupil of the class list, whose code stays the same.
  @discardableResult
  private static func bring(_ name: String, into workshop: Workshop) throws -> Person {
    let list = "Họ và tên,Mã học sinh,Năm sinh\n\(name),HS1,2014\n"
    let plan = try workshop.engine.importPeople(
      Array(list.utf8), file: "lop.csv", into: workshop.schoolClass.id, by: .operatorAtMachine,
      at: workshop.now)
    return try #require(plan.rows.first).person
  }

  private func session() throws -> Session {
    let card = CardSecret(workshop.engine.environment)
    let (digest, person, now) = (card.digest, person.id, workshop.now)
    try workshop.engine.write { transaction in
      try transaction.connection.signIns.insertCard(digest, person: person, at: now)
    }
    return try workshop.engine.signIn(card: card.text, at: now).session
  }

  private func board(_ reader: Session) throws -> BoardReading {
    try workshop.engine.board(contest.id, for: reader, at: workshop.now)
  }

  @Test func `a page is read once for everybody`() throws {
    let reader = try session()
    let first = try board(reader)
    #expect(try board(reader).page === first.page)
    let other = try workshop.pupil("Lê Chi")
    #expect(try board(other).page === first.page)
    #expect(
      try workshop.engine.board(contest.id, limit: 1, for: other, at: workshop.now).page
        !== first.page)
  }

  @Test func `a corrected name stands on the board at once`() throws {
    let reader = try workshop.pupil("Lê Chi")
    #expect(try board(reader).rows.map(\.person.name) == ["Nguyễn Văn An"])
    try Self.bring("Nguyễn Văn Ân", into: workshop)
    #expect(try board(reader).rows.map(\.person.name) == ["Nguyễn Văn Ân"])
  }

  @Test func `what is ranked anew stands on the board at once`() throws {
    let organizer = try workshop.staff(.organizer)
    let before = try board(organizer)
    try workshop.engine.publishContest(contest.id, by: .person(organizer), at: workshop.now)
    #expect(try board(organizer).page !== before.page)
  }

  @Test func `what was read before a change is not kept after it`() throws {
    let book = BoardBook()
    let key = BoardBook.Key(contest: contest.id, round: 0, position: 0, limit: 1)
    let old = book.page(key) {
      book.forget()
      return BoardPage(rows: [], size: 0)
    }
    #expect(book.page(key) { BoardPage(rows: [], size: 1) } !== old)
  }
}
