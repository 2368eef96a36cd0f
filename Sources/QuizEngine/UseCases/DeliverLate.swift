extension Engine {
  /// Keeps answers that a device could not send before the end; returns all that are kept.
  ///
  /// They change neither the attempt's steps nor its points. Answers that are kept already are not
  /// kept twice.
  package func deliverLate(
    _ answers: [LateAnswer], in id: AttemptID, by person: PersonID, at instant: Instant
  ) throws -> [LateDelivery] {
    try write { transaction in
      let live = try transaction.ownAttempt(id, of: person)
      let table = transaction.connection.late
      let known = try table.deliveries(of: id)
      try live.attempt.requireLate(live.state, at: instant)
      let terms = try transaction.contest(live.attempt.contest).contest.sheet.prediction
      let new = try live.attempt.newLate(answers, known: known, shapes: live.shapes, terms: terms)
        .map { LateDelivery(sent: $0, receivedAt: instant) }
      for (offset, delivery) in new.enumerated() {
        try table.append(delivery, number: known.count + offset, of: id)
      }
      return known + new
    }
  }

  /// What came late in a contest, for those who will decide about it.
  package func lateDeliveries(
    in id: ContestID, limit: Int = 1000, by actor: Actor
  ) throws -> (rows: [LateDeliveryTable.Listing], count: Int) {
    _ = try requireManagedContest(id, actor)
    return try read { connection in
      (try connection.late.listing(id, limit: limit), try connection.late.count(id))
    }
  }
}
