import Glibc

/// Opens what lies below a folder, by paths that somebody else wrote, as `openat2` does with
/// `RESOLVE_BENEATH` and `RESOLVE_NO_SYMLINKS`: part by part, no link followed, so that nothing that
/// happens in the folder meanwhile leads outside.
struct FilesBelow {
  enum Fault: Error, Hashable {
    case missing
    /// The path is no path of the folder, or leads to a link, a device or a folder.
    case noFile
    case tooLarge
  }

  let root: String
  /// The largest file in bytes.
  let limit: Int

  func bytes(of path: String) throws(Fault) -> [UInt8] {
    let file = try open(path)
    defer { close(file) }
    let size = try size(of: file)
    guard size <= limit else { throw .tooLarge }
    // One more than it should have, to notice one that grows.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while filled < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      guard got >= 0 else { throw .missing }
      if got == 0 { break }
      filled += got
    }
    guard filled <= size else { throw .tooLarge }
    return Array(bytes.prefix(filled))
  }

  /// Whether a file stands there that may be read.
  func hold(_ path: String) -> Bool {
    do {
      let file = try open(path)
      defer { close(file) }
      return try size(of: file) <= limit
    } catch {
      return false
    }
  }

  private func size(of file: Int32) throws(Fault) -> Int {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .missing }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .noFile }
    return Int(status.st_size)
  }

  private func open(_ path: String) throws(Fault) -> Int32 {
    guard SourcePath.isInside(path) else { throw .noFile }
    var folder = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .missing }
    let parts = SourcePath.parts(path)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      // A FIFO must not keep whoever opens it.
      let flags = isLast ? O_NONBLOCK : O_DIRECTORY
      let next = openat(folder, String(Substring(part)), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags)
      let reason = errno
      close(folder)
      guard next >= 0 else { throw reason == ENOENT ? .missing : .noFile }
      folder = next
    }
    return folder
  }
}
