/// Who proved a session on a connection; enough of two ids to count by.
struct Holder: Hashable, Sendable {
  let session: UInt64
  let person: UInt64
}

/// How many connections each session and each person holds.
///
/// Whoever proved a session is held by no limit of their address, which a whole school may share;
/// so one card could otherwise take every place that is kept for those who proved one.
struct HolderCounts {
  private var sessions: [UInt64: Int] = [:]
  private var persons: [UInt64: Int] = [:]
  private let perSession: Int
  private let perPerson: Int

  /// - Parameter limit: of all connections; with few of them nobody gets a large share.
  init(limit: Int) {
    perSession = max(2, min(64, limit / 8))
    perPerson = max(4, min(256, limit / 4))
  }

  /// Counts a connection for `holder`, and no longer for `old`; false, and nothing changes, when
  /// the holder has all that one may have.
  mutating func take(_ holder: Holder, insteadOf old: Holder?) -> Bool {
    let isSamePerson = old?.person == holder.person
    guard sessions[holder.session, default: 0] < perSession,
      isSamePerson || persons[holder.person, default: 0] < perPerson
    else { return false }
    if let old { leave(old) }
    sessions[holder.session, default: 0] += 1
    persons[holder.person, default: 0] += 1
    return true
  }

  mutating func leave(_ holder: Holder) {
    Self.forget(holder.session, in: &sessions)
    Self.forget(holder.person, in: &persons)
  }

  private static func forget(_ key: UInt64, in counts: inout [UInt64: Int]) {
    let left = counts[key, default: 1] - 1
    counts[key] = left > 0 ? left : nil
  }
}
