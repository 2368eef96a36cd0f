private import Foundation

/// The files of a folder that people wrote, read once, addressed by their path inside it.
package struct SourceFiles: Sendable {
  package let root: String

  package init(root: String) {
    self.root = root
  }

  /// The bytes of a file; an issue at 1:1 when it cannot be read.
  package func bytes(_ path: String) throws(SourceIssues) -> [UInt8] {
    if let data = FileManager.default.contents(atPath: root + "/" + path) { return Array(data) }
    throw SourceIssues([
      SourceIssue(
        SourceLocation(file: name(path), line: 1, column: 1),
        LocalizedText(
          vi: "Không đọc được tệp này. Kiểm tra tên tệp và quyền đọc.",
          en: "This file cannot be read. Check its name and that it may be read."))
    ])
  }

  package func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }

  /// Names directly inside a folder, sorted; empty when there is no such folder.
  package func names(in path: String = "") -> [String] {
    let folder = path.isEmpty ? root : root + "/" + path
    // A missing folder simply holds nothing.
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// How messages name the file: its path as the person would type it.
  package func name(_ path: String) -> String {
    root + "/" + path
  }
}
