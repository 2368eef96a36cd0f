/// Where a server listens.
enum ListenAddress: Hashable, Sendable {
  /// A host name or numeric address; port 0 lets the kernel choose.
  case tcp(host: String, port: UInt16)
  /// A socket file that only its owner may use.
  case unix(path: String)

  var text: String {
    switch self {
    case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): path
    }
  }
}
