/// The check sum of zip and gzip (ISO 3309, RFC 1952 section 8).
enum CRC32 {
  static func of(_ octets: some Sequence<UInt8>) -> UInt32 {
    var sum: UInt32 = 0xffff_ffff
    for octet in octets {
      sum = table[Int((sum ^ UInt32(octet)) & 0xff)] ^ (sum >> 8)
    }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { (start: UInt32) in
    var sum = start
    for _ in 0..<8 { sum = sum & 1 == 1 ? 0xedb8_8320 ^ (sum >> 1) : sum >> 1 }
    return sum
  }
}
