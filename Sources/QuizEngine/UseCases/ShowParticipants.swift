/// One person a contest is for, and whether they took part.
package struct Participant: Sendable {
  package let person: Person
  /// The unit the person belongs to, such as a class.
  package let unit: Unit?
  package let state: TakingPart
  /// Nil while the sheet hides it from the person too, and for who has not finished.
  package let points: Points?
}

/// Who took part in a round and who did not.
package struct ParticipantReading: Sendable {
  package let reading: ContestReading
  package let round: Int
  /// By given name.
  package let people: [Participant]
  /// Whether pupils see their own points by now.
  package let showsPoints: Bool

  package func count(_ state: TakingPart) -> Int { people.count { $0.state == state } }
}

extension Engine {
  /// The people of a round by name, those who have not begun among them.
  ///
  /// Whoever manages or audits sees the people of their own unit; a teacher the learners of their
  /// own cohorts; with a cohort, its learners and nobody else.
  package func participants(
    of id: ContestID, round: Int? = nil, cohort: CohortID? = nil, by session: Session,
    at instant: Instant
  ) throws -> ParticipantReading {
    let pinned = try contest(id)
    let contest = pinned.contest
    guard contest.purpose == .contest else { throw Refusal.notFound(.contest) }
    let units = try units()
    let audience = try audience(of: contest, cohort: cohort, session, units)
    let people = audience.filter {
      contest.isFor($0.unit, in: units)
        && !contest.sheet.eligibility.roles.isDisjoint(with: $0.roles)
    }
    guard !people.isEmpty || contest.isSeen(by: session, in: units) else {
      throw Refusal.notFound(.contest)
    }
    let reading = ContestReading(pinned: pinned, phase: contest.phase(at: instant))
    let round = round ?? reading.phase.round
    guard contest.windows.indices.contains(round) else { throw Refusal.notFound(.contest) }
    let folds = try read { try $0.participation.folds(id, round: round, at: instant) }
    let shows = contest.reveals(contest.sheet.feedback.score, ofRound: round, at: instant)
    let sorted = people.map { (VietnameseNameKey($0.name), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    return ParticipantReading(
      reading: reading, round: round,
      people: sorted.map { person in
        let fold = folds[person.id] ?? TakingPartFold()
        return Participant(
          person: person, unit: units[person.unit], state: fold.state,
          points: shows && fold.state == .finished ? fold.best : nil)
      }, showsPoints: shows)
  }

  /// The contests that are for somebody of a cohort, with who of it took part: begun ones only.
  package func contests(
    ofCohort id: CohortID, by session: Session, at instant: Instant
  ) throws -> [ParticipantReading] {
    _ = try requireCohort(id, .person(session))
    let known = try read { connection in
      try connection.contests.all().filter { $0.purpose == .contest }.map(\.id)
    }
    return try known.compactMap { contest in
      let pinned = try self.contest(contest)
      guard pinned.contest.phase(at: instant).phase != .upcoming else { return nil }
      do {
        let reading = try participants(of: contest, cohort: id, by: session, at: instant)
        return reading.people.isEmpty ? nil : reading
      } catch Refusal.notFound(.contest) {
        return nil
      }
    }
  }

  /// Among whom the reader may look, before asking whom the contest is for.
  private func audience(
    of contest: Contest, cohort: CohortID?, _ session: Session, _ units: UnitTree
  ) throws -> [Person] {
    if let cohort {
      _ = try requireCohort(cohort, .person(session))
      return try read { try $0.persons.enrolled(in: cohort, as: .learner) }
    }
    guard session.allows(.viewCohort) else { throw Refusal.notAllowed }
    if !session.roles.isDisjoint(with: [.organizer, .admin, .auditor]) {
      let inside = units.all.map(\.id).filter {
        units.contains($0, in: session.unit) && units.contains($0, in: contest.unit)
      }
      if !inside.isEmpty {
        return try read { connection in
          try inside.flatMap { try connection.persons.members(of: $0) }
        }
      }
    }
    let person = session.person
    let people = try read { connection in
      try connection.cohorts.cohorts(of: person, as: .teacher).flatMap {
        try connection.persons.enrolled(in: $0.id, as: .learner)
      }
    }
    return Array(
      Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values)
  }
}
