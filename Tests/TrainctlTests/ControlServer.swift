import Foundation
import Glibc
import QuizEngine

/// The least that speaks the control protocol: accepts, reads a frame, writes what it is told.
final class ControlServer: Sendable {
  private let listener: Int32
  private let ended = DispatchSemaphore(value: 0)

  init(folder: String, answer: @escaping @Sendable ([UInt8]) -> [UInt8]) throws {
    let listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    listener = listening
    let directory = open(folder, O_RDONLY | O_DIRECTORY)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: "/proc/self/fd/\(directory)/control.sock".utf8)
    }
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listening, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    close(directory)
    guard isBound, listen(listening, 8) == 0 else {
      throw StorageError(.cannotOpen, "control socket", systemError: errno)
    }
    let ended = ended
    let thread = Thread {
      while true {
        let peer = accept(listening, nil, nil)
        guard peer >= 0 else { break }
        Self.serve(peer, answer)
        close(peer)
      }
      ended.signal()
    }
    thread.start()
  }

  /// Stops listening; the socket's name stays, as after a crash.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    ended.wait()
    close(listener)
  }

  private static func serve(_ peer: Int32, _ answer: ([UInt8]) -> [UInt8]) {
    guard let header = receive(peer, ControlProtocol.headerSize),
      // A frame that is too long ends the connection, as the server would.
      let length = try? ControlProtocol.length(header: header),
      let payload = receive(peer, length)
    else { return }
    var rest = answer(payload)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(peer, $0.baseAddress, $0.count, 0x4000) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func receive(_ peer: Int32, _ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < count {
      let got = read(peer, &buffer, min(buffer.count, count - bytes.count))
      guard got > 0 else { return nil }
      bytes += buffer.prefix(got)
    }
    return bytes
  }
}
