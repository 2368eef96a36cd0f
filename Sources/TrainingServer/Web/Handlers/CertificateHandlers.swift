import QuizEngine

/// The certificates of a cohort.
enum CertificateHandlers {
  static func list(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let actor = Actor.person(try context.requireSession())
    let cohort = try context.engine.requireCohort(id, actor)
    let issued = try context.engine.register(cohort: id, by: actor)
    let waiting = try context.engine.progress(ofCohort: id, by: actor).count {
      $0.certificate == nil && $0.progress?.isComplete == true
    }
    let model = CohortCertificatesPage(
      cohort: id, name: cohort.name, waiting: waiting,
      papers: issued.map { certificate in
        CohortCertificatesPage.Paper(
          code: certificate.code, number: certificate.number, holder: certificate.holder,
          issuedAt: certificate.issuedAt, isRevoked: certificate.revocation != nil)
      })
    return context.page(cohortCertificatesPage(model, try context.chrome(.certificates(id))))
  }

  static func issue(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    _ = try context.engine.issueCertificates(
      cohort: id, by: .person(context.requireSession()), at: context.now)
    return context.go(to: .certificates(id), .issued)
  }

  static func revoke(_ context: RequestContext) throws -> Response {
    let certificate = try context.engine.revokeCertificate(
      code: context.parameters["code"], reason: context.form["reason"] ?? "",
      publicReason: context.form["publicReason"] ?? "", by: .person(context.requireSession()),
      at: context.now)
    guard let cohort = certificate.cohort else {
      return context.go(to: .verify(certificate.code), .revoked)
    }
    return context.go(to: .certificates(cohort), .revoked)
  }
}
