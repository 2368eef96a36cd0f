extension ObjectReader {
  package func string(_ key: String) -> String { required(key)?.string() ?? "" }
  package func optionalString(_ key: String) -> String? { optional(key)?.string() }

  /// A text that is more than white space.
  package func filledString(_ key: String) -> String {
    guard let value = required(key) else { return "" }
    let text = value.string()
    if case .string = value.node.value, text.allSatisfy(\.isWhitespace) {
      value.report(
        LocalizedText(
          vi: "“\(key)” đang để trống. Hãy điền nội dung.",
          en: "“\(key)” is empty. Write something."))
    }
    return text
  }

  package func int(_ key: String, in range: ClosedRange<Int> = .min ... .max) -> Int {
    required(key)?.int(in: range) ?? range.lowerBound
  }

  package func optionalInt(_ key: String, in range: ClosedRange<Int> = .min ... .max) -> Int? {
    optional(key)?.int(in: range)
  }

  /// The digits of a number as they were written, for exact decimals.
  package func number(_ key: String) -> String { required(key)?.number() ?? "0" }
  package func optionalNumber(_ key: String) -> String? { optional(key)?.number() }

  package func bool(_ key: String) -> Bool { required(key)?.bool() ?? false }
  package func optionalBool(_ key: String) -> Bool? { optional(key)?.bool() }

  package func instant(_ key: String) -> Instant {
    required(key)?.instant() ?? Instant(milliseconds: 0)
  }
  package func optionalInstant(_ key: String) -> Instant? { optional(key)?.instant() }

  package func localizedText(_ key: String) -> LocalizedText {
    required(key)?.localizedText() ?? LocalizedText(vi: "", en: "")
  }
  package func optionalLocalizedText(_ key: String) -> LocalizedText? {
    optional(key)?.localizedText()
  }

  /// One of the raw values of an enumeration; `standIn` is returned after an issue.
  package func choice<Choice>(_ key: String, _ type: Choice.Type, standIn: Choice) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    required(key)?.choice(type, standIn: standIn) ?? standIn
  }

  /// One of the raw values of an enumeration; `fallback` when the key is missing.
  package func optionalChoice<Choice>(_ key: String, _ type: Choice.Type, fallback: Choice)
    -> Choice where Choice: RawRepresentable<String> & CaseIterable
  {
    optional(key)?.choice(type, standIn: fallback) ?? fallback
  }

  package func object(_ key: String) -> ObjectReader {
    required(key)?.object() ?? .standIn(at: location, reporter)
  }
  package func optionalObject(_ key: String) -> ObjectReader? { optional(key)?.object() }

  package func array(_ key: String) -> [ValueReader] { required(key)?.array() ?? [] }
  package func optionalArray(_ key: String) -> [ValueReader]? { optional(key)?.array() }

  /// A list of objects.
  package func objects(_ key: String) -> [ObjectReader] { array(key).map { $0.object() } }
  /// A list of texts.
  package func strings(_ key: String) -> [String] { array(key).map { $0.string() } }
}
