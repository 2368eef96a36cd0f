/// The elements of a field that each proxy adds one to, such as X-Forwarded-For: octets between
/// commas, over all fields of that name (RFC 9110 section 5.6.1).
///
/// Never a `String`: Swift would join a comma with a combining mark before it to one character.
struct ForwardedList {
  private let elements: [ArraySlice<UInt8>]

  init(_ fields: HeaderFields, _ name: String) {
    elements = fields.octets(name).flatMap { value in
      value.split(separator: 44).map(Self.trimmed).filter { !$0.isEmpty }
    }
  }

  var isEmpty: Bool { elements.isEmpty }

  /// What the proxy farthest from us wrote, the one that the client spoke to.
  var first: ArraySlice<UInt8>? { elements.first }

  /// The nearest proxy's first.
  var reversed: ReversedCollection<[ArraySlice<UInt8>]> { elements.reversed() }

  private static func trimmed(_ octets: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var octets = octets.drop(while: \.isBlank)
    while let last = octets.last, last.isBlank { octets.removeLast() }
    return octets
  }
}
