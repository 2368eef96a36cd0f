import QuizEngine

/// Addresses that need no session.
extension Route {
  static let home = Route("/")
  static let signIn = Route("/sign-in")
  /// Sign in first, then go on to `next`.
  static func signIn(next: Route) -> Route { signIn.with([("next", next.path)]) }
  /// The second step, where a second factor is on.
  static let signInCode = Route("/sign-in/code")
  static let signOut = Route("/sign-out")
  static let language = Route("/language")
  static func card(_ secret: String) -> Route { Route("/c/\(secret)") }
  static let verify = Route("/verify")
  static func verify(_ code: String) -> Route { Route("/verify/\(code)") }
  static let help = Route("/help")
  static func law(_ id: String) -> Route { Route("/law/\(id)") }
  static func problem(_ slug: String) -> Route { Route("/problems/\(slug)") }
  static func asset(_ name: String) -> Route { Route("/assets/\(name)") }
  static let health = Route("/healthz")
  /// The program that keeps read lessons; it must stand at the root to be allowed them.
  static let worker = Route("/sw.js")
}
