import Glibc

/// One connected socket as its handler sees it.
///
/// Lives and dies on its loop's thread.
final class Channel {
  let id: ChannelID
  let remote: RemoteEnd
  private let core: LoopCore
  private var queue = OutputQueue()
  private var interest = Poller.Interest.read
  private var stall = WriteStall()
  private(set) var isClosed = false
  private(set) var isReading = true
  /// True for an end that proved itself: it does not count as anonymous.
  private(set) var isTrusted: Bool
  /// Whose place it takes; nil for a proxy's connection, which carries the requests of many.
  private(set) var holder: Holder?
  private lazy var isProxied = remote.userID != nil || core.settings.isProxy(remote.address)
  /// When the wheel will show this channel again; `.max` when it is not filed.
  private var filedFor = Int64.max
  private var handlerDeadline = Int64.max

  init(id: ChannelID, remote: RemoteEnd, isTrusted: Bool, core: LoopCore) {
    self.id = id
    self.remote = remote
    self.isTrusted = isTrusted
    self.core = core
  }

  /// Monotonic milliseconds, read once per turn of the loop.
  var now: Int64 { core.now }

  /// When the current turn of the loop began, in monotonic microseconds.
  var turn: Int64 { core.turn }

  /// Bytes that had to wait for the peer.
  var waitingBytes: Int { queue.count }

  /// Bytes written in this call that `flush` has not tried to send.
  var unflushedBytes: Int { core.output.count }

  /// Appends to what leaves at the end of this call.
  func write<Failure: Error>(
    _ body: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try body(&core.output)
  }

  /// Sends a body; a long one is never copied.
  func write(body: [UInt8]) {
    guard body.count >= 32_768 else {
      core.output.append(contentsOf: body)
      return
    }
    flush(more: true)
    guard !isClosed else { return }
    let sent = queue.isEmpty ? body.withUnsafeBytes { transmit($0, more: false) } : 0
    queue.append(body: body, sent: sent)
    updateInterest()
  }

  /// Tries to send everything written so far; what does not fit waits for the peer.
  func flush(more: Bool = false) {
    let count = core.output.count
    guard count > 0 else { return }
    defer { core.output.removeAll(keepingCapacity: count <= LoopCore.keptOutput) }
    guard !isClosed else { return }
    let sent = queue.isEmpty ? core.output.withUnsafeBytes { transmit($0, more: more) } : 0
    guard sent < count, !isClosed else { return }
    queue.append(core.output[sent...])
    updateInterest()
  }

  /// The socket takes bytes again; true when nothing waits any more.
  func sendWaiting() -> Bool {
    while !queue.isEmpty, !isClosed {
      if queue.sendNext({ transmit($0, more: false) }) == 0 { break }
    }
    guard !isClosed else { return false }
    updateInterest()
    return queue.isEmpty
  }

  func pauseReading() {
    guard isReading else { return }
    isReading = false
    updateInterest()
  }

  func resumeReading() {
    guard !isReading, !isClosed else { return }
    isReading = true
    updateInterest()
  }

  /// Hears nothing of the peer until `listenAgain`, not even that it is gone.
  func stopListening() {
    guard !isClosed else { return }
    core.poller.remove(id.descriptor)
  }

  func listenAgain() {
    guard !isClosed else { return }
    core.poller.add(id.descriptor, token: id.token, interest)
  }

  /// Tells the peer that nothing more will come (RFC 9112 section 9.6).
  func shutdownWriting() {
    _ = shutdown(id.descriptor, Int32(SHUT_WR))
  }

  /// Closes at once; unread input makes the kernel send a reset.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    Glibc.close(id.descriptor)
  }

  /// Closes with a reset and drops what waits: the peer does not read.
  func reset() {
    guard !isClosed else { return }
    var option = linger(l_onoff: 1, l_linger: 0)
    let size = socklen_t(MemoryLayout<linger>.size)
    setsockopt(id.descriptor, SOL_SOCKET, SO_LINGER, &option, size)
    close()
  }

  /// The peer proved a session: its address no longer counts it, the session does.
  ///
  /// False when the holder has as many connections as one may: this one is to be closed.
  func prove(_ proven: Holder) -> Bool {
    guard holder != proven else { return true }
    if !isProxied {
      guard core.census.take(proven, insteadOf: holder) else { return false }
      holder = proven
    }
    guard !isTrusted else { return true }
    isTrusted = true
    core.census.trust(remote.address)
    return true
  }
}

extension Channel {
  /// Calls the handler back once `milliseconds` have passed; nil: not at all.
  func setDeadline(after milliseconds: Int64?) {
    handlerDeadline = milliseconds.map { core.now + $0 } ?? .max
    fileDeadline()
  }

  /// The wheel shows this channel.
  ///
  /// Returns whether the handler's deadline has passed.
  func takeFromWheel() -> Bool {
    // A filing left behind by an earlier one: the channel is filed again already.
    guard filedFor <= core.now else { return false }
    filedFor = .max
    if !queue.isEmpty, stall.isTooSlow(core.now, core.settings) {
      reset()
      return false
    }
    let isDue = handlerDeadline <= core.now
    if isDue { handlerDeadline = .max }
    fileDeadline()
    return isDue
  }

  private func fileDeadline() {
    let writing = queue.isEmpty ? .max : stall.nextLook(core.settings)
    let deadline = min(handlerDeadline, writing)
    guard deadline < filedFor else { return }
    filedFor = core.wheel.file(id, deadline: deadline)
  }

  private func updateInterest() {
    var wanted: Poller.Interest = isReading ? .read : []
    if !queue.isEmpty { wanted.insert(.write) }
    guard wanted != interest, !isClosed else { return }
    if wanted.contains(.write), !interest.contains(.write) {
      stall = WriteStall(started: core.now)
      interest = wanted
      fileDeadline()
    }
    interest = wanted
    core.poller.change(id.descriptor, token: id.token, wanted)
  }

  /// Sends until the kernel takes no more; returns how much it took.
  ///
  /// Closes on an error.
  private func transmit(_ bytes: UnsafeRawBufferPointer, more: Bool) -> Int {
    let flags = Int32(MSG_NOSIGNAL) | (more ? Int32(MSG_MORE) : 0)
    var offset = 0
    while offset < bytes.count {
      let rest = bytes.part(offset, bytes.count)
      let sent = send(id.descriptor, rest.baseAddress, rest.count, flags)
      if sent > 0 {
        offset += sent
        stall.progress(sent, core.now)
      } else if sent < 0, errno == EINTR {
        continue
      } else {
        if errno != EAGAIN { close() }
        break
      }
    }
    return offset
  }
}
