import Glibc
import QuizEngine

/// A file that is made whole or not at all, opened before the command runs: secrets that cannot be
/// written must not be made.
struct OutputFile {
  private let path: String
  private let file: Int32

  private var draft: String { path + ".partial" }

  /// - Parameter isSecret: whether only its owner may read it.
  init(_ path: String, isSecret: Bool) throws {
    self.path = path
    unlink(path + ".partial")
    file = open(
      path + ".partial", O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, isSecret ? 0o600 : 0o644)
    guard file >= 0 else { throw Self.failure(path) }
  }

  /// Writes everything and gives the file its name.
  func finish(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Self.failure(path) }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0, close(file) == 0, rename(draft, path) == 0 else {
      throw Self.failure(path)
    }
  }

  /// Leaves nothing behind.
  func abandon() {
    close(file)
    unlink(draft)
  }

  private static func failure(_ path: String) -> OperationFailure {
    let reason = String(cString: strerror(errno))
    return OperationFailure(
      .refused,
      LocalizedText(
        vi: "Không ghi được \(path): \(reason).", en: "\(path) cannot be written: \(reason)."))
  }
}
