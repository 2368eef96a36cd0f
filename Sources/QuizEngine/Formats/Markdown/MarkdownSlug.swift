/// Names for headings, unique in a document: `Điều 8. Hành vi bị cấm` is `dieu-8-hanh-vi-bi-cam`.
struct MarkdownSlugs {
  private var used: Set<String> = []
  /// The last number given to a repeated name.
  private var repeats: [String: Int] = [:]

  mutating func slug(for heading: String) -> String {
    let plain = Self.folded(heading)
    let base = plain.isEmpty ? "muc" : plain
    if used.insert(base).inserted { return base }
    var number = repeats[base] ?? 1
    var name: String
    repeat {
      number += 1
      name = "\(base)-\(number)"
    } while !used.insert(name).inserted
    repeats[base] = number
    return name
  }

  /// Lower-case ASCII letters, digits and single hyphens.
  static func folded(_ text: String) -> String {
    var slug: [UInt8] = []
    var needsHyphen = false
    for scalar in text.unicodeScalars where !isMark(scalar) {
      guard let byte = letter(scalar) else {
        needsHyphen = !slug.isEmpty
        continue
      }
      if needsHyphen { slug.append(MarkdownByte.hyphen) }
      needsHyphen = false
      slug.append(byte)
    }
    return String(decoding: slug, as: UTF8.self)
  }

  /// Tone and vowel marks written apart from their letter.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.value <= 0x36F
  }

  private static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII {
      let byte = MarkdownByte.lowercased(UInt8(truncatingIfNeeded: scalar.value))
      return MarkdownByte.isAlphanumeric(byte) ? byte : nil
    }
    return vietnameseLetters[scalar]
  }

  /// Every accented Vietnamese letter and the ASCII letter it is built on.
  private static let vietnameseLetters: [Unicode.Scalar: UInt8] = {
    let families = [
      "aàáảãạăằắẳẵặâầấẩẫậ", "dđ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ",
      "uùúủũụưừứửữự", "yỳýỷỹỵ",
    ]
    var letters: [Unicode.Scalar: UInt8] = [:]
    for family in families {
      guard let base = family.utf8.first else { continue }
      for scalar in (family + family.uppercased()).unicodeScalars where !scalar.isASCII {
        letters[scalar] = base
      }
    }
    return letters
  }()
}
