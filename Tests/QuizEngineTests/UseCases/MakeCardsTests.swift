import Testing

@testable import QuizEngine

@Suite struct MakeCardsTests {
  private func cards(_ school: School) throws -> CardBatch {
    try school.engine.makeCards(
      for: .unit(school.unit.id), by: .operatorAtMachine, at: Given.monday)
  }

  @Test func `a new card signs in and the old one does not`() throws {
    let school = try School()
    try school.importPeople("Họ và tên,Lớp\nNguyễn An,10A\nTrần Bình,6A\nLê Ân,6A\n")
    let first = try cards(school)
    let second = try cards(school)
    #expect(first.cards.map(\.person.name) == ["Lê Ân", "Trần Bình", "Nguyễn An"])
    for (old, new) in zip(first.cards, second.cards) {
      #expect(throws: Refusal.cardReplaced(at: Given.monday)) {
        try school.engine.signIn(card: old.secret.text, at: Given.monday)
      }
      let signedIn = try school.engine.signIn(card: new.secret.grouped, at: Given.monday)
      #expect(signedIn.person.id == new.person.id)
    }
  }

  @Test func `whoever found the old card is signed out when a new one is printed`() throws {
    let school = try School()
    try school.importPeople("Họ và tên,Lớp\nNguyễn An,6A\nTrần Bình,6A\n")
    let first = try cards(school)
    let signedIn = try first.cards.map {
      try school.engine.signIn(card: $0.secret.text, at: Given.monday)
    }
    _ = try school.engine.makeCards(
      for: .person(first.cards[0].person.id), by: .operatorAtMachine, at: Given.monday)
    let running = try signedIn.map {
      try school.engine.session(token: $0.token, at: Given.monday) != nil
    }
    #expect(running == [false, true])
    // Streams ask the memory.
    #expect(!school.engine.sessions.holds(signedIn[0].session))
    _ = try cards(school)
    #expect(try school.engine.session(token: signedIn[1].token, at: Given.monday) == nil)
  }

  @Test func `the file keeps no secret`() throws {
    let school = try School()
    try school.importPeople("Họ và tên,Lớp\nNguyễn An,6A\n")
    let card = try #require(try cards(school).cards.first)
    school.engine.close()
    let bytes = try school.folder.bytes("data/training.sqlite")
    #expect(!contains(bytes, Array(card.secret.text.utf8)))
    #expect(contains(bytes, card.secret.digest.bytes))
  }

  @Test func `staff get no card`() throws {
    let school = try School()
    try school.importPeople("Họ và tên,Lớp,Vai trò\nAn,6A,\nCô Hoa,6A,giáo viên\n")
    let batch = try cards(school)
    #expect(batch.cards.map(\.person.name) == ["An"])
    #expect(batch.staff.map(\.name) == ["Cô Hoa"])
  }

  @Test func `a dry run leaves the cards as they are`() throws {
    let school = try School()
    try school.importPeople("Họ và tên,Lớp\nNguyễn An,6A\n")
    let card = try #require(try cards(school).cards.first)
    _ = try school.engine.makeCards(
      for: .unit(school.unit.id), isDryRun: true, by: .operatorAtMachine, at: Given.monday)
    _ = try school.engine.signIn(card: card.secret.text, at: Given.monday)
  }

  @Test func `a lost card is useless at once`() throws {
    let school = try School()
    try school.importPeople("Họ và tên,Lớp\nNguyễn An,6A\n")
    let card = try #require(try cards(school).cards.first)
    let signedIn = try school.engine.signIn(card: card.secret.text, at: Given.monday)
    _ = try school.engine.revokeCard(
      card.secret.grouped, by: .operatorAtMachine, at: Given.monday)
    #expect(try school.engine.session(token: signedIn.token, at: Given.monday) == nil)
    #expect(throws: Refusal.cardReplaced(at: Given.monday)) {
      try school.engine.signIn(card: card.secret.text, at: Given.monday)
    }
  }

  @Test func `one lost card is replaced and no other`() throws {
    let school = try School()
    try school.importPeople("Họ và tên,Lớp\nNguyễn An,6A\nTrần Bình,6A\n")
    let batch = try cards(school)
    let (lost, other) = (batch.cards[0], batch.cards[1])
    let replaced = try school.engine.makeCards(
      for: .person(lost.person.id), by: .operatorAtMachine, at: Given.monday)
    #expect(replaced.cards.map(\.person.id) == [lost.person.id])
    #expect(throws: Refusal.cardReplaced(at: Given.monday)) {
      try school.engine.signIn(card: lost.secret.text, at: Given.monday)
    }
    _ = try school.engine.signIn(card: other.secret.text, at: Given.monday)
  }

  private func classOfTwo() throws -> (School, Cohort, [PrintedCard]) {
    let school = try School()
    let cohort = try school.engine.createCohort(
      name: "6A", unit: school.unit.id, course: nil, dueAt: nil, by: .operatorAtMachine,
      at: Given.monday)
    try school.importPeople("Họ và tên,Lớp\nNguyễn An,6A\nTrần Bình,6A\n", cohort: cohort.id)
    let made = try school.engine.makeCards(
      for: .without(cohort.id), by: .operatorAtMachine, at: Given.monday)
    return (school, cohort, made.cards)
  }

  @Test func `cards for those without one lock nobody's card`() throws {
    let (school, cohort, cards) = try classOfTwo()
    try school.importPeople("Họ và tên,Lớp\nLê Châu,6A\n", cohort: cohort.id)
    let standing = try school.engine.cardStanding(
      ofCohort: cohort.id, by: .operatorAtMachine, at: Given.monday)
    #expect(standing == CardStanding(pupils: 3, holders: 2, running: 0))
    let late = try school.engine.makeCards(
      for: .without(cohort.id), by: .operatorAtMachine, at: Given.monday)
    #expect(late.cards.map(\.person.name) == ["Lê Châu"])
    for card in cards + late.cards {
      _ = try school.engine.signIn(card: card.secret.text, at: Given.monday)
    }
    let none = try school.engine.makeCards(
      for: .without(cohort.id), by: .operatorAtMachine, at: Given.monday)
    #expect(none.cards.isEmpty)
  }

  @Test func `whoever gets a card while the sheet is made keeps it and stands on no sheet`() throws
  {
    let (school, cohort, cards) = try classOfTwo()
    let (person, given) = (cards[0].person.id, CardSecret(school.engine.environment))
    try school.engine.revokeCards(of: person, by: .operatorAtMachine, at: Given.monday)
    let sheet = school.engine.race(
      { try $0.connection.signIns.insertCard(given.digest, person: person, at: Given.monday) },
      against: {
        try $0.makeCards(for: .without(cohort.id), by: .operatorAtMachine, at: Given.monday)
      })
    #expect(try sheet.get().cards.isEmpty)
    let signedIn = try school.engine.signIn(card: given.text, at: Given.monday)
    #expect(signedIn.person.id == person)
  }

  @Test func `whoever leaves while the sheet is made takes nobody's card away`() throws {
    let (school, cohort, cards) = try classOfTwo()
    let gone = cards[0].person.id
    let sheet = school.engine.race(
      { try $0.connection.importTraces.remove(gone) },
      against: {
        try $0.makeCards(for: .cohort(cohort.id), by: .operatorAtMachine, at: Given.monday)
      })
    #expect(try sheet.get().cards.map(\.person.id) == [cards[1].person.id])
  }

  @Test func `namesakes of a class are told apart by year of birth, then by code`() throws {
    let school = try School()
    try school.importPeople(
      "Họ và tên,Lớp,Năm sinh,Mã HS\nTrần Nhi,7A,2013,HS804\nTrần Nhi,7A,2014,HS805\n"
        + "Lê An,7A,2013,HS806\nLê An,7A,2013,HS807\nLê An,7B,2013,HS808\n")
    let cards = try cards(school).cards
    #expect(
      Set(cards.map { "\($0.person.code ?? "") \($0.classLine)" }) == [
        "HS804 Lớp 7A · sinh năm 2013", "HS805 Lớp 7A · sinh năm 2014", "HS806 Lớp 7A · mã HS806",
        "HS807 Lớp 7A · mã HS807", "HS808 Lớp 7B",
      ])
    let later = try school.engine.makeCards(
      for: .person(cards[0].person.id), by: .operatorAtMachine, at: Given.monday)
    #expect(later.cards[0].distinction == cards[0].distinction)
  }

  @Test func `a class gets new cards only while as many lock as was said`() throws {
    let (school, cohort, cards) = try classOfTwo()
    #expect(throws: Refusal.invalid(field: "locking", .contradicts)) {
      try school.engine.makeCards(
        for: .cohort(cohort.id), locking: 1, by: .operatorAtMachine, at: Given.monday)
    }
    for card in cards { _ = try school.engine.signIn(card: card.secret.text, at: Given.monday) }
    let new = try school.engine.makeCards(
      for: .cohort(cohort.id), locking: 2, by: .operatorAtMachine, at: Given.monday)
    #expect(new.cards.count == 2)
    for card in cards {
      #expect(throws: Refusal.cardReplaced(at: Given.monday)) {
        try school.engine.signIn(card: card.secret.text, at: Given.monday)
      }
    }
  }

  @Test func `the sheet shows every code and hides markup in names`() {
    let sheet = CardSheet(
      title: "6A & 6B",
      cards: [
        .init(
          name: "<b>An</b>", className: "Lớp 6A", school: "", code: "abcd-efgh",
          link: "https://thi.example/c/abcdefgh")
      ])
    let page = sheet.page.text
    #expect(page.contains("&lt;b&gt;An&lt;/b&gt;"))
    #expect(page.contains("abcd-efgh"))
    #expect(page.contains("<b>https://thi.example</b>"))
    #expect(page.contains("<svg class=\"qr\""))
  }
}

/// Whether `needle` stands anywhere in `bytes`.
private func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
  guard bytes.count >= needle.count else { return false }
  return (0...bytes.count - needle.count).contains { start in
    bytes[start] == needle[0] && Array(bytes[start..<start + needle.count]) == needle
  }
}
