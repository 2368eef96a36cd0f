import Glibc
import QuizEngine

/// The three streams of the process.
struct Console {
  var outIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether somebody can be asked: both sides of the talk are a terminal.
  var canAsk: Bool { isatty(STDIN_FILENO) == 1 && errorIsTerminal }
  var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  func out(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
  func out(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  func error(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Says what went wrong; returns the exit status.
  func report(_ error: any Error, _ language: Language) -> Int32 {
    if let usage = error as? UsageError {
      self.error("trainctl: \(usage.text[language])\n" + HelpText(language).usage(usage.topic))
      return EX_USAGE
    }
    let failure = OperationFailure(error)
    for issue in failure.issues { self.error(issue.text(language) + "\n") }
    self.error("trainctl: \(failure.text[language])\n")
    return failure.kind == .misuse ? EX_USAGE : EXIT_FAILURE
  }

  /// One line from standard input without its end; nil when there is none.
  func readLine() -> [UInt8]? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(STDIN_FILENO, &byte, 1) == 1 {
      if byte == 0x0a { return line }
      line.append(byte)
    }
    return line.isEmpty ? nil : line
  }

  /// Asks a question that only an explicit yes answers.
  func confirms(_ question: String) -> Bool {
    error(question + " [y/N] ")
    let answer = readLine().map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
    return ["y", "yes", "c", "có", "co"].contains(answer)
  }

  /// Reads a line that the terminal does not show.
  func secret(_ prompt: String) -> [UInt8]? {
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return readLine() }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
      error("\n")
    }
    error(prompt)
    return readLine()
  }

  private func write(_ bytes: [UInt8], to file: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // The reader went away: there is nobody left to tell.
      guard count > 0 else { exit(EXIT_FAILURE) }
      rest = rest.dropFirst(count)
    }
  }
}
