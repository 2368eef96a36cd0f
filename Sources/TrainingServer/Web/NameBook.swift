import QuizEngine
import Synchronization

/// The names that pages were made with, for the pages that cannot wait for a table.
final class NameBook: Sendable {
  private let names = Mutex<[PersonID: String]>([:])
  private static let capacity = 50_000

  /// The present name, from the table.
  func read(_ person: PersonID, _ engine: Engine) throws -> String {
    guard let name = try engine.read({ try $0.persons.person(person)?.name }) else {
      throw Refusal.notSignedIn
    }
    names.withLock { names in
      if names.count >= Self.capacity { names.removeAll(keepingCapacity: true) }
      names[person] = name
    }
    return name
  }

  /// The name last seen, without asking anybody.
  func known(_ person: PersonID) -> String? {
    names.withLock { $0[person] }
  }
}
