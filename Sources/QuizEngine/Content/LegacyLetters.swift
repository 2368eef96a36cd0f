/// Recognises letters that an old Vietnamese code page, or reading with the wrong one, left behind.
enum LegacyLetters {
  /// What happened to a text.
  enum Damage: Hashable {
    /// TCVN3 (.VnTime), VNI, or UTF-8 read as Windows-1252 and saved again.
    case tcvn3, vni, doubled
    /// Letters that are gone: U+FFFD, or a question mark inside a word.
    case lost

    var message: LocalizedText {
      switch self {
      case .tcvn3: Self.converted("chữ TCVN3 (.VnTime)", "TCVN3 (.VnTime) text")
      case .vni: Self.converted("chữ VNI", "VNI text")
      case .doubled:
        LocalizedText(
          vi: "là UTF-8 bị mã hóa hai lần. Hãy mở lại tệp gốc, chọn mã UTF-8 khi mở rồi lưu lại.",
          en: "is UTF-8 encoded twice. Open the original file again as UTF-8 and save it.")
      case .lost:
        LocalizedText(
          vi: "đã mất chữ khi lưu. Hãy lấy lại tệp gốc và lưu dạng “CSV UTF-8”.",
          en: "lost letters when it was saved. Take the original file and save it as “CSV UTF-8”.")
      }
    }

    private static func converted(_ vietnamese: String, _ english: String) -> LocalizedText {
      LocalizedText(
        vi: "là \(vietnamese). Hãy chuyển tệp sang Unicode (ví dụ bằng UniKey) rồi gửi lại.",
        en: "is \(english). Convert the file to Unicode (UniKey does it) and send it again.")
    }
  }

  /// What is surely wrong with a text; foreign letters alone (`Müller`) are nothing.
  static func damage(in text: String) -> Damage? {
    let letters = text.unicodeScalars.map(\.value)
    guard letters.contains(where: { $0 >= 0x80 || $0 == 0x3f }) else { return nil }
    if isLost(letters) { return .lost }
    // Letters that only Unicode has: whoever wrote them used no old code page.
    let isUnicode = letters.contains { (0x1ea0...0x1eff).contains($0) || unicodeOnly.contains($0) }
    var before: UInt32 = 0
    var damage: Damage?
    for (index, letter) in letters.enumerated() {
      let after = letters.indices.contains(index + 1) ? letters[index + 1] : 0
      if isDoubled(letter, after) { return .doubled }
      if !isUnicode, damage == nil, isVNI(before, letter) { damage = .vni }
      if !isUnicode, damage == nil, isTCVN3(before, letter) { damage = .tcvn3 }
      before = letter
    }
    return damage
  }

  private static let unicodeOnly: Set<UInt32> = [
    0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1a0, 0x1a1, 0x1af, 0x1b0,
  ]

  private static func isLost(_ letters: [UInt32]) -> Bool {
    if letters.contains(0xfffd) { return true }
    return letters.enumerated().contains { index, letter in
      letter == 0x3f && index > 0 && isLetter(letters[index - 1])
    }
  }

  /// The first two letters of a Vietnamese letter's UTF-8 octets, read one by one.
  private static func isDoubled(_ letter: UInt32, _ after: UInt32) -> Bool {
    switch letter {
    case 0xe1: after == 0xba || after == 0xbb
    case 0xc3, 0xc4:
      (0x80...0xbf).contains(after) || (0x2000...0x2122).contains(after)
        || after == 0x192 || after == 0x161 || after == 0x153
    case 0xc6: after == 0xb0 || after == 0xa1
    default: false
    }
  }

  /// Marks of VNI stand as letters of their own behind the vowel: `Nguyeãn`, `Vaên`.
  private static func isVNI(_ before: UInt32, _ letter: UInt32) -> Bool {
    switch before | 0x20 {
    case 0x61, 0x65:
      [0xe0, 0xe1, 0xe2, 0xe3, 0xe4, 0xe5, 0xe8, 0xe9, 0xea, 0xf5, 0xf8, 0xf9, 0xfb].contains(
        letter | 0x20)
    case 0x6f, 0x75: [0xf8, 0xfb, 0xe4, 0xe5].contains(letter | 0x20)
    case 0xf6, 0xf4: [0xf8, 0xfb, 0xf9, 0xef, 0xf5].contains(letter | 0x20)
    case 0xf1: [0xf6, 0xf4].contains(letter | 0x20)
    default: false
    }
  }

  /// Signs that no name holds, and capitals inside a word in small letters: `NguyÔn V¨n §øc`.
  private static func isTCVN3(_ before: UInt32, _ letter: UInt32) -> Bool {
    switch letter {
    // An acute accent stands for an apostrophe in names such as H´Hen.
    case 0xa1...0xac, 0xae...0xbf, 0xd7, 0xf7: letter != 0xb0 && letter != 0xb4
    case 0xc0...0xdf: isSmall(before)
    default: false
    }
  }

  private static func isSmall(_ letter: UInt32) -> Bool {
    (0x61...0x7a).contains(letter) || (0xe0...0xff).contains(letter)
  }

  private static func isLetter(_ letter: UInt32) -> Bool {
    isSmall(letter) || (0x41...0x5a).contains(letter) || letter >= 0xc0
  }
}
