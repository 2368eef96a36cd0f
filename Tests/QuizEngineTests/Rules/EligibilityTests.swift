import Testing

@testable import QuizEngine

@Suite struct EligibilityTests {
  static let teens = Eligibility(roles: [.student], minimumAge: 14, maximumAge: 17)

  static func at(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

  /// Vector 8, with the birth year that is all we keep: the age at the start of the attempt.
  @Test func `the age counts at the start, by the calendar year in Viet Nam`() throws {
    let pupil = Given.person(birthYear: 2_012)
    let lastMoment = try Self.at("2025-12-31T23:59:59.999+07:00")
    #expect(Self.teens.obstacle(for: pupil, at: lastMoment) == .tooYoung)
    #expect(
      Self.teens.obstacle(for: pupil, at: lastMoment + Span(milliseconds: 1)) == nil,
      "midnight in Ha Noi, still the old year in UTC")
    #expect(Self.teens.obstacle(for: pupil, at: try Self.at("2029-12-31T23:59+07:00")) == nil)
    #expect(Self.teens.obstacle(for: pupil, at: try Self.at("2030-01-01T00:00+07:00")) == .tooOld)
  }

  static let cases: [(Set<Role>, Int?, Eligibility.Obstacle?)] = [
    ([.student], 2_012, nil), ([.teacher], 2_012, .role), ([.student, .teacher], 2_012, nil),
    ([.student], nil, .birthYearUnknown), ([.student], 2_013, .tooYoung),
    ([.student], 2_008, .tooOld), ([], 2_012, .role), ([.student], .min, .birthYearUnknown),
    ([.student], .max, .birthYearUnknown),
  ]

  @Test(arguments: cases)
  func `an obstacle is named`(
    roles: Set<Role>, birthYear: Int?, obstacle: Eligibility.Obstacle?
  ) throws {
    let person = Given.person(roles: roles, birthYear: birthYear)
    #expect(
      Self.teens.obstacle(for: person, at: try Self.at("2026-11-23T10:00+07:00")) == obstacle)
  }

  @Test func `without an age limit no birth year is needed`() throws {
    let anybody = Eligibility(roles: [.student])
    #expect(anybody.obstacle(for: Given.person(), at: Given.monday) == nil)
  }

  @Test(arguments: Role.allCases)
  func `every permission belongs to its roles and to nobody else`(role: Role) {
    let session = Session(
      token: Digest(words: .zero), person: Given.id(1), roles: [role], unit: Given.id(2),
      createdAt: Given.monday, expiresAt: Given.monday + .hours(1))
    let allowed: [Role: Set<Permission>] = [
      .student: [], .teacher: [.viewCohort],
      .organizer: [.viewCohort, .managePeople, .manageContests, .manageCertificates],
      .admin: Set(Permission.allCases), .auditor: [.viewCohort, .viewAudit],
    ]
    for permission in Permission.allCases {
      #expect(
        session.allows(permission) == allowed[role]?.contains(permission),
        "\(role) \(permission)")
    }
  }

  @Test func `a unit lies in itself and above, not beside, and a loop ends`() {
    func unit(_ number: Int, _ parent: Int?) -> Unit {
      Unit(
        id: Given.id(number), parent: parent.map { Given.id($0) }, code: "u-\(number)",
        name: "U", kind: number == 2 ? .school : .team, validFrom: Given.monday)
    }
    let tree = UnitTree([unit(1, nil), unit(2, 1), unit(3, 2), unit(4, 2), unit(5, 6), unit(6, 5)])
    #expect(tree.contains(Given.id(3), in: Given.id(1)))
    #expect(tree.contains(Given.id(3), in: Given.id(3)))
    #expect(!tree.contains(Given.id(3), in: Given.id(4)))
    #expect(!tree.contains(Given.id(1), in: Given.id(3)))
    #expect(!tree.contains(Given.id(99), in: Given.id(1)))
    #expect(tree.path(from: Given.id(5)).count == 2)
    #expect(tree.nearest(.school, from: Given.id(4))?.code == "u-2")
    #expect(tree.children(of: Given.id(2)).map(\.code) == ["u-3", "u-4"])
  }
}
