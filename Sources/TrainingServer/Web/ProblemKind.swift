import QuizEngine

/// The closed list of what can go wrong; each kind has an address that explains it.
enum ProblemKind: String, CaseIterable, Sendable {
  case notSignedIn = "not-signed-in"
  case wrongCredentials = "wrong-credentials"
  case cardReplaced = "card-replaced"
  case codeNeeded = "code-needed"
  case wrongCode = "wrong-code"
  case ticketOver = "ticket-over"
  case secondFactorMissing = "second-factor-missing"
  case tooManyTries = "too-many-tries"
  case tooFast = "too-fast"
  case notAllowed = "not-allowed"
  case notFound = "not-found"
  case notEligible = "not-eligible"
  case notOpenYet = "not-open-yet"
  case closed
  case noAttemptsLeft = "no-attempts-left"
  case attemptRuns = "attempt-runs"
  case attemptEnded = "attempt-ended"
  case staleRevision = "stale-revision"
  case noSuchSlot = "no-such-slot"
  case responseDoesNotFit = "response-does-not-fit"
  case predictionNotAsked = "prediction-not-asked"
  case predictionOutOfRange = "prediction-out-of-range"
  case notRevealedYet = "not-revealed-yet"
  case bankTooSmall = "bank-too-small"
  case ambiguousBank = "ambiguous-bank"
  case keysWouldLeak = "keys-would-leak"
  case alreadyExists = "already-exists"
  case notComplete = "not-complete"
  case alreadyRevoked = "already-revoked"
  case clockDoubtful = "clock-doubtful"
  case attemptsRunning = "attempts-running"
  case invalid
  case sourceIssues = "source-issues"
  case methodNotAllowed = "method-not-allowed"
  case mediaType = "media-type"
  case badRequest = "bad-request"
  case crossSite = "cross-site"
  case staleForm = "stale-form"
  case tooLarge = "too-large"
  case busy
  case diskFull = "disk-full"
  case internalError = "internal"

  var status: Int {
    switch self {
    case .badRequest: 400
    case .notSignedIn, .wrongCredentials, .cardReplaced, .codeNeeded, .wrongCode, .ticketOver: 401
    case .secondFactorMissing, .notAllowed, .notEligible, .notRevealedYet, .crossSite, .staleForm:
      403
    case .notFound, .noSuchSlot: 404
    case .methodNotAllowed: 405
    case .notOpenYet, .noAttemptsLeft, .attemptRuns, .staleRevision, .predictionNotAsked,
      .alreadyExists,
      .ambiguousBank, .keysWouldLeak,
      .notComplete, .alreadyRevoked, .attemptsRunning:
      409
    case .closed, .attemptEnded: 410
    case .tooLarge: 413
    case .mediaType: 415
    case .responseDoesNotFit, .predictionOutOfRange, .bankTooSmall, .invalid, .sourceIssues: 422
    case .tooManyTries, .tooFast: 429
    case .internalError: 500
    case .busy, .diskFull, .clockDoubtful: 503
    }
  }

  /// The path that explains the kind: the `type` of RFC 9457.
  var type: String { "/problems/" + rawValue }
}
