/// `value; name=token; name="quoted"` as in Content-Type and Content-Disposition.
struct MediaParameters {
  /// What stands before the first semicolon, in lower case.
  let value: String
  private var parameters: [(name: String, value: String)] = []

  init(_ text: String) {
    var reader = Reader(Array(text.utf8))
    value = String(decoding: reader.until(59).map(\.lowercased), as: UTF8.self)
    while reader.skip(59) {
      let name = String(decoding: reader.until(61).map(\.lowercased), as: UTF8.self)
      guard reader.skip(61) else { break }
      parameters.append((name, String(decoding: reader.parameterValue(), as: UTF8.self)))
    }
  }

  /// The first parameter of that lower-case name.
  subscript(name: String) -> String? {
    parameters.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// Whether that lower-case text stands before the first semicolon, octet for octet.
  func hasValue(_ text: String) -> Bool { value.utf8.elementsEqual(text.utf8) }

  private struct Reader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func skip(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      while index < bytes.count, bytes[index].isBlank { index += 1 }
      return true
    }

    /// Up to `stop` or a semicolon, blanks at the end left out.
    mutating func until(_ stop: UInt8) -> [UInt8] {
      var result: [UInt8] = []
      while index < bytes.count, bytes[index] != stop, bytes[index] != 59 {
        result.append(bytes[index])
        index += 1
      }
      while let last = result.last, last.isBlank { result.removeLast() }
      return result
    }

    /// A backslash escapes only a quote or itself: browsers send Windows paths unescaped.
    mutating func parameterValue() -> [UInt8] {
      guard index < bytes.count, bytes[index] == 34 else { return until(59) }
      index += 1
      var result: [UInt8] = []
      while index < bytes.count, bytes[index] != 34 {
        if bytes[index] == 92, index + 1 < bytes.count,
          bytes[index + 1] == 34 || bytes[index + 1] == 92
        {
          index += 1
        }
        result.append(bytes[index])
        index += 1
      }
      index += 1
      while index < bytes.count, bytes[index] != 59 { index += 1 }
      return result
    }
  }
}
