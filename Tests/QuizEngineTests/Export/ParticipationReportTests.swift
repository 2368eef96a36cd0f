import Testing

@testable import QuizEngine

@Suite struct ParticipationReportTests {
  private func unit(_ number: Int, parent: Int?, headcount: Int? = nil) -> Unit {
    Unit(
      id: Given.id(number), parent: parent.map { Given.id($0) }, code: "u-\(number)",
      name: "Đơn vị \(number)", kind: .school, validFrom: Given.monday, headcount: headcount)
  }

  private func report(
    _ units: [Unit], registered: [Int: Int], counts: [(unit: Int, attempts: Int, persons: Int)]
  ) -> [UnitParticipation] {
    UnitParticipation.report(
      UnitTree(units).subtree(of: Given.id(1)),
      registered: Dictionary(
        registered.map { (Given.id($0.key), $0.value) }, uniquingKeysWith: { first, _ in first }),
      counts: Dictionary(
        counts.map {
          (
            Given.id($0.unit),
            UnitCounts(
              unit: Given.id($0.unit), attempts: $0.attempts, persons: $0.persons,
              finishedPersons: $0.persons)
          )
        }, uniquingKeysWith: { first, _ in first }))
  }

  @Test func `attempts and persons are summed apart and never mixed`() {
    let rows = report(
      [unit(1, parent: nil), unit(2, parent: 1, headcount: 40), unit(3, parent: 1, headcount: 20)],
      registered: [2: 38, 3: 20], counts: [(2, 90, 30), (3, 5, 5)])
    #expect(rows.map(\.attempts) == [95, 90, 5])
    #expect(rows.map(\.persons) == [35, 30, 5])
    #expect(rows.map(\.registered) == [58, 38, 20])
    #expect(rows.map(\.denominator) == [60, 40, 20])
    #expect(rows.map(\.basis) == [.summed, .declared, .declared])
    #expect(rows.map { $0.rate.text() } == ["58.3", "75.0", "25.0"])
  }

  @Test func `without a declared number the registered people are the base`() {
    let rows = report(
      [unit(1, parent: nil), unit(2, parent: 1, headcount: 10), unit(3, parent: 1)],
      registered: [2: 8, 3: 7], counts: [(2, 4, 4)])
    #expect(rows.map(\.basis) == [.registered, .declared, .registered])
    #expect(rows.map(\.denominator) == [15, 10, 7])
  }

  @Test func `an empty unit shows a dash and its zero`() {
    let table = UnitParticipation.table(report([unit(1, parent: nil)], registered: [:], counts: []))
    let cells = table.rows.first?.map { $0.text(.vietnamese) }
    #expect(cells == ["u-1", "Đơn vị 1", "0", "—", "0", "0", "0", "0", "—", "0", "số tài khoản"])
  }

  @Test func `a deep tree keeps parents before children`() {
    let units = (1...50).map { unit($0, parent: $0 == 1 ? nil : $0 - 1) }
    let rows = report(units, registered: [50: 1], counts: [(50, 1, 1)])
    #expect(rows.map(\.depth) == Array(0..<50))
    #expect(rows.allSatisfy { $0.persons == 1 })
  }
}
