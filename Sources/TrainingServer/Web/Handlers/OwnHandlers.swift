import QuizEngine

/// A person's own page and papers.
enum OwnHandlers {
  static func me(_ context: RequestContext) throws -> Response {
    let session = try context.requireSession()
    let own = try context.engine.own(session.person)
    let units = try context.engine.units()
    let model = MePage(
      name: own.person.name, unitName: units[own.person.unit]?.name ?? "",
      roles: own.person.roles.sorted(), signedInUntil: session.expiresAt,
      hasPassword: try context.engine.hasPassword(session.person),
      sessions: try context.engine.ownSessions(session, at: context.now),
      certificates: own.certificates.reversed().map { certificate in
        MePage.OwnCertificate(
          title: certificate.courseTitle, number: certificate.number, code: certificate.code,
          issuedAt: certificate.issuedAt, isRevoked: certificate.revocation != nil)
      },
      attempts: own.attempts.map { MePage.OwnAttempt($0, at: context.now) })
    return context.page(mePage(model, try context.chrome(.me)))
  }

  static func certificate(_ context: RequestContext) throws -> Response {
    let certificate = try context.engine.certificate(
      code: context.parameters["code"], for: context.requireSession())
    let units = try context.engine.units()
    let issuer = units.all.first { $0.name == certificate.unitName }
    let check = Route.verify(certificate.code)
    let link = context.siteAddress + check.path
    let model = CertificatePage(
      certificate: certificate, parentBody: issuer?.parent.flatMap { units[$0]?.name },
      issuingBody: certificate.unitName,
      qr: QRCode(link)?.svg(
        label: both("Mã QR tra cứu", "QR code of the check page")[context.language]) ?? .empty,
      checkAddress: link, hasPDF: context.site.settings.printer.isPresent)
    return context.page(
      certificatePage(model, try context.chrome(.certificate(certificate.code))))
  }
}

extension MePage.OwnAttempt {
  fileprivate init(_ own: OwnReading.OwnAttempt, at now: Instant) {
    let (attempt, contest) = (own.attempt, own.contest)
    let end: End
    if let outcome = own.outcome {
      end = outcome.byDeadline ? .expired(outcome.closedAt) : .submitted(outcome.closedAt)
    } else {
      end = attempt.deadline <= now ? .expired(attempt.deadline) : .running
    }
    let showsScore = contest.reveals(
      contest.sheet.feedback.score, ofRound: attempt.round, at: now)
    self.init(
      id: attempt.id, title: contest.sheet.title, startedAt: attempt.startedAt, end: end,
      score: showsScore ? own.outcome?.points : nil)
  }
}
