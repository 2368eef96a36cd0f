/// The eight working words of SHA-256 and the compression function (FIPS 180-4, 6.2.2).
struct SHA256State: Sendable {
  private var a: UInt32 = 0x6a09_e667
  private var b: UInt32 = 0xbb67_ae85
  private var c: UInt32 = 0x3c6e_f372
  private var d: UInt32 = 0xa54f_f53a
  private var e: UInt32 = 0x510e_527f
  private var f: UInt32 = 0x9b05_688c
  private var g: UInt32 = 0x1f83_d9ab
  private var h: UInt32 = 0x5be0_cd19

  var digest: Digest {
    Digest(
      words: SIMD4(
        UInt64(a) << 32 | UInt64(b), UInt64(c) << 32 | UInt64(d),
        UInt64(e) << 32 | UInt64(f), UInt64(g) << 32 | UInt64(h)))
  }

  /// Compresses whole blocks; `bytes` holds at least `blocks` × 64 of them.
  mutating func absorb(_ bytes: UnsafeRawBufferPointer, blocks: Int) {
    roundConstants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
        for block in 0..<blocks {
          Self.expand(bytes, from: block * 64, into: schedule)
          for position in 0..<64 { schedule[position] &+= constants[position] }
          compress(schedule)
        }
      }
    }
  }

  @inline(__always)
  private static func expand(
    _ bytes: UnsafeRawBufferPointer, from start: Int,
    into schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for position in 0..<16 {
      schedule[position] = UInt32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: start + position * 4, as: UInt32.self))
    }
    for position in 16..<64 {
      let early = schedule[position - 15]
      let late = schedule[position - 2]
      let small = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
      let large = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
      schedule[position] = schedule[position - 16] &+ small &+ schedule[position - 7] &+ large
    }
  }

  /// Eight rounds a turn, so that the words change roles instead of places.
  @inline(__always)
  private mutating func compress(_ w: UnsafeMutableBufferPointer<UInt32>) {
    let before = self
    var index = 0
    while index < 64 {
      Self.round(a, b, c, &d, e, f, g, &h, w[index])
      Self.round(h, a, b, &c, d, e, f, &g, w[index + 1])
      Self.round(g, h, a, &b, c, d, e, &f, w[index + 2])
      Self.round(f, g, h, &a, b, c, d, &e, w[index + 3])
      Self.round(e, f, g, &h, a, b, c, &d, w[index + 4])
      Self.round(d, e, f, &g, h, a, b, &c, w[index + 5])
      Self.round(c, d, e, &f, g, h, a, &b, w[index + 6])
      Self.round(b, c, d, &e, f, g, h, &a, w[index + 7])
      index += 8
    }
    a &+= before.a
    b &+= before.b
    c &+= before.c
    d &+= before.d
    e &+= before.e
    f &+= before.f
    g &+= before.g
    h &+= before.h
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let majority = (a & b) | (c & (a | b))
    let first = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ input
    d &+= first
    h = first &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word &>> count) | (word &<< (32 &- count))
  }
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (4.2.2).
private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
  0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
  0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
  0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
  0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
  0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
  0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
  0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
