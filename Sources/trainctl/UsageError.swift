import QuizEngine

/// A command line that says nothing we can do; nothing was done.
struct UsageError: Error {
  let text: LocalizedText
  /// Whose usage is shown below the message.
  let topic: HelpTopic

  init(vi: String, en: String, topic: HelpTopic) {
    text = LocalizedText(vi: vi, en: en)
    self.topic = topic
  }

  /// A word that is none of `names`, with the nearest one.
  static func unknown(_ word: String, among names: [String], topic: HelpTopic) -> UsageError {
    if let nearest = nearestName(to: word, among: names) {
      return UsageError(
        vi: "Không có “\(word)”. Có phải bạn muốn “\(nearest)”?",
        en: "There is no “\(word)”. Did you mean “\(nearest)”?", topic: topic)
    }
    let list = names.joined(separator: ", ")
    return UsageError(
      vi: "Không có “\(word)”. Có thể dùng: \(list).",
      en: "There is no “\(word)”. Possible: \(list).", topic: topic)
  }
}

extension Globals {
  /// Takes over one global option.
  mutating func set(_ name: String, _ value: String, topic: HelpTopic) throws(UsageError) {
    switch name {
    case "data", "courses", "output":
      guard !value.isEmpty else {
        throw UsageError(
          vi: "--\(name) đang để trống.", en: "--\(name) is empty.", topic: topic)
      }
      if name == "data" { data = value }
      if name == "courses" { courses = value }
      if name == "output" { output = value }
    case "format": format = OutputFormat(rawValue: value) ?? format
    case "csv-locale": csvLocale = Language(rawValue: value) ?? csvLocale
    case "separator":
      separator = GlobalOptions.separators.first { $0.name == value }?.value ?? separator
    case "quiet": isQuiet = true
    case "yes": saysYes = true
    default: break
    }
  }
}
