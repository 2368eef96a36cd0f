/// One JSON value of a file, read with the type that the caller expects.
///
/// Each method reports a wrong type and returns a stand-in (see `JSONReader`).
package struct ValueReader {
  package let node: LocatedJSON
  private let reader: JSONReader

  init(_ node: LocatedJSON, reader: JSONReader) {
    self.node = node
    self.reader = reader
  }

  package var location: SourceLocation { node.location }

  /// Reports something that only the caller can know to be wrong.
  package func report(_ message: LocalizedText) {
    reader.report(node.location, message)
  }

  /// A text.
  package func string() -> String {
    guard case .string(let text) = node.value else {
      return wrong("một chuỗi trong nháy kép", "a text in double quotes", "")
    }
    return text
  }

  /// The digits of a number as they were written.
  package func number() -> String {
    guard case .number(let literal) = node.value else { return wrong("một số", "a number", "0") }
    return literal
  }

  /// A whole number within `range`.
  package func int(in range: ClosedRange<Int> = .min ... .max) -> Int {
    guard case .number(let literal) = node.value, let value = wholeNumber(literal) else {
      return wrong("một số nguyên", "a whole number", range.lowerBound)
    }
    guard range.contains(value) else {
      let bounds = "\(range.lowerBound) … \(range.upperBound)"
      report(
        LocalizedText(
          vi: "Số \(value) nằm ngoài khoảng cho phép \(bounds).",
          en: "\(value) is outside the allowed range \(bounds)."))
      return range.lowerBound
    }
    return value
  }

  /// True or false.
  package func bool() -> Bool {
    guard case .bool(let value) = node.value else {
      return wrong("true hoặc false", "true or false", false)
    }
    return value
  }

  /// A time in ISO 8601 with its zone.
  package func instant() -> Instant {
    guard case .string(let text) = node.value, let instant = Instant(iso8601: text) else {
      return wrong(
        "thời điểm kèm múi giờ như “2026-11-20T08:00:00+07:00”",
        "a time with its zone such as “2026-11-20T08:00:00+07:00”", Instant(milliseconds: 0))
    }
    return instant
  }

  /// `{"vi": "…", "en": "…"}`; both must say something.
  package func localizedText() -> LocalizedText {
    let texts = object()
    return LocalizedText(vi: texts.filledString("vi"), en: texts.filledString("en"))
  }

  /// One of the raw values of an enumeration; a close miss is named in the issue.
  package func choice<Choice>(_ type: Choice.Type, standIn: Choice) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let names = type.allCases.map(\.rawValue)
    guard case .string(let text) = node.value else {
      let list = names.map { "“\($0)”" }.joined(separator: ", ")
      return wrong("một trong các giá trị \(list)", "one of \(list)", standIn)
    }
    guard let choice = Choice(rawValue: text) else {
      report(unknownName(text, among: names))
      return standIn
    }
    return choice
  }

  /// The items of a list.
  package func array() -> [ValueReader] {
    guard case .array(let items) = node.value else {
      return wrong("một danh sách [ … ]", "a list [ … ]", [])
    }
    return items.map { ValueReader($0, reader: reader) }
  }

  /// An object, to be asked for its members.
  package func object() -> ObjectReader {
    guard case .object(let members) = node.value else {
      return wrong("một đối tượng { … }", "an object { … }", .standIn(at: node.location, reader))
    }
    return ObjectReader(members, at: node.location, reader: reader)
  }

  private func wrong<Value>(_ vietnamese: String, _ english: String, _ standIn: Value) -> Value {
    let found = foundName
    report(
      LocalizedText(
        vi: "Ở đây cần \(vietnamese), nhưng lại gặp \(found.vietnamese).",
        en: "Expected \(english) here but found \(found.english)."))
    return standIn
  }

  private var foundName: LocalizedText {
    switch node.value {
    case .null: LocalizedText(vi: "null", en: "null")
    case .bool(let value): LocalizedText(vi: "\(value)", en: "\(value)")
    case .number(let literal): LocalizedText(vi: "số \(literal)", en: "the number \(literal)")
    case .string(let text):
      LocalizedText(vi: "chuỗi “\(text.prefix(40))”", en: "the text “\(text.prefix(40))”")
    case .array: LocalizedText(vi: "một danh sách", en: "a list")
    case .object: LocalizedText(vi: "một đối tượng", en: "an object")
    }
  }
}

/// What to say about a name that is none of `names`.
func unknownName(_ name: String, among names: [String]) -> LocalizedText {
  if let nearest = nearestName(to: name, among: names) {
    return LocalizedText(
      vi: "Không có tên “\(name)” ở đây. Có phải là “\(nearest)”?",
      en: "There is no name “\(name)” here. Did you mean “\(nearest)”?")
  }
  let list = names.map { "“\($0)”" }.joined(separator: ", ")
  return LocalizedText(
    vi: "Không có tên “\(name)” ở đây. Các tên dùng được: \(list).",
    en: "There is no name “\(name)” here. Possible names: \(list).")
}
