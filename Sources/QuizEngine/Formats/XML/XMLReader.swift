/// Reads XML 1.0 in UTF-8 piece by piece, in one pass over the octets.
///
/// It knows no document types, hence no entities and no files but the one it was given; whoever
/// sends a document type is refused.
package struct XMLReader {
  private let bytes: [UInt8]
  private let limits: XMLLimits
  private var offset: Int
  /// The names of the open elements.
  private var open: [ArraySlice<UInt8>] = []
  private var nodes = 0
  private var hasRoot = false
  /// Whether the last tag also ended its element.
  private var isEmptyElement = false

  /// Checks size and encoding, and reads the declaration.
  package init(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLFault) {
    self.bytes = bytes
    self.limits = limits
    offset = bytes.starts(with: byteOrderMark) ? 3 : 0
    guard bytes.count <= limits.bytes else { throw fault(.tooLarge) }
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.prefix(4).contains(0) else {
      throw fault(.encoding)
    }
    if startsWith("<?xml"), at(offset + 5)?.isXMLSpace ?? false { try readDeclaration() }
  }

  /// How many elements are open.
  package var depth: Int { open.count }

  /// The next piece; nil after the end of the root element.
  package mutating func next() throws(XMLFault) -> XMLEvent? {
    if isEmptyElement {
      isEmptyElement = false
      open.removeLast()
      return .end
    }
    while let octet = at(offset) {
      if octet != UInt8(ascii: "<") {
        if let text = try text() { return .text(text) }
      } else if startsWith("</") {
        return try endTag()
      } else if startsWith("<!") {
        if let text = try section() { return .text(text) }
      } else if startsWith("<?") {
        try skipInstruction()
      } else {
        return .start(try startTag())
      }
    }
    guard open.isEmpty, hasRoot else { throw fault(.malformed) }
    return nil
  }

  /// Passes over the rest of the element that has just begun.
  package mutating func skipElement() throws(XMLFault) {
    let outside = depth - 1
    while depth > outside {
      guard try next() != nil else { return }
    }
  }

  // MARK: Pieces

  private mutating func text() throws(XMLFault) -> ArraySlice<UInt8>? {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    let raw = bytes[offset..<end]
    try count()
    if open.isEmpty {
      guard raw.allSatisfy(\.isXMLSpace) else { throw fault(.malformed) }
      offset = end
      return nil
    }
    let text = try XMLText.unescaped(raw, isAttribute: false)
    offset = end
    return text
  }

  private mutating func endTag() throws(XMLFault) -> XMLEvent {
    offset += 2
    let name = try name()
    skipSpace()
    guard at(offset) == UInt8(ascii: ">"), let opened = open.popLast(), opened == name else {
      throw fault(.malformed)
    }
    offset += 1
    return .end
  }

  private mutating func startTag() throws(XMLFault) -> XMLTag {
    guard !open.isEmpty || !hasRoot else { throw fault(.malformed) }
    try count()
    offset += 1
    let name = try name()
    var attributes: [XMLTag.Attribute] = []
    while true {
      let hadSpace = skipSpace()
      switch at(offset) {
      case UInt8(ascii: ">"):
        offset += 1
        return try opened(name, attributes)
      case UInt8(ascii: "/") where at(offset + 1) == UInt8(ascii: ">"):
        offset += 2
        isEmptyElement = true
        return try opened(name, attributes)
      default:
        guard hadSpace, attributes.count < limits.attributes else { throw fault(.malformed) }
        attributes.append(try attribute())
      }
    }
  }

  private mutating func opened(
    _ name: ArraySlice<UInt8>, _ attributes: [XMLTag.Attribute]
  ) throws(XMLFault) -> XMLTag {
    guard open.count < limits.depth else { throw fault(.tooDeep) }
    if attributes.count > 1, Set(attributes.map(\.name)).count < attributes.count {
      throw fault(.malformed)
    }
    hasRoot = true
    open.append(name)
    return XMLTag(name: name, attributes: attributes)
  }

  private mutating func attribute() throws(XMLFault) -> XMLTag.Attribute {
    let name = try name()
    skipSpace()
    guard at(offset) == UInt8(ascii: "=") else { throw fault(.malformed) }
    offset += 1
    skipSpace()
    guard let quote = at(offset), quote == 0x22 || quote == 0x27,
      let end = bytes[(offset + 1)...].firstIndex(of: quote)
    else { throw fault(.malformed) }
    let value = try XMLText.unescaped(bytes[(offset + 1)..<end], isAttribute: true)
    offset = end + 1
    return XMLTag.Attribute(name: name, value: value)
  }

  /// A comment, which is passed over, or a section of plain text.
  private mutating func section() throws(XMLFault) -> ArraySlice<UInt8>? {
    try count()
    if startsWith("<!--") {
      guard let dashes = find("--", from: offset + 4), at(dashes + 2) == UInt8(ascii: ">") else {
        throw fault(.malformed)
      }
      offset = dashes + 3
      return nil
    }
    if startsWith("<![CDATA["), !open.isEmpty {
      guard let end = find("]]>", from: offset + 9) else { throw fault(.malformed) }
      let text = bytes[(offset + 9)..<end]
      guard !text.contains(where: \.isForbiddenInXML) else { throw fault(.malformed) }
      offset = end + 3
      return text
    }
    throw fault(startsWithDoctype ? .doctype : .malformed)
  }

  private mutating func skipInstruction() throws(XMLFault) {
    try count()
    offset += 2
    let target = try name()
    let start = String(decoding: target.prefix(4), as: UTF8.self).lowercased()
    guard !start.utf8.elementsEqual("xml".utf8), let end = find("?>", from: offset) else {
      throw fault(.malformed)
    }
    offset = end + 2
  }

  /// Reads `<?xml version="1.0" encoding="UTF-8"?>`.
  private mutating func readDeclaration() throws(XMLFault) {
    offset += 5
    while skipSpace(), at(offset) != UInt8(ascii: "?") {
      let attribute = try attribute()
      guard attribute.name.elementsEqual("encoding".utf8) else { continue }
      let encoding = String(decoding: attribute.value.prefix(16), as: UTF8.self).lowercased()
      guard ["utf-8", "us-ascii", "utf8"].contains(encoding) else { throw fault(.encoding) }
    }
    guard startsWith("?>") else { throw fault(.malformed) }
    offset += 2
  }

  // MARK: Octets

  private func at(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func startsWith(_ text: StaticString) -> Bool {
    guard offset <= bytes.count - text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer {
      bytes[offset..<offset + $0.count].elementsEqual($0)
    }
  }

  private var startsWithDoctype: Bool {
    String(decoding: bytes[offset...].prefix(9), as: UTF8.self).uppercased().utf8
      .elementsEqual("<!DOCTYPE".utf8)
  }

  private func find(_ mark: StaticString, from start: Int) -> Int? {
    let length = mark.utf8CodeUnitCount
    guard start <= bytes.count - length else { return nil }
    return mark.withUTF8Buffer { mark in
      var place = start
      while let found = bytes[place...].firstIndex(of: mark[0]), found <= bytes.count - length {
        if bytes[found..<found + length].elementsEqual(mark) { return found }
        place = found + 1
      }
      return nil
    }
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = offset
    while let octet = at(offset), octet.isXMLSpace { offset += 1 }
    return offset > start
  }

  private mutating func name() throws(XMLFault) -> ArraySlice<UInt8> {
    let start = offset
    guard let first = at(offset), first.startsXMLName else { throw fault(.malformed) }
    while let octet = at(offset), octet.continuesXMLName { offset += 1 }
    return bytes[start..<offset]
  }

  private mutating func count() throws(XMLFault) {
    nodes += 1
    guard nodes <= limits.nodes else { throw fault(.tooManyNodes) }
  }

  private func fault(_ kind: XMLFault.Kind) -> XMLFault { XMLFault(kind: kind, offset: offset) }
}
