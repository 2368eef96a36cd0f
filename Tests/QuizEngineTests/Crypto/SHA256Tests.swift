import QuizEngine
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 examples and short and long messages of NIST's byte-oriented vectors.
  private static let published: [(message: String, digest: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("616263", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("d3", "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    ("11af", "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
    ("b4190e", "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"),
    ("74ba2521", "b16aa56be3880d18cd41e68384cf1ec8c17680c45a02b1575dc1518923ae8b0e"),
    ("bd", "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    ("c98c8e55", "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"),
  ]

  @Test(arguments: published)
  func `a published message has its published digest`(_ row: (message: String, digest: String))
    throws
  {
    let message = try #require(Hex.decode(row.message))
    #expect(SHA256.hash(message).hex == row.digest)
  }

  @Test func `two blocks of letters have the digests that FIPS 180-4 prints`() {
    #expect(
      SHA256.hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").hex
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hash(
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
          + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"
      ).hex == "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1")
  }

  @Test func `a million letters a have the digest that FIPS 180-4 prints`() {
    #expect(
      SHA256.hash([UInt8](repeating: 0x61, count: 1_000_000)).hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: [
    (55, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
    (56, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
    (57, "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"),
    (64, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
    (1000, "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53"),
  ])
  func `zeros that end next to a block's edge are padded as published`(
    count: Int, digest: String
  ) {
    #expect(SHA256.hash([UInt8](repeating: 0, count: count)).hex == digest)
  }

  @Test func `pieces of every length give the digest of the whole`() {
    let message = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let whole = SHA256.hash(message)
    for size in 1...150 {
      var hasher = SHA256()
      for start in stride(from: 0, to: message.count, by: size) {
        hasher.update(Array(message[start..<min(start + size, message.count)]))
      }
      #expect(hasher.finish() == whole, "pieces of \(size)")
    }
  }

  @Test func `a hasher goes on after a digest was taken`() {
    var hasher = SHA256()
    hasher.update("a")
    #expect(hasher.finish() == SHA256.hash("a"))
    hasher.update("bc")
    #expect(hasher.finish() == SHA256.hash("abc"))
  }

  @Test func `a digest survives its way through bytes`() {
    let digest = SHA256.hash("câu 1")
    #expect(Digest(digest.bytes) == digest)
    #expect(Digest(digest.bytes.dropLast()) == nil)
    #expect(digest.equalsInConstantTime(SHA256.hash("câu 1")))
    #expect(!digest.equalsInConstantTime(SHA256.hash("câu 2")))
  }
}
