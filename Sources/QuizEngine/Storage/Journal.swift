/// The steps that came lately: on disk in the journal, in memory by attempt.
///
/// Steps of many attempts arrive mixed. Filed one by one they would touch a page each; in the
/// journal they fill the same page one after another. An attempt is filed when it ends, and every
/// other once the journal is long, a few steps with each new one so that no save waits for it.
///
/// Lives on the writer's thread. A transaction that was undone makes it untrue.
final class Journal {
  /// Rows from which on the journal is emptied: some megabytes, read again by a restart.
  static let longest = 65_536
  /// What each new step does for the emptying while it lasts.
  private static let (filedAtOnce, removedAtOnce) = (8, 32)

  /// An emptying under way: first the steps are filed, then the rows before `end` removed.
  private struct Emptying {
    var attempts: [AttemptID]
    let end: Int
    /// Steps that may be filed now.
    var allowance = 0
  }

  private let table: StepTable
  private let longest: Int
  private var unfiled: [AttemptID: [Step]] = [:]
  /// Attempts with a row that cannot be read: left as they are, for people to look at.
  private var broken: Set<AttemptID> = []
  /// Where the journal's rows stand.
  private var places: Range<Int>
  private var emptying: Emptying?

  init(_ table: StepTable, longest: Int = Journal.longest) throws {
    self.table = table
    self.longest = longest
    places = try table.places()
    try table.scanUnfiled { attempt, step in
      if let step { unfiled[attempt, default: []].append(step) } else { broken.insert(attempt) }
    }
    for attempt in broken { unfiled[attempt] = nil }
  }

  /// How many rows the journal has.
  var length: Int { places.count }

  /// An attempt's steps in order.
  func steps(of attempt: AttemptID) throws -> [Step] {
    if broken.contains(attempt) { return try table.steps(of: attempt) }
    return try table.filed(of: attempt) + (unfiled[attempt] ?? [])
  }

  /// Adds an attempt's next step; the one that ends it is noted too, for the clock asks the journal
  /// for the newest moment.
  func append(_ step: Step, of attempt: AttemptID) throws {
    try table.note(step, of: attempt, at: places.upperBound)
    places = places.lowerBound..<places.upperBound + 1
    unfiled[attempt, default: []].append(step)
    if step.action.closes { try file(attempt) }
    try empty()
  }

  private func file(_ attempt: AttemptID) throws {
    try table.file(unfiled[attempt] ?? [], of: attempt)
    unfiled[attempt] = nil
  }

  private func empty() throws {
    if emptying == nil, places.count >= longest, broken.isEmpty {
      // Popped from the end, so that the pages of `step` are met in their order.
      emptying = Emptying(attempts: unfiled.keys.sorted(by: >), end: places.upperBound)
    }
    guard var work = emptying else { return }
    if work.attempts.isEmpty { try remove(work) } else { try fileSome(&work) }
    emptying = places.lowerBound < work.end ? work : nil
  }

  private func fileSome(_ work: inout Emptying) throws {
    work.allowance += Self.filedAtOnce
    while let attempt = work.attempts.last {
      let count = unfiled[attempt]?.count ?? 0
      guard count <= work.allowance else { return }
      try file(attempt)
      work.allowance -= count
      work.attempts.removeLast()
    }
  }

  private func remove(_ work: Emptying) throws {
    let place = min(places.lowerBound + Self.removedAtOnce, work.end)
    try table.remove(before: place)
    places = place..<places.upperBound
  }
}
