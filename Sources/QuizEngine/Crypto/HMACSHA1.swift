/// HMAC with SHA-1 (RFC 2104), which one-time codes use; nothing else does.
package enum HMACSHA1 {
  /// The 20 bytes that authenticate `message`; a key longer than 64 bytes is hashed first.
  package static func code(for message: [UInt8], key: [UInt8]) -> [UInt8] {
    var block = key.count > 64 ? SHA1.hash(key) : key
    block += [UInt8](repeating: 0, count: 64 - block.count)
    let inner = SHA1.hash(block.map { $0 ^ 0x36 } + message)
    return SHA1.hash(block.map { $0 ^ 0x5c } + inner)
  }
}
