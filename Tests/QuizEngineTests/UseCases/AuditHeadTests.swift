import Testing

@testable import QuizEngine

/// The chain alone does not show that its end was cut off; the head noted elsewhere does.
@Suite struct AuditHeadTests {
  let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    for name in ["Lê A", "Lê B", "Lê C"] {
      _ = try workshop.engine.createPerson(
        name: name, roles: [.student], unit: workshop.school.id, by: .operatorAtMachine,
        at: workshop.now)
    }
  }

  private func verify(_ noted: AuditHead? = nil) throws -> AuditVerification {
    try workshop.engine.verifyAudit(noted: noted)
  }

  private func createOne() throws {
    _ = try workshop.engine.createPerson(
      name: "Lê D", roles: [.student], unit: workshop.school.id, by: .operatorAtMachine,
      at: workshop.now)
  }

  @Test func `a head is noted once, and again when the log grew`() throws {
    let head = try #require(try workshop.engine.anchorAudit())
    #expect(try workshop.engine.anchorAudit() == nil)
    #expect(try verify().head == head && verify().lost == nil)
    try createOne()
    #expect(try verify().lost == nil, "the file may be behind")
    let next = try #require(try workshop.engine.anchorAudit())
    #expect(next.sequence == head.sequence + 1)
    #expect(try workshop.engine.notedHeads() == [next])
    #expect(AuditHead(text: next.text) == next)
  }

  @Test func `a tail that was cut off is missed, also after new events took its place`() throws {
    let head = try #require(try workshop.engine.anchorAudit())
    try workshop.tamper("DELETE FROM audit WHERE sequence = (SELECT max(sequence) FROM audit)")
    #expect(try verify().brokenAt == nil, "the chain itself is whole")
    #expect(try verify().lost == head)
    try createOne()
    #expect(try verify().lost == head)
    let next = try #require(try workshop.engine.anchorAudit())
    #expect(try workshop.engine.notedHeads() == [head, next], "the evidence stays")
    #expect(try verify().lost == head)
  }

  @Test func `a head kept elsewhere shows a cut even when the file was made to fit`() throws {
    let head = try #require(try verify().head)
    try workshop.tamper("DELETE FROM audit WHERE sequence > 2")
    #expect(try verify().lost == nil)
    #expect(try verify(head).lost == head)
  }

  @Test func `a restored backup is no cut: the head goes aside with the data it belongs to`() throws
  {
    let copy = workshop.folder.path + "/copy.sqlite"
    _ = try workshop.engine.backUp(to: copy, by: .operatorAtMachine, at: workshop.now)
    try createOne()
    _ = try workshop.engine.anchorAudit()
    workshop.engine.close()
    do {
      let folder = try DataFolder(claiming: workshop.folder.path + "/data")
      defer { folder.release() }
      _ = try Restore.install(
        copy, in: folder, known: try Migrations(Schema.steps).latest, aside: "old.sqlite")
    }
    try workshop.restart()
    #expect(try verify().lost == nil)
    #expect(try !workshop.folder.bytes("data/old.sqlite.audit.head").isEmpty)
  }

  @Test func `a file that cannot be read counts as one that does not fit`() throws {
    _ = try workshop.engine.anchorAudit()
    try workshop.engine.folder.writeAuditHead(Array("nonsense\n".utf8))
    #expect(try verify().lost != nil)
  }

  @Test(arguments: [
    "", ":", "1:", "0:" + String(repeating: "a", count: 64), "1:abc", "x:y", "1:2:3",
  ])
  func `only what verify prints is a head`(text: String) {
    #expect(AuditHead(text: text) == nil)
  }
}
