import Glibc

/// The few file calls that storage needs, with their errors.
enum PlainFile {
  /// Makes an empty file that only its owner may read and write.
  static func create(_ path: String) throws(StorageError) {
    let file = try open(path, O_CREAT | O_TRUNC | O_WRONLY)
    close(file)
  }

  /// Opens with owner-only permissions; not inherited by child processes.
  static func open(_ path: String, _ flags: Int32) throws(StorageError) -> Int32 {
    let file = Glibc.open(path, flags | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system("open", path, errno) }
    return file
  }

  /// The length of a file; 0 when there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The first bytes of a file.
  static func prefix(_ path: String, count: Int) throws(StorageError) -> [UInt8] {
    let file = try open(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = read(file, &bytes, count)
    guard got >= 0 else { throw .system("read", path, errno) }
    return Array(bytes.prefix(got))
  }

  /// Gives a finished file its final name, durably: flush, rename, flush the folder.
  static func publish(_ draft: String, as path: String) throws(StorageError) {
    try flush(draft, O_RDWR)
    guard rename(draft, path) == 0 else { throw .system("rename", path, errno) }
    try flush(folder(of: path), O_RDONLY | O_DIRECTORY)
  }

  /// Copies a file that nobody writes, with bounded memory.
  static func copy(_ source: String, to target: String) throws(StorageError) {
    let input = try open(source, O_RDONLY)
    defer { close(input) }
    let output = try open(target, O_CREAT | O_TRUNC | O_WRONLY)
    defer { close(output) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = read(input, &buffer, buffer.count)
      guard got >= 0 else { throw .system("read", source, errno) }
      if got == 0 { return }
      try writeAll(buffer.prefix(got), to: output, target)
    }
  }

  /// Writes everything, however often the kernel takes only a part.
  static func writeAll(
    _ bytes: ArraySlice<UInt8>, to file: Int32, _ path: String
  ) throws(StorageError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .system("write", path, errno) }
      rest = rest.dropFirst(count)
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func flush(_ path: String, _ flags: Int32) throws(StorageError) {
    let file = try open(path, flags)
    defer { close(file) }
    guard fsync(file) == 0 else { throw .system("fsync", path, errno) }
  }
}
