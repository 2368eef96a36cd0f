private import Synchronization

/// Completed lessons read before, so that showing a lesson asks no table.
///
/// A person who completes something is forgotten after the commit; what somebody read from a
/// snapshot taken before that must not come back, so readers say since when they read.
package final class CompletionBook: Sendable {
  private struct Key: Hashable {
    let person: PersonID
    let course: String
  }

  private struct Shelf {
    var completions: [Key: [String: Completion]] = [:]
    var mark = 0
  }

  private let shelf = Mutex(Shelf())

  /// Persons times courses kept; about 500 bytes each.
  private static let capacity = 50_000

  package init() {}

  /// The moment to take before a snapshot whose completions are to be kept.
  var mark: Int { shelf.withLock { $0.mark } }

  /// By lesson, if they were read before and have not changed since.
  func known(_ person: PersonID, course: String) -> [String: Completion]? {
    shelf.withLock { $0.completions[Key(person: person, course: course)] }
  }

  func keep(
    _ completions: [String: Completion], of person: PersonID, course: String, since mark: Int
  ) {
    shelf.withLock { shelf in
      guard shelf.mark == mark else { return }
      if shelf.completions.count >= Self.capacity {
        shelf.completions.removeAll(keepingCapacity: true)
      }
      shelf.completions[Key(person: person, course: course)] = completions
    }
  }

  /// Forgets what a committed change made untrue.
  func forget(_ person: PersonID, course: String) {
    shelf.withLock { shelf in
      shelf.completions[Key(person: person, course: course)] = nil
      shelf.mark += 1
    }
  }
}

extension Engine {
  /// One person's completions in a course, by lesson, if they are in memory.
  package func knownCompletions(
    of person: PersonID, in course: Course
  ) -> [String: Completion]? {
    completions.known(person, course: course.slug)
  }

  /// One person's completions in a course, by lesson, from memory or the table.
  package func completions(
    of person: PersonID, in course: Course
  ) throws -> [String: Completion] {
    let slug = course.slug
    if let known = completions.known(person, course: slug) { return known }
    let mark = completions.mark
    let found = try read { try $0.completions.completions(of: person, course: slug) }
    let byLesson = Dictionary(
      found.map { ($0.lesson, $0) }, uniquingKeysWith: { first, _ in first })
    completions.keep(byLesson, of: person, course: slug, since: mark)
    return byLesson
  }
}
