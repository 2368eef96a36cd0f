import Foundation

/// Judges the names in a zip file as octets, before anybody makes paths of them.
enum ZipName {
  /// The name, unless it is empty, absolute, climbs, hides or is not UTF-8.
  static func checked(_ octets: ArraySlice<UInt8>) -> String? {
    guard (1...255).contains(octets.count), let name = String(strictUTF8: Array(octets)),
      !octets.contains(where: { $0 < 0x20 || $0 == 0x7f || forbidden.contains($0) })
    else { return nil }
    var parts = octets.split(separator: slash, omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty ?? false { parts.removeLast() }
    let isSafe = parts.allSatisfy {
      !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
    }
    return isSafe ? name : nil
  }

  /// What a file system that minds neither case nor composition sees.
  static func folded(_ name: String) -> String {
    // At most 255 octets, so that putting marks in order costs little.
    name.lowercased().precomposedStringWithCanonicalMapping
  }

  private static let slash = UInt8(ascii: "/")
  /// Backslash and colon part paths elsewhere.
  private static let forbidden = [UInt8(ascii: "\\"), UInt8(ascii: ":")]
}
