/// Every expected "no": what stood in the way, as data and without prose.
package enum Refusal: Error, Hashable, Sendable {
  case notSignedIn
  case wrongCredentials
  case codeNeeded
  case wrongCode
  case ticketOver
  case secondFactorMissing
  case tooManyTries(until: Instant)
  case tooFast(until: Instant)
  case notAllowed
  case notFound(Subject)
  case notEligible(Eligibility.Obstacle)
  case notOpenYet(opens: Instant)
  case closed(since: Instant)
  case noAttemptsLeft(limit: Int)
  case cardReplaced(at: Instant)
  case attemptRuns(until: Instant)
  case attemptEnded(at: Instant, byDeadline: Bool)
  case staleRevision(found: Int)
  case noSuchSlot(Int)
  case responseDoesNotFit(slot: Int)
  case predictionNotAsked
  case predictionOutOfRange(minimum: Int, maximum: Int)
  case notRevealedYet
  case bankTooSmall(topic: String?, level: Int?, wanted: Int, found: Int)
  /// The name stands for several banks; each choice names one.
  case ambiguousBank(name: String, choices: [String])
  /// Another contest of the same questions would show their answers at a time when they are asked.
  case keysWouldLeak(with: LocalizedText, at: Instant)
  /// Another contest asks the questions whose answers would be told.
  case keysStillAsked(in: LocalizedText, until: Instant)
  case alreadyExists(Subject, name: String)
  case notComplete(missing: Int)
  case alreadyRevoked
  case clockDoubtful
  case attemptsRunning
  case invalid(field: String, Complaint)

  /// What was asked for.
  package enum Subject: String, CaseIterable, Sendable {
    case person, unit, cohort, course, lesson, contest, attempt, certificate, law, card, bank,
      session, secondFactor, page
  }

  /// What is wrong with a typed value.
  package enum Complaint: String, CaseIterable, Sendable {
    case missing, malformed, tooLong, tooShort, tooMany, unknown, contradicts
  }
}

extension Eligibility {
  /// Why somebody may not enter.
  package enum Obstacle: String, CaseIterable, Sendable {
    case role, unit, tooYoung, tooOld, birthYearUnknown
  }

  /// What keeps the person out at `instant`; nil when nothing does.
  package func obstacle(for person: Person, at instant: Instant) -> Obstacle? {
    guard !roles.isDisjoint(with: person.roles) else { return .role }
    guard minimumAge != nil || maximumAge != nil else { return nil }
    guard let birthYear = person.birthYear, (1...9999).contains(birthYear) else {
      return .birthYearUnknown
    }
    let age = CalendarTime(instant, offset: vietnamOffset).year - birthYear
    if let minimumAge, age < minimumAge { return .tooYoung }
    if let maximumAge, age > maximumAge { return .tooOld }
    return nil
  }
}
