import Dispatch
import QuizEngine
import Synchronization
import Testing

@testable import TrainingServer

/// What may stand in the log, and that writing it holds nobody up.
@Suite(.timeLimit(.minutes(1))) struct LogTests {
  static let now = Instant(milliseconds: 1_795_402_800_000)

  @Test(
    arguments: [
      ("Nguyễn Thị Ánh 𝛑 👍🏽", "Nguyễn Thị Ánh 𝛑 👍🏽"), ("a\nb\r", #"a\u000Ab\u000D"#),
      ("\u{1b}[31mred", #"\u001B[31mred"#), ("a\u{0}b", #"a\u0000b"#),
      ("txt\u{202e}fdp", #"txt\u202Efdp"#), ("\u{2066}x\u{2069}", #"\u2066x\u2069"#),
      ("\u{61c}\u{feff}\u{ad}", #"\u061C\uFEFF\u00AD"#), ("\u{2028}\u{2029}", #"\u2028\u2029"#),
      ("\u{e0041}", #"\uE0041"#), ("\u{e000}", #"\uE000"#), ("\u{85}", #"\u0085"#),
      (#""quoted" \ "#, #""quoted" \ "#),
    ] as [(String, String)])
  func `what could forge or hide is written out`(typed: String, kept: String) {
    #expect(LogLine.harmless(typed) == kept)
  }

  @Test func `a line is one line of JSON, however hostile its values`() throws {
    var line = LogLine(.problem)
    line.add("path", "/a\n{\"event\":\"fatal\"}\u{202e}\"")
    line.add("cause", String(repeating: "x", count: 5000))
    let bytes = line.finished(at: Self.now)
    #expect(bytes.filter { $0 == 10 } == [10] && bytes.last == 10)
    let json = try JSON(Array(bytes.dropLast()))
    #expect(json["at"]?.string == Self.now.iso8601)
    #expect(json["event"]?.string == "problem" && json["level"]?.string == "info")
    #expect(json["path"]?.string == #"/a\u000A{"event":"fatal"}\u202E""#)
    #expect(json["cause"]?.string?.count == LogLine.longest + 1)
    #expect(bytes.count < 1000)
  }

  /// Log lines as JSON, from a log that is stopped.
  private func lines(_ write: (EventLog) -> Void) throws -> [JSON] {
    let kept = TestSite.Lines()
    let log = EventLog(run: 7, output: { kept.append($0) })
    write(log)
    log.stop()
    return try kept.text.split(separator: "\n").map { try JSON(Array($0.utf8)) }
  }

  @Test func `a flood of refusals is withheld and confessed, faults are always written`() throws {
    let found = try lines { log in
      for _ in 0..<250 { log.write(LogLine(.problem), at: Self.now) }
      log.write(LogLine(.problem, .error), at: Self.now)
      log.write(LogLine(.problem), at: Self.now + .seconds(1))
    }
    let events = found.compactMap { $0["event"]?.string }
    #expect(events.count == LogBudget.linesPerSecond + 3)
    #expect(events.suffix(3) == ["problem", "withheld", "problem"])
    #expect(found[events.count - 2]["count"]?.int == 150)
  }

  @Test func `a reader that takes nothing costs lines, not time`() throws {
    let (gate, kept) = (DispatchSemaphore(value: 0), TestSite.Lines())
    let log = EventLog(
      run: 7,
      output: {
        gate.wait()
        gate.signal()
        kept.append($0)
      })
    var line = LogLine(.problem, .error)
    line.add("cause", String(repeating: "x", count: 300))
    let count = EventLog.capacity / 300 * 3
    for _ in 0..<count { log.write(line, at: Self.now) }
    let dropped = log.dropped
    #expect(dropped > 0 && dropped < count)
    gate.signal()
    log.stop()
    let texts = kept.text.split(separator: "\n")
    #expect(texts.count { $0.contains(#""event":"problem""#) } == count - dropped)
    let confessed = try texts.filter { $0.contains(#""event":"dropped""#) }
      .map { try JSON(Array($0.utf8))["count"]?.int ?? 0 }.reduce(0, +)
    #expect(confessed == dropped)
  }
}
