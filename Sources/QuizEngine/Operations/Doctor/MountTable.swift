import Glibc

/// Which file system lies where (proc(5), `mountinfo`).
struct MountTable {
  private let mounts: [(point: String, kind: String)]

  static var current: MountTable {
    MountTable(SystemFile.text("/proc/self/mountinfo") ?? "")
  }

  /// Reads lines such as `36 35 98:0 / /srv rw - ext4 /dev/sda1 rw`.
  init(_ text: String) {
    mounts = text.split(separator: "\n").compactMap { line -> (point: String, kind: String)? in
      let words = line.split(separator: " ")
      guard let dash = words.firstIndex(of: "-"), words.indices.contains(dash + 1),
        words.count > 4
      else { return nil }
      let point = words[4].replacing("\\040", with: " ")
      return (String(point), String(words[dash + 1]))
    }
  }

  /// The kind of the file system that holds `path`; the latest of the deepest mounts above it.
  func fileSystem(of path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return fileSystem(ofReal: String(cString: real))
  }

  func fileSystem(ofReal path: String) -> String? {
    let above = mounts.filter { mount in
      mount.point == "/" || path == mount.point || path.hasPrefix(mount.point + "/")
    }
    let depth = above.map(\.point.utf8.count).max()
    return above.last { $0.point.utf8.count == depth }?.kind
  }
}
