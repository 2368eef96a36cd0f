/// Turns the octets between tags and quotes into text: references and line ends (XML 1.0, 2.11, 4.1).
enum XMLText {
  /// The text, the same slice where nothing stands for something else.
  ///
  /// - Parameter isAttribute: whether white space becomes spaces, and `<` may not stand.
  static func unescaped(
    _ raw: ArraySlice<UInt8>, isAttribute: Bool
  ) throws(XMLFault) -> ArraySlice<UInt8> {
    var isPlain = true
    var closing = 0
    for (offset, octet) in zip(raw.indices, raw) {
      if octet == UInt8(ascii: "]") {
        closing += 1
        continue
      }
      let endsSection = closing >= 2 && octet == UInt8(ascii: ">") && !isAttribute
      closing = 0
      guard octet <= 0x3e else { continue }
      if octet == UInt8(ascii: "&") || octet == 0x0d
        || isAttribute && (octet == 0x09 || octet == 0x0a)
      {
        isPlain = false
      } else if octet.isForbiddenInXML || endsSection || isAttribute && octet == UInt8(ascii: "<") {
        throw XMLFault(kind: .malformed, offset: offset)
      }
    }
    return isPlain ? raw : try replaced(raw, isAttribute: isAttribute)
  }

  private static func replaced(
    _ raw: ArraySlice<UInt8>, isAttribute: Bool
  ) throws(XMLFault) -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var offset = raw.startIndex
    while offset < raw.endIndex {
      let octet = raw[offset]
      if octet == UInt8(ascii: "&") {
        let limit = min(offset + 12, raw.endIndex)
        guard let end = raw[offset..<limit].firstIndex(of: UInt8(ascii: ";")),
          let letters = reference(raw[(offset + 1)..<end])
        else { throw XMLFault(kind: .entity, offset: offset) }
        text += letters
        offset = end + 1
        continue
      }
      offset += 1
      if octet == 0x0d {
        if offset < raw.endIndex, raw[offset] == 0x0a { offset += 1 }
        text.append(isAttribute ? 0x20 : 0x0a)
      } else {
        text.append(isAttribute && octet.isXMLSpace ? 0x20 : octet)
      }
    }
    return text[...]
  }

  private static func reference(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    guard name.first == UInt8(ascii: "#") else { return known[Array(name)].map { [$0] } }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let number = isHexadecimal ? digits.dropFirst() : digits
    guard let first = number.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let value = UInt32(String(decoding: number, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value), value >= 0x20 || [0x09, 0x0a, 0x0d].contains(value),
      value != 0xfffe, value != 0xffff
    else { return nil }
    return Array(String(scalar).utf8)
  }

  private static let known: [[UInt8]: UInt8] = [
    Array("amp".utf8): UInt8(ascii: "&"), Array("lt".utf8): UInt8(ascii: "<"),
    Array("gt".utf8): UInt8(ascii: ">"), Array("apos".utf8): UInt8(ascii: "'"),
    Array("quot".utf8): 0x22,
  ]
}
