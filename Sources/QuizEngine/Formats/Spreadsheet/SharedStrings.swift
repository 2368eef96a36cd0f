/// The texts that cells name by number.
struct SharedStrings {
  /// Cleaned once, however many cells name them; nil for what no cell may hold.
  private let texts: [String?]

  static func read(
    _ parts: inout WorkbookParts, _ outline: WorkbookOutline, limits: WorkbookLimits
  ) throws(WorkbookFault) -> SharedStrings {
    guard let part = outline.strings, parts.has(part) else { return SharedStrings(texts: []) }
    var reader = try parts.xml(part)
    var texts: [String?] = []
    do throws(XMLFault) {
      while let event = try reader.next() {
        guard case .start(let tag) = event, tag.isNamed("si") else { continue }
        let octets = try WorkbookText.read(&reader)
        texts.append(octets.count <= limits.cellBytes ? plainText(octets) : nil)
      }
    } catch {
      throw WorkbookFault(error)
    }
    return SharedStrings(texts: texts)
  }

  /// The text of that number, empty where there is none; nil for one that no cell may hold.
  subscript(number: Int) -> String? { texts.indices.contains(number) ? texts[number] : "" }
}

/// Text in one or more runs of letters, as strings and cells have it.
enum WorkbookText {
  /// The letters of the element that has just begun, without what says how to pronounce them.
  static func read(_ reader: inout XMLReader) throws(XMLFault) -> [UInt8] {
    let outside = reader.depth - 1
    var text: [UInt8] = []
    var isLetters = false
    while reader.depth > outside, let event = try reader.next() {
      switch event {
      case .start(let tag):
        if tag.isNamed("rPh") { try reader.skipElement() }
        isLetters = tag.isNamed("t")
      case .text(let octets): if isLetters { text += octets }
      case .end: isLetters = false
      }
    }
    return unescaped(text)
  }

  /// `_x000D_` stands for a letter that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
  static func unescaped(_ text: [UInt8]) -> [UInt8] {
    let underscore = UInt8(ascii: "_")
    guard text.contains(underscore) else { return text }
    var result: [UInt8] = []
    var offset = 0
    while offset < text.count {
      if text[offset] == underscore, offset + 6 < text.count,
        text[offset + 1] == UInt8(ascii: "x"), text[offset + 6] == underscore,
        text[offset + 2..<offset + 6].allSatisfy({ ($0 as UInt8).isHexDigit }),
        let value = UInt32(
          String(decoding: text[offset + 2..<offset + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += Array(String(scalar).utf8)
        offset += 7
      } else {
        result.append(text[offset])
        offset += 1
      }
    }
    return result
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }
}
