import QuizEngine
import Testing

@testable import TrainingServer

/// Every route of the table × every role × where the object lies: own, child, sibling, parent and
/// other unit.
@Suite(.timeLimit(.minutes(5))) struct UnitMatrixTests {
  static let actors: [Role?] = [nil] + Role.allCases.map { $0 }

  private static func name(_ endpoint: Endpoint) -> String {
    "\(endpoint.method.rawValue) \(endpoint.pattern)"
  }

  /// Where the answer can depend on the object, all five; otherwise one is enough.
  private static func relations(_ endpoint: Endpoint) -> [Relation] {
    let names = ["{contest}", "{attempt}", "{cohort}", "{code}"]
    let asksUnit =
      endpoint.method == .post
      && ["/manage/cohorts", "/manage/import", "/manage/contests"]
        .contains(endpoint.pattern.description)
    let depends = asksUnit || names.contains { endpoint.pattern.description.contains($0) }
    return depends ? Relation.allCases : [.own]
  }

  @Test func `every route has its rule, and the matrix a thousand cells`() {
    for endpoint in RouteTable.endpoints {
      #expect(UnitRule.of(Self.name(endpoint)) != nil, "no rule for \(Self.name(endpoint))")
    }
    let cells = RouteTable.endpoints.map { Self.relations($0).count * Self.actors.count }
    #expect(cells.reduce(0, +) >= 1000)
  }

  @Test(arguments: RouteTable.endpoints.map(Self.name))
  func `a route opens by role and by where the object lies`(route: String) throws {
    let endpoint = try #require(RouteTable.endpoints.first { Self.name($0) == route })
    let rule = try #require(UnitRule.of(route), "no rule for \(route)")
    let district = try District()
    for relation in Self.relations(endpoint) {
      let call = try #require(district.calls[relation])
      for role in Self.actors {
        let answer = try call.ask(endpoint, token: role.map(District.token))
        #expect(
          Verdict(answer) == rule.verdict(role, relation),
          "\(route) as \(role?.rawValue ?? "nobody"), \(relation): \(answer.text.suffix(300))")
      }
    }
  }
}

/// The test school with one more root, a person of each role in school A, and a contest, a cohort,
/// an attempt and a certificate in each of five places.
private struct District {
  private let site: TestSite
  private(set) var calls: [Relation: RouteCall] = [:]

  static func token(_ role: Role) -> String {
    role.rawValue + String(repeating: "u", count: 43 - role.rawValue.utf8.count)
  }

  init() throws {
    site = try TestSite()
    let engine = site.engine
    let now = site.clock.now
    let school = try engine.unit(code: "truong-a").id
    let other = try engine.createUnit(
      code: "so-khac", name: "Sở khác", kind: .department, parent: nil, by: .operatorAtMachine,
      at: now)
    for (number, role) in Role.allCases.enumerated() {
      try Self.insert(
        person(2000 + number, [role], school), token: Self.token(role), engine, at: now)
    }
    let places: [(Relation, UnitID)] = [
      (.own, school), (.child, try engine.unit(code: "truong-a-6a").id),
      (.sibling, try engine.unit(code: "truong-b").id),
      (.parent, try engine.unit(code: "so-thu").id), (.other, other.id),
    ]
    for (number, (relation, unit)) in places.enumerated() {
      calls[relation] = try call(number, in: unit, at: now)
    }
  }

  private func person(_ number: Int, _ roles: Set<Role>, _ unit: UnitID) -> Person {
    Person(
      id: PersonID(number: UInt128(number)), name: "Nguyễn Văn \(number)", roles: roles,
      unit: unit, birthYear: 2012, registeredAt: site.clock.now)
  }

  private static func insert(
    _ person: Person, token: String, _ engine: Engine, at now: Instant
  ) throws {
    let session = Session(
      token: SHA256.hash(token), person: person.id, roles: person.roles, unit: person.unit,
      createdAt: now, expiresAt: now + .hours(12))
    try engine.write { transaction in
      try transaction.connection.persons.insert(person)
      try transaction.connection.signIns.insert(session)
    }
  }

  private func call(_ number: Int, in unit: UnitID, at now: Instant) throws -> RouteCall {
    let owner = person(3000 + number, [.student], unit)
    let token = "owner\(number)" + String(repeating: "v", count: 37)
    try Self.insert(owner, token: token, site.engine, at: now)
    let contest = try site.engine.openContest(
      sheet: TestContent.sheet, file: "thu.json", bank: TestContent.bank, unit: unit,
      by: .operatorAtMachine, at: now)
    let cohort = try site.engine.createCohort(
      name: "Lớp \(number)", unit: unit, course: "khoa-thu", dueAt: nil, by: .operatorAtMachine,
      at: now)
    try site.engine.enrol(
      [owner.id], in: cohort.id, as: .learner, by: .operatorAtMachine, at: now)
    let paper = Certificate.sample(number + 1, owner, cohort: cohort.id, at: now)
    try site.engine.write { try $0.connection.certificates.insert(paper) }
    let started = try site.ask(
      "POST", "/api/v1/contests/\(contest.id.text)/attempts", json: "{}",
      ["Authorization": "Bearer \(token)"])
    let attempt = try #require(
      started.json["attempt"]?.string.flatMap { AttemptID(text: $0) }, "\(started.text)")
    return RouteCall(
      site: site, contest: contest.id, attempt: attempt, cohort: cohort.id, person: owner.id,
      certificate: paper.code, unit: unit)
  }
}
