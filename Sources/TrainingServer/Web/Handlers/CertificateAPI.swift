import QuizEngine

/// The public check of a certificate.
enum CertificateAPI {
  static func check(_ context: RequestContext) throws -> Response {
    let certificate = try context.engine.certificate(code: context.parameters["code"])
    let holder = try context.engine.holder(of: certificate)
    return .json { writer in
      writer.field("code", certificate.code)
      writer.field("number", certificate.number)
      writer.field("status", certificate.revocation == nil ? "valid" : "revoked")
      writer.field("holder", PublicName.of(certificate, holder))
      writer.field("unit", certificate.unitName)
      writer.field("course", certificate.course)
      writer.field("courseTitle", certificate.courseTitle[context.language])
      writer.field("periods", certificate.periods)
      writer.field("issuedAt", certificate.issuedAt)
      writer.field("revokedAt", certificate.revocation?.at)
      if let reason = certificate.revocation?.publicReason, !reason.isEmpty {
        writer.field("publicReason", reason)
      }
    }
  }
}
