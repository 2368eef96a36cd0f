import Glibc
import QuizEngine

/// Does one command: here, or in the process that owns the data folder.
struct Runner {
  let command: Command
  let console: Console
  let clock: FolderClock

  private var language: Language { command.operation.language }
  private var globals: Globals { command.globals }

  /// Runs the command and writes what it gives.
  func run() throws {
    if case .live = command.spec.work {
      return try LiveView(command: command, console: console).run()
    }
    try confirm()
    try refuseSecretsOnScreen()
    let operation = try InputFiles(console: console, language: language).load(command)
    let isSecret = command.spec.document == .secret
    let file = try globals.output.map { try OutputFile($0, isSecret: isSecret) }
    let progress = Progress(
      "\(operation.noun) \(operation.verb)", on: console,
      isShown: console.errorIsTerminal && !globals.isQuiet)
    let outcome: OperationOutcome
    do {
      outcome = try perform(operation)
      progress.stop()
    } catch {
      progress.stop()
      file?.abandon()
      let failure = OperationFailure(error)
      if globals.format != .table, !failure.issues.isEmpty {
        console.out(globals.render(issueTable(failure.issues), language))
      }
      throw failure
    }
    try write(outcome, to: file)
    if let failure = outcome.failure { throw OperationFailure(.refused, failure) }
  }

  private func perform(_ operation: Operation) throws -> OperationOutcome {
    switch command.spec.work {
    case .content(let work): return try work(operation, globals.courses, clock.now())
    case .folder(let work):
      guard try ControlClient(folder: globals.data) == nil else {
        throw OperationFailure.serverRuns
      }
      return try work(operation, globals.data, Environment(clock), clock.now())
    case .live: throw WatchOperations.noServer
    case .examination(let work):
      return try work(operation, visit)
    case .data(let work):
      if let server = try ControlClient(folder: globals.data) {
        return try server.perform(operation)
      }
      let owner = try FolderOwner(assuming: globals.data)
      defer { owner.resign() }
      let engine = try Engine(
        folder: globals.data, catalogue: try catalogue(),
        environment: Environment(clock)
      ) { [console, language] error in
        exit(console.report(error, language))
      }
      defer { engine.close() }
      if clock.doubtfulSince != nil, operation.verb != "clock" {
        console.error(ClockOperation.doubt[language] + "\n")
      }
      // The one reading of the clock that the command goes by.
      let instant = clock.now()
      // No server did so while time went on.
      if ["contest", "attempt", "report"].contains(operation.noun) { try engine.tick(at: instant) }
      let outcome = try work(engine, operation, .machine(user: UnixUser.own), instant)
      // What was done is done: the next command or the server writes the head.
      _ = try? engine.anchorAudit()
      return outcome
    }
  }

  /// The folder as somebody sees it who does not own it.
  private var visit: FolderVisit {
    FolderVisit(
      folder: globals.data, server: ControlClient.look(at: globals.data), ask: SiteQuestion.ask)
  }

  /// The courses, where the command can need them; none when there is no such folder.
  private func catalogue() throws -> Catalogue {
    let needsNone = ["unit", "data", "attempt", "bank"].contains(command.spec.noun)
    guard !needsNone, access(globals.courses, F_OK) == 0 else { return .empty }
    return try Catalogue.read(root: globals.courses)
  }

  private func confirm() throws {
    guard command.spec.asksFirst, !globals.saysYes, !command.operation.isDryRun else { return }
    guard console.canAsk else { return try refuseUnasked() }
    guard console.confirms(question[language]) else {
      throw OperationFailure(
        .refused, LocalizedText(vi: "Đã dừng; chưa làm gì.", en: "Stopped; nothing was done."))
    }
  }

  private var question: LocalizedText {
    let summary = command.spec.summary
    if case .folder = command.spec.work {
      return LocalizedText(
        vi: "\(summary.vietnamese). Tiếp tục?", en: "\(summary.english). Go on?")
    }
    return LocalizedText(
      vi: "\(summary.vietnamese): không quay lại được. Tiếp tục?",
      en: "\(summary.english): this cannot be undone. Go on?")
  }

  /// Nobody can be asked: what cannot be undone then has to be told so.
  private func refuseUnasked() throws {
    let summary = command.spec.summary
    let look = LocalizedText(
      vi: command.spec.hasDryRun ? ", hoặc --dry-run để xem trước" : "",
      en: command.spec.hasDryRun ? ", or --dry-run to look first" : "")
    if case .folder = command.spec.work {
      throw Misuse(
        vi: "Lệnh này thay toàn bộ dữ liệu. Thêm --yes để làm\(look.vietnamese).",
        en: "This replaces all data. Add --yes to do it\(look.english).")
    }
    throw Misuse(
      vi:
        "\(summary.vietnamese): không quay lại được, và ở đây không hỏi lại được ai. Chưa làm gì. "
        + "Thêm --yes để làm\(look.vietnamese).",
      en: "\(summary.english): this cannot be undone, and nobody can be asked here. Nothing was "
        + "done. Add --yes to do it\(look.english).")
  }

  private func refuseSecretsOnScreen() throws {
    guard command.spec.document == .secret, !command.operation.isDryRun, globals.output == nil,
      console.outIsTerminal
    else { return }
    throw Misuse(
      vi: "Kết quả có mã bí mật. Hãy ghi vào tệp: --output the.html.",
      en: "The result holds secrets. Write it to a file: --output cards.html.")
  }

  private func write(_ outcome: OperationOutcome, to file: OutputFile?) throws {
    if let document = outcome.documents.first {
      if let file { try file.finish(document.bytes) } else { console.out(document.bytes) }
    } else if let prose = outcome.prose, globals.format == .table {
      let bytes = Array(prose[language].utf8)
      if let file { try file.finish(bytes) } else { console.out(bytes) }
    } else if let table = outcome.table {
      let bytes = globals.render(table, language)
      if let file { try file.finish(bytes) } else { console.out(bytes) }
    } else {
      file?.abandon()
    }
    guard !globals.isQuiet else { return }
    for note in outcome.notes { console.error(note[language] + "\n") }
  }

  private func issueTable(_ issues: [SourceIssue]) -> Table {
    Table(
      columns: [
        .init("file", vi: "Tệp", en: "File"), .init("line", vi: "Dòng", en: "Line", .number),
        .init("column", vi: "Cột", en: "Column", .number),
        .init("message", vi: "Cần sửa", en: "What to correct"),
      ],
      rows: issues.map { issue in
        [
          .text(issue.location.file), .count(issue.location.line), .count(issue.location.column),
          .text(issue.message[language]),
        ]
      })
  }
}

extension Globals {
  /// A table in the format that was asked for.
  func render(_ table: Table, _ language: Language) -> [UInt8] {
    switch format {
    case .table: Array(table.text(language).utf8)
    case .json: table.json()
    case .csv: table.csv(separator: separator ?? .init(csvLocale), language: language)
    }
  }
}
