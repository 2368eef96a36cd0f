import QuizEngine

/// Who may ask for something at all; whose data it is, the use cases check besides.
enum Access: Hashable, Sendable {
  case anyone
  case signedIn
  case holder(of: Permission)

  /// Refuses a session that does not reach.
  func check(_ session: Session?) throws(Refusal) {
    switch self {
    case .anyone: return
    case .signedIn:
      guard session != nil else { throw .notSignedIn }
    case .holder(let permission):
      guard let session else { throw .notSignedIn }
      guard session.allows(permission) else { throw .notAllowed }
    }
  }
}
