/// What comes next in an XML document.
package enum XMLEvent: Sendable {
  case start(XMLTag)
  case end
  case text(ArraySlice<UInt8>)
}

/// An element's beginning; prefixes of namespaces are left aside.
package struct XMLTag: Sendable {
  /// One attribute, its value unescaped.
  struct Attribute: Sendable {
    let name: ArraySlice<UInt8>
    let value: ArraySlice<UInt8>
  }

  let name: ArraySlice<UInt8>
  let attributes: [Attribute]

  /// Whether this is the element's name after its prefix.
  package func isNamed(_ local: StaticString) -> Bool { Self.matches(name, local) }

  /// The value of an attribute, by its name after the prefix.
  package func octets(_ local: StaticString) -> ArraySlice<UInt8>? {
    attributes.first { Self.matches($0.name, local) }?.value
  }

  /// The value of an attribute as text.
  package subscript(_ local: StaticString) -> String? {
    octets(local).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func matches(_ name: ArraySlice<UInt8>, _ local: StaticString) -> Bool {
    let count = local.utf8CodeUnitCount
    guard name.count >= count else { return false }
    let tail = name.suffix(count)
    guard tail.startIndex == name.startIndex || name[tail.startIndex - 1] == UInt8(ascii: ":")
    else { return false }
    return local.withUTF8Buffer { tail.elementsEqual($0) }
  }
}
