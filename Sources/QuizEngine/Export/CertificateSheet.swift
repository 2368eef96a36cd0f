/// A certificate on A4 landscape, for printing, signing and sealing by the issuing body.
///
/// The heading follows the layout of administrative documents (Decree 30/2020/NĐ-CP, annex I);
/// it carries no emblem and says that it is no diploma. Signature, seal and place stay empty:
/// they are the issuing body's (article 2).
package struct CertificateSheet: Sendable {
  private let certificate: Certificate
  /// Address of the public check page.
  private let link: String

  /// - Parameter address: of the site, without a slash at its end.
  package init(_ certificate: Certificate, address: String) {
    self.certificate = certificate
    link = address + "/verify/" + certificate.code
  }

  /// A whole document with its own style, a sheet a page.
  package static func page(_ sheets: [CertificateSheet]) -> HTML {
    """
    <!doctype html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Giấy chứng nhận\(sheets.count == 1 ? " " + (sheets.first?.certificate.number ?? "") : "")</title>
    <style>\(HTML(stringLiteral: stylesheet))</style>
    </head>
    <body>
    \(HTML.joined(sheets) { $0.article })
    </body>
    </html>

    """
  }

  /// One certificate; usable on a page that brings `stylesheet` itself.
  package var article: HTML {
    """
    <article class="certificate">
    <div class="certificate-frame">
    <header>
    <p class="certificate-issuer">\(certificate.unitName)</p>
    <p class="certificate-nation"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>\
    <span>Độc lập - Tự do - Hạnh phúc</span></p>
    </header>
    <h1>GIẤY CHỨNG NHẬN</h1>
    <p class="certificate-lead">Chứng nhận</p>
    <p class="certificate-holder">\(certificate.holder)</p>
    <p class="certificate-unit">\(certificate.unitName)</p>
    <p class="certificate-lead">đã hoàn thành khóa học</p>
    <p class="certificate-course">\(certificate.courseTitle.vietnamese)</p>
    \(periods)\
    <footer>
    <div class="certificate-check">\(QRCode(link)?.svg(label: "Mã QR tra cứu giấy chứng nhận"))\
    <p>Số vào sổ: <b>\(certificate.number)</b><br>Mã tra cứu: <b>\(certificate.code)</b>\
    <br><small>\(link)</small></p></div>
    <div class="certificate-sign"><p><i>\(Self.dateLine(certificate))</i></p><p><b>THỦ TRƯỞNG ĐƠN VỊ</b>\
    <br><i>(Ký, ghi rõ họ tên, đóng dấu)</i></p></div>
    </footer>
    <p class="certificate-note">\(Self.disclaimer)</p>
    \(revocation)\
    </div>
    </article>

    """
  }

  static let disclaimer =
    "Giấy này xác nhận việc hoàn thành khóa học trực tuyến; không phải văn bằng, chứng chỉ của hệ "
    + "thống giáo dục quốc dân."

  private var periods: HTML? {
    guard certificate.periods > 0 else { return nil }
    return "<p class=\"certificate-periods\">Thời lượng: \(certificate.periods) tiết</p>\n"
  }

  private var revocation: HTML? {
    guard let revocation = certificate.revocation else { return nil }
    let day = revocation.at.vietnamDate(.vietnamese)
    return "<p class=\"certificate-revoked\">ĐÃ THU HỒI NGÀY \(day)</p>\n"
  }

  /// Days below 10 and the first two months carry a zero (annex I, part II, 4).
  static func dateLine(_ certificate: Certificate) -> String {
    let time = CalendarTime(certificate.issuedAt, offset: vietnamOffset)
    let month = time.month <= 2 ? padded(time.month, 2) : String(time.month)
    return "……………, ngày \(padded(time.day, 2)) tháng \(month) năm \(time.year)"
  }
}
