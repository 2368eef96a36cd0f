import QuizEngine

/// The certificates of a cohort.
enum CertificateHandlers {
  static func list(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let actor = Actor.person(try context.requireSession())
    let cohort = try context.engine.requireCohort(id, actor)
    let issued = try context.engine.register(cohort: id, by: actor)
    let lacking = try context.engine.progress(ofCohort: id, by: actor).filter(\.lacksCertificate)
    let model = CohortCertificatesPage(
      cohort: id, name: cohort.name,
      waiting: lacking.filter { $0.withdrawn == nil }.map(\.person.name),
      withdrawn: lacking.compactMap { learner in
        learner.withdrawn?.revocation.map {
          .init(person: learner.person.id, name: learner.person.name, withdrawnAt: $0.at)
        }
      },
      papers: issued.map { certificate in
        CohortCertificatesPage.Paper(
          code: certificate.code, number: certificate.number, holder: certificate.holder,
          issuedAt: certificate.issuedAt, withdrawnFor: certificate.revocation?.reason)
      })
    return context.page(cohortCertificatesPage(model, try context.chrome(.certificates(id))))
  }

  static func issue(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let again = context.form.all("again").compactMap { PersonID(text: $0) }
    let issued = try context.engine.issueCertificates(
      cohort: id, again: Set(again), by: .person(context.requireSession()), at: context.now)
    return context.go(to: .certificates(id), issued.isEmpty ? .nobodyIssued : .issued)
  }

  static func revoke(_ context: RequestContext) throws -> Response {
    let code = context.parameters["code"]
    do {
      let certificate = try context.engine.revokeCertificate(
        code: code, reason: context.form["reason"] ?? "",
        publicReason: context.form["publicReason"] ?? "",
        by: .person(context.requireSession()), at: context.now)
      return context.go(to: list(with: certificate), .revoked)
    } catch Refusal.invalid(field: "reason", .missing) {
      return context.go(to: list(with: try context.engine.certificate(code: code)), .reasonMissing)
    }
  }

  private static func list(with certificate: Certificate) -> Route {
    certificate.cohort.map { .certificates($0) } ?? .verify(certificate.code)
  }
}
