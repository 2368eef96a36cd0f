import QuizEngine
import Testing

@Suite struct SHA1Tests {
  /// Examples of FIPS 180-4 and short messages of NIST's byte-oriented vectors.
  private static let published: [(message: String, digest: String)] = [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("616263", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ("36", "c1dfd96eea8cc2b62785275bca38ac261256e278"),
    ("195a", "0a1c2d555bbe431ad6288af5a54f93e0449c9232"),
    ("df4bd2", "bf36ed5d74727dfd5d7854ec6b1d49468d8ee8aa"),
    ("549e959e", "b78bae6d14338ffccfd5d5b5674a275f6ef9c717"),
  ]

  @Test(arguments: published)
  func `a published message has its published digest`(_ row: (message: String, digest: String))
    throws
  {
    let message = try #require(Hex.decode(row.message))
    #expect(Hex.encode(SHA1.hash(message)) == row.digest)
  }

  @Test func `two blocks of letters have the digest that FIPS 180-4 prints`() {
    let letters = [UInt8]("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
    #expect(Hex.encode(SHA1.hash(letters)) == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
  }

  @Test func `a million letters a have the digest that FIPS 180-4 prints`() {
    let letters = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(Hex.encode(SHA1.hash(letters)) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
  }

  /// Each digest is hashed again with 0, 1, 2 … more bytes; the expected one is that of `hashlib` in
  /// Python.
  @Test func `messages of every length up to two blocks are padded rightly`() {
    let chained = (0...130).reduce([UInt8]()) { before, count in
      SHA1.hash(before + [UInt8](repeating: UInt8(count), count: count))
    }
    #expect(Hex.encode(chained) == "c5e065db29e9cbeda2033c81574b1ac810a9b3ec")
  }
}
