private import Foundation

/// The files of a folder that people wrote, read once, addressed by their path inside it.
///
/// A path may come from a course or a rule sheet: whatever it says, nothing outside the folder is
/// opened, and no message names where on the machine the folder lies.
package struct SourceFiles: Sendable {
  package let root: String
  private static let largestFile = 20 << 20

  package init(root: String) {
    self.root = root
  }

  private var files: FilesBelow { FilesBelow(root: root, limit: Self.largestFile) }

  /// The bytes of a file; an issue at 1:1 when it cannot be read.
  package func bytes(_ path: String) throws(SourceIssues) -> [UInt8] {
    do { return try files.bytes(of: path) } catch {
      throw SourceIssues([
        SourceIssue(SourceLocation(file: name(path), line: 1, column: 1), Self.text(of: error))
      ])
    }
  }

  package func exists(_ path: String) -> Bool {
    files.hold(path)
  }

  /// Names directly inside a folder, sorted; empty when there is no such folder.
  package func names(in path: String = "") -> [String] {
    guard path.isEmpty || SourcePath.isInside(path) else { return [] }
    let folder = path.isEmpty ? root : root + "/" + path
    // A missing folder simply holds nothing.
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// How messages name the file: its path as the person would type it, below an absolute folder
  /// only what lies inside.
  package func name(_ path: String) -> String {
    let shown = String(path.prefix(200))
    return root.utf8.first == UInt8(ascii: "/") ? shown : root + "/" + shown
  }

  private static func text(of fault: FilesBelow.Fault) -> LocalizedText {
    switch fault {
    case .missing:
      LocalizedText(
        vi: "Không đọc được tệp này. Kiểm tra tên tệp và quyền đọc.",
        en: "This file cannot be read. Check its name and that it may be read.")
    case .noFile:
      LocalizedText(
        vi: "Đường dẫn này không dẫn tới một tệp trong thư mục khóa học.",
        en: "This path leads to no file inside the folder of courses.")
    case .tooLarge:
      LocalizedText(
        vi: "Tệp lớn hơn \(largestFile >> 20) MB nên không được đọc. Hãy chia nhỏ tệp.",
        en: "The file is larger than \(largestFile >> 20) MB and was not read. Split it.")
    }
  }
}
