import Dispatch
import QuizEngine

/// Shows on a terminal that a long command still runs; short ones show nothing.
struct Progress {
  private let timer: DispatchWorkItem?

  init(_ what: String, isShown: Bool) {
    guard isShown else {
      timer = nil
      return
    }
    let item = DispatchWorkItem { Console().error("… \(what)\r") }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(1), execute: item)
    timer = item
  }

  /// Wipes the line.
  func stop() {
    guard let timer else { return }
    timer.cancel()
    Console().error("\u{1b}[2K\r")
  }
}
