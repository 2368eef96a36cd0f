/// Markup that is safe by its type: every interpolated value is escaped, and nothing but a
/// literal or another `HTML` enters as markup.
///
/// Interpolations: `\(String)`, `\(Int)` are escaped for text and double-quoted attributes;
/// `\(HTML)` nests; `\(HTML?)` omits; `\(HTML.joined(items) { … })` repeats.
package struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The finished markup.
  package private(set) var text: String

  package init(stringLiteral literal: StaticString) {
    text = literal.description
  }

  package init(stringInterpolation interpolation: Interpolation) {
    text = interpolation.text
  }

  /// Markup that the Markdown renderer wrote, which escapes what it shows; for it alone.
  init(renderedFromMarkdown text: String) {
    self.text = text
  }

  /// No markup at all.
  package static let empty: HTML = ""

  /// Plain text, escaped.
  package static func escaped(_ text: String) -> HTML {
    var interpolation = Interpolation(literalCapacity: text.utf8.count, interpolationCount: 1)
    interpolation.appendInterpolation(text)
    return HTML(stringInterpolation: interpolation)
  }

  /// One fragment per element, in order.
  package static func joined<Items: Sequence>(
    _ items: Items, _ fragment: (Items.Element) -> HTML
  ) -> HTML {
    var result = HTML.empty
    for item in items { result.text += fragment(item).text }
    return result
  }

  package static func + (left: HTML, right: HTML) -> HTML {
    var result = left
    result.text += right.text
    return result
  }

  /// Collects literals as they are and values escaped.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text: String

    package init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      text += literal.description
    }

    package mutating func appendInterpolation(_ value: HTML) {
      text += value.text
    }

    package mutating func appendInterpolation(_ value: HTML?) {
      if let value { text += value.text }
    }

    package mutating func appendInterpolation(_ value: Int) {
      text += String(value)
    }

    /// Text, escaped for content and for quoted attributes.
    package mutating func appendInterpolation(_ value: String) {
      let octets = value.utf8
      var start = octets.startIndex
      // What needs no escape goes over in one piece.
      while let special = octets[start...].firstIndex(where: { Self.escape($0) != nil }) {
        text += value[start..<special]
        text += Self.escape(octets[special]) ?? ""
        start = octets.index(after: special)
      }
      text += value[start...]
    }

    private static func escape(_ octet: UInt8) -> String? {
      switch octet {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }
}
