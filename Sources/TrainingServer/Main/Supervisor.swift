import Glibc

/// Tells the process that supervises this one how it goes, as sd_notify(3) does; says nothing when
/// nobody asked to be told.
struct Supervisor: Sendable {
  enum State: String, Sendable {
    /// Requests are answered from now on.
    case ready = "READY=1"
    /// Whoever does not say so for a while is started anew.
    case alive = "WATCHDOG=1"
    case stopping = "STOPPING=1"
  }

  private let path: String?

  /// - Parameter socket: where the supervisor listens; a leading `@` stands for a name without file.
  init(socket path: String?) {
    self.path = path
  }

  /// Whether anybody is told.
  var listens: Bool { path != nil }

  /// The supervisor that the process was started by.
  static func ofProcess() -> Supervisor {
    Supervisor(socket: getenv("NOTIFY_SOCKET").map { String(cString: $0) })
  }

  /// Sends one datagram; a supervisor that does not listen is not waited for.
  func tell(_ state: State) {
    guard let path else { return }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var name = Array(path.utf8)
    guard name.count > 1, name.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    if name[0] == UInt8(ascii: "@") { name[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let length = MemoryLayout.offset(of: \sockaddr_un.sun_path).map { $0 + name.count }
    let flags = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let file = socket(AF_UNIX, flags, 0)
    guard let length, file >= 0 else { return }
    defer { close(file) }
    let bytes = Array(state.rawValue.utf8)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = sendto(
          file, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT), $0,
          socklen_t(length))
      }
    }
  }
}
