import Glibc

/// Short files by which the kernel and other programs tell about themselves.
enum SystemFile {
  /// The text without space at its ends; nil when it cannot be read.
  static func text(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    // Files of the kernel come in pieces and have no size beforehand.
    while bytes.count < 1 << 20 {
      let got = read(file, &piece, piece.count)
      guard got > 0 else { break }
      bytes += piece.prefix(got)
    }
    return String(decoding: bytes, as: UTF8.self).trimmed
  }

  static func words(_ path: String) -> [Substring] {
    (text(path) ?? "").split { $0 == " " || $0 == "\n" || $0 == "\t" }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// How many entries a folder has, `.` and `..` not counted.
  static func count(in folder: String) -> Int {
    guard let entries = opendir(folder) else { return 0 }
    defer { closedir(entries) }
    var count = 0
    while readdir(entries) != nil { count += 1 }
    return max(0, count - 2)
  }
}
