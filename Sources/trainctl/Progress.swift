/// Shows on a terminal what is being done until it is done.
struct Progress {
  private let console: Console?

  init(_ what: String, on console: Console, isShown: Bool) {
    self.console = isShown ? console : nil
    self.console?.error("… \(what)\r")
  }

  /// Wipes the line.
  func stop() {
    console?.error("\u{1b}[2K\r")
  }
}
