import Testing

@testable import QuizEngine

/// What `data top` says, from two looks at counters.
@Suite struct PulseTests {
  private static let start = Given.monday

  private static func distribution(_ values: [Int], _ buckets: Buckets) -> Distribution {
    var counts = [Int](repeating: 0, count: buckets.bounds.count + 1)
    for value in values { counts[buckets.index(of: value)] += 1 }
    return Distribution(buckets, counts: counts, sum: values.reduce(0, +))
  }

  /// A look `seconds` after the start.
  private static func look(
    at seconds: Int, saves: [Int] = [], batches: [Int] = [], since: Instant = start,
    gauges: [String: Int] = [:], refusals: [(String, Int)] = [], faults: Int = 0
  ) -> VitalSigns {
    var metrics: [Metric] = [
      .histogram("save_duration_seconds", "", distribution(saves, .durations)),
      .histogram("writer_batch_jobs", "", distribution(batches, .sizes)),
      .counters(
        "refusals_total", "", by: "kind", refusals.map { Metric.Labelled($0.0, $0.1) }),
      .counters("http_answers_total", "", by: "status", [.init("200", 5), .init("503", faults)]),
    ]
    metrics += gauges.sorted { $0.key < $1.key }.map { .gauge($0.key, "", $0.value) }
    return VitalSigns(
      at: start + .seconds(seconds), sinceBoot: .seconds(100 + seconds), since: since,
      probeKey: "key", metrics: metrics)
  }

  private func number(_ pulse: Pulse, _ key: String) -> Int? {
    pulse.figures.first { $0.key == key }?.number
  }

  @Test func `rates and quantiles are those of the time between the looks`() throws {
    let old = [Int](repeating: 500_000, count: 1000)
    let pulse = Pulse(
      Self.look(
        at: 12, saves: old + [Int](repeating: 1000, count: 300), batches: [4, 4, 16]),
      after: Self.look(at: 10, saves: old, batches: []))
    #expect(number(pulse, "savesPerSecond") == 150)
    #expect((768...1024).contains(try #require(number(pulse, "saveP99Microseconds"))))
    #expect(number(pulse, "jobsPerTenCommits") == 80)
    #expect(number(pulse, "commitP50Microseconds") == nil)
  }

  @Test func `a restart between the looks starts the counting anew`() {
    let before = Self.look(at: 10, saves: [1, 2, 3], refusals: [("busy", 9)])
    let after = Self.look(
      at: 11, saves: [1], since: Self.start + .seconds(10), refusals: [("busy", 1)])
    let pulse = Pulse(after, after: before)
    #expect(number(pulse, "savesPerSecond") == 1)
    #expect(pulse.growths("refusals_total") == [.init("busy", 1)])
  }

  @Test func `what is rare is counted, not blown up to a rate`() throws {
    let pulse = Pulse(
      Self.look(at: 20, refusals: [("busy", 8), ("gone", 3)], faults: 1),
      after: Self.look(at: 10, refusals: [("busy", 7), ("gone", 3)]))
    let alarm = try #require(pulse.alarms.first)
    #expect(alarm.english.contains("1 answer with 5xx in the last 10 s"), "\(alarm.english)")
    #expect(alarm.vietnamese.contains("1 lần trong 10 giây qua"), "\(alarm.vietnamese)")
    let text = pulse.table.text(.english)
    #expect(text.contains("Refused in 10 s") && text.contains("busy 1"), "\(text)")
    #expect(!text.contains("gone"))
  }

  @Test func `an alarm stays for a minute, rates are those of the last look`() throws {
    var looks = RecentLooks(Self.look(at: 0))
    for second in 1...60 { looks.add(Self.look(at: second, saves: [1], faults: 1)) }
    #expect(looks.minute.alarms.count == 1 && looks.last.alarms.isEmpty)
    looks.add(Self.look(at: 61, saves: [1, 1, 1], faults: 1))
    #expect(looks.minute.alarms.isEmpty)
    #expect(looks.screen(folder: "/srv", width: 80, .english)[1] == "Nothing needs attention.")
    #expect(number(looks.last, "savesPerSecond") == 2)
    let gone = looks.screen(without: WatchOperations.noServer.text, width: 80, .english)
    #expect(gone.first == "! No server runs on this data folder." && gone.last == "q: quit")
    let lines = looks.screen(folder: "/srv", width: 80, .english)
    #expect(lines.contains { $0.hasPrefix("Refused in 60 s") }, "\(lines)")
  }

  static let alarming: [(String, [String: Int], Int, Int)] = [
    ("nothing", ["disk_free_bytes": 30, "disk_total_bytes": 100, "disk_reserve_held": 1], 0, 0),
    ("free", ["disk_free_bytes": 1999, "disk_total_bytes": 10_000, "disk_reserve_held": 1], 0, 1),
    ("reserve", ["disk_reserve_held": 0], 0, 1), ("queue", ["writer_queue": 2001], 0, 1),
    ("wal", ["wal_bytes": 64 << 20 + 1], 0, 1), ("5xx", [:], 1, 1),
    ("clock", ["clock_doubtful": 1], 0, 1),
    ("files", ["process_open_fds": 801, "process_max_fds": 1000], 0, 1),
    ("files left", ["process_open_fds": 800, "process_max_fds": 1000], 0, 0),
  ]

  @Test(arguments: alarming)
  func `what an operator must act on is said`(
    what: String, gauges: [String: Int], faults: Int, count: Int
  ) {
    let pulse = Pulse(
      Self.look(at: 1, gauges: gauges, faults: faults), after: Self.look(at: 0))
    #expect(pulse.alarms.count == count, "\(what): \(pulse.alarms.map(\.english))")
    for alarm in pulse.alarms {
      #expect(alarm.vietnamese != alarm.english)
      for language in Language.allCases { #expect(alarm[language].count <= 78) }
    }
  }

  @Test(arguments: [Language.vietnamese, .english], [80, 40])
  func `the screen fits its terminal`(language: Language, width: Int) {
    var looks = RecentLooks(Self.look(at: 0))
    looks.add(
      Self.look(
        at: 1, saves: [12_345_678], gauges: ["http_connections": 1_234_567, "wal_bytes": 3 << 20],
        refusals: [("too-many-tries", 3)]))
    let lines = looks.screen(folder: "/srv/training", width: width, language)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.count <= 24)
    guard width == 80 else { return }
    let text = lines.joined(separator: "\n")
    #expect(text.contains(language == .english ? "1,234,567" : "1.234.567"))
    #expect(text.contains(language == .english ? "3.0 MiB" : "3,0 MiB"))
    #expect(text.contains("too-many-tries 3"))
  }

  @Test func `programs get plain numbers, and null where there is none`() throws {
    let pulse = Pulse(Self.look(at: 1, saves: [100]), after: Self.look(at: 0))
    let rows = Dictionary(
      pulse.table.rows.map { ($0[0].text(.english), $0[1]) }, uniquingKeysWith: { $1 })
    #expect(rows["Saves/s"] == .count(1) && rows["Disk free"] == Cell.none)
    let keys = pulse.figures.map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `measurements survive the control socket`() throws {
    let signs = Self.look(
      at: 3, saves: [5, 70], batches: [1], gauges: ["a": -4], refusals: [("busy", 2)])
    #expect(VitalSigns(json: try JSON(signs.json.encoded())) == signs)
    for broken in [#"{"at":1}"#, #"{"at":1,"since":1,"probeKey":"","metrics":[{}]}"#, "[]"] {
      #expect(VitalSigns(json: try JSON(Array(broken.utf8))) == nil)
    }
  }
}
