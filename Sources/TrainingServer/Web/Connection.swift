/// HTTP over one channel: parses, keeps one request in flight, answers in order.
final class Connection: ByteHandler {
  typealias Message = ConnectionMessage

  enum Phase {
    case reading
    /// A request is with its handler.
    case waiting
    case streaming(EventStream)
    /// The last answer is leaving.
    case closing
    /// Everything left; waiting for the peer to have read it (RFC 9112 section 9.6).
    case lingering
  }

  /// Which deadline is running.
  enum Patience {
    case none
    case firstByte
    case head
    case body
    case idle
    case lingering
    case heartbeat
  }

  let channel: Channel
  let loop: ServerLoop
  let peer: Peer
  var parser: RequestParser
  var phase = Phase.reading
  var patience = Patience.firstByte
  var patienceStarted: Int64
  var exchange = ResponseWriter.Exchange()
  /// When the request in flight arrived, in monotonic microseconds; nil when none is.
  var arrivedAt: Int64?
  /// The request in flight is a save.
  var isSave = false
  /// Bytes that arrived ahead of their turn.
  private(set) var pending: [UInt8] = []
  /// Octets of the current body that have arrived; they earn it more time.
  var bodyBytes = 0
  private var drained = 0
  private var requests = 0
  var isDraining = false
  private(set) var hasPeerFinished = false
  private var knownHost: [UInt8] = []

  init(channel: Channel, loop: ServerLoop) {
    self.channel = channel
    self.loop = loop
    peer = Peer(address: channel.remote.address, userID: channel.remote.userID)
    parser = RequestParser(limits: loop.limits)
    patienceStarted = channel.now
    channel.setDeadline(after: loop.limits.firstByte)
  }

  func received(_ bytes: UnsafeRawBufferPointer) {
    switch phase {
    case .reading where pending.isEmpty && channel.waitingBytes == 0:
      let consumed = process(bytes)
      keep(bytes.part(consumed, bytes.count))
    case .reading, .waiting:
      keep(bytes)
      processPending()
    case .lingering:
      drained += bytes.count
      if drained > loop.limits.lingeringDrain { channel.close() }
    case .streaming, .closing: break
    }
    adjustPatience(arrived: bytes.count)
  }

  func inputEnded() {
    hasPeerFinished = true
    switch phase {
    case .reading:
      channel.flush()
      if channel.waitingBytes == 0 { channel.close() }
    case .waiting, .closing: break
    case .streaming, .lingering: channel.close()
    }
  }

  func outputDrained() {
    switch phase {
    case .reading: proceed()
    case .closing: linger()
    case .waiting, .streaming, .lingering: break
    }
  }

  func closed() {
    if case .streaming(let stream) = phase { stream.markClosed() }
  }

  var idleSince: Int64? {
    switch patience {
    case .idle, .firstByte: patienceStarted
    case .none, .head, .body, .lingering, .heartbeat: nil
    }
  }

  var waitingSince: Int64? {
    switch patience {
    case .idle, .firstByte, .head, .body: patienceStarted
    case .none, .lingering, .heartbeat: nil
    }
  }

  /// After an answer: the next request, if its bytes are here, or else wait for it.
  func proceed() {
    processPending()
    guard case .reading = phase else { return }
    if hasPeerFinished, channel.waitingBytes == 0 { return finishClosing() }
    if pending.count < loop.limits.readAhead, !hasPeerFinished { channel.resumeReading() }
    adjustPatience(arrived: 0)
  }
}

extension Connection {
  private func keep(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    switch phase {
    case .reading, .waiting: pending.append(contentsOf: bytes)
    case .streaming, .closing, .lingering: return
    }
    if case .waiting = phase, pending.count >= loop.limits.readAhead { channel.pauseReading() }
    if channel.waitingBytes > 0, pending.count >= loop.limits.readAhead { channel.pauseReading() }
  }

  private func processPending() {
    guard case .reading = phase, !pending.isEmpty, channel.waitingBytes == 0 else { return }
    let bytes = pending
    pending = []
    bytes.withUnsafeBytes { whole in
      let consumed = process(whole)
      keep(whole.part(consumed, whole.count))
    }
  }

  /// Parses and dispatches until bytes run out or an answer has to be waited for.
  private func process(_ bytes: UnsafeRawBufferPointer) -> Int {
    var offset = 0
    while case .reading = phase, offset < bytes.count, channel.waitingBytes == 0 {
      let rest = bytes.part(offset, bytes.count)
      let (consumed, event) = parser.advance(rest)
      offset += consumed
      switch event {
      case .needMore: return offset
      case .head(let head): admit(head, bodyIsHere: offset < bytes.count)
      case .request(let head, let body): dispatch(head, body)
      case .failed(let error): fail(error, isHead: parser.isForHead)
      }
      if channel.unflushedBytes >= LoopCore.keptOutput { channel.flush() }
    }
    return offset
  }

  /// Decides on a body before it is read (RFC 9110 section 10.1.1).
  private func admit(_ head: RequestHead, bodyIsHere: Bool) {
    guard isKnown(head) else { return fail(.hostUnknown, isHead: head.method == .head) }
    exchange = ResponseWriter.Exchange(
      isHead: head.method == .head, isHTTP10: head.isHTTP10, closes: head.wantsClose)
    if !head.method.ignoresBody {
      let request = Request(
        head: head, body: [], peer: peer, receivedAt: loop.configuration.now())
      switch loop.configuration.admit(request) {
      case .accept(let limit):
        do throws(ParseError) {
          try parser.admit(limit: limit)
        } catch {
          return fail(error, isHead: false)
        }
      case .refuse(let response):
        exchange.closes = true
        return write(response)
      }
    }
    bodyBytes = 0
    patience = .none
    if head.expectsContinue, !bodyIsHere {
      channel.write { StatusLine.append("HTTP/1.1 100 Continue\r\n\r\n", to: &$0) }
    }
  }

  private func dispatch(_ head: RequestHead, _ body: [UInt8]) {
    guard isKnown(head) else { return fail(.hostUnknown, isHead: head.method == .head, of: head) }
    requests += 1
    patience = .none
    (arrivedAt, isSave) = (channel.turn, head.method == .put)
    exchange = ResponseWriter.Exchange(
      isHead: head.method == .head, isHTTP10: head.isHTTP10,
      closes: head.wantsClose || isDraining || requests >= loop.limits.requestsPerConnection)
    if isDraining { return refuseStopping(head) }
    if head.parts.isAsterisk {
      return write(Response(status: 204, fields: ["Allow": Method.allowedText]))
    }
    let request = Request(
      head: head, body: body, peer: peer, receivedAt: loop.configuration.now())
    let slot = ReplySlot(mailbox: loop.mailbox, id: channel.id)
    loop.handler(request, Responder(slot: slot))
    if let answer = slot.answerOrWait() {
      write(answer)
    } else {
      phase = .waiting
    }
  }

  /// Asked for every request; the name that this connection used last needs no second look.
  private func isKnown(_ head: RequestHead) -> Bool {
    guard let isKnownHost = loop.configuration.isKnownHost else { return true }
    if head.withAuthority({ !$0.isEmpty && $0.equals(knownHost) }) { return true }
    guard let authority = head.authority else { return true }
    guard isKnownHost(authority.host) else { return false }
    knownHost = head.withAuthority { Array($0) }
    return true
  }
}
