import Glibc
import QuizEngine

@main
enum Main {
  static func main() {
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// 0 done, 1 refused or failed, 64 misuse (sysexits.h).
  private static func run(_ arguments: [String]) -> Int32 {
    do throws(BadArgument) {
      switch try LaunchOptions.read(arguments) {
      case .help: Console.say(Usage.text)
      case .version: Console.say("TrainingServer \(Usage.version)")
      case .serve(let options): return RunningServer.run(options)
      }
      return 0
    } catch {
      Console.complain(error.text)
      Console.complain(Usage.text)
      return 64
    }
  }
}
