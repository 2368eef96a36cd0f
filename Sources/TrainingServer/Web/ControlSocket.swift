import Dispatch
import Foundation
import Glibc
import QuizEngine
import Synchronization

/// Where `trainctl` hands its commands to the process that owns the data folder.
///
/// The socket file belongs to its owner alone, and the peer's user id is checked besides
/// (SO_PEERCRED, unix(7)): the folder's owner and root may command, nobody else.
final class ControlSocket: Sendable {
  private let engine: Engine
  private let log: EventLog
  private let listener: Listener
  private let commands = WorkerPool(threads: 2, queueLimit: 32, name: "control")
  private let isStopping = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)

  /// Seconds that a silent peer is waited for.
  private static let patience = 30
  /// Milliseconds between two looks at whether to stop.
  private static let glance: Int32 = 250

  init(engine: Engine, log: EventLog) throws(ListenError) {
    (self.engine, self.log) = (engine, log)
    listener = try Listener.open(.unix(path: engine.folder.controlSocket))
    let thread = Thread { [self] in
      accept()
      ended.signal()
    }
    thread.name = "control-accept"
    thread.start()
  }

  /// Takes no more commands and finishes those that run.
  func stop() {
    isStopping.store(true, ordering: .releasing)
    ended.wait()
    ended.signal()
    listener.close()
    commands.stop()
  }

  private func accept() {
    while !isStopping.load(ordering: .acquiring) {
      var waiting = pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Self.glance) > 0 else { continue }
      let peer = Glibc.accept(listener.descriptor, nil, nil)
      guard peer >= 0 else { continue }
      guard isAllowed(peer), commands.submit({ [self] in serve(peer) }) else {
        close(peer)
        continue
      }
    }
  }

  private func isAllowed(_ peer: Int32) -> Bool {
    let user = RemoteEnd(of: peer).userID
    if user == geteuid() || user == 0 { return true }
    var line = LogLine(.control, .warning)
    line.add("refusedUser", user.map(Int.init) ?? -1)
    log.write(line, at: engine.environment.now())
    return false
  }

  /// One frame in, one frame out.
  private func serve(_ peer: Int32) {
    defer { close(peer) }
    var wait = timeval(tv_sec: Self.patience, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(peer, SOL_SOCKET, option, &wait, socklen_t(MemoryLayout<timeval>.size))
    }
    guard let header = Self.read(ControlProtocol.headerSize, from: peer) else { return }
    let answer: [UInt8]
    do throws(ControlProtocol.Fault) {
      let length = try ControlProtocol.length(header: header)
      guard let payload = Self.read(length, from: peer) else { return }
      answer = engine.answer(
        control: payload, from: RemoteEnd(of: peer).userID.map(UnixUser.name),
        at: engine.environment.now())
    } catch {
      answer = ControlProtocol.encodeReply(.failure(OperationFailure(.misuse, error.text)))
    }
    _ = EventLog.write(answer, to: peer)
  }

  /// Exactly `count` bytes, or nil when the peer went away or stayed silent.
  private static func read(_ count: Int, from peer: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count < count {
      let wanted = min(piece.count, count - bytes.count)
      let got = recv(peer, &piece, wanted, 0)
      if got > 0 {
        bytes += piece[..<got]
      } else if got == 0 || errno != EINTR {
        return nil
      }
    }
    return bytes
  }
}
