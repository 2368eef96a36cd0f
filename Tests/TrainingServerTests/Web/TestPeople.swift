import QuizEngine

/// Everybody who asks in the tests: each role, inside and outside the unit that owns the things.
enum Who: String, CaseIterable, Sendable {
  /// Without session.
  case nobody
  /// Owns the attempt; in school A, in the cohort.
  case pupil
  /// The same class, another person.
  case classmate
  /// A pupil of school B.
  case stranger
  /// Teaches the cohort of school A.
  case teacher
  /// Teaches in school A, but not this cohort.
  case colleague
  case teacherB
  /// Organizes in the office above both schools.
  case organizer
  case organizerA
  case organizerB
  case admin
  case auditor

  var roles: Set<Role> {
    switch self {
    case .nobody: []
    case .pupil, .classmate, .stranger: [.student]
    case .teacher, .colleague, .teacherB: [.teacher]
    case .organizer, .organizerA, .organizerB: [.organizer]
    case .admin: [.admin]
    case .auditor: [.auditor]
    }
  }

  enum Place: Sendable { case office, schoolA, classA, schoolB }

  var place: Place {
    switch self {
    case .nobody, .organizer, .admin, .auditor: .office
    case .pupil, .classmate: .classA
    case .teacher, .colleague, .organizerA: .schoolA
    case .stranger, .teacherB, .organizerB: .schoolB
    }
  }

  /// A token as long as a real one.
  var token: String { rawValue + String(repeating: "x", count: 43 - rawValue.utf8.count) }
}
