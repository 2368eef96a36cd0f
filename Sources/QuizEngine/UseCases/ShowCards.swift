/// How the cards of a cohort stand, before anybody makes new ones.
package struct CardStanding: Hashable, Sendable {
  /// Learners who sign in with a card; staff have passwords.
  package let pupils: Int
  /// Those of them who hold a card that works.
  package let holders: Int
  /// Those of them who are in the middle of an attempt.
  package let running: Int

  package var missing: Int { pupils - holders }

  package init(pupils: Int, holders: Int, running: Int) {
    self.pupils = pupils
    self.holders = holders
    self.running = running
  }
}

extension Engine {
  /// What new cards for a cohort would mean.
  package func cardStanding(
    ofCohort id: CohortID, by actor: Actor, at instant: Instant
  ) throws -> CardStanding {
    _ = try requireCohort(id, actor)
    let (people, held, running) = try read { connection in
      (
        try connection.persons.enrolled(in: id, as: .learner),
        try connection.signIns.cardHolders(in: id),
        try connection.attempts.runners(in: id, at: instant)
      )
    }
    let pupils = people.filter { !$0.isStaff }
    return CardStanding(
      pupils: pupils.count, holders: pupils.count { held.contains($0.id) },
      running: pupils.count { running.contains($0.id) })
  }

  /// Whether the actor may give a single learner of the cohort a new card: its teachers, and who
  /// manages people there.
  package func mayGiveCard(in cohort: Cohort, _ actor: Actor) throws -> Bool {
    guard case .person(let session) = actor else { return true }
    if session.allows(.managePeople), try units().contains(cohort.unit, in: session.unit) {
      return true
    }
    let (person, id) = (session.person, cohort.id)
    return try session.allows(.viewCohort)
      && read { try $0.cohorts.isTeacher(person, of: id) }
  }

  /// The learner of a cohort who is to get a new card.
  ///
  /// - Throws: `Refusal.notAllowed` for those who only look, `.notFound` for others than its
  ///   learners.
  package func learnerToGiveCard(
    _ person: PersonID, of id: CohortID, _ actor: Actor
  ) throws -> Person {
    let cohort = try requireCohort(id, actor)
    guard try mayGiveCard(in: cohort, actor) else { throw Refusal.notAllowed }
    let learner = try read { try $0.persons.enrolled(in: id, as: .learner) }
      .first { $0.id == person }
    guard let learner, !learner.isStaff else { throw Refusal.notFound(.person) }
    return learner
  }
}
