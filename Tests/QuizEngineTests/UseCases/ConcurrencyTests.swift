import Dispatch
import Foundation
import Synchronization
import Testing

@testable import QuizEngine

@Suite struct ConcurrencyTests {
  /// What one save of many was answered.
  private struct Reply: Sendable {
    let slot: Int
    let revision: Int
    let response: Response
    let result: Result<SavedAnswer, any Error>
  }

  @Test func `saves from sixteen threads on one attempt stay in one line`() throws {
    let workshop = try Workshop(isPaced: false)
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    let replies = Mutex<[Reply]>([])
    let group = DispatchGroup()
    let (engine, id) = (workshop.engine, dealt.attempt.id)
    for thread in 0..<16 {
      group.enter()
      Thread.detachNewThread {
        var random = Seeded(UInt64(thread + 1))
        for step in 1...40 {
          let slot = Int.random(in: 1...4, using: &random)
          let response = Given.response(["a", "b", "c", ""].randomElement(using: &random) ?? "a")
          let answer = Answer<SavedAnswer>()
          engine.save(
            response, slot: slot, revision: step, in: id, by: pupil.person, at: Given.monday
          ) { answer.give($0) }
          let reply = Reply(
            slot: slot, revision: step, response: response, result: answer.wait())
          replies.withLock { $0.append(reply) }
        }
        group.leave()
      }
    }
    group.wait()
    try expectOneLine(replies.withLock { $0 }, workshop, dealt)
  }

  /// Every accepted save is one step of an unbroken chain; revisions of a slot only grow.
  private func expectOneLine(
    _ replies: [Reply], _ workshop: Workshop, _ dealt: DealtAttempt
  ) throws {
    let steps = try workshop.engine.read { try $0.steps.steps(of: dealt.attempt.id) }
    let state = try dealt.attempt.replay(steps)
    var newest: [Int: Int] = [:]
    var byReceipt: [Receipt: StepAction] = [:]
    for step in steps {
      guard case .saved(let slot, let revision, _) = step.action else { continue }
      #expect(newest[slot, default: 0] < revision, "slot \(slot) went back to \(revision)")
      newest[slot] = revision
      byReceipt[Receipt(sequence: step.sequence, digest: step.digest)] = step.action
    }
    for reply in replies {
      switch reply.result {
      case .success(let saved):
        #expect(
          byReceipt[saved.receipt]
            == .saved(slot: reply.slot, revision: reply.revision, response: reply.response))
      case .failure(let error):
        guard case .staleRevision(let found) = error as? Refusal else {
          Issue.record("\(error)")
          continue
        }
        #expect(found >= reply.revision && found <= newest[reply.slot, default: 0])
      }
    }
    #expect(state.answers.mapValues(\.revision) == newest)
    #expect(replies.count == 640)
  }

  @Test func `one person starting from many devices at once has one attempt`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let engine = workshop.engine
    let answers = (0..<24).map { _ in Answer<DealtAttempt>() }
    for answer in answers {
      engine.startAttempt(in: contest.id, by: pupil, at: workshop.now) { answer.give($0) }
    }
    let dealt = try answers.map { try $0.wait().get() }
    #expect(Set(dealt.map(\.attempt)).count == 1)
    #expect(Set(dealt.map(\.paper)).count == 1)
  }

  @Test func `submissions and saves that race end in one order`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    let engine = workshop.engine
    let saves = (1...30).map { _ in Answer<SavedAnswer>() }
    let submissions = (1...5).map { _ in Answer<EndedAttempt>() }
    for (index, answer) in saves.enumerated() {
      if index % 6 == 3 {
        engine.submit(dealt.attempt.id, by: pupil.person, at: workshop.now) {
          submissions[index / 6].give($0)
        }
      }
      engine.save(
        Given.response("a"), slot: index % 4 + 1, revision: index + 1, in: dealt.attempt.id,
        by: pupil.person, at: workshop.now
      ) { answer.give($0) }
    }
    let ended = try submissions.map { try $0.wait().get() }
    #expect(Set(ended.map(\.closing)).count == 1 && Set(ended.map(\.outcome)).count == 1)
    let accepted = saves.map { $0.wait().isSuccess }
    #expect(accepted == (0..<30).map { $0 < 3 })
  }

  @Test func `people who finish at the same moment get different entries`() async throws {
    let workshop = try Workshop()
    let engine = workshop.engine
    let now = workshop.now
    let teachers = try (1...10).map {
      try workshop.staff(.teacher, in: workshop.school, name: "Vũ Thị \($0)")
    }
    let cohort = try engine.createCohort(
      name: "Bồi dưỡng", unit: workshop.school.id, course: SmallCourse.slug, dueAt: nil,
      by: .operatorAtMachine, at: now)
    try engine.enrol(
      teachers.map(\.person), in: cohort.id, as: .learner, by: .operatorAtMachine, at: now)
    let test = try engine.finalTest(course: SmallCourse.slug, module: "mo-dun-1", at: now)
    for teacher in teachers {
      for (lesson, choices) in [("bai-mot", [[0], [0]] as [Set<Int>]), ("bai-hai", [])] {
        _ = try engine.completeLesson(
          course: SmallCourse.slug, lesson: lesson, choices: choices, by: teacher, at: now)
      }
      try workshop.attempt(test, by: teacher, right: 4)
    }
    let entries = try await withThrowingTaskGroup(of: Int.self) { group in
      for teacher in teachers {
        group.addTask {
          try engine.claimCertificate(course: SmallCourse.slug, by: teacher, at: now).entry
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(entries.sorted() == Array(1...10))
  }
}
