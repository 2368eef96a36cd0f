/// One tag as it stands in a text.
struct HTMLTag {
  /// In lower case.
  let name: String
  let isEnd: Bool
  /// From `<` to behind `>`.
  let range: Range<Int>
  /// Names in lower case with the places of their values.
  let attributes: [(name: String, value: Range<Int>)]

  /// The value of an attribute, references resolved.
  func value(_ name: String, in bytes: [UInt8]) -> String? {
    attributes.first { $0.name.utf8.elementsEqual(name.utf8) }.map {
      HTMLReferences.resolved(bytes, $0.value)
    }
  }
}

/// A text of HTML cut into words and tags.
enum HTMLToken {
  case words(Range<Int>)
  case tag(HTMLTag)
}

/// Character references of HTML: `&nbsp;`, `&#225;`, `&#xE1;`.
enum HTMLReferences {
  /// The octets of a range with its references resolved.
  static func resolved(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      index = take(bytes, at: index, before: range.upperBound, &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Adds what stands at `index` – a reference or one octet – and returns where it ends.
  static func take(
    _ bytes: [UInt8], at index: Int, before end: Int, _ result: inout [UInt8]
  ) -> Int {
    if bytes[index] == UInt8(ascii: "&"),
      let reference = MarkdownEntity.read(in: bytes, at: index, before: end)
    {
      for scalar in reference.characters { result += UTF8.encode(scalar) ?? .init() }
      return reference.end
    }
    result.append(bytes[index])
    return index + 1
  }
}
