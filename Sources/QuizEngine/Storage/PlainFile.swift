import Glibc

/// The few file calls that storage needs, with their errors.
enum PlainFile {
  /// Makes an empty file that only its owner may read and write.
  static func create(_ path: String) throws(StorageError) {
    let file = try open(path, O_CREAT | O_TRUNC | O_WRONLY)
    close(file)
  }

  /// Opens with owner-only permissions; not inherited by child processes.
  ///
  /// A file made by root belongs to whom its folder belongs, as with SQLite's own files: else the
  /// server could not open what root restored.
  static func open(_ path: String, _ flags: Int32) throws(StorageError) -> Int32 {
    if flags & O_CREAT != 0, geteuid() == 0, let made = make(path, flags) { return made }
    let file = descriptor(path, flags)
    guard file >= 0 else { throw .system("open", path, errno) }
    return file
  }

  /// Only what is new is given away: a link that lies in wait would give away what it leads to.
  private static func make(_ path: String, _ flags: Int32) -> Int32? {
    let file = descriptor(path, flags | O_EXCL)
    guard file >= 0 else { return nil }
    var owner = stat()
    // Where it cannot be given away it is as good as before; `data doctor` tells of it.
    if stat(folder(of: path), &owner) == 0 { _ = fchown(file, owner.st_uid, owner.st_gid) }
    return file
  }

  private static func descriptor(_ path: String, _ flags: Int32) -> Int32 {
    Glibc.open(path, flags | O_CLOEXEC, 0o600)
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
    try flushFolder(of: path)
  }

  /// Makes the names in the folder of `path` durable.
  static func flushFolder(of path: String) throws(StorageError) {
    try flush(folder(of: path), O_RDONLY | O_DIRECTORY)
  }

  /// Copies a file that nobody writes, with bounded memory.
  static func copy(_ source: String, to target: String) throws(StorageError) {
    let output = try open(target, O_CREAT | O_TRUNC | O_WRONLY)
    defer { close(output) }
    try scan(source) { piece throws(StorageError) in try writeAll(piece, to: output, target) }
  }

  /// Visits the bytes of a file in pieces of at most 1 MiB.
  static func scan(
    _ path: String, _ visit: (ArraySlice<UInt8>) throws(StorageError) -> Void
  ) throws(StorageError) {
    let file = try open(path, O_RDONLY)
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = read(file, &buffer, buffer.count)
      guard got >= 0 else { throw .system("read", path, errno) }
      if got == 0 { return }
      try visit(buffer.prefix(got))
    }
  }

  /// Makes a small file whole or not at all, durably.
  static func write(_ bytes: [UInt8], as path: String) throws(StorageError) {
    let draft = path + ".partial"
    do {
      let file = try open(draft, O_CREAT | O_TRUNC | O_WRONLY)
      defer { close(file) }
      try writeAll(bytes[...], to: file, draft)
      try publish(draft, as: path)
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Takes a file away; one that is not there is taken away already.
  static func remove(_ path: String) { unlink(path) }

  /// Whether both names belong to one file.
  static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_ino == second.st_ino
      && first.st_dev == second.st_dev
  }

  /// Writes everything, however often the kernel takes only a part.
  static func writeAll(
    _ bytes: ArraySlice<UInt8>, to file: Int32, _ path: String
  ) throws(StorageError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
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
