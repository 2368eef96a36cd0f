/// SHA-256 (FIPS 180-4), in one call or piece by piece.
package struct SHA256: Sendable {
  private var state = SHA256State()
  /// Fewer than 64 bytes that wait for a whole block.
  private var pending = InlineArray<64, UInt8>(repeating: 0)
  private var pendingCount = 0
  private var total: UInt64 = 0

  package init() {}

  /// The digest of `bytes`.
  package static func hash(_ bytes: [UInt8]) -> Digest {
    bytes.withUnsafeBufferPointer { hash($0) }
  }

  /// The digest of the text's UTF-8 bytes.
  package static func hash(_ text: String) -> Digest {
    var text = text
    return text.withUTF8 { hash($0) }
  }

  /// The digest of the bytes in `buffer`.
  package static func hash(_ buffer: UnsafeBufferPointer<UInt8>) -> Digest {
    var hasher = SHA256()
    hasher.update(buffer)
    return hasher.finish()
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { update($0) }
  }

  /// Takes in the text's UTF-8 bytes.
  package mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update($0) }
  }

  /// Takes in more bytes.
  package mutating func update(_ buffer: UnsafeBufferPointer<UInt8>) {
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
    total &+= UInt64(buffer.count)
    var offset = 0
    if pendingCount > 0 {
      offset = min(64 - pendingCount, buffer.count)
      keep(base, count: offset)
      guard pendingCount == 64 else { return }
      pendingCount = 0
      var state = state
      withUnsafeBytes(of: &pending) { state.absorb($0, blocks: 1) }
      self.state = state
    }
    let blocks = (buffer.count - offset) / 64
    if blocks > 0 {
      state.absorb(
        UnsafeRawBufferPointer(start: base + offset, count: blocks * 64), blocks: blocks)
      offset += blocks * 64
    }
    keep(base + offset, count: buffer.count - offset)
  }

  /// The digest of everything taken in; the hasher itself stays usable.
  package func finish() -> Digest {
    var last = self
    let bits = total &* 8
    last.pending[pendingCount] = 0x80
    last.clear(from: pendingCount + 1)
    if pendingCount >= 56 {
      withUnsafeBytes(of: &last.pending) { last.state.absorb($0, blocks: 1) }
      last.clear(from: 0)
    }
    withUnsafeMutableBytes(of: &last.pending) {
      $0.storeBytes(of: bits.bigEndian, toByteOffset: 56, as: UInt64.self)
    }
    withUnsafeBytes(of: &last.pending) { last.state.absorb($0, blocks: 1) }
    return last.state.digest
  }

  /// Zeroes the waiting bytes from `start` on.
  private mutating func clear(from start: Int) {
    withUnsafeMutableBytes(of: &pending) { target in
      for place in start..<64 { target[place] = 0 }
    }
  }

  private mutating func keep(_ base: UnsafePointer<UInt8>, count: Int) {
    guard count > 0 else { return }
    let start = pendingCount
    withUnsafeMutableBytes(of: &pending) { target in
      UnsafeMutableRawBufferPointer(rebasing: target[start..<start + count])
        .copyMemory(from: UnsafeRawBufferPointer(start: base, count: count))
    }
    pendingCount += count
  }
}
