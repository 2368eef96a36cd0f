/// How a question is answered.
///
/// A new kind is a new case; the compiler then names every place that must learn it.
package enum QuestionKind: String, CaseIterable, Sendable {
  case single
  case multiple
}

/// One immutable version of a question, key included: never sent to a client.
package struct Question: Hashable, Sendable {
  /// Author's name for the question, stable over versions.
  package let id: String
  package let kind: QuestionKind
  package let title: LocalizedText
  package let prompt: LocalizedRichText
  package let options: [QuestionOption]
  /// Empty where the author gave none.
  package let explanation: LocalizedRichText
  /// Ids of the law facts it rests on.
  package let laws: [String]
  package let topic: String?
  package let level: Int?

  package init(
    id: String, kind: QuestionKind, title: LocalizedText, prompt: LocalizedRichText,
    options: [QuestionOption], explanation: LocalizedRichText, laws: [String], topic: String?,
    level: Int?
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.prompt = prompt
    self.options = options
    self.explanation = explanation
    self.laws = laws
    self.topic = topic
    self.level = level
  }
}

/// One option with its weight: millionths of the question's points, negative for a wrong choice.
package struct QuestionOption: Hashable, Sendable {
  package let text: LocalizedRichText
  package let weight: Int
  package let feedback: LocalizedRichText?

  package init(text: LocalizedRichText, weight: Int, feedback: LocalizedRichText? = nil) {
    self.text = text
    self.weight = weight
    self.feedback = feedback
  }

  /// The weight of an option that earns everything.
  package static let wholeWeight = 1_000_000

  package var isRight: Bool { weight > 0 }
}

/// The questions of one bank as they were at one moment, named by the digest of their text.
package struct QuestionBank: Hashable, Sendable {
  package let digest: Digest
  package let questions: [Question]
  /// Indices of `questions` in the order of their ids, which every deal starts from.
  package let placesByID: [Int]

  package init(digest: Digest, questions: [Question]) {
    self.digest = digest
    self.questions = questions
    placesByID = questions.indices.sorted { questions[$0].id < questions[$1].id }
  }
}
