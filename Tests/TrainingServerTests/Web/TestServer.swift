import Foundation
import Glibc
import Testing

@testable import TrainingServer

/// A real server on a free loopback port, or on a socket file.
struct TestServer {
  let server: HTTPServer
  let port: UInt16

  /// Answers `text` to everything unless another handler is given.
  init(
    address: ListenAddress = .tcp(host: "127.0.0.1", port: 0),
    change: (inout HTTPServer.Configuration) -> Void = { _ in },
    handler: @escaping HTTPServer.Handler = { _, responder in responder.send(.text("hello")) }
  ) throws {
    // A fixed clock: Sat, 21 Nov 2026 00:00:00 GMT.
    var configuration = HTTPServer.Configuration(address: address) { 1_795_219_200_000 }
    change(&configuration)
    server = HTTPServer(configuration: configuration, handler: handler)
    port = try server.start()
  }

  init(
    address: ListenAddress = .tcp(host: "127.0.0.1", port: 0),
    answering handler: @escaping HTTPServer.Handler
  ) throws {
    try self.init(address: address, change: { _ in }, handler: handler)
  }

  func stop() { server.stop(deadline: 5000) }

  func connect() throws -> TestClient { try TestClient(port: port) }
}

/// A blocking client that gives up after five seconds of silence.
final class TestClient {
  struct Failure: Error {
    let code: Int32
  }

  private let descriptor: Int32
  private var received: [UInt8] = []
  private(set) var hasEnded = false
  /// The server cut the connection instead of reading on or ending it.
  private(set) var wasCut = false

  init(
    address host: String = "127.0.0.1", port: UInt16, receiveBuffer: Int32? = nil,
    sendBuffer: Int32? = nil
  ) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    for (option, size) in [(SO_RCVBUF, receiveBuffer), (SO_SNDBUF, sendBuffer)] {
      guard var size else { continue }
      setsockopt(descriptor, SOL_SOCKET, option, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, host, &address.sin_addr)
    try connect(&address)
  }

  init(path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    try connect(&address)
  }

  deinit { Glibc.close(descriptor) }

  private func connect<Address>(_ address: inout Address) throws {
    var patience = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
      }
    }
    guard result == 0 else { throw Failure(code: errno) }
  }

  func send(_ text: String) {
    send(octets(text))
  }

  func send(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      let sent = bytes[offset...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else {
        wasCut = true
        return
      }
      offset += sent
    }
  }

  /// Sends until the server has taken nothing for a third of a second; returns how much it took.
  func sendUntilFull(_ bytes: [UInt8]) -> Int {
    var offset = 0
    while offset < bytes.count {
      var wish = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&wish, 1, 300) > 0 else { break }
      let sent = bytes[offset...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Self.withoutWaiting)
      }
      guard sent > 0 else { break }
      offset += sent
    }
    return offset
  }

  func finishSending() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Everything up to and including `mark`; everything there is when the server closes first.
  func receive(through mark: String) -> String {
    receive { Self.find(octets(mark), in: $0) }
  }

  /// Everything until the server closes.
  func receiveAll() -> String {
    receive { _ in nil }
  }

  /// The octets until the server closes.
  func receiveBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  /// One answer: its head and as much body as Content-Length says.
  func receiveAnswer(hasBody: Bool = true) -> String {
    let head = receive(through: "\r\n\r\n")
    guard hasBody, let field = head.range(of: "Content-Length: "),
      let length = Int(head[field.upperBound...].prefix { $0.isNumber })
    else { return head }
    return head + receive { $0.count >= length ? length : nil }
  }

  /// Exactly so many bytes, or what there is when the server closes first.
  func receive(count: Int) -> String {
    receive { $0.count >= count ? count : nil }
  }

  private func receive(_ end: ([UInt8]) -> Int?) -> String {
    while true {
      if let count = end(received) {
        defer { received.removeFirst(count) }
        return String(decoding: received.prefix(count), as: UTF8.self)
      }
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else {
        if count < 0, errno == ECONNRESET { wasCut = true }
        hasEnded = count == 0 || wasCut
        defer { received = [] }
        return String(decoding: received, as: UTF8.self)
      }
      received.append(contentsOf: buffer.prefix(count))
    }
  }

  private static let withoutWaiting = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)

  private static func find(_ mark: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    for start in 0...(bytes.count - mark.count)
    where bytes[start..<start + mark.count].elementsEqual(mark) {
      return start + mark.count
    }
    return nil
  }
}

/// The status an answer begins with.
func status(_ answer: String) -> Int? {
  answer.hasPrefix("HTTP/1.1 ") ? Int(answer.dropFirst(9).prefix(3)) : nil
}
