import QuizEngine

/// Addresses of people who learn and take part.
extension Route {
  static let me = Route("/me")
  /// Ending one of one's sessions elsewhere, or all of them.
  static let ownSessions = Route("/me/sessions")
  static let password = Route("/me/password")
  static let secondFactor = Route("/me/second-factor")
  static let secondFactorConfirmation = Route("/me/second-factor/confirmation")
  static let recoveryCodes = Route("/me/second-factor/recovery-codes")
  static let secondFactorEnd = Route("/me/second-factor/end")
  static let courses = Route("/courses")
  static func course(_ course: String) -> Route { Route("/courses/\(course)") }
  static func lesson(_ course: String, _ lesson: String) -> Route {
    Route("/courses/\(course)/lessons/\(lesson)")
  }
  static func checkpoint(_ course: String, _ lesson: String) -> Route {
    Route("/courses/\(course)/lessons/\(lesson)/checkpoint")
  }
  static func moduleTest(_ course: String, _ module: String) -> Route {
    Route("/courses/\(course)/modules/\(module)/test")
  }
  /// Asking for the paper of a completed course.
  static func courseCertificate(_ course: String) -> Route {
    Route("/courses/\(course)/certificate")
  }
  static func certificate(_ code: String) -> Route { Route("/certificates/\(code)") }
  static func certificatePicture(_ code: String) -> Route {
    Route("/certificates/\(code)/picture")
  }
  static func certificatePDF(_ code: String) -> Route { Route("/certificates/\(code)/pdf") }

  static let contests = Route("/contests")
  static func contest(_ id: ContestID) -> Route { Route("/contests/\(id)") }
  static func standings(_ id: ContestID) -> Route { Route("/contests/\(id)/standings") }
  /// Starting an attempt.
  static func attempts(_ id: ContestID) -> Route { Route("/contests/\(id)/attempts") }

  static func attempt(_ id: AttemptID) -> Route { Route("/attempts/\(id)") }
  static func attempt(_ id: AttemptID, _ view: ExamView) -> Route {
    switch view {
    case .item(let slot): attempt(id).with([("item", String(slot))])
    case .prediction: attempt(id).with([("item", "prediction")])
    case .all: attempt(id).with([("view", "all")])
    }
  }
  static func answer(_ id: AttemptID, _ slot: Int) -> Route {
    Route("/attempts/\(id)/answers/\(slot)")
  }
  static func prediction(_ id: AttemptID) -> Route { Route("/attempts/\(id)/prediction") }
  static func review(_ id: AttemptID) -> Route { Route("/attempts/\(id)/review") }
  static func submission(_ id: AttemptID) -> Route { Route("/attempts/\(id)/submission") }
  static func receipt(_ id: AttemptID) -> Route { Route("/attempts/\(id)/receipt") }
  static func result(_ id: AttemptID) -> Route { Route("/attempts/\(id)/result") }
}

/// What of an attempt the exam page shows.
enum ExamView: Hashable, Sendable {
  /// One item, counting from 1.
  case item(Int)
  case prediction
  /// Everything on one page.
  case all
}
