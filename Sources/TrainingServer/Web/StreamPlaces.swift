import QuizEngine

/// The event streams that each session and each person has open: the newest stay.
struct StreamPlaces {
  static let perSession = 8
  /// A person signs in on a few devices; nobody watches on more.
  static let perPerson = 32

  private var sessions: [Digest: [EventStream]] = [:]
  private var persons: [PersonID: [EventStream]] = [:]

  /// Takes a place for a new stream; returns the oldest of those that are too many for it.
  mutating func take(_ stream: EventStream, of session: Session) -> [EventStream] {
    Self.add(stream, to: &sessions[session.token, default: []], most: Self.perSession)
      + Self.add(stream, to: &persons[session.person, default: []], most: Self.perPerson)
  }

  /// Forgets streams that were left.
  mutating func tidy() {
    sessions = Self.open(sessions)
    persons = Self.open(persons)
  }

  private static func add(
    _ stream: EventStream, to streams: inout [EventStream], most: Int
  ) -> [EventStream] {
    streams = streams.filter { !$0.isClosed } + [stream]
    let tooMany = Array(streams.prefix(max(0, streams.count - most)))
    streams.removeFirst(tooMany.count)
    return tooMany
  }

  private static func open<Key>(_ all: [Key: [EventStream]]) -> [Key: [EventStream]] {
    all.compactMapValues { streams in
      let open = streams.filter { !$0.isClosed }
      return open.isEmpty ? nil : open
    }
  }
}
