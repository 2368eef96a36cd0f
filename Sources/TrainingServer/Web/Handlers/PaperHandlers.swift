import QuizEngine

/// A certificate as a file: a picture for a telephone, PDF for printing.
enum PaperHandlers {
  static func picture(_ context: RequestContext) throws -> Response {
    let (paper, drawing) = try drawing(context)
    if let png = try context.site.settings.printer.convert(drawing, to: .png) {
      return file(png, "image/png", paper.number, "png")
    }
    return file(Array(drawing.text.utf8), "image/svg+xml", paper.number, "svg")
  }

  /// Where PDF cannot be made, the certificate's page says so and how to go on.
  static func pdf(_ context: RequestContext) throws -> Response {
    let (paper, drawing) = try drawing(context)
    guard let pdf = try context.site.settings.printer.convert(drawing, to: .pdf) else {
      return context.go(to: .certificate(paper.code), .pdfMissing)
    }
    return file(pdf, "application/pdf", paper.number, "pdf")
  }

  private static func drawing(_ context: RequestContext) throws -> (Certificate, HTML) {
    let certificate = try context.engine.certificate(
      code: context.parameters["code"], for: context.requireSession())
    return (certificate, CertificatePicture(certificate, address: context.siteAddress).svg)
  }

  private static func file(
    _ bytes: [UInt8], _ mediaType: String, _ number: String, _ ending: String
  ) -> Response {
    let name = "giay-chung-nhan-" + number.replacing("/", with: "-") + "." + ending
    return Response(
      status: 200,
      fields: [
        "Content-Type": mediaType, "Cache-Control": "no-store",
        "Content-Disposition": "attachment; filename=\"\(name)\"",
      ], body: bytes)
  }
}
