import Synchronization

/// An open answer of server-sent events; usable from any thread.
///
/// Sending never blocks: a client that reads too slowly to keep its backlog within
/// `Limits.streamBacklog` is dropped and connects again by itself.
final class EventStream: Sendable {
  private let mailbox: Mailbox<LoopLetter<ConnectionMessage>>
  private let id: ChannelID
  private let limit: Int
  private let closed = Atomic(false)
  /// Bytes posted that the loop has not yet taken.
  private let posted = Atomic(0)

  init(mailbox: Mailbox<LoopLetter<ConnectionMessage>>, id: ChannelID, limit: Int) {
    self.mailbox = mailbox
    self.id = id
    self.limit = limit
  }

  /// True once either side has closed: drop the stream.
  var isClosed: Bool { closed.load(ordering: .acquiring) }

  func send(event: String?, data: String, id: String?) {
    send(ServerEvent(event: event, data: data, id: id))
  }

  /// Sends an event that was encoded once for many streams.
  func send(_ event: ServerEvent) {
    guard !isClosed else { return }
    let (_, backlog) = posted.add(event.bytes.count, ordering: .relaxed)
    guard backlog <= limit else { return close() }
    if !mailbox.post(.deliver(id, .event(event))) { markClosed() }
  }

  /// Ends the stream after what was sent; the client will connect again unless told not to.
  func close() {
    guard !closed.exchange(true, ordering: .acquiringAndReleasing) else { return }
    mailbox.post(.deliver(id, .endStream))
  }

  /// The loop has taken an event of that many bytes.
  func taken(_ count: Int) {
    posted.subtract(count, ordering: .relaxed)
  }

  func markClosed() {
    closed.store(true, ordering: .releasing)
  }
}
