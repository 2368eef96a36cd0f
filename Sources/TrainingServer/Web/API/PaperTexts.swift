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
      text.write(order: item.order, to: &writer)
      writer.endObject()
    }
    writer.endObject()
  }

  /// Whether every text of the bank was rendered before.
  func hold(_ bank: QuestionBank, _ language: Language) -> Bool {
    let count = banks.withLock { $0[Key(bank: bank.digest, language: language)]?.count }
    return count == bank.questions.count
  }

  /// Writes `"questions":[…]` of a checkpoint: in the order and with the letters of the course.
  func write(questions bank: QuestionBank, _ language: Language, to writer: inout JSONWriter) {
    let texts = texts(of: bank.questions, bank: bank.digest, language)
    writer.array("questions", zip(bank.questions.indices, texts)) { writer, pair in
      let question = bank.questions[pair.0]
      writer.beginObject()
      writer.field("number", pair.0 + 1)
      pair.1.write(order: Array(question.options.indices), to: &writer)
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

/// One question as finished JSON, without what only the author may know.
private struct DealtText: Sendable {
  /// Kind and prompt, as members.
  private let head: [UInt8]
  /// Each option from its text to its last brace, in the order of the bank.
  private let options: [[UInt8]]

  /// The beginning of each option: they get their letters when they are dealt.
  private static let openings = (0..<26).compactMap(OptionLetter.init(index:)).map { letter in
    Array(#"{"id":"\#(letter.text)""#.utf8)
  }

  init(_ question: Question, _ language: Language) {
    var head = JSONWriter()
    head.field("kind", question.kind.rawValue)
    head.rich(question.prompt[language], "prompt", "promptHTML")
    self.head = head.finish()
    options = question.options.map { option in
      var writer = JSONWriter()
      writer.rich(option.text[language], "text", "textHTML")
      return writer.finish() + [UInt8(ascii: "}")]
    }
  }

  func write(order: [Int], to writer: inout JSONWriter) {
    writer.raw(head)
    writer.key("options")
    writer.beginArray()
    for (opening, index) in zip(Self.openings, order) where options.indices.contains(index) {
      writer.raw(opening)
      writer.raw(options[index])
    }
    writer.endArray()
  }
}

extension JSONWriter {
  /// A text as words, and as markup where that says more.
  fileprivate mutating func rich(_ text: RichText, _ name: String, _ markupName: String) {
    let (words, markup) = (text.plainText, text.html)
    field(name, words)
    if markup != HTML.escaped(words) { field(markupName, markup.text) }
  }
}
