/// A certificate as one drawing (SVG), A4 landscape: a picture for a telephone, and what PDF is made
/// of.
///
/// It says what `CertificateSheet` says.
package struct CertificatePicture: Sendable {
  private let certificate: Certificate
  private let link: String

  /// - Parameter address: of the site, without a slash at its end.
  package init(_ certificate: Certificate, address: String) {
    self.certificate = certificate
    link = address + "/verify/" + certificate.code
  }

  /// The drawing; four units are a millimetre.
  package var svg: HTML {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox="0 0 1188 840" \
    font-family="'Liberation Serif', 'Times New Roman', Tinos, serif" fill="#111" lang="vi">
    <rect width="1188" height="840" fill="#fff"/>
    <rect x="42" y="42" width="1104" height="756" fill="none" stroke="#0b6e69" stroke-width="5"/>
    <rect x="54" y="54" width="1080" height="732" fill="none" stroke="#0b6e69" stroke-width="1.5"/>
    \(heading)\(award)\(foot)\(withdrawal)</svg>

    """
  }

  private var heading: HTML {
    let issuer = certificate.unitName.uppercased()
    return HTML.joined([
      line(issuer, at: (310, 116), .init(size: 21, isBold: true, width: 400)),
      line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", at: (850, 116), .init(size: 21, isBold: true)),
      line("Độc lập - Tự do - Hạnh phúc", at: (850, 146), .init(size: 22, isBold: true)),
      "<path d=\"M230 130h160M710 156h280\" stroke=\"#111\" stroke-width=\"1.2\"/>\n",
    ]) { $0 }
  }

  private var award: HTML {
    var lines = [
      line(
        "GIẤY CHỨNG NHẬN", at: (594, 258),
        .init(size: 62, isBold: true, colour: "#0b6e69")),
      line("Chứng nhận", at: (594, 316), .init(size: 24, isItalic: true)),
      line(certificate.holder, at: (594, 376), .init(size: 48, isBold: true)),
      line(certificate.unitName, at: (594, 418), .init(size: 24)),
      line("đã hoàn thành khóa học", at: (594, 464), .init(size: 24, isItalic: true)),
      line(
        certificate.courseTitle.vietnamese, at: (594, 512), .init(size: 32, isBold: true)),
    ]
    if certificate.periods > 0 {
      lines.append(
        line("Thời lượng: \(certificate.periods) tiết", at: (594, 552), .init(size: 24)))
    }
    return HTML.joined(lines) { $0 }
  }

  private var foot: HTML {
    let left = TextStyle(size: 20, anchor: "start", width: 400)
    return HTML.joined([
      """
      <svg x="92" y="596" width="132" height="132">\
      \(QRCode(link)?.svg(label: "Mã QR tra cứu giấy chứng nhận"))</svg>

      """,
      line("Số vào sổ: \(certificate.number)", at: (240, 634), left),
      line("Mã tra cứu: \(certificate.code)", at: (240, 664), left),
      line(link, at: (240, 692), .init(size: 15, anchor: "start", width: 400)),
      line(
        CertificateSheet.dateLine(certificate), at: (900, 610),
        .init(size: 21, isItalic: true, width: 440)),
      line("THỦ TRƯỞNG ĐƠN VỊ", at: (900, 640), .init(size: 21, isBold: true)),
      line("(Ký, ghi rõ họ tên, đóng dấu)", at: (900, 666), .init(size: 19, isItalic: true)),
      line(CertificateSheet.disclaimer, at: (594, 772), .init(size: 15)),
    ]) { $0 }
  }

  private var withdrawal: HTML? {
    guard let revocation = certificate.revocation else { return nil }
    let day = revocation.at.vietnamDate(.vietnamese)
    return """
      <g transform="rotate(-12 594 440)" fill="#a11">\
      \(line("ĐÃ THU HỒI NGÀY \(day)", at: (594, 460), .init(size: 72, isBold: true, colour: "#a11")))</g>

      """
  }

  /// How a line is set.
  private struct TextStyle {
    var size: Int
    var isBold = false
    var isItalic = false
    var colour = "#111"
    var anchor = "middle"
    /// Longer lines are set smaller.
    var width = 1000
  }

  private func line(_ text: String, at place: (x: Int, y: Int), _ style: TextStyle) -> HTML {
    let wide = Self.width(text, size: style.size, isBold: style.isBold)
    let size = wide > style.width ? max(1, style.size * style.width / wide) : style.size
    return """
      <text x="\(place.x)" y="\(place.y)" font-size="\(size)" text-anchor="\(style.anchor)"\
      \(style.isBold ? #" font-weight="bold""# : nil)\(style.isItalic ? #" font-style="italic""# : nil) \
      fill="\(style.colour)">\(text)</text>

      """
  }

  /// How wide a line is in a serif face, rather too wide than too narrow.
  private static func width(_ text: String, size: Int, isBold: Bool) -> Int {
    var thousandths = 0
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .format: continue
      case .uppercaseLetter: thousandths += 740
      case .spaceSeparator: thousandths += 260
      default: thousandths += scalar.value < 0x3000 ? 520 : 1000
      }
    }
    return thousandths * size / (isBold ? 940 : 1000)
  }
}
