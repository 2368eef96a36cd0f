import QuizEngine

extension Problem {
  /// A rule's "no" as status, kind and members; exhaustive, so a new refusal needs its place here.
  init(_ refusal: Refusal, at now: Instant) {
    self.init(Self.kind(of: refusal), refusal.text, Self.members(of: refusal))
    switch refusal {
    case .tooManyTries(let until):
      retryAfter = Int(clamping: max(1000, (until - now).milliseconds) / 1000 + 1)
    case .tooFast(let until):
      retryAfter = Int(clamping: max(0, (until - now).milliseconds) / 1000 + 1)
    case .clockDoubtful: retryAfter = 30
    default: break
    }
  }

  private static func kind(of refusal: Refusal) -> ProblemKind {
    switch refusal {
    case .notSignedIn: .notSignedIn
    case .wrongCredentials: .wrongCredentials
    case .cardReplaced: .cardReplaced
    case .codeNeeded: .codeNeeded
    case .wrongCode: .wrongCode
    case .ticketOver: .ticketOver
    case .secondFactorMissing: .secondFactorMissing
    case .tooManyTries: .tooManyTries
    case .tooFast: .tooFast
    case .notAllowed: .notAllowed
    case .notFound: .notFound
    case .notEligible: .notEligible
    case .notOpenYet: .notOpenYet
    case .closed: .closed
    case .noAttemptsLeft: .noAttemptsLeft
    case .attemptRuns: .attemptRuns
    case .attemptEnded: .attemptEnded
    case .staleRevision: .staleRevision
    case .noSuchSlot: .noSuchSlot
    case .responseDoesNotFit: .responseDoesNotFit
    case .predictionNotAsked: .predictionNotAsked
    case .predictionOutOfRange: .predictionOutOfRange
    case .notRevealedYet: .notRevealedYet
    case .bankTooSmall: .bankTooSmall
    case .ambiguousBank: .ambiguousBank
    case .keysWouldLeak, .keysStillAsked: .keysWouldLeak
    case .alreadyExists: .alreadyExists
    case .notComplete: .notComplete
    case .alreadyRevoked: .alreadyRevoked
    case .clockDoubtful: .clockDoubtful
    case .attemptsRunning: .attemptsRunning
    case .invalid: .invalid
    }
  }

  private static func members(of refusal: Refusal) -> [(name: String, value: JSON)] {
    switch refusal {
    case .tooManyTries(let until), .tooFast(let until): [("until", .string(until.iso8601))]
    case .notFound(let subject): [("subject", .string(subject.rawValue))]
    case .notEligible(let obstacle): [("obstacle", .string(obstacle.rawValue))]
    case .notOpenYet(let opens): [("opensAt", .string(opens.iso8601))]
    case .closed(let since): [("closedAt", .string(since.iso8601))]
    case .noAttemptsLeft(let limit): [("limit", .int(limit))]
    case .cardReplaced(let at): [("replacedAt", .string(at.iso8601))]
    case .attemptRuns(let until): [("until", .string(until.iso8601))]
    case .attemptEnded(let at, let byDeadline):
      [("endedAt", .string(at.iso8601)), ("byDeadline", .bool(byDeadline))]
    case .staleRevision(let found): [("revision", .int(found))]
    case .noSuchSlot(let slot), .responseDoesNotFit(let slot): [("slot", .int(slot))]
    case .predictionOutOfRange(let minimum, let maximum):
      [("minimum", .int(minimum)), ("maximum", .int(maximum))]
    case .bankTooSmall(_, _, let wanted, let found):
      [("wanted", .int(wanted)), ("found", .int(found))]
    case .ambiguousBank(_, let choices): [("choices", .array(choices.map { .string($0) }))]
    case .keysWouldLeak(_, let at), .keysStillAsked(_, let at): [("at", .string(at.iso8601))]
    case .alreadyExists(let subject, _): [("subject", .string(subject.rawValue))]
    case .notComplete(let missing): [("missing", .int(missing))]
    case .invalid(let field, let complaint):
      [("field", .string(field)), ("complaint", .string(complaint.rawValue))]
    case .notSignedIn, .wrongCredentials, .codeNeeded, .wrongCode, .ticketOver,
      .secondFactorMissing, .notAllowed, .predictionNotAsked, .notRevealedYet, .alreadyRevoked,
      .clockDoubtful,
      .attemptsRunning:
      []
    }
  }

  /// Storage that may work again is 503; the rest is ours and says only where it is logged.
  init(_ error: StorageError) {
    switch error.kind {
    case .busy, .locked, .stopped, .ioFailure, .outOfMemory:
      self.init(.busy, error.text)
      retryAfter = 2
    case .full:
      self.init(.diskFull, error.text)
      retryAfter = 30
    case .corrupt, .notADatabase, .constraint, .readOnly, .cannotOpen, .foreign, .newer, .inUse,
      .misuse:
      self = .internalError
    }
  }

  /// Mistakes in a file that somebody sent, each with its place.
  init(_ issues: SourceIssues) {
    let list = issues.issues.prefix(200).map { issue -> JSON in
      .object([
        "file": .string(issue.location.file), "line": .int(issue.location.line),
        "column": .int(issue.location.column),
        "vi": .string(issue.message[.vietnamese]), "en": .string(issue.message[.english]),
      ])
    }
    self.init(
      .sourceIssues,
      LocalizedText(
        vi: "Tệp có \(issues.issues.count) lỗi; chưa có gì được lưu. Hãy sửa rồi gửi lại.",
        en: "The file has \(issues.issues.count) mistakes; nothing was saved. Correct and resend."),
      [("errors", .array(list))])
  }

  /// Says nothing but where to look: the cause is in the log.
  static var internalError: Problem {
    Problem(
      .internalError,
      LocalizedText(
        vi: "Máy chủ gặp lỗi và thao tác này có thể chưa được lưu. Những gì đã báo “đã lưu” vẫn "
          + "còn. Hãy thử lại; nếu vẫn lỗi, báo người tổ chức mã sự cố này.",
        en: "The server met a fault and this may not have been saved. What was confirmed as saved "
          + "is kept. Try again; if it happens again, tell the organizer this incident code."))
  }
}
