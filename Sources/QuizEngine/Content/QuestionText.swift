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
    object["explanation"] = question.explanation.json
    object["laws"] = .array(question.laws.map(JSON.string))
    object["topic"] = question.topic.map(JSON.string)
    object["level"] = question.level.map(JSON.int)
    return String(decoding: JSON.object(object).encoded(), as: UTF8.self)
  }

  /// Reads what `encode` wrote.
  package static func decode(_ body: String) throws(SourceIssues) -> Question {
    try JSONReader.read(Array(body.utf8), file: "question") { object in
      Question(
        id: object.string("id"),
        kind: object.choice("kind", QuestionKind.self, standIn: .single),
        title: object.localizedText("title"), prompt: object.localizedText("prompt"),
        options: object.objects("options").map { option in
          QuestionOption(
            text: option.localizedText("text"), weight: option.int("weight"),
            feedback: option.optionalLocalizedText("feedback"))
        },
        explanation: object.localizedText("explanation"), laws: object.strings("laws"),
        topic: object.optionalString("topic"), level: object.optionalInt("level"))
    }
  }

  /// The digest of a whole bank: of its versions in order.
  package static func bank(_ questions: [Question]) -> QuestionBank {
    var hash = SHA256()
    for question in questions { hash.update(SHA256.hash(encode(question)).bytes) }
    return QuestionBank(digest: hash.finish(), questions: questions)
  }
}
