import Glibc

/// The list as a file, opened for each look: passwords are seldom changed.
extension BreachedList {
  /// Its name in a data folder.
  static let fileName = "breached-passwords.txt"

  /// Opens the list at `path` for `body`; nil when there is none.
  static func open<Value>(
    _ path: String, _ body: (BreachedList) throws(Fault) -> Value
  ) throws(Fault) -> Value? {
    // A pipe that stands in its place must not hold anybody up.
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let reason = errno
      var entry = stat()
      // A link that leads nowhere is a list that cannot be read, such as one on a missing disk.
      guard reason == ENOENT, lstat(path, &entry) != 0 else { throw .unreadable(errno: reason) }
      return nil
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    return try body(
      BreachedList(size: Int(status.st_size)) { range throws(Fault) in try bytes(range, of: file) })
  }

  /// Fewer than asked for when the file has become shorter meanwhile.
  private static func bytes(_ range: Range<Int>, of file: Int32) throws(Fault) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: range.count)
    let got = pread(file, &buffer, buffer.count, off_t(range.lowerBound))
    guard got >= 0 else { throw .unreadable(errno: errno) }
    return Array(buffer.prefix(got))
  }
}
