extension Engine {
  /// The learners of a cohort as completion lists say them, by given name.
  ///
  /// - Throws: `Refusal.notFound(.course)` when the cohort's course was not read.
  package func completion(ofCohort id: CohortID, by actor: Actor) throws -> [LearnerRow] {
    let course = try requireCohort(id, actor).course
    // Without the course everybody would seem not to have started.
    if let course, catalogue[course] == nil { throw Refusal.notFound(.course) }
    let units = try units()
    return try progress(ofCohort: id, by: actor).map { learner in
      let unit = units[learner.person.unit]
      let progress = learner.progress
      let state: CompletionState =
        progress?.isComplete == true
        ? .completed : progress?.hasStarted == true ? .started : .notStarted
      return LearnerRow(
        person: learner.person, className: unit?.name ?? "", unitCode: unit?.code ?? "",
        lessonsDone: progress?.lessonsDone ?? 0, lessons: progress?.course.lessons.count ?? 0,
        periods: progress?.periods ?? 0, state: state, certificate: learner.certificate?.number)
    }
  }
}
