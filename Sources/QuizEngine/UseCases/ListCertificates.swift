extension Engine {
  /// The register in its order: of a cohort, of a year, or whole.
  ///
  /// A signed-in person sees the papers of people inside their own unit.
  package func register(
    cohort: CohortID? = nil, year: Int? = nil, by actor: Actor
  ) throws -> [Certificate] {
    if let cohort { _ = try requireCohort(cohort, actor) }
    if case .person(let session) = actor, cohort == nil, !session.allows(.manageCertificates) {
      throw Refusal.notAllowed
    }
    let certificates = try read { connection in
      try cohort.map { try connection.certificates.certificates(of: $0) }
        ?? connection.certificates.all()
    }.filter { year == nil || $0.year == year }
    guard case .person(let session) = actor, cohort == nil else { return certificates }
    let units = try units()
    let holders = try read { connection in
      Dictionary(
        try connection.persons.all().map { ($0.id, $0.unit) },
        uniquingKeysWith: { first, _ in first })
    }
    return certificates.filter { certificate in
      holders[certificate.person].map { units.contains($0, in: session.unit) } ?? false
    }
  }
}
