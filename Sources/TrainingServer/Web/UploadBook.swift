import QuizEngine
import Synchronization

/// Files between their preview and the press that uses them; each belongs to one person.
final class UploadBook: Sendable {
  private struct Entry: Sendable {
    let owner: PersonID
    let files: [UploadedFile]
    let keptAt: Instant

    var size: Int { files.reduce(0) { $0 + $1.bytes.count } }
  }

  private let entries = Mutex<[String: Entry]>([:])
  private static let life = Span.minutes(30)
  private static let capacity = 128 << 20

  /// Keeps files for half an hour and returns the name under which to ask for them.
  func keep(
    _ files: [UploadedFile], of owner: PersonID, _ environment: Environment, at now: Instant
  ) -> String {
    let token = Base64URL.encode(environment.secret(bytes: 16))
    entries.withLock { entries in
      entries = entries.filter { now < $0.value.keptAt + Self.life }
      let added = Entry(owner: owner, files: files, keptAt: now)
      var total = entries.values.reduce(added.size) { $0 + $1.size }
      for (token, entry) in entries.sorted(by: { $0.value.keptAt < $1.value.keptAt })
      where total > Self.capacity {
        entries[token] = nil
        total -= entry.size
      }
      entries[token] = added
    }
    return token
  }

  /// The files, to their owner only; empty when they are gone.
  func files(_ token: String, of owner: PersonID, at now: Instant) -> [UploadedFile] {
    entries.withLock { entries in
      guard let entry = entries[token], entry.owner == owner, now < entry.keptAt + Self.life
      else { return [] }
      return entry.files
    }
  }

  func forget(_ token: String) {
    entries.withLock { $0[token] = nil }
  }
}
