import Foundation

/// The text of a cell: trimmed, in Unicode normal form C; nil where more marks stand on one letter
/// than text ever has (`StreamSafeText`).
package func plainText(_ bytes: [UInt8]) -> String? {
  guard bytes.withUnsafeBufferPointer({ StreamSafeText.isSafe($0) }) else { return nil }
  let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  return bytes.contains { $0 >= 0x80 } ? text.precomposedStringWithCanonicalMapping : text
}
