import QuizEngine

/// One line of the log under construction; never holds tokens, passwords, cards or answers.
struct LogLine {
  enum Event: String, Sendable {
    case started, stopping, stopped, problem, fatal, connection, clock, ticker, control, disk,
      security
  }

  private let event: Event
  private var members: [(name: String, value: JSON)] = []

  init(_ event: Event) {
    self.event = event
  }

  /// A line about something of ours that failed; causes hold nothing that people typed.
  static func failure(_ event: Event, _ error: any Error) -> LogLine {
    var line = LogLine(event)
    line.add("cause", cause(of: error))
    return line
  }

  static func cause(of error: any Error) -> String {
    guard let error = error as? StorageError else { return String(describing: type(of: error)) }
    return "\(error.kind) code \(error.extendedCode) errno \(error.systemError): "
      + "\(error.detail) [\(error.sql ?? "")]"
  }

  mutating func add(_ name: String, _ value: String) {
    members.append((name, .string(Self.harmless(value))))
  }

  mutating func add(_ name: String, _ value: Int) {
    members.append((name, .int(value)))
  }

  func finished(at instant: Instant) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("at", instant.iso8601)
    writer.field("event", event.rawValue)
    for member in members {
      writer.key(member.name)
      writer.value(member.value)
    }
    writer.endObject()
    return writer.finish() + [10]
  }

  /// The path without what must not be kept: the secret of a card's link, and the query.
  static func path(of request: Request) -> String {
    let segments = request.path
    if segments.first?.lowercased() == "c" { return "/c/…" }
    return "/" + segments.joined(separator: "/")
  }

  /// Caps the length; control and direction-changing characters cannot forge or hide anything.
  private static func harmless(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(300) {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
        result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
