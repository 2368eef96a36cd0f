import Foundation

/// The repository as the house rules see it: files, their lines, and the code without comments.
struct SourceTree: Sendable {
  static let root: String = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let manifest = folder.appending(path: "Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { return folder.path }
      folder.deleteLastPathComponent()
    }
    return "."
  }()

  /// Swift files below Sources.
  static let sources = files(below: "Sources", ending: ".swift").map(SourceFile.init)
  /// Swift files below Sources and Tests, and the manifest.
  static let all =
    sources + files(below: "Tests", ending: ".swift").map(SourceFile.init)
    + [SourceFile("Package.swift")]

  /// Paths from the root, sorted.
  static func files(below folder: String, ending: String = "") -> [String] {
    let walk = FileManager.default.enumerator(atPath: root + "/" + folder)
    var paths: [String] = []
    while let path = walk?.nextObject() as? String {
      guard !path.contains("__pycache__"), path.hasSuffix(ending) else { continue }
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: "\(root)/\(folder)/\(path)", isDirectory: &isFolder)
      if !isFolder.boolValue { paths.append("\(folder)/\(path)") }
    }
    return paths.sorted()
  }

  static func text(_ path: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: root + "/" + path) ?? Data(), as: UTF8.self)
  }
}

/// One Swift file.
struct SourceFile: Sendable {
  /// From the root of the repository.
  let path: String
  let lines: [String]
  /// The same lines with comments and the insides of string literals blanked out.
  let code: [String]

  init(_ path: String) {
    self.path = path
    let text = SourceTree.text(path)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    code = blanked(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var name: String { String(path.split(separator: "/").last ?? "") }
  /// `QuizEngine`, `TrainingServer`, `trainctl`.
  var target: String { component(1) }
  /// The folder inside the target; the name of the file itself at the top.
  var room: String {
    let parts = path.split(separator: "/")
    return parts.count > 3 ? String(parts[2]) : name.replacing(".swift", with: "")
  }

  private func component(_ index: Int) -> String {
    let parts = path.split(separator: "/")
    return parts.indices.contains(index) ? String(parts[index]) : ""
  }

  /// `path:line: message`, the form that editors jump to; `index` counts from 0.
  func place(_ index: Int, _ message: String) -> String { "\(path):\(index + 1): \(message)" }

  /// Whether the line or one of the three above it is a comment that gives a reason.
  func hasReason(at index: Int) -> Bool {
    lines[max(0, index - 3)...index].contains { $0.contains("//") }
  }
}

/// Blanks comments and string literals, keeping interpolations and line breaks.
private func blanked(_ text: String) -> String {
  var blanker = Blanker(Array(text.utf8))
  return String(decoding: blanker.run(), as: UTF8.self)
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")

private struct Blanker {
  private let bytes: [UInt8]
  private var output: [UInt8] = []
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count)
  }

  mutating func run() -> [UInt8] {
    code(untilParenthesis: false)
    return output
  }

  private func byte(at place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  /// Whether a comment begins here: `//` or `/*`.
  private func startsComment(_ second: UInt8) -> Bool {
    bytes[index] == UInt8(ascii: "/") && byte(at: index + 1) == second
  }

  private var startsLongQuote: Bool {
    bytes[index] == quote && byte(at: index + 1) == quote && byte(at: index + 2) == quote
  }

  private mutating func keep() {
    output.append(bytes[index])
    index += 1
  }

  private mutating func blank() {
    output.append(bytes[index] == UInt8(ascii: "\n") ? bytes[index] : UInt8(ascii: " "))
    index += 1
  }

  private mutating func code(untilParenthesis: Bool) {
    var depth = 0
    while index < bytes.count {
      if startsComment(UInt8(ascii: "/")) {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { blank() }
      } else if startsComment(UInt8(ascii: "*")) {
        while index < bytes.count,
          byte(at: index) != UInt8(ascii: "*") || byte(at: index + 1) != UInt8(ascii: "/")
        {
          blank()
        }
      } else if bytes[index] == quote
        || bytes[index] == UInt8(ascii: "#") && byte(at: index + 1) == quote
      {
        literal()
      } else {
        if bytes[index] == UInt8(ascii: "(") { depth += 1 }
        if bytes[index] == UInt8(ascii: ")") {
          if untilParenthesis && depth == 0 { return }
          depth -= 1
        }
        keep()
      }
    }
  }

  private mutating func literal() {
    let isRaw = bytes[index] == UInt8(ascii: "#")
    if isRaw { keep() }
    let isLong = startsLongQuote
    for _ in 0..<(isLong ? 3 : 1) { keep() }
    while index < bytes.count {
      if isLong ? startsLongQuote : bytes[index] == quote {
        if !isRaw
          || bytes.indices.contains(index + (isLong ? 3 : 1))
            && bytes[index + (isLong ? 3 : 1)] == UInt8(ascii: "#")
        {
          for _ in 0..<(isLong ? 3 : 1) { keep() }
          return
        }
      }
      if !isRaw, bytes[index] == backslash, byte(at: index + 1) == UInt8(ascii: "(") {
        keep()
        keep()
        code(untilParenthesis: true)
        continue
      }
      if !isRaw, bytes[index] == backslash, index + 1 < bytes.count { blank() }
      if index < bytes.count { blank() }
    }
  }
}
