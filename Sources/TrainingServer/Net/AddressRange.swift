/// A block of IP addresses in CIDR notation (RFC 4632), such as `10.0.0.0/8` or `::1`.
struct AddressRange: Hashable, Sendable {
  private let address: NumericAddress
  private let bits: Int

  /// Nil for anything but an address with an optional prefix length.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: 47, omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first,
      let address = NumericAddress(String(decoding: Array(first), as: UTF8.self))
    else { return nil }
    self.address = address
    let longest = address.isIPv4 ? 32 : 128
    guard parts.count == 2 else {
      bits = longest
      return
    }
    let digits = parts[1]
    guard (1...3).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    let length = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    // `::ffff:10.0.0.0/104` is 10.0.0.0/8.
    bits = address.isIPv4 && first.contains(58) ? length - 96 : length
    guard (0...longest).contains(bits) else { return nil }
  }

  /// Whether the address lies in the block.
  func contains(_ other: NumericAddress) -> Bool {
    guard other.isIPv4 == address.isIPv4 else { return false }
    let rest = UInt128((address.isIPv4 ? 32 : 128) - bits)
    return rest >= 128 || (other.number ^ address.number) >> rest == 0
  }

  /// Whether the numeric address lies in the block; nothing else does.
  func contains(_ text: String) -> Bool { NumericAddress(text).map(contains) ?? false }
}
