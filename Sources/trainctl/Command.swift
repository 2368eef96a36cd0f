import QuizEngine

/// What the command line asks for.
enum Invocation {
  case help(HelpTopic)
  case version
  case completions(Shell)
  case run(Command)
}

/// What help is about.
enum HelpTopic {
  case program
  case noun(String)
  case command(OperationSpec)
}

/// The shells that completions are written for.
enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish
}

/// How tables are written.
enum OutputFormat: String, CaseIterable {
  case table
  case json
  case csv
}

/// One command with everything that the command line says about it.
struct Command {
  let spec: OperationSpec
  var operation: Operation
  var globals: Globals
}

/// Options that every command has.
struct Globals {
  var data = Places.standard.data
  var courses = Places.standard.courses
  var format = OutputFormat.table
  /// Whose marks CSV has: programs expect commas and points, Vietnamese Excel is asked for.
  var csvLocale = Language.english
  var separator: CSVWriter.Separator?
  var output: String?
  var passwordFile: String?
  var isQuiet = false
  var saysYes = false
}

extension Language {
  /// `--lang` wherever it stands, else the locale of the terminal; Vietnamese unless it is English.
  init(arguments: [String], variables: [String: String]) {
    let given = zip(arguments, arguments.dropFirst()).filter { $0.0 == "--lang" }.map(\.1).last
    let joined = arguments.last { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { variables[$0] }.first {
      !$0.isEmpty
    }
    if let chosen = Language(rawValue: joined ?? given ?? "") {
      self = chosen
    } else {
      self = locale?.hasPrefix("en") == true ? .english : .vietnamese
    }
  }
}
