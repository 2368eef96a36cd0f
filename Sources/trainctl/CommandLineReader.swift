import QuizEngine

/// Reads the command line against the table of commands.
struct CommandLineReader {
  fileprivate var rest: ArraySlice<String>
  fileprivate let language: Language

  /// What is asked for.
  ///
  /// - Throws: `Misuse` that says what is wrong and how the command is used.
  static func read(_ arguments: [String], language: Language) throws(UsageError) -> Invocation {
    if arguments.first == "--version" { return .version }
    var reader = CommandLineReader(rest: arguments[...], language: language)
    return try reader.invocation()
  }

  private mutating func invocation() throws(UsageError) -> Invocation {
    var globals = Globals()
    try skipGlobals(&globals)
    guard let noun = rest.popFirst() else {
      throw UsageError(vi: "Chưa có lệnh nào.", en: "No command was given.", topic: .program)
    }
    if noun == "help" { return .help(helpTopic()) }
    if isHelp(noun) { return .help(.program) }
    if noun == "completions" { return try completions() }
    guard OperationCatalogue.nouns.contains(noun) else {
      throw .unknown(noun, among: OperationCatalogue.nouns + ["completions"], topic: .program)
    }
    try skipGlobals(&globals)
    guard let verb = rest.popFirst() else {
      throw UsageError(
        vi: "Chưa nói làm gì với “\(noun)”.", en: "Say what to do with “\(noun)”.",
        topic: .noun(noun))
    }
    if isHelp(verb) { return .help(.noun(noun)) }
    guard let spec = OperationCatalogue.find(noun, verb) else {
      throw .unknown(
        verb, among: OperationCatalogue.specs(of: noun).map(\.verb), topic: .noun(noun))
    }
    if rest.prefix(while: { $0 != "--" }).contains(where: isHelp) { return .help(.command(spec)) }
    return .run(try command(spec, globals))
  }

  /// Reads global options in front of the noun or verb.
  private mutating func skipGlobals(_ globals: inout Globals) throws(UsageError) {
    while let word = rest.first, word.hasPrefix("-"), !isHelp(word) {
      rest.removeFirst()
      guard let (option, value) = try option(word, among: GlobalOptions.all, topic: .program)
      else { return }
      try globals.set(option.name, value, topic: .program)
    }
  }

  private mutating func command(
    _ spec: OperationSpec, _ start: Globals
  ) throws(UsageError) -> Command {
    var globals = start
    var operation = Operation(spec.noun, spec.verb, language: language)
    let options = GlobalOptions.options(of: spec)
    let topic = HelpTopic.command(spec)
    var takesOptions = true
    while let word = rest.popFirst() {
      guard takesOptions, word.hasPrefix("-"), word != "-" else {
        operation.operands.append(word)
        continue
      }
      guard let (option, value) = try option(word, among: options, topic: topic) else {
        takesOptions = false
        continue
      }
      if option.name == "dry-run" {
        operation.isDryRun = true
      } else if option.value == .secret {
        globals.passwordFile = value
      } else if spec.options.contains(where: { $0.name == option.name }) {
        if option.value == .flag {
          operation.flags.insert(option.name)
        } else {
          operation.options[option.name, default: []].append(value)
        }
      } else {
        try globals.set(option.name, value, topic: topic)
      }
    }
    try check(operation, spec)
    return Command(spec: spec, operation: operation, globals: globals)
  }

  private func check(_ operation: Operation, _ spec: OperationSpec) throws(UsageError) {
    let needed = spec.operands.count { !$0.isOptional }
    let names = spec.operands.map(\.name).joined(separator: " ")
    if operation.operands.count < needed {
      throw UsageError(
        vi: "Thiếu \(names).", en: "\(names) is missing.", topic: .command(spec))
    }
    if operation.operands.count > spec.operands.count {
      let extra = operation.operands[spec.operands.count]
      throw UsageError(
        vi: "Thừa “\(extra)”. Tên có dấu cách phải để trong nháy kép.",
        en: "“\(extra)” is too much. Put names with spaces in quotes.", topic: .command(spec))
    }
    for option in spec.options where option.isRequired && operation.options[option.name] == nil {
      throw UsageError(
        vi: "Thiếu --\(option.name) \(option.value.placeholder).",
        en: "--\(option.name) \(option.value.placeholder) is missing.", topic: .command(spec))
    }
  }

  /// The option that `word` names, with its value; nil for the `--` that ends the options.
  private mutating func option(
    _ word: String, among options: [OperationSpec.Option], topic: HelpTopic
  ) throws(UsageError) -> (OperationSpec.Option, String)? {
    if word == "--" { return nil }
    let long = ["-q": "--quiet", "-y": "--yes", "-o": "--output"][word] ?? word
    let parts = long.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0].drop { $0 == "-" })
    guard long.hasPrefix("--"), let option = options.first(where: { $0.name == name }) else {
      throw .unknown("--" + name, among: options.map { "--" + $0.name }, topic: topic)
    }
    if option.value == .flag {
      guard parts.count == 1 else {
        throw UsageError(
          vi: "--\(name) không nhận giá trị.", en: "--\(name) takes no value.", topic: topic)
      }
      return (option, "")
    }
    guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
      throw UsageError(
        vi: "--\(name) cần \(option.value.placeholder).",
        en: "--\(name) takes \(option.value.placeholder).", topic: topic)
    }
    if case .choice(let words) = option.value, !words.contains(value) {
      throw .unknown(value, among: words, topic: topic)
    }
    return (option, value)
  }

  /// `help`, `help NOUN`, `help NOUN VERB`.
  private mutating func helpTopic() -> HelpTopic {
    guard let noun = rest.popFirst(), OperationCatalogue.nouns.contains(noun) else {
      return .program
    }
    guard let spec = rest.popFirst().flatMap({ OperationCatalogue.find(noun, $0) }) else {
      return .noun(noun)
    }
    return .command(spec)
  }

  private mutating func completions() throws(UsageError) -> Invocation {
    let names = Shell.allCases.map(\.rawValue)
    guard let name = rest.popFirst() else {
      let list = names.joined(separator: ", ")
      throw UsageError(vi: "Cần tên shell: \(list).", en: "Name a shell: \(list).", topic: .program)
    }
    if isHelp(name) { return .help(.program) }
    guard let shell = Shell(rawValue: name) else {
      throw .unknown(name, among: names, topic: .program)
    }
    return .completions(shell)
  }
}

private func isHelp(_ word: String) -> Bool { word == "--help" || word == "-h" }
