import QuizEngine

// How attempts, answers and results look in JSON.
extension JSONWriter {
  /// `"b"`, `["a","c"]` or null.
  mutating func response(_ response: QuizEngine.Response) {
    switch response {
    case .cleared: null()
    case .choice(let letter): string(letter.text)
    case .choices(let letters):
      beginArray()
      for letter in letters { string(letter.text) }
      endArray()
    }
  }

  mutating func answers(_ state: AttemptState) {
    key("answers")
    beginArray()
    for (slot, saved) in state.answers.sorted(by: { $0.key < $1.key }) {
      beginObject()
      field("slot", slot)
      field("revision", saved.revision)
      key("response")
      response(saved.response)
      field("savedAt", saved.savedAt)
      field("receipt", saved.receipt.code)
      endObject()
    }
    endArray()
  }

  /// What is asked besides the items, with what was answered; null where nothing is.
  mutating func prediction(
    _ terms: PredictionTerms?, _ saved: SavedPrediction?, _ language: Language
  ) {
    key("prediction")
    guard let terms else { return null() }
    beginObject()
    field("question", terms.question[language])
    field("minimum", terms.minimum)
    field("maximum", terms.maximum)
    field("revision", saved?.revision ?? 0)
    key("value")
    if let saved { int(saved.value) } else { null() }
    endObject()
  }

  /// The score, where the rule sheet shows it now.
  mutating func result(_ outcome: AttemptOutcome, _ sheet: RuleSheet) {
    key("result")
    beginObject()
    field("points", outcome.points.text())
    field("correctItems", outcome.correctItems)
    field("itemCount", sheet.blueprint.itemCount)
    field("timeUsedMilliseconds", outcome.timeUsed.milliseconds)
    if let mark = sheet.scoring.passMark { field("passed", outcome.points >= mark) }
    endObject()
  }
}
