import QuizEngine
import Testing

@testable import TrainingServer

/// Every object that a body may name × where it lies × role: whoever may not use it is told the same
/// as if it were not there.
@Suite(.timeLimit(.minutes(5))) struct BodyObjectTests {
  /// What a route's body may name.
  enum Named: Hashable, Sendable {
    case unit, cohort, course, bank, upload, session
  }

  /// Routes whose bodies name objects; a body of any other route names none.
  static let named: [String: Set<Named>] = [
    "POST /manage/cohorts": [.unit, .course],
    "POST /manage/import": [.unit, .cohort, .upload],
    "POST /manage/contests": [.unit, .bank, .upload],
    "POST /me/sessions": [.session],
  ]

  /// Routes whose bodies hold answers, secrets and words, but name no object.
  static let plain: Set<String> = [
    "POST /sign-in", "POST /sign-in/code", "POST /sign-out", "POST /language",
    "POST /courses/{course}/lessons/{lesson}/checkpoint",
    "POST /courses/{course}/modules/{module}/test", "POST /courses/{course}/certificate",
    "POST /contests/{contest}/attempts", "POST /attempts/{attempt}/answers/{slot}",
    "POST /attempts/{attempt}/prediction", "POST /attempts/{attempt}/submission",
    "POST /me/password", "POST /me/second-factor", "POST /me/second-factor/confirmation",
    "POST /me/second-factor/recovery-codes", "POST /me/second-factor/end",
    "POST /manage/cohorts/{cohort}/people", "POST /manage/cohorts/{cohort}/cards",
    "POST /manage/cohorts/{cohort}/cards/renewal",
    "POST /cohorts/{cohort}/people/{person}/card",
    "POST /api/v1/cohorts/{cohort}/people/{person}/card",
    "POST /manage/cohorts/{cohort}/certificates",
    "POST /manage/certificates/{code}/revocation", "POST /manage/contests/{contest}/closing",
    "POST /manage/contests/{contest}/publication", "POST /api/v1/session",
    "POST /api/v1/courses/{course}/lessons/{lesson}/completion",
    "POST /api/v1/contests/{contest}/attempts",
    "PUT /api/v1/attempts/{attempt}/answers/{slot}", "PUT /api/v1/attempts/{attempt}/prediction",
    "POST /api/v1/attempts/{attempt}/submission",
    "POST /api/v1/attempts/{attempt}/late-deliveries",
    "POST /api/v1/contests/{contest}/closing", "POST /api/v1/contests/{contest}/publication",
  ]

  @Test func `every route that takes a body says what its body names`() {
    for endpoint in RouteTable.endpoints where endpoint.body != .none {
      let route = "\(endpoint.method.rawValue) \(endpoint.pattern)"
      #expect(
        Self.plain.contains(route) != (Self.named[route] != nil), "no row for \(route)")
    }
  }

  private let site: TestSite

  init() throws {
    site = try TestSite()
  }

  private func unit(_ code: String) throws -> UnitID { try site.engine.unit(code: code).id }

  /// Where an object lies, seen from organizer A, and whether they may name it.
  private static let places = [
    ("truong-a", true), ("truong-a-6a", true), ("truong-b", false), ("so-thu", false),
  ]

  private func upload(
    _ path: String, as who: Who, _ fields: [(String, String)], file: (String, String)
  ) throws -> TestAnswer {
    let token = FormToken.make(.bearer(who.token))
    let parts = ([("_csrf", token)] + fields).map {
      "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
    }
    let named = "--b\r\nContent-Disposition: form-data; name=\"\(file.0)\"; filename=\"a\"\r\n\r\n"
    return try site.ask(
      "POST", path, as: who, json: parts.joined() + named + file.1 + "\r\n--b--\r\n",
      [
        "Content-Type": "multipart/form-data; boundary=b", "Accept": "application/json",
        "Sec-Fetch-Site": "same-origin",
      ])
  }

  @Test(arguments: [Who.organizerA, .organizer, .admin, .teacher, .auditor, .pupil])
  func `a bank is found by name and digest only where its unit lies below`(who: Who) throws {
    let answers = try Self.places.map { code, isInside in
      let bank = QuestionText.bank([TestContent.question(90), TestContent.question(91)])
      try site.engine.importBank(
        bank, name: "bank-\(code)", unit: try unit(code), by: .operatorAtMachine,
        at: site.clock.now)
      return (code, isInside, bank)
    }
    for (code, isInside, bank) in answers {
      for name in ["bank-\(code)", bank.digest.named] {
        let sheet = String(decoding: TestContent.sheet, as: UTF8.self)
          .replacing("\"ngan-hang-thu\"", with: "\"\(name)\"")
          .replacing("\"count\":4", with: "\"count\":2")
        let answer = try upload(
          "/manage/contests", as: who, [("unit", try unit("truong-a").text), ("mode", "preview")],
          file: ("sheet", sheet))
        switch who {
        case .organizerA:
          // The digest is held by each of the four: what is one's own opens it.
          let opens = isInside || name == bank.digest.named
          #expect((answer.status == 200) == opens, "\(name): \(answer.text.suffix(300))")
        case .organizer, .admin: #expect(answer.status == 200, "\(name): \(answer.status)")
        default: #expect(answer.status == 403)
        }
      }
    }
  }

  @Test func `a cohort elsewhere is none in the body of an import, as in an address`() throws {
    for (code, isInside) in Self.places {
      let cohort = try site.engine.createCohort(
        name: "Lớp \(code)", unit: try unit(code), course: nil, dueAt: nil,
        by: .operatorAtMachine, at: site.clock.now)
      let answer = try upload(
        "/manage/import", as: .organizerA,
        [("unit", try unit("truong-a").text), ("cohort", cohort.id.text), ("mode", "preview")],
        file: ("file", "Họ và tên,Lớp\nLê An,6A\n"))
      #expect((answer.status == 404) == !isInside, "\(code): \(answer.text.suffix(200))")
    }
  }

  @Test func `an upload is its sender's alone`() throws {
    let sheet = String(decoding: TestContent.sheet, as: UTF8.self)
    let token = site.site.uploads.keep(
      [UploadedFile(field: "sheet", fileName: "a.json", mediaType: nil, bytes: Array(sheet.utf8))],
      of: try #require(site.people[.admin]).id, site.engine.environment, at: site.clock.now)
    let before = try site.engine.read { try $0.contests.all() }.count
    let answer = try upload(
      "/manage/contests", as: .organizerA,
      [("unit", try unit("truong-a").text), ("mode", "open"), ("upload", token)],
      file: ("bank", ""))
    #expect(answer.status == 422)
    #expect(try site.engine.read { try $0.contests.all() }.count == before)
  }
}
