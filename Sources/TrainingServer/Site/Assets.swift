import QuizEngine

/// A file that browsers may keep for ever: its name says what is in it.
struct Asset: Sendable {
  /// Such as `site-7f3a90c1d2e4b586.css`.
  let name: String
  let contentType: String
  let body: [UInt8]

  /// How long and by whom it may be kept (RFC 9111, 5.2.2 and RFC 8246).
  static let cacheControl = "public, max-age=31536000, immutable"

  var route: Route { .asset(name) }

  fileprivate init(_ stem: String, _ kind: Kind, _ text: String) {
    body = Array(text.utf8)
    name = "\(stem)-\(checksum(body)).\(kind.rawValue)"
    contentType = kind.contentType
  }

  fileprivate enum Kind: String {
    case css, js, svg, webmanifest

    var contentType: String {
      switch self {
      case .css: "text/css; charset=utf-8"
      case .js: "text/javascript; charset=utf-8"
      case .svg: "image/svg+xml"
      case .webmanifest: "application/manifest+json"
      }
    }
  }
}

/// All static files, made once at the first use and served from memory.
enum Assets {
  static let styles = Asset(
    "site", .css,
    Palette.css
      + joined([
        Styles.base, Styles.frame, Styles.forms, Styles.parts, Styles.tables, Styles.learning,
        Styles.exam, Styles.staff, Styles.papers, Styles.print,
      ]))
  /// On every page: law facts in a dialog, printing, copying.
  static let site = Asset(
    "site", .js, joined([Scripts.fetching, Scripts.law, Scripts.page, Scripts.offline]))
  static let countdown = Asset(
    "countdown", .js,
    joined([Scripts.fetching, Scripts.serverClock, Scripts.countdown, Scripts.check]))
  static let exam = Asset(
    "exam", .js,
    joined([
      Scripts.fetching, Scripts.serverClock, Scripts.examWords, Scripts.examClock,
      Scripts.examQueue, Scripts.examSender, Scripts.examCopy, Scripts.examEnd, Scripts.examFlags,
      Scripts.examItem,
      Scripts.examTurning, Scripts.examKeys, Scripts.examPaper, Scripts.examReview,
      Scripts.examStart,
    ]))
  /// What a receipt needs of the exam's parts: it sends what is still on the device.
  static let receipt = Asset(
    "receipt", .js,
    joined([
      Scripts.fetching, Scripts.serverClock, Scripts.examWords, Scripts.examQueue,
      Scripts.examSender, Scripts.examCopy, Scripts.examEnd, Scripts.receiptStart,
    ]))
  static let live = Asset("live", .js, joined([Scripts.live]))
  /// Served at `Route.worker`, under that name and without the long caching of the others.
  static let worker = Asset("worker", .js, joined([Scripts.worker]))
  static let mark = Asset("mark", .svg, Mark.file.text)
  static let manifest = Asset("site", .webmanifest, manifestText(icon: mark.route))

  static let all = [styles, site, countdown, exam, receipt, live, mark, manifest]

  /// The file of that name; nil for names of other versions too.
  static func asset(named name: String) -> Asset? { byName[name] }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static func joined(_ parts: [StaticString]) -> String {
    parts.map(\.description).joined(separator: "\n")
  }

  private static func manifestText(icon: Route) -> String {
    """
    {"name":"\(PageWords().siteName.vietnamese)","short_name":"\(PageWords().siteName.vietnamese)",\
    "lang":"vi","start_url":"/","display":"browser",\
    "icons":[{"src":"\(icon.path)","sizes":"any","type":"image/svg+xml"}]}
    """
  }
}

/// FNV-1a over 64 bits: tells versions apart, proves nothing.
private func checksum(_ bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
}
