/// Base 32 in capitals without padding (RFC 4648, section 6), as authenticator apps read secrets.
package enum Base32 {
  private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// Eight letters for five bytes; the last group may be shorter.
  package static func encode(_ bytes: [UInt8]) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity((bytes.count * 8 + 4) / 5)
    var waiting: UInt16 = 0
    var count = 0
    for byte in bytes {
      waiting = waiting << 8 | UInt16(byte)
      count += 8
      while count >= 5 {
        count -= 5
        letters.append(alphabet[Int(waiting >> UInt16(count) & 31)])
      }
    }
    if count > 0 { letters.append(alphabet[Int(waiting << UInt16(5 - count) & 31)]) }
    return String(decoding: letters, as: UTF8.self)
  }
}
