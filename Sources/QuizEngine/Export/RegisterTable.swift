extension Table {
  /// The register of certificates (sổ cấp giấy chứng nhận).
  package init(register certificates: [Certificate]) {
    self.init(
      columns: [
        Column("number", vi: "Số vào sổ", en: "Register number"),
        Column("year", vi: "Năm", en: "Year", .number),
        Column("entry", vi: "Số thứ tự", en: "Entry", .number),
        Column("holder", vi: "Họ và tên", en: "Holder"),
        Column("unit", vi: "Đơn vị", en: "Unit"),
        Column("course", vi: "Khóa học", en: "Course"),
        Column("periods", vi: "Số tiết", en: "Periods", .number),
        Column("issuedAt", vi: "Ngày cấp (giờ Việt Nam)", en: "Issued (Viet Nam time)"),
        Column("code", vi: "Mã tra cứu", en: "Check code"),
        Column("state", vi: "Tình trạng", en: "State"),
        Column("revokedAt", vi: "Thu hồi lúc", en: "Revoked at"),
        Column("reason", vi: "Lý do thu hồi (nội bộ)", en: "Reason (internal)"),
        Column("publicReason", vi: "Lý do thu hồi (công khai)", en: "Reason (public)"),
      ],
      rows: certificates.map { certificate in
        [
          .text(certificate.number), .count(certificate.year), .count(certificate.entry),
          .text(certificate.holder), .text(certificate.unitName),
          .term(certificate.course, certificate.courseTitle), .count(certificate.periods),
          .instant(certificate.issuedAt), .text(certificate.code), certificate.stateCell,
          .instant(certificate.revocation?.at), .text(certificate.revocation?.reason),
          .text(certificate.revocation?.publicReason),
        ]
      })
  }
}

extension Certificate {
  fileprivate var stateCell: Cell {
    revocation == nil
      ? .term("valid", LocalizedText(vi: "Có hiệu lực", en: "Valid"))
      : .term("revoked", LocalizedText(vi: "Đã thu hồi", en: "Revoked"))
  }
}
