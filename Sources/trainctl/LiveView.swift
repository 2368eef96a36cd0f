import Glibc
import QuizEngine

/// `data top`: asks the running server once a second and shows what changed.
struct LiveView {
  let command: Command
  let console: Console

  private var language: Language { command.operation.language }
  private var globals: Globals { command.globals }

  /// Milliseconds between two looks.
  private static let pause: Int32 = 1000
  /// Seconds that a server may take to answer.
  private static let patience = 5

  func run() throws {
    let first = try look()
    let isWatched =
      console.outIsTerminal && console.canAsk && globals.format == .table
      && globals.output == nil && !command.operation.flags.contains("once")
    if isWatched { return watch(from: first) }
    _ = poll(nil, 0, Self.pause)
    var looks = RecentLooks(first)
    looks.add(try look())
    let bytes = rendered(looks)
    if let path = globals.output {
      try OutputFile(path, isSecret: false).finish(bytes)
    } else {
      console.out(bytes)
    }
  }

  /// For people with units, for programs plain numbers.
  private func rendered(_ looks: RecentLooks) -> [UInt8] {
    guard globals.format == .table else { return globals.render(looks.last.table, language) }
    let lines = looks.lines(folder: globals.data, language)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func look() throws -> VitalSigns {
    let signs = try ControlClient.vitalSigns(of: globals.data, patience: Self.patience)
    guard let signs else { throw WatchOperations.noServer }
    return signs
  }

  /// Until somebody presses q: a server that is restarted meanwhile is waited for.
  private func watch(from first: VitalSigns) {
    let screen = LiveScreen(console)
    defer { screen.leave() }
    var looks = RecentLooks(first)
    while !screen.waitsForQuit(milliseconds: Self.pause) {
      do {
        looks.add(try look())
        screen.show(looks.screen(folder: globals.data, width: screen.width, language))
      } catch {
        let reason = OperationFailure(error).text
        screen.show(looks.screen(without: reason, width: screen.width, language))
      }
    }
  }
}

extension ControlClient {
  /// The server of `folder` as the doctor finds it; one that hangs is a finding.
  static func look(at folder: String) -> ServerLook {
    do {
      return try vitalSigns(of: folder).map { .answers($0) } ?? .absent
    } catch {
      return .silent(OperationFailure(error).text)
    }
  }

  /// What the server of `folder` measures; nil when none listens there.
  static func vitalSigns(of folder: String, patience: Int = 10) throws -> VitalSigns? {
    guard let client = try ControlClient(folder: folder, patience: patience) else { return nil }
    let outcome = try client.perform(Operation("data", "top"))
    guard let signs = VitalSigns(outcome) else {
      throw OperationFailure(.refused, ControlProtocol.Fault.malformed.text)
    }
    return signs
  }
}
