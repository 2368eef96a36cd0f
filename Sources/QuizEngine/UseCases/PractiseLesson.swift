extension Engine {
  /// Checks the answers of somebody who has not signed in: graded on the spot, kept nowhere.
  package func practiseLesson(
    course courseSlug: String, lesson lessonSlug: String, choices: [Set<Int>]
  ) throws(Refusal) -> [CheckedAnswer] {
    try lesson(lessonSlug, course: courseSlug).lesson.checked(choices)
  }

  /// The lesson and its course as the catalogue has them now.
  func lesson(
    _ slug: String, course courseSlug: String
  ) throws(Refusal) -> (course: Course, lesson: Lesson) {
    guard let course = catalogue[courseSlug] else { throw .notFound(.course) }
    guard let lesson = course.lessons.first(where: { $0.slug == slug }) else {
      throw .notFound(.lesson)
    }
    return (course, lesson)
  }
}
