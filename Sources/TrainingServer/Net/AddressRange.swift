import Glibc

/// A block of IP addresses in CIDR notation (RFC 4632), such as `10.0.0.0/8` or `::1`.
struct AddressRange: Hashable, Sendable {
  private let address: [UInt8]
  private let bits: Int

  /// Nil for anything but an address with an optional prefix length.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = Self.bytes(of: String(parts[0])) else { return nil }
    var bits = address.count * 8
    if parts.count == 2 {
      let digits = parts[1].utf8
      guard (1...3).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }),
        let length = Int(parts[1]), length <= bits
      else { return nil }
      bits = length
    }
    self.address = address
    self.bits = bits
  }

  /// Whether the numeric address lies in the block.
  func contains(_ text: String) -> Bool {
    guard let other = Self.bytes(of: text), other.count == address.count else { return false }
    for (index, byte) in other.enumerated() {
      let wanted = min(8, max(0, bits - index * 8))
      guard (byte ^ address[index]) >> UInt8(8 - wanted) == 0 else { return false }
    }
    return true
  }

  /// The 4 or 16 bytes of a numeric address.
  private static func bytes(of text: String) -> [UInt8]? {
    var four = [UInt8](repeating: 0, count: 4)
    if inet_pton(AF_INET, text, &four) == 1 { return four }
    var sixteen = [UInt8](repeating: 0, count: 16)
    return inet_pton(AF_INET6, text, &sixteen) == 1 ? sixteen : nil
  }
}
