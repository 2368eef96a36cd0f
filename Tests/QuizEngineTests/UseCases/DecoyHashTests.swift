import Glibc
import Testing

@testable import QuizEngine

@Suite struct DecoyHashTests {
  /// The least work of this thread in three refusals, in nanoseconds of processor time: what other
  /// threads and processes do meanwhile does not count.
  private func work(_ workshop: Workshop, _ name: String) -> Int {
    (1...3).map { _ in
      let before = Self.processorTime()
      #expect(throws: Refusal.wrongCredentials) {
        try workshop.engine.signIn(username: name, password: "sai mật khẩu", at: workshop.now)
      }
      return Self.processorTime() - before
    }.min() ?? 0
  }

  private static func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  @Test func `an unknown name costs its refusal as much work as a wrong password`() throws {
    let workshop = try Workshop()
    _ = try workshop.engine.createPerson(
      name: "Trần Văn Bình", roles: [.teacher], unit: workshop.school.id, username: "giaovien",
      password: "mật khẩu dài", by: .operatorAtMachine, at: workshop.now)
    let (known, unknown) = (work(workshop, "giaovien"), work(workshop, "khong-co"))
    // A refusal without a hash is a hundred times cheaper.
    #expect(unknown * 3 > known && known * 3 > unknown)
  }
}
