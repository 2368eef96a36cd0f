extension Engine {
  /// Issues a paper to everybody in the cohort who completed its course and holds none yet.
  ///
  /// One transaction: the register has no gap, and no paper exists without its entry.
  ///
  /// - Parameter again: who gets a new paper though theirs was taken back; nobody else of those does.
  package func issueCertificates(
    cohort id: CohortID, again: Set<PersonID> = [], isDryRun: Bool = false, by actor: Actor,
    at instant: Instant
  ) throws -> [Certificate] {
    let cohort = try requireCohort(id, actor)
    try require(.manageCertificates, in: cohort.unit, actor)
    let due = try progress(ofCohort: id, by: actor).filter {
      $0.lacksCertificate && ($0.withdrawn == nil || again.contains($0.person.id))
    }.map(\.person)
    return try issue(
      to: due, course: cohort.course ?? "", cohort: id, isDryRun: isDryRun, by: actor, at: instant)
  }

  /// Issues the person's own paper for a completed course; again gives the one they hold.
  ///
  /// - Throws: `Refusal.alreadyRevoked` when one was taken back: only the cohort's people give a new
  ///   one then.
  package func claimCertificate(
    course slug: String, by session: Session, at instant: Instant
  ) throws -> Certificate {
    guard let course = catalogue[slug] else { throw Refusal.notFound(.course) }
    if let held = try latestCertificate(of: slug, session) {
      guard held.revocation == nil else { throw Refusal.alreadyRevoked }
      return held
    }
    let progress = try progress(of: session.person, in: course)
    guard progress.isComplete else {
      throw Refusal.notComplete(missing: max(1, course.lessons.count - progress.lessonsDone))
    }
    let person = try read { try $0.persons.person(session.person) }
    guard let person, let cohort = try learningCohort(of: slug, session) else {
      throw Refusal.notFound(.cohort)
    }
    let issued = try issue(
      to: [person], course: slug, cohort: cohort.id, isDryRun: false, by: .person(session),
      at: instant)
    guard let certificate = issued.first else { throw Refusal.notFound(.certificate) }
    return certificate
  }

  /// Whether the person completed the course as a learner of a cohort and never had its paper.
  package func mayClaimCertificate(_ progress: CourseProgress, by session: Session) throws -> Bool {
    let course = progress.course.slug
    return try progress.isComplete && latestCertificate(of: course, session) == nil
      && learningCohort(of: course, session) != nil
  }

  private func latestCertificate(of course: String, _ session: Session) throws -> Certificate? {
    try read { try $0.certificates.certificates(of: session.person) }
      .last { $0.course == course }
  }

  private func learningCohort(of course: String, _ session: Session) throws -> Cohort? {
    try read { try $0.cohorts.cohorts(of: session.person, as: .learner) }
      .last { $0.course == course }
  }

  private func issue(
    to people: [Person], course slug: String, cohort: CohortID, isDryRun: Bool, by actor: Actor,
    at instant: Instant
  ) throws -> [Certificate] {
    guard let course = catalogue[slug] else { throw Refusal.notFound(.course) }
    let units = try units()
    let year = CalendarTime(instant, offset: vietnamOffset).year
    let drafts = people.map { person in
      let unit = units.nearest(.school, from: person.unit) ?? units[person.unit]
      return Certificate(
        id: environment.newID(at: instant), code: CertificateCode.make(environment),
        person: person.id, holder: person.name, unitName: unit?.name ?? "", course: slug,
        courseTitle: course.title, periods: course.periods, cohort: cohort, issuedAt: instant,
        year: year, entry: 0)
    }
    return try write(by: actor) {
      try $0.issue(drafts, year: year, isDryRun: isDryRun, by: actor, at: instant)
    }
  }

  /// Takes a paper back; the check page says so from then on.
  ///
  /// - Parameters:
  ///   - reason: for those who keep the register, never public.
  ///   - publicReason: what the check page shows to anybody; may be empty.
  package func revokeCertificate(
    code: String, reason: String, publicReason: String = "", by actor: Actor, at instant: Instant
  ) throws -> Certificate {
    let revocation = Certificate.Revocation(
      at: instant, reason: reason.trimmed, publicReason: publicReason.trimmed)
    let code = CertificateCode.normal(code)
    guard var certificate = try read({ try $0.certificates.find(code: code) }) else {
      throw Refusal.notFound(.certificate)
    }
    let person = certificate.person
    guard let holder = try read({ try $0.persons.person(person) }) else {
      throw Refusal.notFound(.person)
    }
    try require(.manageCertificates, in: holder.unit, actor)
    try check(revocation)
    guard certificate.revocation == nil else { throw Refusal.alreadyRevoked }
    certificate.revocation = revocation
    let number = certificate.number
    try write(by: actor) { transaction in
      try transaction.requireStill(holder)
      guard try transaction.connection.certificates.find(code: code)?.revocation == nil else {
        throw Refusal.alreadyRevoked
      }
      try transaction.connection.certificates.revoke(code, revocation)
      try transaction.audit("certificate revoke", number, by: actor, at: instant)
    }
    return certificate
  }

  private func check(_ revocation: Certificate.Revocation) throws {
    guard !revocation.reason.isEmpty else { throw Refusal.invalid(field: "reason", .missing) }
    for (field, text) in [
      ("reason", revocation.reason), ("publicReason", revocation.publicReason),
    ] where text.utf8.count > 500 {
      throw Refusal.invalid(field: field, .tooLong)
    }
  }

  /// What anybody may ask of a code.
  package func certificate(code: String) throws -> Certificate {
    let code = CertificateCode.normal(code)
    guard let certificate = try read({ try $0.certificates.find(code: code) }) else {
      throw Refusal.notFound(.certificate)
    }
    return certificate
  }
}

extension Transaction {
  /// Gives each draft the next entry of the register; who holds the paper already keeps that one.
  fileprivate func issue(
    _ drafts: [Certificate], year: Int, isDryRun: Bool, by actor: Actor, at instant: Instant
  ) throws -> [Certificate] {
    let table = connection.certificates
    var entry = try table.nextEntry(year: year)
    var issued: [Certificate] = []
    for var certificate in drafts {
      if let held = try table.valid(of: certificate.person, course: certificate.course) {
        issued.append(held)
        continue
      }
      certificate.entry = entry
      entry += 1
      issued.append(certificate)
      if isDryRun { continue }
      try table.insert(certificate)
      try audit("certificate issue", certificate.number, by: actor, at: instant)
    }
    return issued
  }
}

/// The code of the check page: 80 random bits as `XXXX-XXXX-XXXX-XXXX`.
package enum CertificateCode {
  static func make(_ environment: Environment) -> String {
    let letters = (0..<2).flatMap { _ -> [UInt8] in
      let bits = environment.entropy()
      return (0..<8).map { CrockfordBase32.letter(Int(truncatingIfNeeded: bits >> UInt64($0 * 5))) }
    }
    return normal(String(decoding: letters, as: UTF8.self))
  }

  /// Upper case in groups of four, however it was typed; what is no code stays as it is, and is
  /// found nowhere.
  package static func normal(_ text: String) -> String {
    guard let letters = TypedCode.folded(text, most: 40) else {
      return String(decoding: text.utf8.prefix(100), as: UTF8.self)
    }
    let capitals = letters.map { $0 >= UInt8(ascii: "a") ? $0 - 32 : $0 }
    return inGroupsOfFour(String(decoding: capitals, as: UTF8.self), separator: "-")
  }
}
