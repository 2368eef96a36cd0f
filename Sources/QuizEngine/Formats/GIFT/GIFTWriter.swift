/// Writes questions as GIFT that reads back as the same questions.
///
/// Two things GIFT cannot say: `->` in the left side of a pair becomes `→`, and white space at the
/// ends of a text, or runs of it outside HTML, is lost on reading.
package struct GIFTWriter {
  private var output = ""

  /// The whole file.
  package static func write(_ entries: [GIFTEntry]) -> String {
    var writer = GIFTWriter()
    for entry in entries {
      switch entry {
      case .category(let name, _): writer.output += "$CATEGORY: \(oneLine(name))\n\n"
      case .question(let question): writer.write(question)
      }
    }
    return writer.output
  }

  private mutating func write(_ question: GIFTQuestion) {
    if let id = question.id { output += "// [id:\(bracketed(id))]\n" }
    if !question.tags.isEmpty {
      output += "// " + question.tags.map { "[tag:\(bracketed($0))]" }.joined(separator: " ") + "\n"
    }
    if let title = question.title { output += "::\(escaped(title))::" }
    let stem = question.stem
    // Explicit when the text would otherwise be taken for something else.
    let isMisleading = begins(stem.text, "//") || begins(stem.text, "$CATEGORY:")
    output += marked(stem, inherited: .moodle, isForced: isMisleading)
    if question.tail != nil, !stem.text.isEmpty { output += " " }
    writeAnswers(of: question)
    if let tail = question.tail {
      let isRemark = begins(tail.text, "//")
      output += " " + marked(tail, inherited: stem.format, isForced: isRemark)
    }
    output += "\n\n"
  }

  private mutating func writeAnswers(of question: GIFTQuestion) {
    let format = question.stem.format
    let lines: [String]
    switch question.kind {
    case .description: return
    case .essay: lines = []
    case .trueFalse(let isTrue, let wrong, let right):
      let second = right.map { "#" + marked($0, inherited: format) } ?? ""
      let first = wrong.map { marked($0, inherited: format) } ?? ""
      lines = [
        (isTrue ? "TRUE" : "FALSE") + (wrong == nil && right == nil ? "" : "#" + first) + second
      ]
    case .choice(let choices): lines = choices.map { line(of: $0, format) }
    case .shortAnswer(let choices):
      lines = choices.map { choice in
        let plain = line(of: choice, format)
        guard choices.count == 1, hasArrow(plain) else { return plain }
        // Behind `=` an arrow would make a pair of it; a lone answer needs no mark, but says its
        // format, or `T` would be true.
        return String(line(of: choice, format, isForced: true).dropFirst())
      }
    case .matching(let pairs):
      lines = pairs.map { pair in
        let prompt = GIFTText(
          replacing("->", in: pair.prompt.text, with: "→"), format: pair.prompt.format)
        let left = prompt.text.isEmpty ? "" : marked(prompt, inherited: format) + " "
        return "=" + left + "-> " + escaped(pair.answer)
      }
    case .numerical(let choices): lines = numbers(choices, format)
    }
    let general = question.generalFeedback.map { ["####" + marked($0, inherited: format)] } ?? []
    let all = lines + general
    let isShort = all.count < 2 && general.isEmpty
    output += isShort ? "{\(all.joined())}" : "{\n" + all.map { "  \($0)\n" }.joined() + "}"
  }

  private func line(
    of choice: GIFTChoice, _ format: GIFTFormat, isForced: Bool = false
  ) -> String {
    marker(choice.isRight, choice.weight)
      + marked(choice.text, inherited: format, isForced: isForced)
      + feedback(choice.feedback, format)
  }

  private func hasArrow(_ line: String) -> Bool {
    zip(line.utf8, line.utf8.dropFirst()).contains { $0 == 0x2d && $1 == 0x3e }
  }

  private func numbers(_ choices: [GIFTNumericChoice], _ format: GIFTFormat) -> [String] {
    if choices.count == 1, let only = choices.first, only.isRight, only.weight == nil,
      only.feedback == nil
    {
      return ["#" + text(only.key)]
    }
    return ["#"]
      + choices.map {
        marker($0.isRight, $0.weight) + text($0.key) + feedback($0.feedback, format)
      }
  }

  private func text(_ key: GIFTNumericKey) -> String {
    switch key {
    case .exact(let value): value.text
    case .within(let value, let tolerance): "\(value.text):\(tolerance.text)"
    case .range(let low, let high): "\(low.text)..\(high.text)"
    case .any: "*"
    }
  }

  private func marker(_ isRight: Bool, _ weight: GIFTDecimal?) -> String {
    (isRight ? "=" : "~") + (weight.map { "%\($0.text)%" } ?? "")
  }

  private func feedback(_ text: GIFTText?, _ format: GIFTFormat) -> String {
    text.map { " #" + marked($0, inherited: format) } ?? ""
  }

  /// The text with its format marker where the reader would not know it by itself.
  private func marked(
    _ text: GIFTText, inherited: GIFTFormat, isForced: Bool = false
  ) -> String {
    let looksMarked = begins(text.text, "[") || begins(text.text, "%")
    // HTML keeps its white space only when it says [html] itself.
    let needsMarker = text.format != inherited || text.format == .html || looksMarked || isForced
    return text.text.isEmpty
      ? "" : (needsMarker ? "[\(text.format.rawValue)]" : "") + escaped(text.text)
  }

  private func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ":", "#", "=", "{", "}", "~":
        result.append("\\")
        result.append(scalar)
      case "\n":
        result.append("\\")
        result.append("n")
      case "\r": continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private func bracketed(_ text: String) -> String {
    replacing("]", in: Self.oneLine(text), with: "\\]")
  }

  // GIFT is read by octets: a combining mark behind a sign must not hide the sign from the writer.

  private func begins(_ text: String, _ sign: String) -> Bool {
    text.utf8.starts(with: sign.utf8)
  }

  private func replacing(_ sign: String, in text: String, with other: String) -> String {
    String(
      decoding: Array(text.utf8).replacing(Array(sign.utf8), with: Array(other.utf8)),
      as: UTF8.self)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
