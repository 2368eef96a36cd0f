import QuizEngine

/// How the reader is spoken to: Vietnamese has no “you” that fits everybody, so texts write `{em}`
/// and `{Em}`, and whoever reads them is put there.
enum Address: String, CaseIterable, Sendable {
  case pupil
  case teacher
  /// Who organizes, administers or audits.
  case staff
  /// Not signed in.
  case stranger

  /// - Parameter roles: nil where nobody is signed in.
  init(roles: Set<Role>?) {
    guard let roles else {
      self = .stranger
      return
    }
    if !roles.isDisjoint(with: [.organizer, .admin, .auditor]) {
      self = .staff
    } else {
      self = roles.contains(.teacher) ? .teacher : .pupil
    }
  }

  var word: String {
    switch self {
    case .pupil: "em"
    case .teacher: "thầy/cô"
    case .staff: "bạn"
    case .stranger: "thí sinh"
    }
  }

  private var atTheBeginning: String {
    switch self {
    case .pupil: "Em"
    case .teacher: "Thầy/cô"
    case .staff: "Bạn"
    case .stranger: "Thí sinh"
    }
  }

  /// The text as it is said to this reader.
  func said(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    return text.replacing("{em}", with: word).replacing("{Em}", with: atTheBeginning)
  }
}
