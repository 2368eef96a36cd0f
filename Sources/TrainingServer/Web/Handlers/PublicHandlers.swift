import QuizEngine

/// Pages that need no session.
enum PublicHandlers {
  static func verifyForm(_ context: RequestContext) throws -> Response {
    if let code = context.request.query["code"] {
      let normal = CertificateCode.normal(code)
      if !normal.isEmpty { return context.go(to: .verify(normal)) }
      let error = FieldError(
        field: "code", message: Refusal.invalid(field: "code", .missing).text)
      return context.page(
        verifyFormPage(VerifyForm(errors: [error]), try context.chrome(.verify)), status: 422)
    }
    return context.page(verifyFormPage(VerifyForm(), try context.chrome(.verify)))
  }

  static func verify(_ context: RequestContext) throws -> Response {
    let code = CertificateCode.normal(context.parameters["code"])
    let chrome = try context.chrome(.verify(code))
    do {
      let certificate = try context.engine.certificate(code: code)
      let finding = VerifyPage.Finding.found(
        PublicCertificate(certificate, holder: try context.engine.holder(of: certificate)))
      return context.page(verifyPage(VerifyPage(code: code, finding: finding), chrome))
    } catch Refusal.notFound {
      return context.page(
        verifyPage(VerifyPage(code: code, finding: .unknown), chrome), status: 404)
    }
  }

  static func help(_ context: RequestContext) throws -> Response {
    let source = context.engine.catalogue.help[context.language]
    let document = MarkdownDocument(source)
    let title = document.headings.first { $0.level == 1 }?.text
    let body = title == nil ? document : MarkdownDocument(withoutFirstHeading(source))
    let model = HelpPage(
      title: title ?? both("Cần giúp đỡ?", "Need help?")[context.language],
      text: body.html(MarkdownOptions(lawLabel: Words.open.lawOfParagraph[context.language])))
    return context.page(helpPage(model, try context.chrome(.help)))
  }

  /// The page's own heading says it already.
  private static func withoutFirstHeading(_ source: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.hasPrefix("# ") }) else { return source }
    return (lines[..<index] + lines[(index + 1)...]).joined(separator: "\n")
  }

  static func law(_ context: RequestContext) throws -> Response {
    let ids = LawPage.ids(context.parameters["law"])
    guard let model = LawPage(ids, context.engine.catalogue) else { throw Refusal.notFound(.law) }
    return context.page(
      lawPage(model, try context.chrome(.law(model.facts.map(\.id).joined(separator: ",")))))
  }

  static func problem(_ context: RequestContext) throws -> Response {
    guard let kind = ProblemKind(rawValue: context.parameters["slug"]) else {
      throw RequestFault.noSuchPage
    }
    let model = ProblemKindPage(
      slug: kind.rawValue, status: kind.status, title: kind.title, meaning: kind.meaning)
    return context.page(
      problemKindPage(model, try context.chrome(.problem(kind.rawValue))))
  }

  /// Names carry their content's checksum, so a copy is good for ever.
  static func asset(_ context: RequestContext) throws -> Response {
    guard let asset = Assets.asset(named: context.parameters["name"]) else {
      throw RequestFault.noSuchPage
    }
    return Response(
      status: 200,
      fields: ["Content-Type": asset.contentType, "Cache-Control": Asset.cacheControl],
      body: asset.body)
  }

  /// The program that keeps read lessons; browsers ask for it again each day.
  static func worker(_ context: RequestContext) -> Response {
    Response(
      status: 200,
      fields: ["Content-Type": Assets.worker.contentType, "Cache-Control": "no-cache"],
      body: Assets.worker.body)
  }

  static func picture(_ context: RequestContext) throws -> Response {
    guard
      let picture = context.site.media.picture(
        context.parameters["file"], of: context.parameters["course"])
    else { throw RequestFault.noSuchPage }
    let fields: HeaderFields = [
      "ETag": picture.tag.text, "Cache-Control": "public, max-age=3600",
    ]
    if let field = context.request.fields["if-none-match"], picture.tag.matchesWeakly(field) {
      return Response(status: 304, fields: fields)
    }
    var response = Response(status: 200, fields: fields, body: picture.bytes)
    response.fields.append("Content-Type", picture.mediaType)
    return response
  }
}

extension PublicCertificate {
  /// What anybody who has the code may know.
  init(_ certificate: Certificate, holder: Person?) {
    self.init(
      holder: PublicName.of(certificate, holder), unitName: certificate.unitName,
      award: certificate.courseTitle, periods: certificate.periods,
      issuedAt: certificate.issuedAt, number: certificate.number,
      registerEntry: "\(certificate.entry)/\(certificate.year)",
      withdrawal: Withdrawal(certificate.revocation))
  }
}

extension PublicCertificate.Withdrawal {
  /// Without the internal reason.
  init?(_ revocation: Certificate.Revocation?) {
    guard let revocation else { return nil }
    self.init(at: revocation.at, reason: revocation.publicReason)
  }
}
