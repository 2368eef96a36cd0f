/// Where a contest stands at one moment; the four words of the API.
package enum Phase: String, CaseIterable, Sendable {
  case upcoming
  case open
  case closed
  case published
}

/// A phase, the round it speaks of, and when it ends by itself.
package struct PhaseReading: Hashable, Sendable {
  package let phase: Phase
  /// The open round, or the next one, or the last.
  package let round: Int
  /// The next boundary of the timeline; nil when none follows.
  package let until: Instant?

  package init(phase: Phase, round: Int, until: Instant?) {
    self.phase = phase
    self.round = round
    self.until = until
  }
}

extension Contest {
  /// The phase at `instant`: total, from values alone.
  ///
  /// Windows are half-open.
  package func phase(at instant: Instant) -> PhaseReading {
    if let round = windows.firstIndex(where: { $0.contains(instant) }) {
      return PhaseReading(phase: .open, round: round, until: windows[round].closes)
    }
    let next = windows.indices.filter { instant < windows[$0].opens }
      .min { windows[$0].opens < windows[$1].opens }
    if let next {
      return PhaseReading(phase: .upcoming, round: next, until: windows[next].opens)
    }
    let last = max(0, windows.count - 1)
    if let publishedAt, publishedAt <= instant {
      return PhaseReading(phase: .published, round: last, until: nil)
    }
    return PhaseReading(phase: .closed, round: last, until: publishedAt)
  }

  /// First and last boundary over all rounds.
  package var span: Window {
    let opens = windows.map(\.opens).min() ?? createdAt
    return Window(opens: opens, closes: windows.map(\.closes).max() ?? opens)
  }

  /// The first moment at which no attempt of the round can still be running.
  package func lastDeadline(ofRound round: Int) -> Instant {
    guard windows.indices.contains(round) else { return span.closes }
    let closes = windows[round].closes
    guard sheet.attempt.lateStart == .fullTime, let duration = sheet.attempt.duration else {
      return closes
    }
    return closes + duration
  }

  /// Whether something with this reveal moment may be shown about an ended attempt.
  package func reveals(_ moment: RevealMoment, ofRound round: Int, at instant: Instant) -> Bool {
    switch moment {
    case .submission: true
    case .closing: lastDeadline(ofRound: round) <= instant
    case .publication: publishedAt.map { $0 <= instant } ?? false
    case .never: false
    }
  }
}
