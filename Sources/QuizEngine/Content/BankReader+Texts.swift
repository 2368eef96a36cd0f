// The texts of a bank and what is said about them.

extension BankReader {
  mutating func text(
    _ vietnamese: GIFTText, _ english: GIFTText, _ place: SourceLocation, _ other: SourceLocation
  ) -> LocalizedRichText {
    let own = text(vietnamese, place)
    return LocalizedRichText(vi: own, en: hasTranslation ? text(english, other) : own)
  }

  private mutating func text(_ source: GIFTText, _ place: SourceLocation) -> RichText {
    let (text, losses) = source.rich
    for loss in RichTextLoss.allCases where losses.contains(loss) {
      notes.add(.loss(loss), at: place)
    }
    // Character references of HTML and Markdown bring marks that the file does not show.
    if !StreamSafeText.isSafe(text.plainText) { report(place, .tooManyMarks) }
    // An empty stem is reported by the reader of GIFT.
    if text.isEmpty, !source.text.utf8.isEmpty { report(place, .noWords) }
    return text
  }

  mutating func feedback(
    _ vietnamese: GIFTText?, _ english: GIFTText?, _ place: SourceLocation, _ other: SourceLocation
  ) -> LocalizedRichText? {
    guard let vietnamese, !vietnamese.text.utf8.isEmpty else { return nil }
    return text(vietnamese, english ?? vietnamese, place, other)
  }

  func tags(_ question: GIFTQuestion, _ name: String) -> [String] {
    let start = Array((name + ":").utf8)
    return question.tags.filter { $0.utf8.starts(with: start) }.map {
      String(decoding: $0.utf8.dropFirst(start.count), as: UTF8.self)
    }
  }

  // MARK: Messages

  mutating func report(_ location: SourceLocation, _ fault: BankFault) {
    issues.append(SourceIssue(location, fault.message))
  }

  /// What a course must not have is told to a teacher, whose question or translation is left out.
  mutating func tell(_ location: SourceLocation, _ fault: BankFault) {
    guard demands == .teacher else { return report(location, fault) }
    let message = fault.message
    let isLeftOut = if case .noTwin = fault { false } else { true }
    notes.add(
      location,
      isLeftOut
        ? LocalizedText(
          vi: message.vietnamese + " Câu này được bỏ qua.",
          en: message.english + " It is left out.")
        : LocalizedText(
          vi: message.vietnamese + " Câu này hiện tiếng Việt ở cả hai ngôn ngữ.",
          en: message.english + " It shows Vietnamese in both languages."))
  }
}
