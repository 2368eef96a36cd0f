import QuizEngine

/// One entry of a GIFT file in a form to which our tree and the grammar's JSON can both be brought:
/// lines of “name: value” that only say what both can say.
struct GIFTSample: Equatable {
  private(set) var lines: [String] = []

  /// The grammar's JSON.
  init(_ json: JSON) {
    let type = json["type"]?.string ?? ""
    lines.append("type: \(type)")
    add("title", json["title"]?.string)
    if type == "Category" { return }
    add("id", json["id"]?.string)
    lines.append("tags: \(json["tags"]?.array?.compactMap(\.string) ?? [])")
    add("stem", json["stem"])
    lines.append("gap: \(json["hasEmbeddedAnswers"]?.bool ?? false)")
    add("general", json["globalFeedback"])
    if type == "TF" {
      lines.append("true: \(json["isTrue"]?.bool ?? false)")
      add("first", json["trueFeedback"] ?? json["incorrectFeedback"])
      add("second", json["falseFeedback"] ?? json["correctFeedback"])
    }
    for pair in json["matchPairs"]?.array ?? [] {
      add("left", pair["subquestion"])
      add("right", pair["subanswer"]?.string)
    }
    if type == "Numerical" {
      // A single answer without “=” is an object instead of a list.
      for choice in json["choices"]?.array ?? [] { addNumber(choice) }
      if let only = json["choices"], only.array == nil {
        addNumber(.object(["isCorrect": .bool(true), "text": only]))
      }
    } else {
      for choice in json["choices"]?.array ?? [] {
        add("choice", choice["text"])
        addChoice(choice)
      }
    }
  }

  private mutating func addNumber(_ choice: JSON) {
    let key = choice["text"] ?? .null
    func number(_ name: String) -> String { Self.number(key[name]) }
    switch key["type"]?.string {
    case "simple": lines.append("number: \(number("number"))")
    case "range": lines.append("number: \(number("number")) ± \(number("range"))")
    case "high-low": lines.append("number: \(number("numberLow")) … \(number("numberHigh"))")
    default: lines.append("number: any")
    }
    addChoice(choice)
  }

  private mutating func addChoice(_ choice: JSON) {
    lines.append("right: \(choice["isCorrect"]?.bool ?? false)")
    lines.append("weight: \(Self.number(choice["weight"]))")
    add("feedback", choice["feedback"])
  }

  private mutating func add(_ name: String, _ text: JSON?) {
    guard let text, let words = text["text"]?.string else { return }
    lines.append("\(name) [\(text["format"]?.string ?? "moodle")]: \(trimmed(words))")
  }

  private mutating func add(_ name: String, _ text: String?) {
    if let text { lines.append("\(name): \(trimmed(text))") }
  }

  /// The literal without zeros that say nothing.
  private static func number(_ json: JSON?) -> String {
    guard case .number(let literal)? = json else { return "none" }
    guard literal.contains(".") else { return literal }
    var digits = literal
    while digits.hasSuffix("0") { digits.removeLast() }
    return digits.hasSuffix(".") ? String(digits.dropLast()) : digits
  }

  private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let visible = scalars.drop { $0.properties.isWhitespace }
    return String(
      String.UnicodeScalarView(
        visible.reversed().drop { $0.properties.isWhitespace }.reversed()))
  }
}

extension GIFTSample {
  /// Our own tree.
  init(_ entry: GIFTEntry) {
    guard case .question(let question) = entry else {
      if case .category(let name, _) = entry { self.lines = ["type: Category", "title: \(name)"] }
      return
    }
    lines.append("type: \(Self.name(of: question.kind))")
    add("title", question.title)
    add("id", question.id)
    lines.append("tags: \(question.tags)")
    add("stem", question.prompt)
    lines.append("gap: \(question.tail != nil)")
    add("general", question.generalFeedback)
    switch question.kind {
    case .description, .essay: break
    case .trueFalse(let isTrue, let wrong, let right):
      lines.append("true: \(isTrue)")
      add("first", wrong)
      add("second", right)
    case .matching(let pairs):
      for pair in pairs {
        add("left", pair.prompt)
        add("right", pair.answer)
      }
    case .choice(let choices), .shortAnswer(let choices):
      for choice in choices {
        add("choice", choice.text)
        add(choice.isRight, choice.weight, choice.feedback)
      }
    case .numerical(let choices):
      for choice in choices {
        switch choice.key {
        case .exact(let value): lines.append("number: \(value.text)")
        case .within(let value, let tolerance):
          lines.append("number: \(value.text) ± \(tolerance.text)")
        case .range(let low, let high): lines.append("number: \(low.text) … \(high.text)")
        case .any: lines.append("number: any")
        }
        add(choice.isRight, choice.weight, choice.feedback)
      }
    }
  }

  private mutating func add(_ isRight: Bool, _ weight: GIFTDecimal?, _ feedback: GIFTText?) {
    lines.append("right: \(isRight)")
    lines.append("weight: \(weight?.text ?? "none")")
    add("feedback", feedback)
  }

  private mutating func add(_ name: String, _ text: GIFTText?) {
    if let text { lines.append("\(name) [\(text.format.rawValue)]: \(text.text)") }
  }

  private static func name(of kind: GIFTKind) -> String {
    switch kind {
    case .description: "Description"
    case .essay: "Essay"
    case .trueFalse: "TF"
    case .choice: "MC"
    case .shortAnswer: "Short"
    case .matching: "Matching"
    case .numerical: "Numerical"
    }
  }
}
