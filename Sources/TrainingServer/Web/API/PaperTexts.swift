import QuizEngine
import Synchronization

/// The questions' texts as JSON, rendered once for each bank and language.
final class PaperTexts: Sendable {
  private struct Key: Hashable {
    let bank: Digest
    let language: Language
  }

  private let banks = Mutex<[Key: [String: DealtText]]>([:])

  /// Writes `"paper":{"items":[…]}`: prompts and options as dealt, never a key.
  func write(
    _ paper: Paper, bank: Digest, _ language: Language, to writer: inout JSONWriter
  ) {
    let texts = texts(of: paper.items.map(\.question), bank: bank, language)
    writer.key("paper")
    writer.beginObject()
    writer.array("items", zip(paper.items, texts)) { writer, pair in
      let (item, text) = pair
      writer.beginObject()
      writer.field("slot", item.slot)
      text.write(order: item.order, kind: item.question.kind, to: &writer)
      writer.endObject()
    }
    writer.endObject()
  }

  /// Whether every text of the paper was rendered before.
  func holds(_ paper: Paper, bank: Digest, _ language: Language) -> Bool {
    guard let known = banks.withLock({ $0[Key(bank: bank, language: language)] }) else {
      return false
    }
    return paper.items.allSatisfy { known[$0.question.id] != nil }
  }

  /// Writes `"questions":[…]` of a checkpoint: in the order and with the letters of the course.
  func write(questions bank: QuestionBank, _ language: Language, to writer: inout JSONWriter) {
    let texts = texts(of: bank.questions, bank: bank.digest, language)
    writer.array("questions", zip(bank.questions.indices, texts)) { writer, pair in
      let question = bank.questions[pair.0]
      writer.beginObject()
      writer.field("number", pair.0 + 1)
      pair.1.write(
        order: Array(question.options.indices), kind: question.kind, to: &writer)
      writer.endObject()
    }
  }

  private func texts(
    of questions: [Question], bank: Digest, _ language: Language
  ) -> [DealtText] {
    let key = Key(bank: bank, language: language)
    let known = banks.withLock { $0[key] } ?? [:]
    var added: [String: DealtText] = [:]
    let result = questions.map { question in
      if let text = known[question.id] { return text }
      let text = DealtText(question, language)
      added[question.id] = text
      return text
    }
    if !added.isEmpty {
      banks.withLock { $0[key, default: [:]].merge(added) { first, _ in first } }
    }
    return result
  }
}

/// One question as JSON values, without what only the author may know.
private struct DealtText: Sendable {
  let prompt: MarkdownText
  let options: [MarkdownText]

  init(_ question: Question, _ language: Language) {
    prompt = MarkdownText(question.prompt[language])
    options = question.options.map { MarkdownText($0.text[language]) }
  }

  func write(order: [Int], kind: QuestionKind, to writer: inout JSONWriter) {
    writer.field("kind", kind.rawValue)
    prompt.write("prompt", "promptHTML", to: &writer)
    writer.key("options")
    writer.beginArray()
    for (place, index) in order.enumerated() {
      guard let letter = OptionLetter(index: place), options.indices.contains(index) else {
        continue
      }
      writer.beginObject()
      writer.field("id", letter.text)
      options[index].write("text", "textHTML", to: &writer)
      writer.endObject()
    }
    writer.endArray()
  }
}

/// Inline Markdown as plain text, and as markup where that says more.
private struct MarkdownText: Sendable {
  private let plain: [UInt8]
  private let markup: [UInt8]?

  init(_ source: String) {
    let inline = InlineMarkdown(source)
    let html = inline.html()
    plain = JSON.string(inline.plainText).encoded()
    markup =
      html == HTML.escaped(inline.plainText) ? nil : JSON.string(html.text).encoded()
  }

  func write(_ name: String, _ markupName: String, to writer: inout JSONWriter) {
    writer.key(name)
    writer.raw(plain)
    if let markup {
      writer.key(markupName)
      writer.raw(markup)
    }
  }
}
