import QuizEngine

/// Help, written from the table of commands.
struct HelpText {
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func text(_ topic: HelpTopic) -> String {
    switch topic {
    case .program: program
    case .noun(let noun): self.noun(noun)
    case .command(let spec): command(spec)
    }
  }

  /// One line that says how to call it.
  func usage(_ topic: HelpTopic) -> String {
    let lead = say("Cách dùng", "Usage")
    switch topic {
    case .program: return "\(lead): trainctl NOUN VERB […] [--help]\n"
    case .noun(let noun):
      let verbs = OperationCatalogue.specs(of: noun).map(\.verb).joined(separator: "|")
      return "\(lead): trainctl \(noun) \(verbs) […] [--help]\n"
    case .command(let spec): return "\(lead): \(synopsis(spec))\n"
    }
  }

  private var program: String {
    var text = say(
      "trainctl – quản lý khóa học và cuộc thi tìm hiểu pháp luật từ dòng lệnh.\n\n",
      "trainctl – courses and contests from the command line.\n\n")
    text += usage(.program) + "\n"
    for noun in OperationCatalogue.nouns {
      text += "\(noun) – \(OperationCatalogue.title(of: noun)[language])\n"
      text += columns(OperationCatalogue.specs(of: noun).map { ($0.verb, $0.summary[language]) })
    }
    text +=
      "completions bash|zsh|fish – "
      + say("tự điền lệnh cho shell\n\n", "completions for the shell\n\n")
    text += globals
    return text
      + say(
        "\nMã thoát: 0 xong, 1 bị từ chối hoặc lỗi, 64 gõ sai lệnh.\n",
        "\nExit: 0 done, 1 refused or failed, 64 wrong usage.\n")
  }

  private func noun(_ noun: String) -> String {
    "trainctl \(noun) – \(OperationCatalogue.title(of: noun)[language])\n\n"
      + usage(.noun(noun)) + "\n"
      + columns(OperationCatalogue.specs(of: noun).map { ($0.verb, $0.summary[language]) })
      + "\n"
      + say("Chi tiết: trainctl \(noun) VERB --help\n", "More: trainctl \(noun) VERB --help\n")
  }

  private func command(_ spec: OperationSpec) -> String {
    var text = "\(spec.summary[language])\n\n" + usage(.command(spec))
    let own = spec.options + (spec.hasDryRun ? [GlobalOptions.dryRun] : [])
    if !own.isEmpty {
      text += "\n" + say("Tuỳ chọn:\n", "Options:\n") + columns(own.map(describe))
    }
    return text + "\n" + globals
  }

  private var globals: String {
    say("Tuỳ chọn chung:\n", "Options of every command:\n")
      + columns(GlobalOptions.all.map(describe))
  }

  private func synopsis(_ spec: OperationSpec) -> String {
    var words = ["trainctl", spec.noun, spec.verb]
    for operand in spec.operands {
      words.append(operand.isOptional ? "[\(operand.name)]" : operand.name)
    }
    for option in spec.options {
      let word = name(option)
      words.append(option.isRequired ? word : "[\(word)]")
    }
    if spec.hasDryRun { words.append("[--dry-run]") }
    return words.joined(separator: " ")
  }

  private func describe(_ option: OperationSpec.Option) -> (String, String) {
    (name(option), option.help[language])
  }

  private func name(_ option: OperationSpec.Option) -> String {
    option.value == .flag ? "--\(option.name)" : "--\(option.name) \(option.value.placeholder)"
  }

  private func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map { min($0.0.count, 28) }.max() ?? 0
    return rows.map { left, right in
      let gap = String(repeating: " ", count: max(0, width - left.count))
      let head =
        left.count > 28 ? left + "\n  " + String(repeating: " ", count: width) : left + gap
      return "  \(head)  \(right)\n"
    }.joined()
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    LocalizedText(vi: vietnamese, en: english)[language]
  }
}
