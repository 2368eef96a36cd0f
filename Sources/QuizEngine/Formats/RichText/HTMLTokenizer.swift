/// Cuts HTML into words and tags, octet by octet, in time proportional to the text.
///
/// Follows the tokenizer of the HTML standard where authors' HTML is well-formed. What is no tag
/// is words: `a < b`, `#include <stdio.h>` (no element has that name), a tag that is never closed.
struct HTMLTokenizer {
  private let bytes: [UInt8]
  private let rules: HTMLRules
  private(set) var tokens: [HTMLToken] = []
  /// Octets looked at, for the test that the work is linear.
  private(set) var steps = 0
  private var wordsStart = 0
  private var index = 0
  private var hasNoCommentEnd = false
  private let lastGreater: Int
  private let lastQuotes: (single: Int, double: Int)

  /// Longer tags are words.
  private static let longestTag = 8_192

  init(_ bytes: [UInt8], _ rules: HTMLRules) {
    self.bytes = bytes
    self.rules = rules
    lastGreater = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    lastQuotes = (
      bytes.lastIndex(of: UInt8(ascii: "'")) ?? -1, bytes.lastIndex(of: UInt8(ascii: "\"")) ?? -1
    )
    run()
  }

  private mutating func run() {
    while index < bytes.count {
      steps += 1
      guard bytes[index] == UInt8(ascii: "<"), index < lastGreater else {
        index += 1
        continue
      }
      if let end = remark() {
        finishWords()
        index = end
        wordsStart = end
      } else if let tag = tag() {
        finishWords()
        tokens.append(.tag(tag))
        index = tag.range.upperBound
        wordsStart = index
        if !tag.isEnd, rules == .html, HTMLElement.holdsRawText(tag.name) {
          skipRawText(of: tag.name)
        }
      } else {
        index += 1
      }
    }
    finishWords()
  }

  private mutating func finishWords() {
    if wordsStart < index { tokens.append(.words(wordsStart..<index)) }
  }

  /// Where a comment ends that begins here; with HTML's own rules also a declaration.
  private mutating func remark() -> Int? {
    let rest = bytes[index...]
    if rest.starts(with: "<!--".utf8) {
      guard !hasNoCommentEnd else { return nil }
      var end = index + 4
      while end + 2 < bytes.count {
        steps += 1
        if bytes[end] == UInt8(ascii: "-"), bytes[end...].starts(with: "-->".utf8) {
          return end + 3
        }
        end += 1
      }
      hasNoCommentEnd = true
      return nil
    }
    guard rules == .html, rest.starts(with: "<!".utf8) || rest.starts(with: "<?".utf8),
      let end = rest.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    steps += end - index
    return end + 1
  }

  /// What a script holds is no text; without an end it goes on to the end of the text.
  private mutating func skipRawText(of name: String) {
    let end = Array("</\(name)".utf8)
    while index < bytes.count {
      steps += 1
      if bytes[index] == UInt8(ascii: "<"),
        bytes[index...].prefix(end.count).map(MarkdownByte.lowercased) == end
      {
        break
      }
      index += 1
    }
    wordsStart = index
  }

  // MARK: Tags

  private mutating func tag() -> HTMLTag? {
    let isEnd = byte(index + 1) == UInt8(ascii: "/")
    let start = index + (isEnd ? 2 : 1)
    guard let first = byte(start), MarkdownByte.isLetter(first) else { return nil }
    var place = start
    while let byte = byte(place), !Self.endsName(byte) {
      // Longer names belong to no element.
      if place - start > 31 { return nil }
      steps += 1
      place += 1
    }
    let name = lowercased(start..<place)
    guard HTMLElement.isMarkup(name) else { return nil }
    var attributes: [(name: String, value: Range<Int>)] = []
    while place - index < Self.longestTag {
      while let byte = byte(place), MarkdownByte.isWhitespace(byte) || byte == 0x0c || byte == 0x2f
      {
        steps += 1
        place += 1
      }
      guard let next = byte(place) else { return nil }
      if next == UInt8(ascii: ">") {
        return HTMLTag(
          name: name, isEnd: isEnd, range: index..<(place + 1), attributes: attributes)
      }
      guard let (attribute, end) = attribute(at: place) else { return nil }
      // More than anybody writes are counted for nothing.
      if attributes.count < 32 { attributes.append(attribute) }
      place = end
    }
    return nil
  }

  private mutating func attribute(
    at start: Int
  ) -> (attribute: (name: String, value: Range<Int>), end: Int)? {
    var place = start
    while let byte = byte(place), !Self.endsName(byte), byte != UInt8(ascii: "=") {
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        return nil
      }
      steps += 1
      place += 1
    }
    guard place > start else { return nil }
    let name = lowercased(start..<min(place, start + 64))
    let nameEnd = place
    while let byte = byte(place), MarkdownByte.isWhitespace(byte) { place += 1 }
    steps += place - nameEnd
    guard byte(place) == UInt8(ascii: "=") else {
      // “a <b và c> d” is no tag of Moodle's format: a bare word is an attribute only by its name.
      guard rules == .html || HTMLElement.isBareAttribute(name) else { return nil }
      return ((name, nameEnd..<nameEnd), nameEnd)
    }
    place += 1
    while let byte = byte(place), MarkdownByte.isWhitespace(byte) {
      steps += 1
      place += 1
    }
    return value(at: place).map { ((name, $0.value), $0.end) }
  }

  private mutating func value(at start: Int) -> (value: Range<Int>, end: Int)? {
    guard let quote = byte(start) else { return nil }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard start < (quote == UInt8(ascii: "'") ? lastQuotes.single : lastQuotes.double),
        let end = bytes[(start + 1)...].firstIndex(of: quote)
      else { return nil }
      steps += end - start
      return ((start + 1)..<end, end + 1)
    }
    var place = start
    while let byte = byte(place), !MarkdownByte.isWhitespace(byte), byte != UInt8(ascii: ">") {
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        return nil
      }
      steps += 1
      place += 1
    }
    return (start..<place, place)
  }

  private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map(MarkdownByte.lowercased), as: UTF8.self)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    MarkdownByte.isWhitespace(byte) || byte == 0x0c || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: ">")
  }
}
