import Glibc

/// What can be seen of a data folder without owning it.
struct FolderFacts: Hashable, Sendable {
  /// One file or folder as stat(2) shows it.
  struct Entry: Hashable, Sendable {
    var name: String
    /// Permission bits.
    var mode: Int
    var owner: Int
  }

  /// What the check of the database's structure said.
  enum Check: Hashable, Sendable {
    /// A running server checks it when it starts.
    case leftToServer
    case noDatabase
    case whole
    case broken(String)
  }

  var path: String
  /// Nil when there is no such folder.
  var folder: Entry?
  var files: [Entry] = []
  /// Who runs the examination.
  var user: Int
  var canWrite = true
  /// Whether the files in the folder can be seen at all.
  var canEnter = true
  /// As the kernel names it, such as `ext4`.
  var fileSystem: String?
  var freeBytes = 0
  var totalBytes = 0
  var isReserveHeld = true
  var check = Check.noDatabase
  var breachedList = BreachedListCheck.absent
  /// Nil when nothing could be written.
  var speed: DiskSpeed?

  init(path: String, folder: Entry?, user: Int) {
    (self.path, self.folder, self.user) = (path, folder, user)
  }
}

extension FolderFacts {
  private static let ownFiles = [
    "training.sqlite", "training.sqlite-wal", "training.sqlite-shm", "lock", "reserve",
    "control.sock", "demo-sign-in.json",
  ]

  /// Looks at the folder; measures its disk.
  init(looking path: String, serverRuns: Bool) {
    self.init(path: path, folder: Entry(at: path, name: "."), user: Int(geteuid()))
    guard folder != nil else { return }
    files = Self.ownFiles.compactMap { Entry(at: path + "/" + $0, name: $0) }
    canWrite = access(path, W_OK | X_OK) == 0
    canEnter = access(path, X_OK) == 0
    fileSystem = MountTable.current.fileSystem(of: path)
    var status = statvfs()
    if statvfs(path, &status) == 0 {
      freeBytes = Int(status.f_bavail) * Int(status.f_frsize)
      totalBytes = Int(status.f_blocks) * Int(status.f_frsize)
    }
    isReserveHeld = files.contains { $0.name == "reserve" }
    check = serverRuns ? .leftToServer : Self.checkDatabase(path)
    breachedList = BreachedListCheck(looking: path + "/" + BreachedList.fileName)
    if canWrite { speed = DiskSpeed.measure(in: path) }
  }

  /// Checks the structure while holding the folder's lock, so that no server starts meanwhile.
  ///
  /// Only an existing lock file is taken: one made here would belong to whoever runs this.
  private static func checkDatabase(_ path: String) -> Check {
    let database = path + "/training.sqlite"
    guard SystemFile.exists(database) else { return .noDatabase }
    let lock = open(path + "/lock", O_RDONLY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { return .leftToServer }
    do {
      try Connection(path: database, role: .reader).quickCheck()
      return .whole
    } catch {
      return .broken((error as? StorageError)?.detail ?? "\(error)")
    }
  }
}

extension FolderFacts.Entry {
  /// What stands at a path; nil when nothing does.
  fileprivate init?(at path: String, name: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(name: name, mode: Int(status.st_mode & 0o777), owner: Int(status.st_uid))
  }
}
