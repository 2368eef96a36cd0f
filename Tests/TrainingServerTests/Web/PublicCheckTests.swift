import QuizEngine
import Testing

@testable import TrainingServer

/// What anybody may learn of a certificate and of the people on a board.
@Suite(.timeLimit(.minutes(1))) struct PublicCheckTests {
  private static func person(_ roles: Set<Role>, mayBeNamed: Bool) -> Person {
    Person(
      id: PersonID(number: 1), name: "Nguyễn Văn Ân", roles: roles, unit: UnitID(number: 1),
      mayBeNamed: mayBeNamed, registeredAt: TestClock.start)
  }

  private func paper(
    _ site: TestSite, code: String = "ABCD-EFGH-JKMN-PQRS"
  ) throws -> Certificate {
    let holder = try #require(site.people[.pupil])
    let paper = Certificate(
      id: CertificateID(number: 5), code: code, person: holder.id,
      holder: holder.name, unitName: "Trường A", course: "khoa-thu",
      courseTitle: TestContent.course.title, periods: 2, cohort: site.cohort,
      issuedAt: site.clock.now, year: 2026, entry: 1)
    try site.engine.write { try $0.connection.certificates.insert(paper) }
    return paper
  }

  @Test func `a certificate is valid until it is taken back, for programs and people`() throws {
    let site = try TestSite()
    let code = try paper(site).code
    let (api, page) = ("/api/v1/certificates/\(code)", "/verify/\(code)")
    let say = Words.open
    #expect(try site.ask("GET", api).json["status"]?.string == "valid")
    #expect(try site.ask("GET", page).body.contains(say.valid[.vietnamese]))
    site.clock.advance(.days(1))
    _ = try site.engine.revokeCertificate(
      code: code, reason: "Nghi em An thi hộ", publicReason: "Cấp nhầm", by: .operatorAtMachine,
      at: site.clock.now)
    let answer = try site.ask("GET", api)
    #expect(answer.json["status"]?.string == "revoked")
    #expect(answer.json["revokedAt"]?.string == "2026-11-24T03:00:00.000Z")
    let shown = try site.ask("GET", page).body
    #expect(shown.contains(say.withdrawn[.vietnamese]) && shown.contains("Cấp nhầm"))
    #expect(!shown.contains(say.valid[.vietnamese]))
    #expect(answer.json["publicReason"]?.string == "Cấp nhầm")
    for body in [answer.body, shown] { #expect(!body.contains("An thi hộ")) }
  }

  @Test
  func `without a public reason, and for one written before there were two, no reason is shown`()
    throws
  {
    let site = try TestSite()
    let code = try paper(site).code
    let now = site.clock.now
    _ = try site.engine.write {
      try $0.connection.run(
        "UPDATE certificate SET revoked_at = ?, revocation_reason = 'Chuyện riêng'",
        [.int(Int(now.milliseconds))])
    }
    let paths = [
      "/api/v1/certificates/\(code)", "/verify/\(code)", "/certificates/\(code)",
      "/verify/\(code)?language=en",
    ]
    for path in paths {
      let answer = try site.ask("GET", path)
      #expect(!answer.body.contains("Chuyện riêng"), "\(path)")
      #expect(!answer.body.contains(Words.open.withdrawnWhy[.vietnamese] + ":"), "\(path)")
    }
    #expect(try site.ask("GET", paths[0]).json["status"]?.string == "revoked")
    #expect(try site.ask("GET", paths[0]).json["publicReason"] == nil)
    #expect(try site.ask("GET", paths[1]).body.contains(Words.open.withdrawn[.vietnamese]))
  }

  @Test(arguments: [
    "ABCD-EFGH-JKMN-P01S", "abcd-efgh-jkmn-p01s", "ABCDEFGHJKMNP01S", "ABCD EFGH JKMN POIS",
    "abcd-efgh-jkmn-pOlS", "ABCD\u{2013}EFGH\u{2013}JKMN\u{2013}P0lS",
    "ABCD\u{a0}EFGH\u{2014}JKMN\u{2212}poiS", "\u{feff}ABCD-EFGH-JKMN-P01S\u{200b}",
  ])
  func `a code is found as people type and copy it`(typed: String) throws {
    let site = try TestSite()
    _ = try paper(site, code: "ABCD-EFGH-JKMN-P01S")
    let path = FormEncoding.encode(typed).replacing("+", with: "%20")
    let answer = try site.ask("GET", "/api/v1/certificates/\(path)")
    #expect(answer.json["code"]?.string == "ABCD-EFGH-JKMN-P01S", "\(answer.text)")
    #expect(try site.ask("GET", "/verify/\(path)").status == 200)
    let form = try site.ask("GET", "/verify?code=\(path)")
    #expect(form["Location"] == "/verify/ABCD-EFGH-JKMN-P01S", "\(form.text)")
  }

  @Test func `a code that is none is found nowhere`() throws {
    let site = try TestSite()
    _ = try paper(site)
    for typed in ["ABCD-EFGH-JKMN-PQR", "ABCD_EFGH_JKMN_PQRS", "ABCD-EFGH-JKMN-PQRS-T", "%CC%81"] {
      #expect(try site.ask("GET", "/api/v1/certificates/\(typed)").status == 404, "\(typed)")
      #expect(try site.ask("GET", "/verify/\(typed)").status == 404, "\(typed)")
    }
  }

  @Test func `a check shows a pupil's initials only`() throws {
    let site = try TestSite()
    let paper = try paper(site)
    for path in ["/api/v1/certificates/\(paper.code)", "/verify/\(paper.code)"] {
      let answer = try site.ask("GET", path)
      #expect(answer.body.contains("N. V. P."))
      #expect(!answer.body.contains(paper.holder))
    }
  }

  @Test(arguments: [
    (person([.student], mayBeNamed: false), "N. V. Â."),
    (person([.student], mayBeNamed: true), "Nguyễn Văn Ân"),
    (person([.teacher], mayBeNamed: false), "N. V. Â."),
  ])
  func `a board names people in full only with consent`(person: Person, name: String) {
    #expect(PublicName.of(person) == name)
  }
}
