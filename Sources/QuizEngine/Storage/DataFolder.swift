import Glibc
import Synchronization

/// A data folder and the proof that this process alone owns it.
package final class DataFolder: Sendable {
  package let path: String
  package let reserve: ReserveFile
  private let lock: Mutex<Int32?>

  /// The database.
  package var database: String { path + "/training.sqlite" }
  /// Stands while the database is known to be damaged.
  var damageMark: String { path + "/damaged" }
  /// Whether there is a database at all.
  package var holdsDatabase: Bool { access(database, F_OK) == 0 }
  /// Size of the database file.
  package var databaseBytes: Int { PlainFile.size(database) }
  /// Size of the write-ahead log on disk.
  package var walBytes: Int { PlainFile.size(database + "-wal") }
  /// Where the server listens for `trainctl`.
  package var controlSocket: String { path + "/control.sock" }
  /// Where the folder's time is remembered.
  package var clock: ClockFile { ClockFile(path: path + "/clock") }
  /// The newest event of the audit log as it was a moment ago: a second place for its head.
  package var auditHead: String { path + "/audit.head" }
  /// The key by which this site knows its own backups again.
  package var backupKey: String { path + "/backup.key" }
  /// Where the operator may put a list of passwords that leaked elsewhere (`BreachedList`).
  package var breachedPasswords: String { path + "/" + BreachedList.fileName }
  /// Where `--demo` leaves its sign-in cards.
  package var demoSignIn: String { path + "/demo-sign-in.json" }

  /// Makes the folder when missing and takes its lock, or refuses with `.inUse(pid:)`.
  package init(claiming path: String) throws(StorageError) {
    if mkdir(path, 0o700) != 0 {
      guard errno == EEXIST else { throw .system("mkdir", path, errno) }
      try Self.closeToOthers(path)
    }
    let file = try PlainFile.open(path + "/lock", O_RDWR | O_CREAT)
    // flock, not fcntl: it belongs to this open file, so it also holds within one process, and
    // the kernel drops it however the process dies.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let owner = Self.owner(file)
      close(file)
      throw StorageError(.inUse(pid: owner), "\(path) is locked")
    }
    Self.sign(file)
    self.path = path
    reserve = ReserveFile(path: path + "/reserve")
    lock = Mutex(file)
  }

  /// Somebody else made the folder: others on the machine must neither read nor change it, its
  /// group not change it.
  private static func closeToOthers(_ path: String) throws(StorageError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system("stat", path, errno) }
    let open = status.st_mode & 0o7777
    let closed = open & ~0o027
    guard open != closed else { return }
    guard chmod(path, closed) == 0 else { throw .system("chmod", path, errno) }
  }

  deinit {
    release()
  }

  /// Gives the folder up; the lock file stays, so that nobody locks a file without a name.
  package func release() {
    lock.withLock { file in
      if let held = file {
        // A child process that is being started holds a copy of the file until its exec, and with
        // it the lock (flock(2)).
        flock(held, LOCK_UN)
        close(held)
      }
      file = nil
    }
  }

  /// Free and total bytes of the disk that holds the folder.
  package func space() throws(StorageError) -> (free: Int, total: Int) {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { throw .system("statvfs", path, errno) }
    let block = Int(status.f_frsize)
    return (Int(status.f_bavail) * block, Int(status.f_blocks) * block)
  }

  private static func sign(_ file: Int32) {
    let text = Array("\(getpid())\n".utf8)
    // Only a courtesy to whoever is refused: the lock holds without it.
    if ftruncate(file, 0) == 0 { _ = pwrite(file, text, text.count, 0) }
  }

  private static func owner(_ file: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(file, &bytes, bytes.count, 0)
    let digits = bytes.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
