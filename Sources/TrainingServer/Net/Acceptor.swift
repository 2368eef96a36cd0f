import Glibc

/// Takes new connections from the listener, and survives having no descriptor left for them.
final class Acceptor {
  /// How long the listener rests after descriptors ran out.
  private static let rest: Int64 = 100
  /// Each brings a request with it: no more than others can wait for.
  private static let batch = 16

  private let listener: Listener
  private let core: LoopCore
  /// Given up for a moment to accept and close a connection that cannot be served: the
  /// listener is level-triggered and would keep the loop spinning (accept(2), EMFILE).
  private var spare: Int32
  private var resumesAt = Int64.max
  private var lastNotice: [NetNotice: Int64] = [:]
  private var isClosed = false

  init(listener: Listener, core: LoopCore) {
    self.listener = listener
    self.core = core
    spare = Self.openSpare()
    core.poller.add(listener.descriptor, token: LoopToken.listener, .read)
  }

  deinit {
    if spare >= 0 { Glibc.close(spare) }
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    core.poller.remove(listener.descriptor)
    listener.close()
  }

  /// Accepts what waits, a bounded number at a time, and hands each on.
  func acceptWaiting(_ adopt: (Int32, RemoteEnd, Bool) -> Void) {
    for _ in 0..<Self.batch where !isClosed {
      let descriptor = Poller.acceptNext(listener.descriptor)
      guard descriptor >= 0 else {
        switch errno {
        case EINTR, ECONNABORTED: continue
        case EMFILE, ENFILE, ENOBUFS, ENOMEM:
          turnAway()
          return
        default: return
        }
      }
      admit(descriptor, adopt)
    }
  }

  /// Listens again after a rest.
  func resumeIfDue() {
    guard core.now >= resumesAt, !isClosed else { return }
    resumesAt = .max
    core.poller.add(listener.descriptor, token: LoopToken.listener, .read)
  }

  /// Milliseconds until the rest is over; nil when not resting.
  var wait: Int64? {
    resumesAt == .max ? nil : max(0, resumesAt - core.now)
  }

  private func admit(_ descriptor: Int32, _ adopt: (Int32, RemoteEnd, Bool) -> Void) {
    let remote = RemoteEnd(of: descriptor)
    let isTrusted =
      remote.userID != nil || core.settings.isTrustedAddress(remote.address)
    switch core.census.admit(remote.address, isTrusted: isTrusted) {
    case .admitted:
      if remote.userID == nil { setNoDelay(descriptor) }
      adopt(descriptor, remote, isTrusted)
    case .full:
      notify(.connectionsExhausted)
      Glibc.close(descriptor)
    case .addressFull:
      notify(.addressExhausted(remote.address))
      Glibc.close(descriptor)
    }
  }

  /// Tells those who wait that there is no place: left in the queue they would be served, long
  /// after they gave up, before whoever comes when there is room again.
  private func turnAway() {
    notify(.descriptorsExhausted)
    for _ in 0..<Self.batch where spare >= 0 {
      Glibc.close(spare)
      let descriptor = Poller.acceptNext(listener.descriptor)
      if descriptor >= 0 { Glibc.close(descriptor) }
      spare = Self.openSpare()
      guard descriptor >= 0 else { break }
    }
    if spare < 0 { spare = Self.openSpare() }
    core.poller.remove(listener.descriptor)
    resumesAt = core.now + Self.rest
  }

  /// At most once a second for each kind.
  private func notify(_ notice: NetNotice) {
    if let last = lastNotice[notice], core.now - last < 1000 { return }
    if lastNotice.count > 1000 { lastNotice.removeAll() }
    lastNotice[notice] = core.now
    core.settings.report(notice)
  }

  private func setNoDelay(_ descriptor: Int32) {
    var on: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func openSpare() -> Int32 {
    open("/dev/null", O_RDONLY | O_CLOEXEC)
  }
}

/// Poller tokens that no channel can have: descriptors are never negative.
enum LoopToken {
  static let listener = UInt64.max
  static let wakeUp = UInt64.max - 1
}
