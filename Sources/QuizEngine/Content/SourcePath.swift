/// A path inside the folder of courses, as a rule sheet or a course writes it.
///
/// Judged by octets, as the file system reads it: a combining mark would hide the slash before it.
package enum SourcePath {
  private static let longest = 512
  private static let longestPart = 128

  /// Whether the path can only lead to what lies below: no empty part, so not absolute, no `.` and
  /// `..`, no control character and no backslash.
  package static func isInside(_ path: String) -> Bool {
    guard path.utf8.count <= longest else { return false }
    return parts(path).allSatisfy { part in
      !part.isEmpty && part.count <= longestPart && !part.elementsEqual(".".utf8)
        && !part.elementsEqual("..".utf8)
        && part.allSatisfy { $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
    }
  }

  /// Whether it names a bank of a course: `<course>/questions/….gift`, and nothing else of it.
  package static func isBank(_ path: String) -> Bool {
    let parts = parts(path)
    return isInside(path) && parts.count >= 3 && parts[1].elementsEqual("questions".utf8)
      && path.utf8.suffix(5).elementsEqual(".gift".utf8)
  }

  static func parts(_ path: String) -> [Substring.UTF8View] {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { Substring($0).utf8 }
  }
}
