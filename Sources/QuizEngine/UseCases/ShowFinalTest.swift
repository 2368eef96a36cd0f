/// Where one person stands with the final test of a module.
package struct FinalTestReading: Sendable {
  /// Lessons of the module still to be completed.
  package let missingLessons: Int
  /// Nil before anybody took the test as it is now.
  package let entrant: EntrantReading?
  package let attemptLimit: Int

  package var used: Int { entrant?.attempts.count ?? 0 }

  /// The best points of the ended attempts.
  package var best: Points? { entrant?.attempts.compactMap { $0.outcome?.points }.max() }
}

extension Engine {
  /// How far the person of `session` is with the test that ends a module; makes nothing.
  package func finalTestReading(
    _ module: CourseModule, in progress: CourseProgress, for session: Session, at instant: Instant
  ) throws -> FinalTestReading? {
    guard let test = module.finalTest else { return nil }
    let (course, slug, bank) = (progress.course.slug, module.slug, test.bank.digest)
    let known = try read { connection in
      try connection.contests.find(course: course, module: slug, bank: bank)?.id
    }
    return FinalTestReading(
      missingLessons: module.lessons.count { progress.completions[$0.slug] == nil },
      entrant: try known.map { try entrantReading($0, for: session, at: instant) },
      attemptLimit: test.resits + 1)
  }
}
