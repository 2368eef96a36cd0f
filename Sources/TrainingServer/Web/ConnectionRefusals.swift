/// What a connection answers by itself, and the name under which the log tells of it.
extension Connection {
  /// Refuses what is no request, and closes: where the next one begins cannot be known.
  ///
  /// - Parameter head: what was asked, if the parser is already past it.
  func fail(_ error: ParseError, isHead: Bool, of head: RequestHead? = nil) {
    exchange = ResponseWriter.Exchange(isHead: isHead, closes: true)
    refuse(.unreadable(error), of: head ?? parser.head)
  }

  /// Everybody comes back at another moment: the channel's number serves as jitter.
  func refuseStopping(_ head: RequestHead? = nil) {
    refuse(.stopping(retryAfter: Int(1 + channel.id.generation % 5)), of: head)
  }

  func refuse(_ reason: TransportRefusal.Reason, of head: RequestHead? = nil) {
    let now = loop.configuration.now()
    let refusal = TransportRefusal(
      reason: reason, peer: peer, at: now,
      request: head.map { Request(head: $0, body: [], peer: peer, receivedAt: now) })
    write(refusal.response(id: loop.configuration.name(refusal)))
  }
}
