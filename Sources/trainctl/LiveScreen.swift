import Glibc
import Synchronization

/// Set by a signal that asks the program to end: the terminal must be put right first.
private let isAskedToEnd = Atomic(false)

/// The whole terminal, lent to one view and given back as it was.
struct LiveScreen {
  private let console: Console
  private let before: termios?

  init(_ console: Console) {
    self.console = console
    var state = termios()
    before = tcgetattr(STDIN_FILENO, &state) == 0 ? state : nil
    if before != nil {
      // Keys one by one and unseen; ^C arrives as a key.
      state.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
      tcsetattr(STDIN_FILENO, TCSANOW, &state)
    }
    isAskedToEnd.store(false, ordering: .relaxed)
    for number in [SIGTERM, SIGHUP, SIGINT] {
      signal(number) { _ in isAskedToEnd.store(true, ordering: .relaxed) }
    }
    // The other screen, without a cursor (xterm control sequences).
    console.out("\u{1b}[?1049h\u{1b}[?25l")
  }

  /// Gives the terminal back.
  func leave() {
    console.out("\u{1b}[?25h\u{1b}[?1049l")
    guard var state = before else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, &state)
  }

  /// Columns of the terminal.
  var width: Int { Int(size?.ws_col ?? 80) }

  private var size: winsize? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return size
  }

  /// Shows these lines and nothing else; what does not fit below is left out.
  func show(_ lines: [String]) {
    let shown = lines.prefix(Int(size?.ws_row ?? 24))
    // Written over the old text, then wiped: the screen never flashes.
    let text = shown.map { line in
      line.hasPrefix("! ") ? "\u{1b}[1;31m\(line)\u{1b}[0m\u{1b}[K" : "\(line)\u{1b}[K"
    }
    console.out("\u{1b}[H" + text.joined(separator: "\r\n") + "\u{1b}[J")
  }

  /// Waits for a key; true when somebody wants to leave.
  func waitsForQuit(milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    let ready = poll(&waiting, 1, milliseconds)
    if isAskedToEnd.load(ordering: .relaxed) { return true }
    guard ready > 0 else { return false }
    var key: UInt8 = 0
    // The terminal went away when nothing can be read.
    guard read(STDIN_FILENO, &key, 1) == 1 else { return true }
    return [UInt8(ascii: "q"), UInt8(ascii: "Q"), 3, 4].contains(key)
  }
}
