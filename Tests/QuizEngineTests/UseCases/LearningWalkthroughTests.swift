import Testing

@testable import QuizEngine

@Suite struct LearningWalkthroughTests {
  let workshop: Workshop
  let teacher: Session

  init() throws {
    workshop = try Workshop()
    teacher = try workshop.staff(.teacher, in: workshop.school)
  }

  private func complete(
    _ lesson: String, choices: [Set<Int>] = [], by session: Session? = nil
  ) throws -> CheckpointResult {
    try workshop.engine.completeLesson(
      course: SmallCourse.slug, lesson: lesson, choices: choices, by: session ?? teacher,
      at: workshop.now)
  }

  private func completeLessons(by session: Session? = nil) throws {
    _ = try complete("bai-mot", choices: [[0], [0]], by: session)
    _ = try complete("bai-hai", by: session)
  }

  private func finalTest() throws -> ContestID {
    try workshop.engine.finalTest(
      course: SmallCourse.slug, module: "mo-dun-1", at: workshop.now)
  }

  private func progress() throws -> CourseProgress {
    let course = try #require(workshop.engine.catalogue[SmallCourse.slug])
    return try workshop.engine.progress(of: teacher.person, in: course)
  }

  // MARK: Lessons

  @Test func `a checkpoint tried is not passed: the lesson and what rests on it wait`() throws {
    let result = try complete("bai-mot", choices: [[0], [1]])
    #expect(result.items.map(\.isCorrect) == [true, false])
    #expect(result.completion.right == 1 && result.completion.asked == 2)
    #expect(result.completion.passedAt == nil)
    #expect(try progress().lessonsDone == 0 && progress().hasStarted)
    _ = try complete("bai-hai")
    #expect(throws: Refusal.notComplete(missing: 1)) {
      try workshop.start(try finalTest(), by: teacher)
    }
  }

  @Test func `wrong answers any number of times never pass`() throws {
    for _ in 1...10 {
      let result = try complete("bai-mot", choices: [[1], [2]])
      #expect(result.completion.passedAt == nil && result.completion.right == 0)
    }
    #expect(try progress().tries["bai-mot"]?.tries == 10)
  }

  @Test func `the next try asks only what was wrong, and passes when enough is right`() throws {
    _ = try complete("bai-mot", choices: [[0], [1]])
    let first = workshop.now
    workshop.advance(.minutes(5))
    let lesson = try #require(workshop.engine.catalogue[SmallCourse.slug]?.lessons.first)
    #expect(lesson.openQuestions(after: try progress().tries["bai-mot"]) == [1])
    #expect(throws: Refusal.invalid(field: "q-2", .missing)) {
      try complete("bai-mot", choices: [[0], []])
    }
    let result = try complete("bai-mot", choices: [[], [0]])
    #expect(result.items.map(\.question.id) == ["diem-dung-2"])
    #expect(result.completion.passedAt == workshop.now && result.completion.at == first)
    #expect(result.completion.right == 2 && result.completion.tries == 2)
    #expect(lesson.openQuestions(after: result.completion) == [0, 1], "then all for practice")
  }

  @Test func `what was recognised before there was a pass mark stays recognised`() throws {
    let old = Completion(
      person: teacher.person, course: SmallCourse.slug, lesson: "bai-mot", at: workshop.now,
      passedAt: workshop.now, right: 0, asked: 2)
    try workshop.engine.write {
      try $0.connection.completions.record(old, courseDigest: SHA256.hash("old"))
    }
    let result = try complete("bai-mot", choices: [[1], [1]])
    #expect(result.completion.passedAt == workshop.now)
    #expect(try progress().lessonsDone == 1)
  }

  @Test func `a checkpoint done again keeps the best result and the first moment`() throws {
    _ = try complete("bai-mot", choices: [[0], [1]])
    let first = workshop.now
    workshop.advance(.minutes(5))
    _ = try complete("bai-mot", choices: [[0], [0]])
    workshop.advance(.minutes(5))
    _ = try complete("bai-mot", choices: [[1], [1]])
    let kept = try #require(try progress().completions["bai-mot"])
    #expect(kept.right == 2 && kept.at == first && kept.tries == 3)
  }

  @Test func `a choice that is missing or unknown is named`() throws {
    let wrong: [([Set<Int>], Refusal)] = [
      ([], .invalid(field: "q-1", .missing)), ([[0]], .invalid(field: "q-2", .missing)),
      ([[0], []], .invalid(field: "q-2", .missing)),
      ([[0], [3]], .invalid(field: "q-2", .unknown)),
      ([[-1], [0]], .invalid(field: "q-1", .unknown)),
      ([[0], [0], [0]], .invalid(field: "q-3", .missing)),
    ]
    for (choices, refusal) in wrong {
      #expect(throws: refusal) { try complete("bai-mot", choices: choices) }
    }
    #expect(throws: Refusal.notFound(.lesson)) { try complete("bai-ba") }
    #expect(try progress().lessonsDone == 0)
  }

  // MARK: Final test

  @Test func `the final test opens after all lessons`() throws {
    let test = try finalTest()
    #expect(throws: Refusal.notComplete(missing: 2)) { try workshop.start(test, by: teacher) }
    _ = try complete("bai-mot", choices: [[0], [0]])
    #expect(throws: Refusal.notComplete(missing: 1)) { try workshop.start(test, by: teacher) }
    _ = try complete("bai-hai")
    _ = try workshop.start(test, by: teacher)
  }

  @Test func `passing credits the periods of the module once`() throws {
    try completeLessons()
    let ended = try workshop.attempt(try finalTest(), by: teacher, right: 2)
    #expect(ended.outcome.points == Points("5"), "exactly the pass mark")
    let first = workshop.now
    #expect(try progress().periods == 4 && progress().isComplete)
    try workshop.attempt(try finalTest(), by: teacher, right: 4)
    let credits = try progress().credits
    #expect(credits["mo-dun-1"]?.at == first && credits.count == 1)
  }

  @Test func `failing credits nothing; after two resits no more`() throws {
    try completeLessons()
    let test = try finalTest()
    for _ in 1...3 {
      try workshop.attempt(test, by: teacher, right: 1)
      #expect(try progress().periods == 0 && !progress().isComplete)
    }
    #expect(throws: Refusal.noAttemptsLeft(limit: 3)) { try workshop.start(test, by: teacher) }
  }

  @Test func `time running out credits what was answered`() throws {
    try completeLessons()
    let dealt = try workshop.start(try finalTest(), by: teacher)
    try workshop.answer(dealt, right: 3, by: teacher)
    workshop.advance(.hours(5))
    try workshop.tick()
    #expect(try progress().credits["mo-dun-1"]?.at == dealt.attempt.deadline)
  }

  @Test func `a final test shows its score and its answers at once`() throws {
    try completeLessons()
    let ended = try workshop.attempt(try finalTest(), by: teacher, right: 3)
    let result = try workshop.engine.result(
      ended.attempt.id, of: teacher.person, at: workshop.now)
    #expect(result.outcome?.points == Points("7.5") && result.verdicts.count == 4)
    #expect(result.standing == nil)
  }

  @Test func `pupils do not take the teachers' test`() throws {
    let pupil = try workshop.pupil()
    _ = try complete("bai-mot", choices: [[0], [0]], by: pupil)
    _ = try complete("bai-hai", by: pupil)
    #expect(throws: Refusal.notEligible(.role)) { try workshop.start(try finalTest(), by: pupil) }
  }

  @Test func `a final test is open to teachers under any root`() throws {
    let elsewhere = try workshop.engine.createUnit(
      code: "so-khac", name: "Sở khác", kind: .department, parent: nil, by: .operatorAtMachine,
      at: workshop.now)
    let guest = try workshop.staff(.teacher, in: elsewhere)
    let test = try finalTest()
    for person in [teacher, guest] {
      try completeLessons(by: person)
      let reading = try workshop.engine.entrantReading(test, for: person, at: workshop.now)
      #expect(reading.obstacle == nil)
      _ = try workshop.start(test, by: person)
    }
  }

  @Test func `the same test is one contest, also after a restart, and no contest in lists`() throws
  {
    let test = try finalTest()
    #expect(try finalTest() == test)
    try workshop.restart()
    #expect(try finalTest() == test)
    #expect(try workshop.engine.contests(for: teacher, at: workshop.now).isEmpty)
  }

  // MARK: Certificates

  private func cohort(_ people: [Session], named name: String = "Bồi dưỡng") throws -> Cohort {
    let cohort = try workshop.engine.createCohort(
      name: name, unit: workshop.school.id, course: SmallCourse.slug, dueAt: nil,
      by: .operatorAtMachine, at: workshop.now)
    try workshop.engine.enrol(
      people.map(\.person), in: cohort.id, as: .learner, by: .operatorAtMachine, at: workshop.now)
    return cohort
  }

  private func finish(_ session: Session) throws {
    _ = try complete("bai-mot", choices: [[0], [0]], by: session)
    _ = try complete("bai-hai", by: session)
    try workshop.attempt(try finalTest(), by: session, right: 4)
  }

  private func teachers(_ count: Int) throws -> [Session] {
    try (1...count).map { try workshop.staff(.teacher, in: workshop.school, name: "Vũ Thị \($0)") }
  }

  @Test func `papers are issued once to those who finished, with consecutive numbers`() throws {
    let people = try teachers(4)
    let cohort = try cohort(people)
    for person in people.prefix(3) { try finish(person) }
    let engine = workshop.engine
    let planned = try engine.issueCertificates(
      cohort: cohort.id, isDryRun: true, by: .operatorAtMachine, at: workshop.now)
    #expect(planned.count == 3)
    #expect(try engine.read { try $0.certificates.all() }.isEmpty)
    let issued = try engine.issueCertificates(
      cohort: cohort.id, by: .operatorAtMachine, at: workshop.now)
    #expect(issued.map(\.number) == ["0001/2026/GCN", "0002/2026/GCN", "0003/2026/GCN"])
    #expect(Set(issued.map(\.code)).count == 3)
    #expect(issued.allSatisfy { $0.unitName == "Trường mẫu" && $0.periods == 4 })
    let again = try engine.issueCertificates(
      cohort: cohort.id, by: .operatorAtMachine, at: workshop.now)
    #expect(again.isEmpty)
    try finish(people[3])
    let later = try engine.issueCertificates(
      cohort: cohort.id, by: .operatorAtMachine, at: workshop.now)
    #expect(later.map(\.entry) == [4])
  }

  @Test func `the register begins anew with the year in Viet Nam`() throws {
    let people = try teachers(2)
    let cohort = try cohort(people)
    try finish(people[0])
    let engine = workshop.engine
    let newYear = try #require(Instant(iso8601: "2027-01-01T00:00+07:00"))
    let old = try engine.issueCertificates(
      cohort: cohort.id, by: .operatorAtMachine, at: newYear + Span(milliseconds: -1))
    try finish(people[1])
    let new = try engine.issueCertificates(
      cohort: cohort.id, by: .operatorAtMachine, at: newYear)
    #expect(old.map(\.number) == ["0001/2026/GCN"] && new.map(\.number) == ["0001/2027/GCN"])
  }

  @Test func `a claim gives one paper, however often and from however many devices`() async throws {
    let person = try teachers(1)[0]
    _ = try cohort([person])
    let engine = workshop.engine
    #expect(throws: Refusal.notComplete(missing: 2)) {
      try engine.claimCertificate(course: SmallCourse.slug, by: person, at: workshop.now)
    }
    try finish(person)
    let moments = (0..<12).map { workshop.now + .seconds($0) }
    let codes = try await withThrowingTaskGroup(of: String.self) { group in
      for moment in moments {
        group.addTask {
          try engine.claimCertificate(course: SmallCourse.slug, by: person, at: moment).code
        }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(codes.count == 1)
    #expect(try engine.read { try $0.certificates.all() }.count == 1)
  }

  @Test func `a paper taken back says so, once, and a new one can be issued`() throws {
    let person = try teachers(1)[0]
    let cohort = try cohort([person])
    try finish(person)
    let engine = workshop.engine
    let paper = try engine.claimCertificate(
      course: SmallCourse.slug, by: person, at: workshop.now)
    let typed = paper.code.lowercased().replacing("-", with: " ")
    #expect(try engine.certificate(code: typed) == paper)
    let revoked = try engine.revokeCertificate(
      code: typed, reason: " Cấp nhầm ", publicReason: " Đã cấp lại ", by: .operatorAtMachine,
      at: workshop.now)
    #expect(revoked.revocation?.reason == "Cấp nhầm")
    #expect(revoked.revocation?.publicReason == "Đã cấp lại")
    #expect(try engine.certificate(code: paper.code).revocation == revoked.revocation)
    #expect(throws: Refusal.alreadyRevoked) {
      try engine.revokeCertificate(
        code: paper.code, reason: "Lại", by: .operatorAtMachine, at: workshop.now)
    }
    #expect(throws: Refusal.invalid(field: "reason", .missing)) {
      try engine.revokeCertificate(
        code: paper.code, reason: "  ", by: .operatorAtMachine, at: workshop.now)
    }
    // Who may not withdraw it hears that first, and nothing of the form.
    #expect(throws: Refusal.notAllowed) {
      try engine.revokeCertificate(
        code: paper.code, reason: "  ", by: .person(person), at: workshop.now)
    }
    #expect(throws: Refusal.invalid(field: "publicReason", .tooLong)) {
      try engine.revokeCertificate(
        code: paper.code, reason: "x", publicReason: String(repeating: "x", count: 501),
        by: .operatorAtMachine, at: workshop.now)
    }
    workshop.advance(.days(1))
    #expect(throws: Refusal.alreadyRevoked) {
      try engine.claimCertificate(course: SmallCourse.slug, by: person, at: workshop.now)
    }
    // Another cohort of the same course gives it no more than the first.
    let other = try self.cohort([person], named: "Bồi dưỡng lại")
    for id in [cohort.id, other.id] {
      let learner = try engine.progress(ofCohort: id, by: .operatorAtMachine).first
      #expect(learner?.withdrawn?.code == paper.code && learner?.lacksCertificate == true)
      let none = try engine.issueCertificates(
        cohort: id, by: .operatorAtMachine, at: workshop.now)
      #expect(none.isEmpty)
    }
    let next = try engine.issueCertificates(
      cohort: cohort.id, again: [person.person], by: .operatorAtMachine, at: workshop.now)
    #expect(next.map(\.entry) == [2])
    let held = try engine.progress(ofCohort: other.id, by: .operatorAtMachine).first
    #expect(held?.certificate == next.first && held?.withdrawn == nil)
  }

  @Test(arguments: ["", "AAAA-BBBB-CCCC-DDDD", "x", "' OR 1=1 --"])
  func `an unknown code is no paper`(code: String) throws {
    #expect(throws: Refusal.notFound(.certificate)) {
      try workshop.engine.certificate(code: code)
    }
  }

  @Test func `only those who may issue and take back papers`() throws {
    let person = try teachers(1)[0]
    let cohort = try cohort([person])
    try finish(person)
    let engine = workshop.engine
    let paper = try engine.claimCertificate(
      course: SmallCourse.slug, by: person, at: workshop.now)
    let outside = try workshop.staff(.organizer, in: workshop.schoolClass, name: "Đỗ Ngoài")
    let auditor = try workshop.staff(.auditor, name: "Đỗ Giám")
    for session in [person, outside, auditor] {
      #expect(throws: Refusal.self) {
        try engine.issueCertificates(
          cohort: cohort.id, by: .person(session), at: workshop.now)
      }
      #expect(throws: Refusal.notAllowed) {
        try engine.revokeCertificate(
          code: paper.code, reason: "?", by: .person(session), at: workshop.now)
      }
    }
  }
}
