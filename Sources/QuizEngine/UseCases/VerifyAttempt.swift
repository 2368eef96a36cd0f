/// What checking one attempt against its own steps found.
package struct AttemptVerification: Hashable, Sendable {
  package let attempt: AttemptID
  package let steps: Int
  /// Proof of the last step; nil without steps.
  package let head: Receipt?
  package let fault: Fault?

  fileprivate init(attempt: AttemptID, steps: [Step], fault: Fault?) {
    self.attempt = attempt
    self.steps = steps.count
    head = steps.last.map { Receipt(sequence: $0.sequence, digest: $0.digest) }
    self.fault = fault
  }

  /// What does not fit.
  package enum Fault: Hashable, Sendable {
    /// The chain of digests breaks at this step.
    case brokenChain(at: Int)
    /// The steps, graded again, give another outcome than the one stored.
    case outcomeDiffers
    /// The attempt counts as ended but has no step that ends it, or the reverse.
    case endingDiffers
    /// The receipt proves no step of this attempt.
    case receiptUnknown
  }
}

extension Engine {
  /// Rebuilds an attempt from its steps: every link, the ending, the outcome.
  ///
  /// - Parameter receipt: a code that a pupil kept; it must prove one of the steps.
  package func verify(
    _ id: AttemptID, receipt: String? = nil, by actor: Actor
  ) throws -> AttemptVerification {
    let contest = try read { try $0.attempts.find(id)?.contest }
    guard let contest else { throw Refusal.notFound(.attempt) }
    let pinned: PinnedContest
    do { pinned = try requireManagedContest(contest, actor) } catch Refusal.notFound {
      throw Refusal.notFound(.attempt)
    }
    return try read { connection in
      let (attempt, steps, outcome) = try connection.evidence(of: id) {
        try connection.steps.steps(of: id)
      }
      return AttemptVerification(
        attempt: id, steps: steps,
        fault: try attempt.fault(steps, outcome, pinned) ?? receipt.flatMap { fault($0, steps) })
    }
  }

  /// Rebuilds every attempt of a contest.
  ///
  /// The journal is read once: one that still runs is checked as far as it had come by then.
  package func verifyAll(of contest: ContestID, by actor: Actor) throws -> [AttemptVerification] {
    let pinned = try requireManagedContest(contest, actor)
    let (ids, late, unreadable) = try read { connection in
      var late: [AttemptID: [Step]] = [:]
      var unreadable: Set<AttemptID> = []
      try connection.steps.scanUnfiled { id, step in
        if let step { late[id, default: []].append(step) } else { unreadable.insert(id) }
      }
      return (try connection.attempts.listing(contest, round: nil).map(\.id), late, unreadable)
    }
    return try ids.map { id in
      try read { connection in
        let (attempt, steps, outcome) = try connection.evidence(of: id) {
          let filed = try connection.steps.filed(of: id)
          return filed + (late[id] ?? []).drop { $0.sequence <= filed.last?.sequence ?? 0 }
        }
        return AttemptVerification(
          attempt: id, steps: steps,
          fault: try attempt.fault(steps, outcome, pinned)
            ?? (unreadable.contains(id) ? .brokenChain(at: steps.count + 1) : nil))
      }
    }
  }

  private func fault(_ receipt: String, _ steps: [Step]) -> AttemptVerification.Fault? {
    guard let typed = TypedCode.folded(receipt, most: 60), !typed.isEmpty else {
      return .receiptUnknown
    }
    let isKnown = steps.contains { step in
      let code = Receipt(sequence: step.sequence, digest: step.digest).code
      return TypedCode.folded(code, most: 60) == typed
    }
    return isKnown ? nil : .receiptUnknown
  }
}

extension Connection {
  /// An attempt with its outcome and its steps; those that are not filed come from `running`.
  fileprivate func evidence(
    of id: AttemptID, running: () throws -> [Step]
  ) throws -> (Attempt, [Step], AttemptOutcome?) {
    guard let attempt = try attempts.find(id) else { throw Refusal.notFound(.attempt) }
    let outcome = try attempts.outcome(of: id)
    return (attempt, outcome == nil ? try running() : try steps.filed(of: id), outcome)
  }
}

extension Attempt {
  fileprivate func fault(
    _ steps: [Step], _ outcome: AttemptOutcome?, _ pinned: PinnedContest
  ) throws -> AttemptVerification.Fault? {
    let state: AttemptState
    do { state = try replay(steps) } catch { return .brokenChain(at: error.sequence) }
    guard state.closing?.at == outcome?.closedAt else { return .endingDiffers }
    guard let outcome else { return nil }
    return try self.outcome(of: state, in: pinned) == outcome ? nil : .outcomeDiffers
  }
}
