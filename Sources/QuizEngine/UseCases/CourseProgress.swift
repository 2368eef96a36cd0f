/// How far one person is in one course.
package struct CourseProgress: Sendable {
  package let course: Course
  /// Every lesson that was tried, passed or not.
  package let tries: [String: Completion]
  /// Modules credited, by slug.
  package let credits: [String: Credit]

  package init(course: Course, completions: [Completion], credits: [Credit]) {
    self.course = course
    tries = Dictionary(
      completions.map { ($0.lesson, $0) }, uniquingKeysWith: { first, _ in first })
    self.credits = Dictionary(
      credits.filter { $0.course == course.slug }.map { ($0.module, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The lessons that were passed.
  package var completions: [String: Completion] { tries.filter(\.value.isPassed) }

  /// Lessons passed among those the course has today.
  package var lessonsDone: Int { course.lessons.count { tries[$0.slug]?.isPassed == true } }

  package var hasStarted: Bool { !tries.isEmpty || !credits.isEmpty }

  /// Periods (tiết) credited.
  package var periods: Int { credits.values.reduce(0) { $0 + $1.periods } }

  /// Every lesson done, and every final test passed.
  package var isComplete: Bool {
    !course.modules.isEmpty && lessonsDone == course.lessons.count
      && course.modules.allSatisfy { $0.finalTest == nil || credits[$0.slug] != nil }
  }
}

/// One learner of a cohort with the progress in its course.
package struct LearnerProgress: Sendable {
  package let person: Person
  package let progress: CourseProgress?
  /// The paper of the course that the person holds, whichever cohort gave it.
  package let certificate: Certificate?
  /// The newest one that was taken back, of somebody who holds none.
  package let withdrawn: Certificate?

  /// Whether the course is complete and no paper is held.
  package var lacksCertificate: Bool { certificate == nil && progress?.isComplete == true }
}

extension Engine {
  /// One person's progress in one course.
  package func progress(of person: PersonID, in course: Course) throws -> CourseProgress {
    let slug = course.slug
    let (completions, credits) = try read { connection in
      (
        try connection.completions.completions(of: person, course: slug),
        try connection.completions.credits(of: person)
      )
    }
    return CourseProgress(course: course, completions: completions, credits: credits)
  }

  /// Every learner of a cohort in the order of their given names.
  package func progress(ofCohort id: CohortID, by actor: Actor) throws -> [LearnerProgress] {
    let cohort = try requireCohort(id, actor)
    let course = cohort.course.flatMap { catalogue[$0] }
    let slug = course?.slug ?? ""
    let (people, completions, credits, certificates) = try read { connection in
      (
        try connection.persons.enrolled(in: id, as: .learner),
        try connection.completions.completions(in: id, course: slug),
        try connection.completions.credits(in: id, course: slug),
        try connection.certificates.certificates(ofLearnersIn: id, course: slug)
      )
    }
    let completionsByPerson = Dictionary(grouping: completions, by: \.person)
    let creditsByPerson = Dictionary(grouping: credits, by: \.person)
    let newest = { (papers: [Certificate]) in
      Dictionary(papers.map { ($0.person, $0) }, uniquingKeysWith: { _, latest in latest })
    }
    let valid = newest(certificates.filter { $0.revocation == nil })
    let withdrawn = newest(certificates.filter { $0.revocation != nil })
    return people.map { (VietnameseNameKey($0.name), $0) }.sorted { $0.0 < $1.0 }.map(\.1).map {
      person in
      LearnerProgress(
        person: person,
        progress: course.map {
          CourseProgress(
            course: $0, completions: completionsByPerson[person.id] ?? [],
            credits: creditsByPerson[person.id] ?? [])
        }, certificate: valid[person.id],
        withdrawn: valid[person.id] == nil ? withdrawn[person.id] : nil)
    }
  }
}
