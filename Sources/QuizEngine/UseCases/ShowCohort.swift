/// One learner as the teacher's table shows them.
package struct CohortMember: Sendable {
  package let learner: LearnerProgress
  /// Best points in the course's final tests.
  package let testPoints: Points?
  package let lastActivity: Instant?

  package var hasStarted: Bool { learner.progress?.hasStarted ?? false }
  package var isComplete: Bool { learner.progress?.isComplete ?? false }

  /// Every lesson done; tests may be left.
  package var hasFinishedLessons: Bool {
    guard let progress = learner.progress else { return false }
    return progress.lessonsDone == progress.course.lessons.count && progress.hasStarted
  }
}

extension Engine {
  /// The learners of a cohort with all that its table shows, by given name.
  package func members(ofCohort id: CohortID, by actor: Actor) throws -> [CohortMember] {
    let course = try requireCohort(id, actor).course ?? ""
    let points = try read { try $0.attempts.bestTestPoints(in: id, course: course) }
    return try progress(ofCohort: id, by: actor).map { learner in
      let moments =
        (learner.progress?.tries.values.map { $0.passedAt ?? $0.at } ?? [])
        + (learner.progress?.credits.values.map(\.at) ?? [])
      return CohortMember(
        learner: learner, testPoints: points[learner.person.id], lastActivity: moments.max())
    }
  }
}
