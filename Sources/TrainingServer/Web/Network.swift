/// Which addresses are counted as one: those that one subscriber has at will.
enum Network {
  /// An IPv4 address itself, or the first four groups of an IPv6 address (RFC 6177 gives every
  /// site at least a /64).
  static func name(of address: String) -> String {
    // A link's own address may come with the name of the link (RFC 4007 section 11).
    let bare = String(decoding: address.utf8.prefix { $0 != 37 }, as: UTF8.self)
    guard let numeric = NumericAddress(bare), !numeric.isIPv4 else { return address }
    let groups = (0..<4).map { index in
      String(UInt16(truncatingIfNeeded: numeric.number >> UInt128(112 - 16 * index)), radix: 16)
    }
    return groups.joined(separator: ":") + "::/64"
  }
}
