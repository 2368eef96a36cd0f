@testable import TrainingServer

/// Cookies that say nothing: whoever sends them is not signed in.
enum CookieCases {
  private static let token = Who.pupil.token

  static let all: [BadInput] = [
    "sid", "sid=", "=\(token)", "sid=\(token) x", "sid=\(token)\u{e9}", "sid=\(token)\\",
    "sid=\(token),", "SID=\(token)", "sid =\(token)", "__Host-sid=\(token)", "sid=\(token)x",
    "sid=\"\(token)", "x=sid=\(token)", "sid=wrong; sid=\(token)", ";;;=;=;", "sid=%73\(token)",
    "sid=" + String(repeating: "a", count: 7000), "$Version=1; $sid=\(token)",
  ].map { BadInput("cookie \($0.prefix(60))", "GET /api/v1/me", ["Cookie: \($0)"], status: 401) }
}
