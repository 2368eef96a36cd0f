/// An entity tag and the conditions over it (RFC 9110 sections 8.8.3 and 13.1).
struct ETag: Hashable, Sendable {
  /// Without quotes: visible ASCII other than the double quote.
  let opaque: String
  let isWeak: Bool

  init(_ opaque: String, isWeak: Bool = false) {
    self.opaque = opaque
    self.isWeak = isWeak
  }

  /// The field value, such as `"abc"` or `W/"abc"`.
  var text: String { (isWeak ? "W/\"" : "\"") + opaque + "\"" }

  private func names(_ other: ETag) -> Bool { opaque.utf8.elementsEqual(other.opaque.utf8) }

  /// If-None-Match, weak comparison: true means the client's copy is current (304 or 412).
  func matchesWeakly(_ field: String) -> Bool {
    Self.matches(field, names)
  }

  /// If-Match and If-Range, strong comparison.
  func matchesStrongly(_ field: String) -> Bool {
    Self.matches(field) { names($0) && !$0.isWeak && !isWeak }
  }

  private static func matches(_ field: String, _ test: (ETag) -> Bool) -> Bool {
    let bytes = Array(field.utf8)
    if bytes.filter({ !$0.isBlank }) == [42] { return true }
    return list(bytes).contains(where: test)
  }

  /// The tags of a list; reading stops at the first malformed one.
  ///
  /// A comma may stand in a tag.
  private static func list(_ bytes: [UInt8]) -> [ETag] {
    var result: [ETag] = []
    var index = 0
    while true {
      while index < bytes.count, bytes[index].isBlank || bytes[index] == 44 { index += 1 }
      let isWeak = index + 1 < bytes.count && bytes[index] == 87 && bytes[index + 1] == 47
      if isWeak { index += 2 }
      guard index < bytes.count, bytes[index] == 34 else { return result }
      let start = index + 1
      guard let end = bytes[start...].firstIndex(of: 34) else { return result }
      result.append(ETag(String(decoding: bytes[start..<end], as: UTF8.self), isWeak: isWeak))
      index = end + 1
    }
  }
}
