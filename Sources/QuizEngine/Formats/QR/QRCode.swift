/// A QR code (ISO/IEC 18004:2015, model 2) of any of the versions 1 to 40.
///
/// Content made of digits, capital letters and ` $%*+-./:` is written in alphanumeric mode,
/// everything else byte by byte, without naming a character set: keep addresses ASCII, as scanners
/// guess the set of other bytes.
package struct QRCode: Hashable, Sendable {
  /// Modules on a side, without the quiet zone.
  package let size: Int
  package let level: QRLevel
  /// The mask pattern, 0 to 7.
  package let mask: Int
  private let modules: [Bool]

  /// The smallest code that holds `content`; nil when not even version 40 does.
  ///
  /// - Parameters:
  ///   - content: at most 2,331 bytes at the medium level.
  ///   - minimumVersion: a larger code where several must look alike.
  ///   - mask: one pattern instead of the one that scans best.
  package init?(
    _ content: [UInt8], level: QRLevel = .medium, minimumVersion: Int = 1, mask: Int? = nil
  ) {
    let payload = QRPayload(content)
    guard let version = payload.version(level, from: minimumVersion) else { return nil }
    var drawn = QRMatrix(version: version)
    drawn.place(payload.codewords(in: version, level))
    var best: (matrix: QRMatrix, mask: Int, score: Int)?
    for candidate in mask.map({ [min(max($0, 0), 7)] }) ?? Array(0..<8) {
      var matrix = drawn
      matrix.apply(mask: candidate)
      matrix.drawFormat(level, mask: candidate)
      let score = QRPenalty.score(matrix)
      if score < best?.score ?? .max { best = (matrix, candidate, score) }
    }
    guard let best else { return nil }
    size = version.size
    self.level = level
    self.mask = best.mask
    modules = best.matrix.modules
  }

  /// The smallest code that holds the text's UTF-8 bytes.
  package init?(_ content: String, level: QRLevel = .medium) {
    self.init([UInt8](content.utf8), level: level)
  }

  /// Whether the module in that column and row is dark; light outside.
  package subscript(x: Int, y: Int) -> Bool {
    guard (0..<size).contains(x), (0..<size).contains(y) else { return false }
    return modules[y * size + x]
  }
}
