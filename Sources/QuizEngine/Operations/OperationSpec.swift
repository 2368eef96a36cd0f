/// What one command is called, takes and does; parsing, help and completions all come from here.
package struct OperationSpec: Sendable {
  package let noun: String
  package let verb: String
  package let summary: LocalizedText
  package let operands: [Operand]
  package let options: [Option]
  /// Whether `--dry-run` shows what would happen.
  package let hasDryRun: Bool
  /// Whether a person at a terminal is asked first: it cannot be undone.
  package let asksFirst: Bool
  package let document: Document
  package let work: Work

  /// One positional argument.
  package struct Operand: Hashable, Sendable {
    package let name: String
    package let use: Use
    package let isOptional: Bool

    /// What the argument names.
    package enum Use: Hashable, Sendable {
      case text
      /// A file that is read and sent along.
      case source
      /// A file that the command makes.
      case target
    }

    package static func text(_ name: String, isOptional: Bool = false) -> Operand {
      Operand(name: name, use: .text, isOptional: isOptional)
    }

    package static let file = Operand(name: "FILE", use: .source, isOptional: false)
    package static let target = Operand(name: "FILE", use: .target, isOptional: false)
  }

  /// The file that a command gives back besides its table.
  package enum Document: Hashable, Sendable {
    case none
    case plain
    /// It holds secrets: only its owner may read it, and no terminal shows it.
    case secret
  }

  /// One option.
  package struct Option: Hashable, Sendable {
    package let name: String
    package let value: Value
    package let help: LocalizedText
    package let isRequired: Bool

    package init(
      _ name: String, _ value: Value, isRequired: Bool = false, vi: String, en: String
    ) {
      self.name = name
      self.value = value
      self.isRequired = isRequired
      help = LocalizedText(vi: vi, en: en)
    }
  }

  /// What an option takes.
  package enum Value: Hashable, Sendable {
    case flag
    /// Any text, shown by this name in help.
    case text(String)
    case choice([String])
    /// A secret: read from a file or from standard input, never an argument.
    case secret

    /// How help shows the value; empty for a flag.
    package var placeholder: String {
      switch self {
      case .flag: ""
      case .text(let name): name
      case .choice(let words): words.joined(separator: "|")
      case .secret: "FILE"
      }
    }
  }

  /// Where the work is done.
  package enum Work: Sendable {
    /// On the files of courses alone; no data folder is opened.
    case content(@Sendable (Operation, _ courses: String, Instant) throws -> OperationOutcome)
    /// By the process that owns the data folder.
    case data(@Sendable (Engine, Operation, Actor, Instant) throws -> OperationOutcome)
    /// By `trainctl` itself, on a data folder that nobody has open; replaces what it holds.
    case folder(
      @Sendable (Operation, _ folder: String, Environment, Instant) throws -> OperationOutcome)
    /// By the server, again and again; `trainctl` shows how the answers change.
    case live(@Sendable (Engine, Operation, Actor, Instant) throws -> OperationOutcome)
    /// By `trainctl`, which looks at the folder from outside, whoever owns it.
    case examination(@Sendable (Operation, FolderVisit) throws -> OperationOutcome)
  }

  package init(
    _ noun: String, _ verb: String, vi: String, en: String, operands: [Operand] = [],
    options: [Option] = [], hasDryRun: Bool = false, asksFirst: Bool = false,
    document: Document = .none, _ work: Work
  ) {
    self.noun = noun
    self.verb = verb
    summary = LocalizedText(vi: vi, en: en)
    self.operands = operands
    self.options = options
    self.hasDryRun = hasDryRun
    self.asksFirst = asksFirst
    self.document = document
    self.work = work
  }

  /// Whether the command works without a data folder.
  package var needsNoData: Bool {
    switch work {
    case .content: true
    case .data, .folder, .live, .examination: false
    }
  }
}
