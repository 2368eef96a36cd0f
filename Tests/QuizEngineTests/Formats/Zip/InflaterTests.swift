import Foundation
import Testing

@testable import QuizEngine

@Suite struct InflaterTests {
  private func unpack(_ octets: [UInt8], limit: Int = 1 << 20) throws(InflateFault) -> [UInt8] {
    try Inflater.inflate(octets[...], limit: limit)
  }

  private func octets(_ base64: String) throws -> [UInt8] {
    [UInt8](try #require(Data(base64Encoded: base64)))
  }

  private func octets(hex: String) -> [UInt8] {
    hex.split(separator: " ").compactMap { UInt8($0, radix: 16) }
  }

  @Test func `whatever way zlib packs, the text comes out`() throws {
    for sample in ZlibSamples.packed {
      let text = try unpack(octets(sample.base64))
      let whole = sample.name == "stored" ? Array(ZlibSamples.text.prefix(300)) : ZlibSamples.text
      #expect(text == whole, "\(sample.name)")
    }
  }

  /// Four letters, and then what stands four octets before, again and again, by the fixed code.
  private func repeating(_ count: Int) -> [UInt8] {
    var bits = "110" + (97...100).map { Self.bits(0x30 + $0, 8) }.joined()
    for _ in 0..<count { bits += Self.bits(1, 7) + Self.bits(3, 5) }
    bits += "0000000"
    var octets: [UInt8] = []
    var octet: UInt8 = 0
    for (place, bit) in bits.utf8.enumerated() {
      if bit == UInt8(ascii: "1") { octet |= 1 << UInt8(place % 8) }
      if place % 8 == 7 || place == bits.utf8.count - 1 {
        octets.append(octet)
        octet = 0
      }
    }
    return octets
  }

  private static func bits(_ value: Int, _ count: Int) -> String {
    (0..<count).reversed().map { value >> $0 & 1 == 1 ? "1" : "0" }.joined()
  }

  @Test func `what repeats itself takes time as it is long`() throws {
    #expect(try unpack(repeating(2)) == Array("abcdabcdab".utf8).prefix(10).map { $0 })
    let times = [20_000, 80_000].map { count in
      let octets = repeating(count)
      return (0..<2).map { _ in cpuTime { _ = try? unpack(octets) } }.min() ?? 0
    }
    #expect(times[1] < 10 * times[0] + 3_000_000, "\(times) ns")
  }

  /// From `infcover.c` of zlib; lengths and sums are those of zlib itself.
  @Test(arguments: [
    ("3 0", 0, 0), ("1 1 0 fe ff 0", 1, 3_523_407_757), ("2 8 20 80 0 3 0", 0, 0),
    ("5 e0 81 91 24 cb b2 2c 49 e2 f 2e 8b 9a 47 56 9f fb fe ec d2 ff 1f", 0, 0),
    ("ed c0 1 1 0 0 0 40 20 ff 57 1b 42 2c 4f", 516, 2_893_183_767),
    ("ed cf c1 b1 2c 47 10 c4 30 fa 6f 35 1d 1 82 59 3d fb be 2e 2a fc f c", 518, 2_207_093_423),
    (
      "ed c0 81 0 0 0 0 80 a0 fd a9 17 a9 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 6",
      25_801, 3_934_280_933
    ),
    ("63 18 5 40 c 0", 262, 3_102_358_000),
  ])
  func `what zlib tests itself with comes out the same`(hex: String, count: Int, sum: UInt32)
    throws
  {
    let text = try unpack(octets(hex: hex))
    #expect(text.count == count)
    #expect(CRC32.of(text) == sum)
  }

  @Test(arguments: [
    "0 0 0 0 0", "6", "fc 0 0", "4 0 fe ff", "4 0 24 49 0", "4 0 24 e9 ff ff", "4 0 24 e9 ff 6d",
    "4 80 49 92 24 49 92 24 71 ff ff 93 11 0", "4 80 49 92 24 49 92 24 f b4 ff ff c3 84",
    "4 c0 81 8 0 0 0 0 20 7f eb b 0 0", "2 7e ff ff", "c c0 81 0 0 0 0 0 90 ff 6b 4 0",
    "63 18 5 8c 10 8 0 0 0 0", "3 0 0", "",
  ])
  func `what zlib refuses, and octets behind the end, are refused`(hex: String) {
    #expect(throws: InflateFault.self) { try unpack(octets(hex: hex)) }
  }

  @Test func `a text cut anywhere is refused, never shortened`() throws {
    let whole = try octets(ZlibSamples.packed[2].base64)
    for length in 0..<whole.count {
      #expect(throws: InflateFault.self) { try unpack(Array(whole.prefix(length))) }
    }
  }

  @Test func `a million zeros stop at the limit, and a flipped bit traps nothing`() throws {
    let bomb = try octets(ZlibSamples.zeros)
    #expect(try unpack(bomb).count == 1 << 20)
    #expect(throws: InflateFault.tooLarge) { try unpack(bomb, limit: 1 << 20 - 1) }
    let whole = try octets(ZlibSamples.packed[6].base64)
    for bit in 0..<whole.count * 8 {
      var flipped = whole
      flipped[bit / 8] ^= 1 << (bit % 8)
      if let text = try? unpack(flipped, limit: 6000) { #expect(text.count <= 6000) }
    }
  }

  @Test func `the sum is that of ISO 3309`() {
    #expect(CRC32.of("123456789".utf8) == 0xcbf4_3926)
    #expect(CRC32.of([]) == 0)
  }
}
