/// What belongs to one person: who they are, what they joined, earned and tried.
package struct OwnReading: Sendable {
  package let person: Person
  package let learning: [Cohort]
  package let teaching: [Cohort]
  package let certificates: [Certificate]
  /// Newest first, with the contest and the outcome once ended.
  package let attempts: [OwnAttempt]

  /// One of the person's attempts.
  package struct OwnAttempt: Sendable {
    package let attempt: Attempt
    package let outcome: AttemptOutcome?
    package let contest: Contest
  }
}

extension Engine {
  /// Everything that a person's own pages show.
  ///
  /// - Throws: `Refusal.notSignedIn` when the person is gone.
  package func own(_ id: PersonID, attempts limit: Int = 50) throws -> OwnReading {
    let (book, mark) = (book, book.mark)
    return try read { connection in
      guard let person = try connection.persons.person(id) else { throw Refusal.notSignedIn }
      let attempts = try connection.attempts.attempts(of: id, limit: limit).map { attempt in
        OwnReading.OwnAttempt(
          attempt: attempt, outcome: try connection.attempts.outcome(of: attempt.id),
          contest: try book.contest(attempt.contest, connection, since: mark).contest)
      }
      return OwnReading(
        person: person,
        learning: try connection.cohorts.cohorts(of: id, as: .learner),
        teaching: try connection.cohorts.cohorts(of: id, as: .teacher),
        certificates: try connection.certificates.certificates(of: id), attempts: attempts)
    }
  }

  /// A certificate for printing: to its holder, and to those who look after the cohort.
  package func certificate(code: String, for session: Session) throws -> Certificate {
    let certificate = try self.certificate(code: code)
    if certificate.person == session.person { return certificate }
    guard session.isStaff, let cohort = certificate.cohort else {
      throw Refusal.notFound(.certificate)
    }
    do { _ = try requireCohort(cohort, .person(session)) } catch Refusal.notFound {
      throw Refusal.notFound(.certificate)
    }
    return certificate
  }

  /// The person who holds a certificate; nil when they are gone.
  package func holder(of certificate: Certificate) throws -> Person? {
    let id = certificate.person
    return try read { try $0.persons.person(id) }
  }

  /// The newest audit events with the names of those who acted.
  package func auditEvents(
    limit: Int, by actor: Actor
  ) throws -> [(event: AuditEvent, actor: String?)] {
    if case .person(let session) = actor, !session.allows(.viewAudit) { throw Refusal.notAllowed }
    return try read { connection in
      var names: [PersonID: String] = [:]
      return try connection.audit.newest(limit).map { event in
        guard let person = event.actor else { return (event, nil) }
        if names[person] == nil { names[person] = try connection.persons.person(person)?.name }
        return (event, names[person] ?? "–")
      }
    }
  }
}
