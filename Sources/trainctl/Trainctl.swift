import Foundation
import QuizEngine

@main
enum Trainctl {
  static func main() {
    // A reader that goes away ends the write, not the program.
    signal(SIGPIPE, SIG_IGN)
    let variables = ProcessInfo.processInfo.environment
    let console = Console()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let language = Language(arguments: arguments, variables: variables)
    do {
      switch try CommandLineReader.read(arguments, language: language) {
      case .help(let topic): console.out(HelpText(language).text(topic))
      case .version: console.out("trainctl \(programVersion)\n")
      case .completions(let shell): console.out(Completions.script(shell))
      case .run(let command):
        try Runner(command: command, console: console, clock: FolderClock(.machine)).run()
      }
    } catch {
      exit(console.report(error, language))
    }
  }
}
