import QuizEngine

/// One line of the log under construction; never holds tokens, passwords, cards or answers.
struct LogLine {
  enum Event: String, Sendable {
    case started, stopping, stopped, problem, request, fatal, connection, clock, ticker, control
    case disk, wal, withheld, dropped, security
  }

  enum Level: String, Sendable {
    case info, warning, error
  }

  let event: Event
  let level: Level
  private var members: [(name: String, value: JSON)] = []

  /// What happens when people click, not when the server has trouble: may be withheld in a flood.
  var isRoutine: Bool { event == .problem && level != .error }

  init(_ event: Event, _ level: Level = .info) {
    (self.event, self.level) = (event, level)
  }

  /// A line about something of ours that failed; causes hold nothing that people typed.
  static func failure(_ event: Event, _ error: any Error) -> LogLine {
    var line = LogLine(event, .error)
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
    writer.field("level", level.rawValue)
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
    // `/c` in either case; octets, for anybody writes here what they like.
    if let first = segments.first?.utf8, first.count == 1, (first.first ?? 0) | 32 == 99 {
      return "/c/…"
    }
    return "/" + segments.joined(separator: "/")
  }

  /// Characters kept of one value.
  static let longest = 300

  /// Caps the length and writes out as `\u202E` what could forge a line, steer a terminal or hide
  /// text: control, formatting and unassigned characters (ASVS 5.0, 16.4.1).
  static func harmless(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(longest)
    var result = ""
    for scalar in scalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return scalars.endIndex == text.unicodeScalars.endIndex ? result : result + "…"
  }
}
