/// Character references (`&amp;`, `&#225;`, `&#xE1;`) and backslash escapes.
enum MarkdownEntity {
  /// Reads the reference whose `&` stands at `index`; returns what it means and where it ends.
  static func read(
    in bytes: [UInt8], at index: Int, before end: Int
  ) -> (characters: [Unicode.Scalar], end: Int)? {
    guard index + 1 < end, end <= bytes.count else { return nil }
    if bytes[index + 1] == MarkdownByte.hash {
      return numeric(in: bytes, at: index + 2, before: end)
    }
    var stop = index + 1
    let limit = min(end, stop + MarkdownEntityTable.longestName + 1)
    while stop < limit, MarkdownByte.isAlphanumeric(bytes[stop]) { stop += 1 }
    guard stop < limit, stop > index + 1, bytes[stop] == MarkdownByte.semicolon,
      let characters = MarkdownEntityTable.shared.characters(named: bytes[index + 1..<stop])
    else { return nil }
    return (characters, stop + 1)
  }

  /// At most seven decimal or six hexadecimal digits (CommonMark 0.31.2, section 2.5).
  private static func numeric(
    in bytes: [UInt8], at index: Int, before end: Int
  ) -> (characters: [Unicode.Scalar], end: Int)? {
    guard index < end else { return nil }
    let isHex = MarkdownByte.lowercased(bytes[index]) == 0x78
    let start = isHex ? index + 1 : index
    let limit = min(end, start + (isHex ? 6 : 7))
    var stop = start
    var value: UInt32 = 0
    while stop < limit, let digit = MarkdownByte.hexValue(bytes[stop]), isHex || digit < 10 {
      value = value * (isHex ? 16 : 10) + digit
      stop += 1
    }
    guard stop > start, stop < end, bytes[stop] == MarkdownByte.semicolon else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return ([scalar ?? "\u{FFFD}"], stop + 1)
  }

  /// The text of a range with its escapes and references resolved.
  static func resolved(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let slice = bytes[range]
    guard slice.contains(where: { $0 == MarkdownByte.backslash || $0 == MarkdownByte.ampersand })
    else { return String(decoding: slice, as: UTF8.self) }
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == MarkdownByte.backslash, index + 1 < range.upperBound,
        MarkdownByte.isPunctuation(bytes[index + 1])
      {
        result.append(bytes[index + 1])
        index += 2
      } else if byte == MarkdownByte.ampersand,
        let entity = read(in: bytes, at: index, before: range.upperBound)
      {
        for scalar in entity.characters {
          result.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
        index = entity.end
      } else {
        result.append(byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
