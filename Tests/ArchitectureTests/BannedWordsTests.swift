import Testing

/// What must not stand in the code, and where it may.
struct BannedWord: Sendable, CustomTestStringConvertible {
  let word: String
  /// Folders to search, from the root.
  var folders = ["Sources/"]
  /// Files in which the word has its one place.
  var places: Set<String> = []
  let reason: String

  var testDescription: String { word }
}

private let endsWithItsRight = "sessions end with the credential or right they rest on"

@Suite struct BannedWordsTests {
  static let banned: [BannedWord] = [
    .init(word: "Date(", reason: "a second clock"),
    .init(word: "Date.now", reason: "a second clock"),
    .init(word: "Clock.now", places: ["MonotonicClock.swift"], reason: "a second clock"),
    .init(
      word: "clock_gettime", places: ["MonotonicClock.swift", "KernelClock.swift"],
      reason: "a second clock"),
    .init(word: "gettimeofday", reason: "a second clock"),
    .init(word: "timeIntervalSince", reason: "a second clock"),
    .init(word: "DispatchTime.now", places: ["Ticker.swift"], reason: "a second clock"),
    .init(word: "SystemRandomNumberGenerator", reason: "chance enters by Environment"),
    .init(word: ".random(", reason: "chance enters by Environment"),
    .init(word: ".shuffled()", reason: "chance enters by Environment"),
    .init(word: ".randomElement(", reason: "chance enters by Environment"),
    .init(word: "@unchecked", folders: ["Sources/", "Tests/"], reason: "the compiler checks"),
    .init(
      word: "nonisolated(unsafe)", folders: ["Sources/", "Tests/"], reason: "the compiler checks"),
    .init(word: "fatalError", reason: "a trap ends every pupil's connection"),
    .init(word: "preconditionFailure", reason: "a trap ends every pupil's connection"),
    .init(
      word: "try!", folders: ["Sources/", "Tests/"], reason: "a trap ends every pupil's connection"),
    .init(
      word: "as!", folders: ["Sources/", "Tests/"], reason: "a trap ends every pupil's connection"),
    .init(word: "print(", folders: ["Sources/", "Tests/"], reason: "output has its own place"),
    .init(word: "Task.detached", reason: "threads are owned"),
    .init(
      word: "Double",
      folders: [
        "Sources/QuizEngine/Model/", "Sources/QuizEngine/Rules/", "Sources/QuizEngine/Storage/",
      ], reason: "scores are exact"),
    .init(
      word: "Float",
      folders: [
        "Sources/QuizEngine/Model/", "Sources/QuizEngine/Rules/", "Sources/QuizEngine/Storage/",
      ], reason: "scores are exact"),
    .init(word: "sleep(", folders: ["Sources/", "Tests/"], reason: "wait for what happens"),
    .init(word: "public ", reason: "targets share by package"),
    .init(
      word: "signIns.endAll(", places: ["Transaction+SignIns.swift"], reason: endsWithItsRight),
    .init(word: "signIns.end(", places: ["Transaction+SignIns.swift"], reason: endsWithItsRight),
    .init(
      word: "signIns.revokeCards(", places: ["Transaction+SignIns.swift"],
      reason: endsWithItsRight),
    .init(word: "persons.update(", places: ["Transaction+SignIns.swift"], reason: endsWithItsRight),
    .init(
      word: "persons.setPasswordHash(", places: ["Transaction+SignIns.swift"],
      reason: endsWithItsRight),
    .init(
      word: "write {", folders: ["Sources/QuizEngine/UseCases/"], places: unchecked,
      reason: "whoever acts is checked again where it is written: write(by:)"),
  ]

  /// Where nobody's right is used up: a person's own attempt or session, checked inside; what the
  /// clock does; who is not let in yet; and the one place itself.
  private static let unchecked: Set<String> = [
    "WriteAgainstChange.swift", "BackUp.swift", "ContinueSession.swift", "DeliverLate.swift",
    "EndSessions.swift", "FillDemo.swift", "PassSecondFactor.swift", "ReadAttempt.swift",
    "Restoration.swift", "SettleRound.swift", "SignIn.swift", "SubmitAttempt.swift",
    "TakeFinalTest.swift",
  ]

  @Test(arguments: banned)
  func `a banned word stands nowhere`(banned: BannedWord) {
    for file in SourceTree.all where banned.folders.contains(where: file.path.hasPrefix) {
      guard !banned.places.contains(file.name) else { continue }
      for (index, line) in file.code.enumerated() where contains(line, banned.word) {
        Issue.record("\(file.place(index, "\(banned.word): \(banned.reason)"))")
      }
    }
  }

  @Test func `SQL reads no clock`() {
    for file in SourceTree.sources {
      for (index, line) in file.lines.enumerated() {
        for word in [
          "CURRENT_TIMESTAMP", "CURRENT_TIME", "strftime(", "julianday(", "datetime('now",
        ]
        where line.contains(word) {
          Issue.record("\(file.place(index, "\(word): one instant per request, passed"))")
        }
      }
    }
  }

  @Test func `an error that is passed over has its reason beside it`() {
    for file in SourceTree.all where file.path.hasPrefix("Sources/") {
      for (index, line) in file.code.enumerated()
      where contains(line, "try?") && !file.hasReason(at: index) {
        Issue.record("\(file.place(index, "try? without a reason"))")
      }
    }
  }

  @Test func `nothing is left to be done`() {
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X:", "HA" + "CK", "lorem" + " ipsum"]
    for path in ["Sources", "Tests", "Courses"].flatMap({ SourceTree.files(below: $0) }) {
      for (index, line) in lines(of: path).enumerated() {
        for mark in marks where line.contains(mark) {
          Issue.record("\(path):\(index + 1): \(mark)")
        }
      }
    }
  }

  @Test func `no file knows the machine on which it was written`() {
    let folders = ["/ho" + "me/", "/Us" + "ers/", "/wo" + "rk/", "/ro" + "ot/"]
    let tops = ["Sources", "Tests", "Courses", "Deploy", "Scripts", ".ci"]
    for path in tops.flatMap({ SourceTree.files(below: $0) }) + ["Package.swift", "README.md"] {
      for (index, line) in lines(of: path).enumerated() {
        for folder in folders where line.contains(folder) {
          Issue.record("\(path):\(index + 1): names \(folder)")
        }
      }
    }
  }

  @Test func `a drawer is no noun`() {
    for file in SourceTree.sources {
      for (index, line) in file.code.enumerated() {
        for word in words(of: line)
        where ["Manager", "Helper", "Helpers", "Service", "Util", "Utils"].contains(
          where: word.hasSuffix)
        {
          guard file.declaredTypes.contains(word) else { continue }
          Issue.record("\(file.place(index, word))")
        }
      }
    }
  }

  private func lines(of path: String) -> [Substring] {
    let binary = [".png", ".woff2", ".ico", ".jpg", ".pdf", ".zip", ".xlsx"]
    guard !binary.contains(where: path.hasSuffix) else { return [] }
    return SourceTree.text(path).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Whether the word stands alone: `print(` is not in `sprint(`.
  private func contains(_ line: String, _ word: String) -> Bool {
    line.ranges(of: word).contains { range in
      let startsWord = word.first?.isLetter ?? false
      let before =
        range.lowerBound == line.startIndex ? nil : line[line.index(before: range.lowerBound)]
      let after = range.upperBound == line.endIndex ? nil : line[range.upperBound]
      let isWhole = { (neighbour: Character?) in
        !(neighbour.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false)
      }
      let endsWord = word.last?.isLetter ?? false
      return (!startsWord || isWhole(before) && before != ".") && (!endsWord || isWhole(after))
    }
  }
}
