import Glibc

/// Who is at the other end of a socket.
struct RemoteEnd: Hashable, Sendable {
  /// Numeric address without port; `unix` for a local socket.
  let address: String
  let userID: UInt32?

  init(of descriptor: Int32) {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let known = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getpeername(descriptor, $0, &length)
      }
    }
    guard known == 0 else {
      address = "unknown"
      userID = nil
      return
    }
    switch Int32(storage.ss_family) {
    case AF_UNIX:
      address = "unix"
      userID = Self.peerUser(of: descriptor)
    default:
      address = Self.numeric(&storage, length)
      userID = nil
    }
  }

  private static func numeric(_ storage: inout sockaddr_storage, _ length: socklen_t) -> String {
    var text = [UInt8](repeating: 0, count: Int(NI_MAXHOST))
    let result = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        text.withUnsafeMutableBytes { room in
          getnameinfo(
            address, length, room.baseAddress?.assumingMemoryBound(to: CChar.self),
            socklen_t(room.count), nil, 0, NI_NUMERICHOST)
        }
      }
    }
    guard result == 0 else { return "unknown" }
    // A link's own address comes with the name of the link behind `%` (RFC 4007 section 11).
    let address = text.prefix { $0 != 0 && $0 != 37 }
    return address.withUnsafeBytes { NumericAddress($0)?.text } ?? "unknown"
  }

  /// `struct ucred` is process, user and group id (unix(7)); the header hides it without
  /// _GNU_SOURCE.
  private static func peerUser(of descriptor: Int32) -> UInt32? {
    var credentials: (process: Int32, user: UInt32, group: UInt32) = (0, .max, .max)
    var length = socklen_t(12)
    let result = getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length)
    return result == 0 && length == 12 ? credentials.user : nil
  }
}
