import Foundation
import Glibc
import Testing

@testable import QuizEngine

/// A process that saves is killed again and again; what it acknowledged must be there.
@Suite struct KillTests {
  static let pupils = 4

  @Test(.timeLimit(.minutes(5)))
  func `twenty kills lose no acknowledged save`() async throws {
    let workshop = try Workshop()
    let long = Window(opens: Given.monday, closes: Given.monday + .days(300))
    let contest = try workshop.openContest(
      Given.sheet(
        rounds: [long],
        attempt: AttemptTerms(
          duration: nil, limit: nil, lateStart: .cutAtClosing, timeBasis: .submission)))
    let dealt = try (1...Self.pupils).map { number in
      try workshop.start(contest.id, by: try workshop.pupil("Lê \(number)"))
    }
    let attempts = dealt.map(\.attempt)
    let names = attempts.map { "\($0.id.text) \($0.person.text)" }
    var acknowledged = 0
    for kill in 1...20 {
      workshop.engine.close()
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = workshop.folder.path as String, names = names as [String], kill = kill as Int] in
        try SavingProcess.run(path, names, round: kill)
      }
      try workshop.restart()
      acknowledged = try expectAcknowledged(workshop, attempts)
    }
    #expect(acknowledged > 20 * 50)
    let verdict = try workshop.engine.read { try $0.text(unsafeSQL: "PRAGMA integrity_check") }
    #expect(verdict == "ok")
  }

  /// Every line of the record is a step with that receipt; returns how many lines there are.
  private func expectAcknowledged(_ workshop: Workshop, _ attempts: [Attempt]) throws -> Int {
    var steps: [String: StepAction] = [:]
    for attempt in attempts {
      let stored = try workshop.engine.read { try $0.steps.steps(of: attempt.id) }
      _ = try attempt.replay(stored)
      for step in stored {
        let receipt = Receipt(sequence: step.sequence, digest: step.digest)
        steps["\(attempt.id.text) \(receipt.code)"] = step.action
      }
    }
    let record = String(decoding: try workshop.folder.bytes("acknowledged"), as: UTF8.self)
    let lines = record.split(separator: "\n")
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3 else { continue }
      #expect(steps["\(words[0]) \(words[1])"]?.text == String(words[2]), "\(line)")
    }
    return lines.count
  }
}

/// What runs in the process that is killed.
private enum SavingProcess {
  /// Saves for all attempts on threads of their own until one of them ends the process.
  static func run(_ path: String, _ names: [String], round: Int) throws {
    let engine = try Engine(
      folder: path + "/data", catalogue: .empty,
      environment: Environment(now: { Given.monday }, entropy: { 7 }), isPaced: false,
      onFatal: { _ in })
    let record = try PlainFile.open(path + "/acknowledged", O_CREAT | O_WRONLY | O_APPEND)
    for (thread, name) in names.enumerated() {
      let words = name.split(separator: " ").map(String.init)
      guard let attempt = AttemptID(text: words[0]), let person = PersonID(text: words[1]) else {
        return
      }
      Thread.detachNewThread {
        for step in 1...100_000 {
          let action = StepAction.saved(
            slot: step % 4 + 1, revision: round * 100_000 + step,
            response: Given.response(["a", "b", "c"][step % 3]))
          guard case .saved(let slot, let revision, let response) = action else { return }
          let answer = Answer<SavedAnswer>()
          engine.save(
            response, slot: slot, revision: revision, in: attempt, by: person, at: Given.monday
          ) { answer.give($0) }
          guard case .success(let saved) = answer.wait() else { return }
          let line = Array("\(attempt.text) \(saved.receipt.code) \(action.text)\n".utf8)
          write(record, line, line.count)
          // Each round at another place of the group commit.
          if thread == round % names.count && step == 20 + round * 7 { kill(getpid(), SIGKILL) }
        }
      }
    }
    while true { pause() }
  }
}
