/// How long a connection waits, and what it does when it has waited long enough.
extension Connection {
  func deadlineReached() {
    switch patience {
    case .none: break
    case .firstByte, .idle: channel.close()
    case .lingering: channel.close()
    case .head, .body:
      fail(.tooSlow, isHead: parser.isForHead)
    case .heartbeat: beat()
    }
  }

  func drain() {
    isDraining = true
    switch phase {
    case .reading:
      if parser.isIdle, pending.isEmpty, channel.waitingBytes == 0 { channel.close() }
    case .streaming: endStream()
    case .waiting: exchange.closes = true
    case .closing, .lingering: break
    }
  }

  /// Keeps the deadline in step with what is being waited for.
  func adjustPatience(arrived: Int) {
    guard case .reading = phase else {
      if case .waiting = phase { setPatience(.none, nil) }
      return
    }
    let limits = loop.limits
    if parser.isInBody {
      bodyBytes += arrived
      if patience != .body { setPatience(.body, limits.body) }
      let earned = Int64(bodyBytes / max(1, limits.bodyBytesPerSecond)) * 1000
      channel.setDeadline(after: patienceStarted + limits.body + earned - channel.now)
    } else if !parser.isIdle {
      if patience != .head { setPatience(.head, limits.head) }
    } else if patience != .firstByte {
      setPatience(.idle, limits.idle)
    }
  }

  func setPatience(_ new: Patience, _ milliseconds: Int64?) {
    patience = new
    patienceStarted = channel.now
    channel.setDeadline(after: milliseconds)
  }
}
