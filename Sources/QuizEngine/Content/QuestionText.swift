/// A question version as the JSON text that is stored and named by its digest.
package enum QuestionText {
  /// Canonical: the same question always gives the same bytes.
  package static func encode(_ question: Question) -> String {
    var object = JSONObject()
    object["id"] = .string(question.id)
    object["kind"] = .string(question.kind.rawValue)
    object["title"] = question.title.json
    object["prompt"] = question.prompt.json
    object["options"] = .array(
      question.options.map { option in
        var object = JSONObject()
        object["text"] = option.text.json
        object["weight"] = .int(option.weight)
        object["feedback"] = option.feedback?.json
        return .object(object)
      })
    if !question.explanation.isEmpty { object["explanation"] = question.explanation.json }
    object["laws"] = .array(question.laws.map(JSON.string))
    object["topic"] = question.topic.map(JSON.string)
    object["level"] = question.level.map(JSON.int)
    return String(decoding: JSON.object(object).encoded(), as: UTF8.self)
  }

  /// Reads what `encode` wrote.
  package static func decode(_ body: String) throws(SourceIssues) -> Question {
    try JSONReader.read(Array(body.utf8), file: "question", limits: limits) { object in
      Question(
        id: object.string("id"),
        kind: object.choice("kind", QuestionKind.self, standIn: .single),
        title: object.localizedText("title"), prompt: text("prompt", of: object) ?? .empty,
        options: object.objects("options").map { option in
          QuestionOption(
            text: text("text", of: option) ?? .empty, weight: option.int("weight"),
            feedback: option.optional("feedback").map { LocalizedRichText($0) })
        },
        explanation: object.optional("explanation").map { LocalizedRichText($0) } ?? .empty,
        laws: object.strings("laws"),
        topic: object.optionalString("topic"), level: object.optionalInt("level"))
    }
  }

  private static func text(_ key: String, of object: ObjectReader) -> LocalizedRichText? {
    object.required(key).map { LocalizedRichText($0) }
  }

  /// Marks in marks in lists in lists take two or three levels of JSON each.
  private static let limits = JSONLimits(depth: 400)

  /// The digest of a whole bank: of its versions in order.
  package static func bank(_ questions: [Question]) -> QuestionBank {
    var hash = SHA256()
    for question in questions { hash.update(SHA256.hash(encode(question)).bytes) }
    return QuestionBank(digest: hash.finish(), questions: questions)
  }
}
