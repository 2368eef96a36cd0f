/// Where the product lets a link lead; whatever is not named here is shown as plain text.
package enum MarkdownLinkTarget: Hashable, Sendable {
  /// `http`, `https`, `mailto` or `tel`.
  case address(String)
  /// A path on this site, absolute (`/courses`) or relative to the page (`02-bao-ve.md`).
  case site(String)
  /// A place on the same page, without its `#`.
  case fragment(String)
  /// A statement of law by its id, written `law:L-006`.
  case law(String)
  case refused

  /// Judges an address as written, escapes and character references resolved.
  package init(_ destination: String) {
    let bytes = Array(destination.utf8)
    guard let first = bytes.first, !bytes.contains(where: Self.isUnsafe) else {
      self = .refused
      return
    }
    if first == MarkdownByte.hash {
      self = .fragment(String(decoding: bytes.dropFirst(), as: UTF8.self))
    } else if let colon = Self.schemeEnd(bytes) {
      self.init(scheme: bytes[..<colon], of: destination, rest: bytes[(colon + 1)...])
    } else {
      // `//host` leads to another site.
      self = bytes.starts(with: "//".utf8) ? .refused : .site(destination)
    }
  }

  private init(scheme: ArraySlice<UInt8>, of destination: String, rest: ArraySlice<UInt8>) {
    let scheme = String(decoding: scheme.map(MarkdownByte.lowercased), as: UTF8.self)
    switch scheme {
    case "http", "https":
      self = rest.starts(with: "//".utf8) ? .address(destination) : .refused
    case "mailto", "tel":
      self = rest.isEmpty ? .refused : .address(destination)
    case "law" where Self.isLawIdentifier(rest):
      self = .law(String(decoding: rest, as: UTF8.self))
    default:
      self = .refused
    }
  }

  /// Browsers drop control characters and read `\` as `/`.
  private static func isUnsafe(_ byte: UInt8) -> Bool {
    MarkdownByte.isControl(byte) || byte == MarkdownByte.space || byte == MarkdownByte.backslash
  }

  /// The colon before which a scheme stands: none of `/ ? #` precedes it.
  private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
    let stop = bytes.firstIndex {
      $0 == MarkdownByte.colon || $0 == MarkdownByte.slash || $0 == MarkdownByte.question
        || $0 == MarkdownByte.hash
    }
    guard let stop, bytes[stop] == MarkdownByte.colon else { return nil }
    return stop
  }

  /// `L-` and one to six digits.
  private static func isLawIdentifier(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.dropFirst(2)
    return bytes.starts(with: "L-".utf8) && !digits.isEmpty && digits.count <= 6
      && digits.allSatisfy(MarkdownByte.isDigit)
  }

  /// The address of an image under the course's folder; nil for anything but a relative path.
  ///
  /// `../media/x.png`, as a lesson's file sees its course's media, means `media/x.png`.
  package static func mediaPath(_ source: String) -> String? {
    let path =
      source.utf8.starts(with: "../media/".utf8) ? source.utf8.dropFirst(3) : source.utf8[...]
    let bytes = Array(path)
    guard !bytes.isEmpty, schemeEnd(bytes) == nil,
      bytes.allSatisfy({
        !MarkdownByte.isControl($0) && $0 != MarkdownByte.backslash && $0 != MarkdownByte.question
          && $0 != MarkdownByte.hash
      })
    else { return nil }
    let parts = bytes.split(separator: MarkdownByte.slash, omittingEmptySubsequences: false)
    guard parts.allSatisfy(isPlainName) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Neither empty nor beginning with a dot, and hiding no dot or slash behind `%`.
  private static func isPlainName(_ part: ArraySlice<UInt8>) -> Bool {
    guard let first = part.first, first != MarkdownByte.dot else { return false }
    let lowered = part.map(MarkdownByte.lowercased)
    for (index, byte) in lowered.enumerated() where byte == 0x25 {
      let code = lowered[index...].dropFirst().prefix(2)
      if ["2e", "2f", "5c", "00"].contains(where: { code.elementsEqual($0.utf8) }) { return false }
    }
    return true
  }
}
