import QuizEngine

/// Ordered name and value pairs: a query, a form body or the cookies.
///
/// Names may repeat.
struct Form: Sendable, Equatable {
  struct Pair: Sendable, Equatable {
    let name: String
    let value: String
  }

  /// Where pairs stand decides which control characters they may hold.
  enum Place {
    case query
    case body
  }

  private(set) var pairs: [Pair]

  init(_ pairs: [Pair] = []) {
    self.pairs = pairs
  }

  /// The most pairs of a form; the largest page asks for some hundred.
  static let mostPairs = 2000

  /// The first value of that name.
  subscript(name: String) -> String? {
    pairs.first { $0.name.hasSameOctets(as: name) }?.value
  }

  /// Every value of that name, in order.
  func all(_ name: String) -> [String] {
    pairs.filter { $0.name.hasSameOctets(as: name) }.map(\.value)
  }

  /// Whether a name stands twice, which the API refuses.
  var hasRepeatedName: Bool {
    Set(pairs.map { Array($0.name.utf8) }).count != pairs.count
  }

  /// Reads `application/x-www-form-urlencoded` (WHATWG URL section 5.1); nil for a bad escape,
  /// text that is not UTF-8 or not stream-safe, control characters (a body may hold line ends and
  /// tabs), a name beyond `String.longestName` and too many pairs.
  init?(encoded bytes: UnsafeRawBufferPointer, in place: Place) {
    pairs = []
    var start = 0
    while start < bytes.count {
      let end = bytes.offset(of: 38, from: start) ?? bytes.count
      if end > start {
        let pair = bytes.part(start, end)
        let equals = pair.offset(of: 61, from: 0) ?? pair.count
        guard pairs.count < Self.mostPairs,
          let name = Self.text(pair.part(0, equals), in: place), name.isBoundedName,
          let value = Self.text(pair.part(min(equals + 1, pair.count), pair.count), in: place)
        else { return nil }
        pairs.append(Pair(name: name, value: value))
      }
      start = end + 1
    }
  }

  init?(encoded bytes: [UInt8], in place: Place = .body) {
    guard let form = bytes.withUnsafeBytes({ Form(encoded: $0, in: place) }) else { return nil }
    self = form
  }

  /// Whether a form may hold these pairs, which were read elsewhere.
  var isBounded: Bool {
    pairs.count <= Self.mostPairs && pairs.allSatisfy { $0.name.isBoundedName }
  }

  private static func text(_ bytes: UnsafeRawBufferPointer, in place: Place) -> String? {
    guard let octets = Percent.decoded(bytes, plusIsSpace: true) else { return nil }
    for octet in octets where octet.isControl {
      switch octet {
      case 9, 10, 13: guard place == .body else { return nil }
      default: return nil
      }
    }
    return String(strictUTF8: octets)
  }
}

extension Form {
  /// The pairs of all Cookie fields (RFC 6265 section 5.4); malformed ones are left out.
  init(cookies fields: HeaderFields) {
    var found: [Pair] = []
    for value in fields.values("cookie") {
      for part in value.utf8.split(separator: 59) {
        guard let pair = Self.cookie(Array(part)) else { continue }
        found.append(pair)
      }
    }
    self.init(found)
  }

  private static func cookie(_ bytes: [UInt8]) -> Pair? {
    bytes.withUnsafeBytes { raw in
      let whole = raw.trimmed
      guard let equals = whole.offset(of: 61, from: 0) else { return nil }
      let name = whole.part(0, equals)
      var value = whole.part(equals + 1, whole.count)
      if value.count >= 2, value.first == 34, value.last == 34 {
        value = value.part(1, value.count - 1)
      }
      guard name.isTokenText, value.allSatisfy(isCookieOctet) else { return nil }
      return Pair(
        name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self))
    }
  }

  private static func isCookieOctet(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x2b, 0x2d...0x3a, 0x3c...0x5b, 0x5d...0x7e: true
    default: false
    }
  }
}

extension String {
  fileprivate var isBoundedName: Bool { utf8.count <= String.longestName }
}
