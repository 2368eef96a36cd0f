/// How answers leave.
extension Connection {
  func delivered(_ message: ConnectionMessage) {
    switch (message, phase) {
    case (.answer(let answer), .waiting):
      phase = .reading
      write(answer)
      proceed()
    case (.event(let event), .streaming(let stream)):
      stream.taken(event.bytes.count)
      send(event)
      channel.flush()
      if channel.waitingBytes > loop.limits.streamBacklog { channel.reset() }
    case (.endStream, .streaming): endStream()
    default: break
    }
  }

  func write(_ answer: Answer) {
    switch answer {
    case .response(let response): write(response)
    case .making(let make): write(make())
    case .nothing: refuse(.unanswered)
    case .stream(let head, let onOpen): open(head, onOpen)
    }
  }

  func write(_ response: Response) {
    if response.closesConnection || isDraining { exchange.closes = true }
    if !prove(response.proof) { exchange.closes = true }
    let date = loop.dateLine(loop.configuration.now())
    do throws(ResponseWriter.UnsafeFieldError) {
      try channel.write { output throws(ResponseWriter.UnsafeFieldError) in
        try ResponseWriter.appendHead(of: response, exchange, date: date, to: &output)
      }
    } catch {
      return refuse(.unsafeField(status: response.status))
    }
    count(response.status)
    if ResponseWriter.sendsBody(response, exchange) { channel.write(body: response.body) }
    if exchange.closes { finishClosing() }
  }

  /// False when whoever proved this session has connections enough: the answer goes out, and no
  /// further request comes this way.
  private func prove(_ proof: SessionProof?) -> Bool {
    guard let proof else { return true }
    return channel.prove(Holder(session: proof.session, person: proof.person))
  }

  private func count(_ status: Int) {
    guard let arrived = arrivedAt else { return loop.counts.answered(status) }
    arrivedAt = nil
    loop.counts.answered(
      status, microseconds: MonotonicClock.microseconds() - arrived, isSave: isSave)
  }

  private func open(_ head: Response, _ onOpen: @Sendable (EventStream) -> Void) {
    guard !isDraining else { return refuseStopping() }
    var head = head
    head.fields.set("Content-Type", "text/event-stream; charset=utf-8")
    if !head.fields.namesCacheControl { head.fields.append("Cache-Control", "no-store") }
    // nginx would hold events back until its buffer is full.
    head.fields.set("X-Accel-Buffering", "no")
    exchange.closes = true
    // A stream has its own limit (`StreamPlaces`).
    _ = prove(head.proof)
    let date = loop.dateLine(loop.configuration.now())
    do throws(ResponseWriter.UnsafeFieldError) {
      try channel.write { output throws(ResponseWriter.UnsafeFieldError) in
        try ResponseWriter.appendStreamHead(of: head, exchange, date: date, to: &output)
      }
    } catch {
      return refuse(.unsafeField(status: head.status))
    }
    arrivedAt = nil
    count(head.status)
    guard !exchange.isHead else { return finishClosing() }
    let stream = EventStream(
      mailbox: loop.mailbox, id: channel.id, limit: loop.limits.streamBacklog)
    phase = .streaming(stream)
    send(.retry(loop.limits.streamRetry))
    setPatience(.heartbeat, loop.limits.heartbeat)
    onOpen(stream)
  }

  private func send(_ event: ServerEvent) {
    let chunked = !exchange.isHTTP10
    channel.write { event.append(to: &$0, chunked: chunked) }
  }

  func beat() {
    // Bytes still waiting already tell the client, and the proxy, that we are alive.
    if channel.waitingBytes == 0 { send(.heartbeat) }
    setPatience(.heartbeat, loop.limits.heartbeat)
  }

  func endStream() {
    guard case .streaming(let stream) = phase else { return }
    stream.markClosed()
    if !exchange.isHTTP10 { channel.write { StatusLine.append("0\r\n\r\n", to: &$0) } }
    finishClosing()
  }

  /// Nothing will follow the answer just written.
  func finishClosing() {
    phase = .closing
    setPatience(.none, nil)
    channel.flush()
    if channel.waitingBytes == 0 { linger() }
  }

  /// Closing with unread input would reset the connection and destroy the answer on its way.
  func linger() {
    guard !hasPeerFinished else { return channel.close() }
    channel.shutdownWriting()
    phase = .lingering
    channel.resumeReading()
    setPatience(.lingering, loop.limits.lingering)
  }
}
