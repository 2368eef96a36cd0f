import QuizEngine

/// Pages that are the same for everybody, made once.
final class PageTexts: Sendable {
  func problem(_ problem: Problem, _ language: Language) -> Response {
    .html(
      "<!DOCTYPE html><title>\(problem.kind.title[language])</title>", status: problem.kind.status)
  }
}
