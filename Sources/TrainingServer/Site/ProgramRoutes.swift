import QuizEngine

/// Addresses that the pages' scripts call.
extension Route {
  static func attemptState(_ id: AttemptID) -> Route { Route("/api/v1/attempts/\(id)") }
  static func lateDeliveries(_ id: AttemptID) -> Route {
    Route("/api/v1/attempts/\(id)/late-deliveries")
  }
  static func answerSave(_ id: AttemptID, _ slot: Int) -> Route {
    Route("/api/v1/attempts/\(id)/answers/\(slot)")
  }
  static func predictionSave(_ id: AttemptID) -> Route {
    Route("/api/v1/attempts/\(id)/prediction")
  }
  static func contestEvents(_ id: ContestID) -> Route { Route("/api/v1/contests/\(id)/events") }
}
