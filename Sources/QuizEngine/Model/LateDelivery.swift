/// An answer as a device sends it that had no network before the end.
package struct LateAnswer: Hashable, Sendable {
  /// `saved` or `predicted`.
  package let answer: StepAction
  /// When it was given, by the device's clock.
  package let chosenAt: Instant
  /// When it was sent, by the same clock.
  package let sentAt: Instant

  package init(answer: StepAction, chosenAt: Instant, sentAt: Instant) {
    self.answer = answer
    self.chosenAt = chosenAt
    self.sentAt = sentAt
  }
}

/// An answer that came after the end of its attempt: kept apart, and counted by nobody until the
/// organizers decide.
package struct LateDelivery: Hashable, Sendable {
  package let sent: LateAnswer
  package let receivedAt: Instant

  package init(sent: LateAnswer, receivedAt: Instant) {
    self.sent = sent
    self.receivedAt = receivedAt
  }

  /// When it was given if the device measured the time until sending rightly; nothing proves it.
  package var claimedAt: Instant { receivedAt - max(.zero, sent.sentAt - sent.chosenAt) }

  /// The item, or nil for the prediction.
  package var slot: Int? {
    if case .saved(let slot, _, _) = sent.answer { slot } else { nil }
  }
}
