import Testing

@testable import QuizEngine

@Suite struct CheckpointRulesTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  @Test func `practising tells what is right and keeps nothing`() throws {
    let items = try workshop.engine.practiseLesson(
      course: SmallCourse.slug, lesson: "bai-mot", choices: [[0], [1]])
    #expect(items.map(\.isCorrect) == [true, false])
    let rows = try workshop.engine.read { connection in
      try connection.int(unsafeSQL: "SELECT count(*) FROM completion")
    }
    #expect(rows == 0)
  }

  @Test func `practising refuses what completing refuses`() throws {
    let engine = workshop.engine
    #expect(throws: Refusal.invalid(field: "q-2", .missing)) {
      try engine.practiseLesson(course: SmallCourse.slug, lesson: "bai-mot", choices: [[0], []])
    }
    #expect(throws: Refusal.invalid(field: "q-1", .unknown)) {
      try engine.practiseLesson(course: SmallCourse.slug, lesson: "bai-mot", choices: [[9], [0]])
    }
    #expect(throws: Refusal.notFound(.lesson)) {
      try engine.practiseLesson(course: SmallCourse.slug, lesson: "bai-ba", choices: [])
    }
    #expect(throws: Refusal.notFound(.course)) {
      try engine.practiseLesson(course: "khong-co", lesson: "bai-mot", choices: [])
    }
  }
}
