import Synchronization
import Testing

@testable import QuizEngine

@Suite struct DemoTests {
  /// The demo on the courses that the product ships.
  @Test func `the demo fills an empty folder once, and its pupils can take part`() throws {
    let folder = try TemporaryFolder()
    let random = Mutex(Seeded(3))
    let entropy: @Sendable () -> UInt64 = { random.withLock { $0.next() } }
    let engine = try Engine(
      folder: folder.path + "/data", catalogue: try Catalogue.read(root: Repository.courses),
      environment: Environment(now: { Given.monday }, entropy: entropy), onFatal: { _ in })
    defer { engine.close() }
    let people = try #require(try engine.fillDemo(at: Given.monday))
    #expect(people.count { $0.role == .student && $0.card != nil } == 200)
    #expect(Set(people.map(\.role)) == Set(Role.allCases))
    #expect(Set(people.compactMap(\.card)).count == 200)
    let again = try engine.fillDemo(at: Given.monday)
    #expect(again?.isEmpty == nil)
    for staff in people where staff.role != .student {
      let (username, password) = (try #require(staff.username), try #require(staff.password))
      _ = try engine.signIn(username: username, password: password, at: Given.monday)
    }
    let card = try #require(people.compactMap(\.card).first)
    let pupil = try engine.signIn(card: card, at: Given.monday).session
    let contests = try engine.contests(for: pupil, at: Given.monday)
    #expect(Set(contests.map(\.phase.phase)) == [.open, .upcoming] && contests.count == 2)
    let open = try #require(contests.first { $0.phase.phase == .open })
    let answer = Answer<DealtAttempt>()
    engine.startAttempt(in: open.contest.id, by: pupil, at: Given.monday) { answer.give($0) }
    let dealt = try answer.wait().get()
    #expect(dealt.paper.items.count == open.contest.sheet.blueprint.itemCount)
    #expect(try engine.checkData().brokenAt == nil)
  }
}
