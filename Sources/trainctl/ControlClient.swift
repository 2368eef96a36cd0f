import Glibc
import QuizEngine

/// Hands a command to the process that owns the data folder.
struct ControlClient {
  private let socket: Int32

  /// A connection to the server of `folder`; nil when none listens there.
  ///
  /// - Parameter patience: seconds after which a silent server is given up; nil waits for ever.
  init?(folder: String, patience: Int? = nil) throws {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return nil }
    defer { close(directory) }
    socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw Self.failure() }
    // Through the open folder the path is short, however deep the folder lies (unix(7): 108 bytes).
    guard Self.connect(socket, "/proc/self/fd/\(directory)/control.sock") else {
      let number = errno
      close(socket)
      if number == ENOENT || number == ECONNREFUSED { return nil }
      errno = number
      throw Self.failure()
    }
    guard let patience else { return }
    var wait = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Sends the command and waits for its reply, however long that takes.
  func perform(_ operation: Operation) throws -> OperationOutcome {
    defer { close(socket) }
    do {
      try send(try ControlProtocol.encodeRequest(operation))
      let length = try ControlProtocol.length(header: try receive(ControlProtocol.headerSize))
      return try ControlProtocol.decodeReply(try receive(length)).get()
    } catch let fault as ControlProtocol.Fault {
      throw OperationFailure(.refused, fault.text)
    }
  }

  private static func connect(_ socket: Int32, _ path: String) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }

  private func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure() }
      rest = rest.dropFirst(count)
    }
  }

  private func receive(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes {
        read(socket, $0.baseAddress.map { $0 + filled }, count - filled)
      }
      if got < 0, errno == EINTR { continue }
      // The patience is over.
      if got < 0, errno == EAGAIN { throw Self.delay() }
      guard got > 0 else { throw Self.silence() }
      filled += got
    }
    return bytes
  }

  private static func silence() -> OperationFailure {
    OperationFailure(
      .storage,
      LocalizedText(
        vi: "Máy chủ ngắt kết nối trước khi trả lời. Lệnh có thể đã được thực hiện: hãy xem "
          + "trainctl data audit.",
        en: "The server hung up before it answered. The command may have been done: see "
          + "trainctl data audit."))
  }

  private static func delay() -> OperationFailure {
    OperationFailure(
      .storage,
      LocalizedText(
        vi: "Máy chủ đang giữ thư mục dữ liệu nhưng không trả lời kịp.",
        en: "The server owns the data folder and does not answer in time."))
  }

  private static func failure() -> OperationFailure {
    let reason = String(cString: strerror(errno))
    return OperationFailure(
      .storage,
      LocalizedText(
        vi: "Không nói chuyện được với máy chủ đang giữ thư mục dữ liệu: \(reason).",
        en: "Cannot talk to the server that owns the data folder: \(reason)."))
  }
}
