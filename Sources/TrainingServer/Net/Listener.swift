import Glibc

/// A listening socket.
///
/// Opened by the starting thread, owned by the first loop afterwards.
struct Listener: Sendable {
  let descriptor: Int32
  /// The port in use; 0 for a socket file.
  let port: UInt16
  let address: ListenAddress

  static func open(_ address: ListenAddress) throws(ListenError) -> Listener {
    switch address {
    case .tcp(let host, let port): try openTCP(address, host: host, port: port)
    case .unix(let path): try openUnix(address, path: path)
    }
  }

  private static func openTCP(
    _ address: ListenAddress, host: String, port: UInt16
  ) throws(ListenError) -> Listener {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let found else {
      throw .badAddress(address.text)
    }
    defer { freeaddrinfo(found) }
    let descriptor = try newSocket(found.pointee.ai_family, address)
    var on: Int32 = 1
    // Restarting must not wait for old connections' TIME_WAIT (socket(7)).
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    let bound = bind(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen)
    try finish(descriptor, bound: bound, address)
    return Listener(descriptor: descriptor, port: boundPort(descriptor), address: address)
  }

  private static func openUnix(
    _ address: ListenAddress, path: String
  ) throws(ListenError) -> Listener {
    guard var name = unixName(path) else { throw .badAddress(path) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let descriptor = try newSocket(AF_UNIX, address)
    // Linux creates the socket file with the mode of the unbound socket, so nobody else can
    // connect even for a moment (unix(7)).
    _ = fchmod(descriptor, 0o600)
    var bound = withSockaddr(&name) { bind(descriptor, $0, length) }
    if bound != 0, errno == EADDRINUSE, isStale(&name, length) {
      unlink(path)
      bound = withSockaddr(&name) { bind(descriptor, $0, length) }
    }
    try finish(descriptor, bound: bound, address)
    return Listener(descriptor: descriptor, port: 0, address: address)
  }

  /// Stops listening; a socket file is removed.
  func close() {
    Glibc.close(descriptor)
    if case .unix(let path) = address { unlink(path) }
  }
}

extension Listener {
  private static func newSocket(
    _ family: Int32, _ address: ListenAddress
  ) throws(ListenError) -> Int32 {
    let flags = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(family, flags, 0)
    guard descriptor >= 0 else { throw .failed(address.text, code: errno) }
    return descriptor
  }

  private static func finish(
    _ descriptor: Int32, bound: Int32, _ address: ListenAddress
  ) throws(ListenError) {
    if bound == 0, listen(descriptor, 4096) == 0 { return }
    let code = errno
    Glibc.close(descriptor)
    switch code {
    case EADDRINUSE: throw .inUse(address.text)
    case EACCES, EPERM: throw .notPermitted(address.text)
    case EADDRNOTAVAIL, ENOENT, ENOTDIR: throw .badAddress(address.text)
    default: throw .failed(address.text, code: code)
    }
  }

  private static func boundPort(_ descriptor: Int32) -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withSockaddr(&storage) { getsockname(descriptor, $0, &length) }
    // Both families keep the port, in network order, at offset 2 (ip(7), ipv6(7)).
    return result == 0
      ? withUnsafeBytes(of: &storage) {
        UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
      } : 0
  }

  private static func unixName(_ path: String) -> sockaddr_un? {
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let fits = withUnsafeMutableBytes(of: &name.sun_path) { room in
      guard !bytes.isEmpty, bytes.count < room.count, !bytes.contains(0) else { return false }
      room.copyBytes(from: bytes)
      return true
    }
    return fits ? name : nil
  }

  /// A socket file nobody listens on was left by a process that was killed.
  private static func isStale(_ name: inout sockaddr_un, _ length: socklen_t) -> Bool {
    let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard probe >= 0 else { return false }
    defer { Glibc.close(probe) }
    return withSockaddr(&name) { connect(probe, $0, length) } != 0 && errno == ECONNREFUSED
  }

  private static func withSockaddr<Storage, Result>(
    _ address: inout Storage, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
    }
  }
}
