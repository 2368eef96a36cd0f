import QuizEngine

/// How many routine lines one second may have: a flood of refusals must not fill the disk.
///
/// What is withheld is counted here, and by kind in the metrics.
struct LogBudget {
  static let linesPerSecond = 100

  private var second = Int64.min
  private var written = 0
  private(set) var withheld = 0

  /// Whether one more line may be written now.
  mutating func allows(at instant: Instant) -> Bool {
    let current = instant.milliseconds / 1000
    if current != second { (second, written) = (current, 0) }
    guard written < Self.linesPerSecond else {
      withheld += 1
      return false
    }
    written += 1
    return true
  }

  /// The line that tells of what was withheld until now; nil when nothing was.
  mutating func confession(at instant: Instant) -> LogLine? {
    guard withheld > 0, instant.milliseconds / 1000 != second else { return nil }
    defer { withheld = 0 }
    var line = LogLine(.withheld, .warning)
    line.add("count", withheld)
    return line
  }
}
