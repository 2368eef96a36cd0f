import Testing

@testable import QuizEngine

@Suite struct QRCodeTests {
  struct Golden: Sendable {
    let content: String
    let level: QRLevel
    let size: Int
    let mask: Int
    /// The first 16 digits of the SHA-256 of the modules as a text of 0 and 1, row by row.
    let digest: String
  }

  private static let address = "https://thi.example.vn/the/7zzzzzzzzzzzzzzzzzzzzzzzzz"

  /// Made by the Python package qrcode 8 with the same mask; our drawings of 135 other
  /// contents were read back with zbarimg.
  private static let golden: [Golden] = [
    Golden(content: "HELLO WORLD", level: .medium, size: 21, mask: 0, digest: "9f15327b648fdbb6"),
    Golden(content: "HELLO WORLD", level: .medium, size: 21, mask: 1, digest: "b4219d4647506bbf"),
    Golden(content: "HELLO WORLD", level: .medium, size: 21, mask: 2, digest: "0e6d6c8729c445bf"),
    Golden(content: "HELLO WORLD", level: .medium, size: 21, mask: 3, digest: "242c59e836a019a7"),
    Golden(content: "HELLO WORLD", level: .medium, size: 21, mask: 4, digest: "f8ac6e163291f825"),
    Golden(content: "HELLO WORLD", level: .medium, size: 21, mask: 5, digest: "b8ec5d262ca4090f"),
    Golden(content: "HELLO WORLD", level: .medium, size: 21, mask: 6, digest: "6197803fc76d14f8"),
    Golden(content: "HELLO WORLD", level: .medium, size: 21, mask: 7, digest: "ccca9a00028211db"),
    Golden(content: "HELLO WORLD", level: .high, size: 25, mask: 3, digest: "fa5607caa1965a85"),
    Golden(content: address, level: .low, size: 29, mask: 0, digest: "cb7f80367374a0d8"),
    Golden(content: address, level: .medium, size: 33, mask: 1, digest: "58e7afca678fd5e4"),
    Golden(content: address, level: .quartile, size: 37, mask: 2, digest: "9ad4217d153394c0"),
    Golden(content: address, level: .high, size: 41, mask: 5, digest: "bbac092e629498d6"),
    Golden(
      content: String(repeating: "x", count: 700), level: .medium, size: 101, mask: 7,
      digest: "43cc1af8d4c7dd89"),
    Golden(
      content: String(repeating: "0123456789ABCDEF", count: 60), level: .low, size: 89, mask: 2,
      digest: "50b2e2949a100d58"),
    Golden(
      content: String(repeating: "ế", count: 400), level: .high, size: 173, mask: 0,
      digest: "7208059bc4e14213"),
    Golden(
      content: String(repeating: "y", count: 2953), level: .low, size: 177, mask: 3,
      digest: "fa137f71afa8ff4e"),
  ]

  private func rows(_ code: QRCode) -> [String] {
    (0..<code.size).map { y in
      (0..<code.size).map { x in code[x, y] ? "1" : "0" }.joined()
    }
  }

  @Test(arguments: golden)
  func `the modules are those of an independent encoder`(_ row: Golden) throws {
    let code = try #require(QRCode([UInt8](row.content.utf8), level: row.level, mask: row.mask))
    #expect(code.size == row.size)
    #expect(SHA256.hash(rows(code).joined()).hex.hasPrefix(row.digest))
  }

  /// The worked example of annex I is 01234567; HELLO WORLD at 1-M is the one taught everywhere.
  @Test func `HELLO WORLD at 1-M has its known codewords`() {
    let payload = QRPayload([UInt8]("HELLO WORLD".utf8))
    let version = QRVersion(number: 1)
    let data: [UInt8] = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    let correction: [UInt8] = [196, 35, 39, 119, 235, 215, 231, 226, 93, 23]
    #expect(payload.data(in: version, .medium) == data)
    #expect(ReedSolomon(count: 10).correction(of: data) == correction)
    #expect(payload.codewords(in: version, .medium) == data + correction)
  }

  /// ISO/IEC 18004, annex I: 01234567 in numeric mode at 1-M.
  @Test func `the correction codewords of the standard's own example are found`() {
    let data: [UInt8] = [
      0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec,
      0x11,
    ]
    #expect(
      ReedSolomon(count: 10).correction(of: data)
        == [0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55])
  }

  @Test func `every version's codewords divide into its blocks as the standard's table says`() {
    #expect(
      [1, 2, 7, 14, 21, 40].map { QRVersion(number: $0).codewords } == [
        26, 44, 196, 581, 1156, 3706,
      ])
    #expect(
      QRLevel.allCases.map { QRVersion(number: 40).dataCodewords($0) } == [2956, 2334, 1666, 1276])
    #expect(QRLevel.allCases.map { QRVersion(number: 1).dataCodewords($0) } == [19, 16, 13, 9])
    #expect(QRVersion(number: 7).alignment == [6, 22, 38])
    #expect(QRVersion(number: 32).alignment == [6, 34, 60, 86, 112, 138])
    #expect(QRVersion(number: 40).alignment == [6, 30, 58, 86, 114, 142, 170])
    #expect(QRVersion(number: 1).alignment == [])
  }

  @Test func `content at the very capacity fits and one byte more does not`() {
    let full = [UInt8](repeating: 0x61, count: 1273)
    #expect(QRCode(full, level: .high, mask: 0)?.size == 177)
    #expect(QRCode(full + [0x61], level: .high, mask: 0) == nil)
    #expect(QRCode([], level: .low)?.size == 21)
    #expect(QRCode("a", level: .low)?.size == 21)
    #expect(QRCode([0x61], minimumVersion: 10)?.size == 57)
    #expect(QRCode([0x61], minimumVersion: 41) == nil)
  }

  @Test func `the mask of least penalty is chosen`() throws {
    let bytes = [UInt8](Self.address.utf8)
    let chosen = try #require(QRCode(bytes))
    #expect(chosen == QRCode(bytes, mask: chosen.mask))
    #expect(chosen != QRCode(bytes, mask: (chosen.mask + 1) % 8))
  }

  @Test func `the drawing has its quiet zone, its name and every dark module`() throws {
    let code = try #require(QRCode("HELLO WORLD"))
    let svg = code.svg(label: "Mở “thẻ” <An>").text
    #expect(
      svg.hasPrefix("<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 29 29\""))
    #expect(
      svg.contains(
        "role=\"img\" aria-label=\"Mở “thẻ” &lt;An&gt;\" shape-rendering=\"crispEdges\">"))
    #expect(svg.contains("d=\"M4 4h7v1h-7z"))
    #expect(!svg.contains("style"))
    let widths = svg.split(separator: "h").dropFirst().compactMap { part in
      part.contains("v1") ? Int(part.prefix { $0.isNumber }) : nil
    }
    #expect(widths.reduce(0, +) == rows(code).joined().filter { $0 == "1" }.count)
    #expect(!code[-1, 0])
    #expect(!code[21, 0])
  }
}
