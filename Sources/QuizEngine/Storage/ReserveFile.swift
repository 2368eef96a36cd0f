import Glibc

/// Disk space kept back for the hour when the disk is full.
///
/// A full disk blocks even deleting rows; giving this file up lets saves go on while someone
/// makes room.
package struct ReserveFile: Sendable {
  /// 64 MiB: some hundred thousand saves.
  package static let defaultSize = 64 << 20

  package let path: String
  package let size: Int

  package init(path: String, size: Int = Self.defaultSize) {
    self.path = path
    self.size = size
  }

  /// Whether the space is kept back now.
  package var isHeld: Bool { access(path, F_OK) == 0 }

  /// Gives the space back to the disk; false when it was given before.
  package func release() -> Bool {
    unlink(path) == 0
  }

  /// Takes the space again, if the disk has twice as much to spare; true when it is held.
  ///
  /// May take a moment; not for the writer's thread.
  package func replenish(free: Int) throws(StorageError) -> Bool {
    if isHeld { return true }
    guard free / 2 > size else { return false }
    let file = try PlainFile.open(path, O_CREAT | O_WRONLY)
    defer { close(file) }
    let code = posix_fallocate(file, 0, off_t(size))
    guard code != 0 else { return true }
    unlink(path)
    if code == ENOSPC { return false }
    throw .system("posix_fallocate", path, code)
  }
}
