import Glibc

/// An IPv4 or IPv6 address, read from its numeric text and from nothing else.
///
/// An IPv4 address mapped into IPv6 is that IPv4 address (RFC 4291 section 2.5.5.2).
struct NumericAddress: Hashable, Sendable {
  /// The octets as a number; an IPv4 address fills the last four.
  let number: UInt128
  let isIPv4: Bool

  /// INET6_ADDRSTRLEN without its end.
  private static let longest = 45

  /// Nil for names, ports, zones, leading zeros, blanks and whatever else is no bare address.
  init?(_ octets: UnsafeRawBufferPointer) {
    guard (2...Self.longest).contains(octets.count), !octets.contains(0) else { return nil }
    var text = InlineArray<46, CChar>(repeating: 0)
    for (index, octet) in octets.enumerated() { text[index] = CChar(bitPattern: octet) }
    let isIPv6 = octets.contains(58)
    var bytes = InlineArray<16, UInt8>(repeating: 0)
    let isRead = withUnsafeBytes(of: &text) { text in
      withUnsafeMutableBytes(of: &bytes) { bytes in
        guard let text = text.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
        return inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, bytes.baseAddress) == 1
      }
    }
    guard isRead else { return nil }
    var number: UInt128 = 0
    for index in 0..<(isIPv6 ? 16 : 4) { number = number << 8 | UInt128(bytes[index]) }
    self.init(number, isIPv4: !isIPv6)
  }

  init?(_ text: String) {
    var text = text
    let read = text.withUTF8 { Self(UnsafeRawBufferPointer($0)) }
    guard let read else { return nil }
    self = read
  }

  private init(_ number: UInt128, isIPv4: Bool) {
    let isMapped = !isIPv4 && number >> 32 == 0xffff
    self.number = isMapped ? number & 0xffff_ffff : number
    self.isIPv4 = isIPv4 || isMapped
  }

  /// Only this machine has it: 127.0.0.0/8 or ::1.
  var isLoopback: Bool { isIPv4 ? number >> 24 == 127 : number == 1 }

  /// The usual way to write it (RFC 5952).
  var text: String {
    var bytes = InlineArray<16, UInt8>(repeating: 0)
    let count = isIPv4 ? 4 : 16
    for index in 0..<count {
      bytes[index] = UInt8(truncatingIfNeeded: number >> UInt128(8 * (count - 1 - index)))
    }
    var text = [UInt8](repeating: 0, count: Self.longest + 1)
    withUnsafeBytes(of: &bytes) { bytes in
      text.withUnsafeMutableBytes { text in
        _ = inet_ntop(
          isIPv4 ? AF_INET : AF_INET6, bytes.baseAddress,
          text.baseAddress?.assumingMemoryBound(to: CChar.self), socklen_t(text.count))
      }
    }
    return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
  }
}
