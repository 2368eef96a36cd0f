import QuizEngine

/// What the person at the terminal reads.
enum Console {
  /// A line on standard output.
  static func say(_ text: String) {
    write(text, to: 1)
  }

  /// Both languages on standard error, Vietnamese first.
  static func complain(_ text: LocalizedText) {
    write("\(text.vietnamese)\n\(text.english)", to: 2)
  }

  static func complain(_ text: String) {
    write(text, to: 2)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    EventLog.write(Array((text + "\n").utf8), to: descriptor)
  }
}
