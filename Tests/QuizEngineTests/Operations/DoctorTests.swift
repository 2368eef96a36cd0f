import Testing

@testable import QuizEngine

/// Findings as a table: what was seen, how bad it is.
@Suite struct DoctorTests {
  private static let sound: FolderFacts = {
    var facts = FolderFacts(
      path: "/srv/training", folder: .init(name: ".", mode: 0o700, owner: 990), user: 990)
    facts.files = [
      .init(name: "training.sqlite", mode: 0o600, owner: 990),
      .init(name: "control.sock", mode: 0o755, owner: 990),
    ]
    (facts.freeBytes, facts.totalBytes) = (50 << 30, 100 << 30)
    (facts.fileSystem, facts.check) = ("ext4", .whole)
    facts.speed = DiskSpeed(median: 300, p99: 3000)
    facts.breachedList = .sound(bytes: 40 << 30)
    return facts
  }()

  private static func but(_ change: (inout FolderFacts) -> Void) -> FolderFacts {
    var facts = sound
    change(&facts)
    return facts
  }

  /// What is not good, with how bad it is.
  private func bad(_ findings: [Finding]) -> [String: Finding.Verdict] {
    Dictionary(
      findings.filter { $0.verdict != .good }.map { ($0.key, $0.verdict) },
      uniquingKeysWith: { $1 })
  }

  static let folders: [(String, FolderFacts, [String: Finding.Verdict])] = [
    ("sound", sound, [:]), ("missing", but { $0.folder = nil }, ["folder": .wrong]),
    ("others may look in", but { $0.folder?.mode = 0o750 }, ["permissions": .wrong]),
    ("others may read", but { $0.files[0].mode = 0o644 }, ["permissions": .wrong]),
    ("root's file", but { $0.files[0].owner = 0 }, ["owner": .wrong]),
    ("somebody else looks", but { $0.user = 1000 }, ["owner": .wrong]),
    ("root looks", but { $0.user = 0 }, [:]),
    (
      "read only",
      but {
        $0.canWrite = false
        $0.speed = nil
      }, ["owner": .wrong]
    ),
    (
      "a stranger outside",
      but {
        ($0.user, $0.canWrite, $0.canEnter) = (1000, false, false)
        ($0.files, $0.isReserveHeld, $0.check, $0.speed) = ([], false, .noDatabase, nil)
      }, ["owner": .wrong]
    ),
    ("19 %", but { $0.freeBytes = 19 << 30 }, ["disk": .warning]),
    ("9 %", but { $0.freeBytes = 9 << 30 }, ["disk": .wrong]),
    ("no reserve", but { $0.isReserveHeld = false }, ["disk": .warning]),
    (
      "before the first start",
      but {
        $0.isReserveHeld = false
        $0.check = .noDatabase
      }, ["database": .note]
    ),
    ("damaged", but { $0.check = .broken("page 7") }, ["database": .wrong]),
    ("served", but { $0.check = .leftToServer }, ["database": .note]),
    ("unwritable", but { $0.speed = nil }, ["diskSpeed": .wrong]),
    ("slow", but { $0.speed = DiskSpeed(median: 10_001, p99: 20_000) }, ["diskSpeed": .warning]),
    ("jerky", but { $0.speed = DiskSpeed(median: 300, p99: 500_001) }, ["diskSpeed": .wrong]),
    ("hopeless", but { $0.speed = DiskSpeed(median: 50_001, p99: 60_000) }, ["diskSpeed": .wrong]),
    ("lying", but { $0.speed = DiskSpeed(median: 3, p99: 9) }, ["diskSpeed": .warning]),
    ("memory", but { $0.fileSystem = "tmpfs" }, ["fileSystem": .wrong]),
    ("network", but { $0.fileSystem = "nfs4" }, ["fileSystem": .wrong]),
    ("no leaked passwords", but { $0.breachedList = .absent }, ["breachedPasswords": .note]),
    (
      "unsorted", but { $0.breachedList = .faulty(.unsorted(at: 7)) },
      ["breachedPasswords": .wrong]
    ),
    ("container", but { $0.fileSystem = "overlay" }, ["fileSystem": .warning]),
  ]

  @Test(arguments: folders)
  func `a folder is judged by what is seen`(
    what: String, facts: FolderFacts, wanted: [String: Finding.Verdict]
  ) {
    #expect(bad(facts.findings) == wanted, "\(what)")
  }

  @Test func `a server that says nothing is wrong, none at all is not`() {
    let silent = ServerLook.silent(LocalizedText(vi: "vì sao", en: "why"))
    #expect(bad(silent.findings) == ["server": .wrong])
    #expect(silent.findings.allSatisfy { $0.said.english.hasSuffix("why") })
    #expect(bad(ServerLook.absent.findings) == ["server": .note])
  }

  private static func machine(
    _ sqlite: SQLiteVersion = SQLiteVersion(3, 51, 3), clock: String = "tsc",
    keeper: MachineFacts.TimeKeeper = .running("chrony"), files: Int = 65_536
  ) -> MachineFacts {
    MachineFacts(
      sqlite: sqlite, clockSource: clock, bootID: "b", timeKeeper: keeper, mostFiles: files)
  }

  static let machines: [(MachineFacts, Int?, [String: Finding.Verdict])] = [
    (machine(), nil, [:]), (machine(SQLiteVersion(3, 40, 1)), nil, ["sqlite": .note]),
    (machine(clock: "hpet"), nil, ["clock": .warning]),
    (machine(keeper: .none), nil, ["time": .warning]),
    (machine(keeper: .searching("systemd-timesyncd")), nil, ["time": .warning]),
    (machine(keeper: .synchronised("systemd-timesyncd")), nil, [:]),
    (machine(files: 16_383), nil, ["files": .warning]),
    (machine(files: 1023), nil, ["files": .wrong]),
    (machine(files: 1023), 20_000, [:]), (machine(), 1000, ["files": .wrong]),
  ]

  @Test(arguments: machines)
  func `a machine is judged by what is seen`(
    facts: MachineFacts, limit: Int?, wanted: [String: Finding.Verdict]
  ) {
    #expect(bad(facts.findings(serverFileLimit: limit)) == wanted)
  }

  static let sites: [(String, SiteAnswer, Bool, [String: Finding.Verdict])] = [
    ("https://t.vn", answer(), true, [:]), ("https://t.vn:8443/", answer(), true, [:]),
    ("https://t.vn", answer(scheme: "http"), true, ["scheme": .wrong]),
    ("https://t.vn", answer(host: "127.0.0.1"), true, ["host": .wrong]),
    ("https://t.vn", answer(forwarded: false), true, ["address": .wrong]),
    ("https://t.vn", answer(hsts: nil), true, ["hsts": .wrong]),
    ("https://t.vn", answer(), false, ["site": .wrong]),
    (
      "https://t.vn", SiteAnswer(curl: bytes("HTTP/1.1 502 Bad\r\n\r\n<html>")), true,
      ["site": .wrong]
    ),
    (
      "https://t.vn", SiteAnswer(curl: bytes("HTTP/2 200\r\n\r\n{\"ready\":true}")), true,
      ["site": .wrong]
    ),
    ("https://t.vn", SiteAnswer(failure: LocalizedText(vi: "a", en: "b")), true, ["site": .wrong]),
    (
      "http://t.vn", answer(scheme: "http", forwarded: false, hsts: nil), true,
      ["tls": .warning, "address": .note]
    ),
  ]

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func answer(
    scheme: String = "https", host: String = "t.vn", forwarded: Bool = true,
    hsts: String? = "max-age=1"
  ) -> SiteAnswer {
    let field = hsts.map { "strict-transport-security: \($0)\r\n" } ?? ""
    return SiteAnswer(
      curl: bytes(
        "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/2 200\r\nA: b\r\n\(field)\r\n"
          + #"{"ready":true,"failing":[],"arrival":{"scheme":"\#(scheme)","host":"\#(host)","#
          + #""client":"203.0.113.9","peer":"127.0.0.1","forwarded":\#(forwarded)}}"#))
  }

  @Test(arguments: sites)
  func `a site is judged by how its visitors arrive`(
    url: String, answer: SiteAnswer, serverRuns: Bool, wanted: [String: Finding.Verdict]
  ) {
    let facts = SiteFacts(url: url, answer: answer, serverAnswers: serverRuns)
    #expect(bad(facts.findings) == wanted, "\(facts.findings.map(\.said.english))")
  }

  @Test(arguments: ["", "t.vn", "ftp://t.vn", "https://", "https://a b", "https://a\"\nurl=\"x"])
  func `what is no address of a site is refused`(url: String) {
    #expect(throws: Misuse.self) { try SiteAnswer.check(url) }
  }

  @Test func `every finding is told in two languages, and what is not good with advice`() {
    let all =
      Self.folders.flatMap { $0.1.findings }
      + Self.machines.flatMap {
        $0.0.findings(serverFileLimit: $0.1)
      }
      + Self.sites.flatMap { SiteFacts(url: $0.0, answer: $0.1, serverAnswers: $0.2).findings }
    for finding in all {
      #expect(!finding.said.vietnamese.isEmpty && !finding.said.english.isEmpty)
      if finding.verdict == .wrong || finding.verdict == .warning {
        #expect(finding.advice != nil, "\(finding.key)")
      }
    }
  }

  @Test(
    arguments: [
      .unreadable(errno: 13), .notAFile, .empty, .malformed(at: 12_345), .unsorted(at: 12_345),
      .cutOff,
    ] as [BreachedList.Fault])
  func `what is wrong with a list of leaked passwords is told with what to do`(
    fault: BreachedList.Fault
  ) {
    let finding = BreachedListCheck.faulty(fault).finding
    #expect(finding.verdict == .wrong)
    for language in [Language.vietnamese, .english] {
      let text = finding.text(language)
      #expect(text.contains("    → ") && text.contains("breached-passwords.txt"), "\(text)")
    }
    if case .malformed = fault { #expect(finding.said.english.contains("12345")) }
  }

  @Test func `a list of leaked passwords is looked at in two hundred places`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/list"
    #expect(BreachedListCheck(looking: path) == .absent)
    let hashes = (0..<150).map { Hex.encode(SHA1.hash([$0])) }.sorted()
    let text = hashes.map { $0 + ":1\n" }.joined()
    try folder.write(Array(text.utf8), to: "list")
    #expect(BreachedListCheck(looking: path) == .sound(bytes: text.utf8.count))
    for place in hashes.indices.dropFirst() {
      var wrong = hashes
      wrong.swapAt(place - 1, place)
      try folder.write(Array(wrong.map { $0 + ":1\n" }.joined().utf8), to: "list")
      #expect(BreachedListCheck(looking: path) == .faulty(.unsorted(at: place * 43)))
    }
    try folder.write([], to: "list")
    #expect(BreachedListCheck(looking: path) == .faulty(.empty))
  }

  @Test func `one wrong thing makes the examination fail, a warning does not`() {
    let well = OperationOutcome(findings: Self.sound.findings)
    #expect(well.failure == nil && well.table?.rows.count == Self.sound.findings.count)
    let warned = OperationOutcome(findings: Self.but { $0.fileSystem = "overlay" }.findings)
    #expect(warned.failure == nil && warned.prose?.english.contains("    → ") == true)
    let ill = OperationOutcome(findings: Self.but { $0.check = .broken("x") }.findings)
    #expect(ill.failure?.english == "One thing must be corrected.")
  }

  @Test func `the deepest and latest mount holds a path`() {
    let table = MountTable(
      """
      21 1 8:1 / / rw - ext4 /dev/sda1 rw
      30 21 8:2 / /srv rw shared:2 master:1 - xfs /dev/sdb1 rw
      31 30 0:5 / /srv/my\\040data rw - tmpfs tmpfs rw
      32 30 0:6 / /srv/my\\040data rw - btrfs /dev/sdc rw
      garbage
      """)
    for (path, kind) in [
      ("/", "ext4"), ("/srvx", "ext4"), ("/srv", "xfs"), ("/srv/my data/deep", "btrfs"),
    ] {
      #expect(table.fileSystem(ofReal: path) == kind, "\(path)")
    }
  }

  @Test(
    arguments: [
      (
        ["/run/systemd/timesync", "/run/systemd/timesync/synchronized"],
        .synchronised("systemd-timesyncd")
      ),
      (["/run/systemd/timesync"], .searching("systemd-timesyncd")),
      (["/run/chrony/chronyd.pid"], .running("chrony")), ([], .none),
    ] as [([String], MachineFacts.TimeKeeper)])
  func `who keeps the time is known by the files it leaves`(
    files: [String], keeper: MachineFacts.TimeKeeper
  ) {
    #expect(MachineFacts.timeKeeper(exists: { files.contains($0) }) == keeper)
  }
}
