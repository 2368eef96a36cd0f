/// `certificate issue|list|show|revoke`.
enum CertificateOperations {
  static let specs = [
    OperationSpec(
      "certificate", "issue", vi: "Cấp giấy chứng nhận cho người đã hoàn thành",
      en: "Issue certificates to those who completed",
      options: [
        .init(
          "cohort", .text("COHORT"), isRequired: true, vi: "Nhóm học", en: "The cohort")
      ], hasDryRun: true, .data(issue)),
    OperationSpec(
      "certificate", "list", vi: "Sổ cấp giấy chứng nhận", en: "The register of certificates",
      options: [
        .init("cohort", .text("COHORT"), vi: "Chỉ nhóm học này", en: "Only this cohort"),
        .init("year", .text("YEAR"), vi: "Chỉ năm này", en: "Only this year"),
        NameSearch.option,
      ], .data(list)),
    OperationSpec(
      "certificate", "show", vi: "Giấy chứng nhận để in (HTML, A4 ngang)",
      en: "The certificate for printing (HTML, A4 landscape)",
      operands: [.text("PAPER", isOptional: true)],
      options: [
        .init(
          "cohort", .text("COHORT"), vi: "Mọi giấy của nhóm học này", en: "All papers of a cohort"),
        .init(
          "base-url", .text("URL"), isRequired: true, vi: "Địa chỉ của trang, ghi vào mã QR",
          en: "Address of the site, for the QR code"),
      ], document: .plain, .data(show)),
    OperationSpec(
      "certificate", "revoke", vi: "Thu hồi một giấy chứng nhận", en: "Revoke a certificate",
      operands: [.text("PAPER")],
      options: [
        .init(
          "reason", .text("TEXT"), isRequired: true,
          vi: "Lý do nội bộ, chỉ có trong sổ, không công khai",
          en: "The internal reason, only in the register, never public"),
        .init(
          "public-reason", .text("TEXT"), vi: "Lý do công khai, hiện trên trang tra cứu",
          en: "The public reason, shown on the check page"),
      ], asksFirst: true, .data(revoke)),
  ]

  @Sendable private static func issue(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let cohort = try engine.cohort(named: try operation.required("cohort"), actor)
    let leftOut = try engine.progress(ofCohort: cohort.id, by: actor).count {
      $0.lacksCertificate && $0.withdrawn != nil
    }
    let issued = try engine.issueCertificates(
      cohort: cohort.id, isDryRun: operation.isDryRun, by: actor, at: instant)
    let told =
      leftOut == 0
      ? LocalizedText(vi: "", en: "")
      : LocalizedText(
        vi: " Không cấp lại cho \(leftOut) người có giấy đã bị thu hồi: hãy chọn từng người trên "
          + "trang giấy chứng nhận của lớp.",
        en: " \(leftOut) whose paper was withdrawn got none: choose them one by one on the class's "
          + "page of certificates.")
    return OperationOutcome(
      Table(register: issued),
      vi: (operation.isDryRun ? "Chạy thử, chưa cấp: " : "Đã cấp: ")
        + "\(issued.count) giấy.\(told.vietnamese)",
      en: (operation.isDryRun ? "Dry run, not issued: " : "Issued: ")
        + "\(issued.count) papers.\(told.english)")
  }

  @Sendable private static func list(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let search = try operation.nameSearch()
    let cohort = try operation.option("cohort").map { try engine.cohort(named: $0, actor).id }
    let register = try engine.register(
      cohort: cohort, year: try operation.number("year", in: 2000...9999), by: actor)
    try engine.recordExport("register", of: cohort?.text ?? "", by: actor, at: instant)
    return OperationOutcome(
      table: Table(register: register.filter { search?.finds($0.holder, $0.number) ?? true }))
  }

  @Sendable private static func show(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let address = try operation.baseURL()
    let certificates: [Certificate]
    switch (operation.operands.first, operation.option("cohort")) {
    case (let name?, nil): certificates = [try engine.certificate(named: name, actor)]
    case (nil, let name?):
      certificates = try engine.register(
        cohort: try engine.cohort(named: name, actor).id, by: actor)
    default:
      throw Misuse(
        vi: "Hãy nêu một giấy (mã tra cứu, số vào sổ hoặc tên người), hoặc --cohort.",
        en: "Name one paper (check code, register number or holder), or --cohort.")
    }
    guard !certificates.isEmpty else { throw Refusal.notFound(.certificate) }
    let sheets = certificates.map { CertificateSheet($0, address: address) }
    return OperationOutcome(
      table: Table(register: certificates),
      documents: [
        .init(
          name: "certificates.html", mediaType: "text/html; charset=utf-8",
          bytes: Array(CertificateSheet.page(sheets).text.utf8))
      ])
  }

  @Sendable private static func revoke(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let revoked = try engine.revokeCertificate(
      code: try engine.certificate(named: try operation.operand(0), actor).code,
      reason: try operation.required("reason"),
      publicReason: operation.option("public-reason") ?? "", by: actor, at: instant)
    return OperationOutcome(
      Table(register: [revoked]), vi: "Đã thu hồi giấy số \(revoked.number).",
      en: "Revoked the paper \(revoked.number).")
  }
}
