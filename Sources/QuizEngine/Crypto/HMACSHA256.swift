/// HMAC with SHA-256 (RFC 2104, FIPS 198-1); the key is absorbed once and used often.
package struct HMACSHA256: Sendable {
  private let inner: SHA256
  private let outer: SHA256

  /// A key of any length; longer than 64 bytes is hashed first.
  package init(key: [UInt8]) {
    var block = key.count > 64 ? SHA256.hash(key).bytes : key
    block += [UInt8](repeating: 0, count: 64 - block.count)
    var inner = SHA256()
    inner.update(block.map { $0 ^ 0x36 })
    var outer = SHA256()
    outer.update(block.map { $0 ^ 0x5c })
    self.inner = inner
    self.outer = outer
  }

  /// The authentication code of `message`.
  package func code(for message: [UInt8]) -> Digest {
    var hasher = inner
    hasher.update(message)
    return code(finishing: hasher)
  }

  /// The authentication code of the text's UTF-8 bytes.
  package func code(for message: String) -> Digest {
    var hasher = inner
    hasher.update(message)
    return code(finishing: hasher)
  }

  /// Whether `code` belongs to `message`, in constant time.
  package func isValid(_ code: Digest, for message: [UInt8]) -> Bool {
    self.code(for: message).equalsInConstantTime(code)
  }

  private func code(finishing hasher: SHA256) -> Digest {
    var last = outer
    last.update(hasher.finish().bytes)
    return last.finish()
  }
}
