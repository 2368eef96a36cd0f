/// Sign-in cards on A4 for cutting: eight a page, with QR codes; a file for printing.
package struct CardSheet: Sendable {
  package let title: String
  package let cards: [Card]

  /// What one card says.
  package struct Card: Sendable {
    package let name: String
    package let className: String
    package let school: String
    /// The secret in groups, for typing.
    package let code: String
    /// Address that the QR code opens.
    package let link: String

    package init(name: String, className: String, school: String, code: String, link: String) {
      self.name = name
      self.className = className
      self.school = school
      self.code = code
      self.link = link
    }
  }

  package init(title: String, cards: [Card]) {
    self.title = title
    self.cards = cards
  }

  /// The whole document with its own style.
  package var page: HTML {
    """
    <!doctype html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Thẻ đăng nhập – \(title)</title>
    <style>\(HTML(stringLiteral: Self.stylesheet))</style>
    </head>
    <body>
    <h1>Thẻ đăng nhập – \(title)</h1>
    <p class="hint">\(cards.count) thẻ. In khổ A4, cắt theo đường đứt. Ai có thẻ đều vào được: \
    hãy phát tận tay từng em và xoá tệp này sau khi in.</p>
    <main>\(HTML.joined(cards, Self.card))</main>
    </body>
    </html>

    """
  }

  /// One card; usable on a page that brings `stylesheet` itself.
  package static func card(_ card: Card) -> HTML {
    """
    <article class="card">
    <div class="card-text">
    <h2>\(card.name)</h2>
    <p class="card-class">\(card.className)\(card.school.isEmpty ? "" : " · \(card.school)")</p>
    <ol>
    <li>Quét mã QR, hoặc mở <b>\(site(card.link))</b> rồi nhập mã.</li>
    <li>Bấm “Vào học và thi”.</li>
    <li>Giữ kín thẻ. Mất thẻ, em báo thầy cô ngay.</li>
    </ol>
    </div>
    \(QRCode(card.link)?.svg(label: "Mã QR đăng nhập"))
    <p class="card-code">\(card.code)</p>
    </article>

    """
  }

  /// The address without the secret.
  private static func site(_ link: String) -> String {
    link.ranges(of: "/c/").last.map { String(link[..<$0.lowerBound]) } ?? link
  }

  /// Eight cards of 96 × 66 mm a page, ink only; a row whose texts are long grows with them, so that
  /// nothing crosses the line along which it is cut.
  package static let stylesheet: StaticString = """
    @page { size: A4 portrait; margin: 10mm 8mm; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 194mm; color: #111; background: #fff;
      font: 10pt/1.35 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
    h1 { font-size: 14pt; margin: 4mm 0 1mm; }
    .hint { margin: 0 0 4mm; }
    main { display: grid; grid-template-columns: 1fr 1fr; }
    .card { min-height: 66mm; padding: 5mm; border: 0.3mm dashed #666; display: grid;
      grid-template-columns: 1fr 34mm; grid-template-rows: 1fr auto; gap: 2mm 3mm;
      break-inside: avoid; }
    .card h2 { font-size: 13pt; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
    .card-text { min-width: 0; }
    .card-class { margin: 0.5mm 0 2mm; font-weight: 600; }
    .card ol { margin: 0; padding-left: 4.5mm; font-size: 8.5pt; }
    .card ol b { overflow-wrap: anywhere; }
    .card .qr { width: 34mm; height: 34mm; align-self: start; }
    .card-code { grid-column: 1 / -1; margin: 0; text-align: center; letter-spacing: 0.02em;
      font: 600 11pt/1.2 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
    @media print { h1, .hint { display: none; } }
    """
}
