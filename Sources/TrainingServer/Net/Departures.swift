/// Peers who hung up and wait until they are let go.
///
/// Closing a socket takes as long as answering a save. When a crowd leaves at once, a few of it go
/// in each turn of the loop, and whoever works need not wait behind them.
struct Departures {
  static let perTurn = 16
  /// Milliseconds that a loop with nothing else to do leaves its core to other threads between
  /// two turns: else the kernel takes it away in the middle of one, and for longer.
  static let pause: Int32 = 1

  private var waiting: [Poller.Event] = []
  private var gone = 0

  var isEmpty: Bool { waiting.isEmpty }

  /// Takes one of this turn's places; false when none is left, or others wait for theirs.
  mutating func takePlace() -> Bool {
    guard gone < Self.perTurn, waiting.isEmpty else { return false }
    gone += 1
    return true
  }

  /// Keeps a peer's last event for a later turn; nothing more may be heard of it until then.
  mutating func wait(_ event: Poller.Event) {
    waiting.append(event)
  }

  /// Those who may still go in this turn, the longest waiting first; the next one begins.
  mutating func endTurn() -> ArraySlice<Poller.Event> {
    defer { gone = 0 }
    guard !waiting.isEmpty else { return [] }
    let going = waiting.prefix(Self.perTurn - gone)
    waiting.removeFirst(going.count)
    return going
  }
}
