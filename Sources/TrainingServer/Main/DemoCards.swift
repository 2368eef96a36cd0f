import Glibc
import QuizEngine

/// The sign-in cards of the demo, as a file for programs and a few lines for people.
struct DemoCards {
  /// What the terminal shows: one pupil, one teacher, one organizer.
  let summary: String

  /// Why the demo was refused.
  struct Refused: Error {
    let text: LocalizedText
  }

  /// Fills an empty data folder and writes `demo-sign-in.json`, readable by the owner only.
  ///
  /// A folder that a demo filled before keeps its people and cards.
  init(_ engine: Engine, _ address: String) throws {
    let path = engine.folder.demoSignIn
    guard let people = try engine.fillDemo(at: engine.environment.now()) else {
      guard access(path, F_OK) == 0 else {
        throw Refused(
          text: LocalizedText(
            vi: "Thư mục dữ liệu đã có người dùng thật; --demo chỉ dùng cho thư mục trống.",
            en: "The data folder holds real people already; --demo is for an empty folder only."))
      }
      summary = "Thẻ thử / Demo cards: \(path)"
      return
    }
    try Self.write(Self.file(people, address), to: path)
    let shown = [Role.student, .teacher, .organizer].compactMap { role in
      people.first { $0.role == role }
    }
    summary =
      shown.map { Self.line($0, address) }.joined(separator: "\n")
      + "\nTất cả thẻ / All cards: \(path)"
  }

  private static func line(_ person: DemoSignIn, _ address: String) -> String {
    let role =
      switch person.role {
      case .student: "Học sinh / pupil"
      case .teacher: "Giáo viên / teacher"
      case .organizer: "Ban tổ chức / organizer"
      case .admin: "Quản trị / admin"
      case .auditor: "Giám sát / auditor"
      }
    if let card = person.card { return "\(role): \(person.name)  \(address)/c/\(card)" }
    return "\(role): \(person.name)  \(person.username ?? "")  \(person.password ?? "")"
  }

  private static func file(_ people: [DemoSignIn], _ address: String) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginArray()
    for person in people {
      writer.beginObject()
      writer.field("role", person.role.rawValue)
      writer.field("name", person.name)
      writer.field("card", person.card)
      writer.field("url", person.card.map { "\(address)/c/\($0)" } ?? "\(address)/sign-in")
      writer.field("username", person.username)
      writer.field("password", person.password)
      writer.endObject()
    }
    writer.endArray()
    return writer.finish() + [10]
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StorageError(.cannotOpen, path, systemError: errno) }
    defer { close(file) }
    guard EventLog.write(bytes, to: file) else {
      throw StorageError(.cannotOpen, path, systemError: errno)
    }
  }
}
