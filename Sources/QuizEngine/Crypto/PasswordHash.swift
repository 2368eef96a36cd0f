import CCrypt
import Foundation
import Glibc

/// Passwords as yescrypt hashes, made by the system's crypt_r(3).
///
/// One call takes about 60 ms and 64 MiB at the cost for staff: never on the event loop.
package enum PasswordHash {
  /// The `$y$…` text to store.
  ///
  /// - Parameter salt: 16 to 64 fresh random bytes.
  package static func hash(
    _ password: String, cost: PasswordCost = .staff, salt: [UInt8]
  ) throws(PasswordRefusal) -> String {
    guard (16...64).contains(salt.count) else { throw .unavailable }
    let phrase = try phrase(of: password)
    guard let setting = setting(cost: cost, salt: salt),
      let result = crypted(phrase, setting: setting)
    else { throw .unavailable }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether `password` belongs to `stored`; a damaged or foreign `stored` fits no password.
  package static func verify(_ password: String, against stored: String) -> Bool {
    let expected = [UInt8](stored.utf8)
    guard stored.utf8.starts(with: "$y$".utf8), !expected.contains(0), expected.count < 384
    else { return false }
    // A password that could never have been stored is simply a wrong one.
    guard let phrase = try? phrase(of: password),
      let result = crypted(phrase, setting: expected + [0])
    else { return false }
    return equalInConstantTime(result, expected)
  }

  /// Whether `stored` was made at another cost and deserves to be made again at the next sign-in.
  package static func needsRenewal(_ stored: String, cost: PasswordCost = .staff) -> Bool {
    !stored.utf8.starts(with: cost.prefix.utf8)
  }

  /// The NFC bytes, so that one password typed on two keyboards is one password.
  static func octets(of password: String) throws(PasswordRefusal) -> [UInt8] {
    let bytes = [UInt8](password.precomposedStringWithCanonicalMapping.utf8)
    if bytes.contains(0) { throw .containsNUL }
    // crypt_r refuses 512 bytes and more.
    if bytes.count > 500 { throw .tooLong }
    return bytes
  }

  /// Those bytes and the NUL at which crypt_r ends.
  private static func phrase(of password: String) throws(PasswordRefusal) -> [UInt8] {
    try octets(of: password) + [0]
  }

  private static func setting(cost: PasswordCost, salt: [UInt8]) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: 192)
    let made = salt.withUnsafeBytes { random in
      output.withUnsafeMutableBytes { target in
        crypt_gensalt_rn(
          "$y$", cost.number, random.bindMemory(to: CChar.self).baseAddress, Int32(random.count),
          target.bindMemory(to: CChar.self).baseAddress, Int32(target.count)) != nil
      }
    }
    return made ? output : nil
  }

  /// The hash without its NUL, or nil when the library failed (a result that starts with `*`).
  private static func crypted(_ phrase: [UInt8], setting: [UInt8]) -> [UInt8]? {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: MemoryLayout<crypt_data>.size, alignment: MemoryLayout<crypt_data>.alignment)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: MemoryLayout<crypt_data>.size)
    defer {
      // A plain memset before a free may be optimised away (explicit_bzero(3)).
      explicit_bzero(memory, MemoryLayout<crypt_data>.size)
      memory.deallocate()
    }
    let data = memory.assumingMemoryBound(to: crypt_data.self)
    return phrase.withUnsafeBytes { phrase in
      setting.withUnsafeBytes { setting in
        guard let phrase = phrase.bindMemory(to: CChar.self).baseAddress,
          let setting = setting.bindMemory(to: CChar.self).baseAddress,
          let text = crypt_r(phrase, setting, data), text[0] != CChar(0x2a), text[0] != 0
        else { return nil }
        let length = strlen(text)
        return [UInt8](UnsafeRawBufferPointer(start: text, count: length))
      }
    }
  }
}
