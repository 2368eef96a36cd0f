/// What somebody's tries at a lesson come to.
package struct Completion: Hashable, Sendable {
  package let person: PersonID
  package let course: String
  package let lesson: String
  /// When it was first tried.
  package let at: Instant
  /// When it was passed, which is what counts; nil while it was only tried.
  package let passedAt: Instant?
  /// Questions answered rightly in one try or another, and the questions of the checkpoint.
  package let right: Int
  package let asked: Int
  /// Ids of the questions answered rightly so far: they are not asked again.
  package let mastered: Set<String>
  package let tries: Int

  package init(
    person: PersonID, course: String, lesson: String, at: Instant, passedAt: Instant?, right: Int,
    asked: Int, mastered: Set<String> = [], tries: Int = 1
  ) {
    self.person = person
    self.course = course
    self.lesson = lesson
    self.at = at
    self.passedAt = passedAt
    self.right = right
    self.asked = asked
    self.mastered = mastered
    self.tries = tries
  }

  package var isPassed: Bool { passedAt != nil }
}
