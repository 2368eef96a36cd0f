/// By which two spellings of a person's name are one name: letters without regard to case, to where
/// the tone mark stands (hòa, hoà), to letters that look alike (Ð, Đ) or cannot be seen (U+200B).
///
/// Compared octet by octet.
package struct PersonNameKey: Hashable, Sendable {
  private let octets: [UInt8]

  package init(_ name: String) {
    var octets: [UInt8] = []
    for word in name.shownLetters.lowercased().split(whereSeparator: \.isWhitespace) {
      if !octets.isEmpty { octets.append(0x20) }
      octets += Self.key(of: String(word))
    }
    self.octets = octets
  }

  /// The letters with their tone behind them.
  private static func key(of word: String) -> [UInt8] {
    var letters: [UInt8] = []
    var tones: [UInt8] = []
    for character in word.prefix(100) {
      guard let place = toneLetters[character] else {
        letters += Array(String(character).utf8)
        continue
      }
      letters += place.letter
      if place.tone > 0 { tones.append(0x30 + place.tone) }
    }
    return letters + tones
  }

  private static let toneLetters: [Character: (letter: [UInt8], tone: UInt8)] = {
    var places: [Character: (letter: [UInt8], tone: UInt8)] = [:]
    for row in [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
      "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ] {
      guard let plain = row.first else { continue }
      for (tone, character) in row.enumerated() {
        places[character] = (Array(String(plain).utf8), UInt8(tone))
      }
    }
    return places
  }()
}

extension String {
  /// The letters that a reader sees: without invisible ones, and Đ where its look-alikes begin a
  /// word (U+00D0, U+0189: no Vietnamese word holds them).
  package var shownLetters: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var shown = UnicodeScalarView()
    var startsWord = true
    for scalar in unicodeScalars {
      if scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.generalCategory == .format
      {
        continue
      }
      shown.append(startsWord ? scalar.unlike : scalar)
      startsWord = scalar.properties.isWhitespace
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  fileprivate var unlike: Unicode.Scalar {
    switch value {
    case 0xd0, 0x189: "Đ"
    case 0xf0, 0x256: "đ"
    default: self
    }
  }
}
