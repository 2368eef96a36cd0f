extension Contest {
  /// The moment from which `other` would tell answers that this contest still asks; nil when it
  /// tells them too late or to nobody.
  ///
  /// Only of contests that draw from the same questions.
  package func keysTold(by other: Contest) -> Instant? {
    guard begin < other.end, other.begin < end else { return nil }
    let told: Instant
    switch other.sheet.feedback.answers {
    case .submission: told = max(other.begin, begin)
    case .closing: told = other.firstAnswers
    case .publication, .never: return nil
    }
    return told < end ? told : nil
  }

  /// When the last paper is handed in, if somebody may be writing now.
  package func asks(at instant: Instant) -> Instant? {
    begin <= instant && instant < end ? end : nil
  }

  /// When the first paper may be dealt: a window may have begun before the contest was opened.
  private var begin: Instant { max(span.opens, createdAt) }

  /// When the last paper is handed in at the latest.
  private var end: Instant { lastDeadline(ofRound: windows.count - 1) }

  /// When the answers of the first round are shown.
  private var firstAnswers: Instant { lastDeadline(ofRound: 0) }
}
