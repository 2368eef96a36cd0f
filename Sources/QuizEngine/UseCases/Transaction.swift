/// What a job on the writer thread works with: the connection, and the open attempts in memory.
///
/// Confined to the writer thread; a batch that is undone forgets everything kept here.
package final class Transaction: WriterContext {
  package let connection: Connection
  private let book: ContestBook
  private let sessions: SessionBook
  /// To be forgotten when this is committed.
  private var endedSessions: [Digest] = []
  private var changedPeople: Set<PersonID> = []
  private var live: [AttemptID: LiveAttempt] = [:]
  /// As this transaction sees them, its own changes among them.
  private var contests: [ContestID: PinnedContest] = [:]
  private var lastAuditEvent: AuditEvent?
  private var journal: Journal?

  /// Attempts kept in memory; about 3 kB each.
  private static let capacity = 50_000

  package init(connection: Connection, book: ContestBook, sessions: SessionBook) {
    self.connection = connection
    self.book = book
    self.sessions = sessions
  }

  /// Forgets what the undone batch had taught.
  package func batchDidRollBack() {
    live.removeAll(keepingCapacity: true)
    lastAuditEvent = nil
    journal = nil
    contests.removeAll()
    endedSessions.removeAll()
    changedPeople.removeAll()
  }

  /// Sessions that ended or changed are read from their table from now on.
  package func batchDidCommit() {
    for token in endedSessions { sessions.forget(token) }
    if !changedPeople.isEmpty { sessions.forget(changedPeople) }
    endedSessions.removeAll()
    changedPeople.removeAll()
  }

  func willForget(session token: Digest) { endedSessions.append(token) }
  func willForget(sessionsOf person: PersonID) { changedPeople.insert(person) }

  /// The attempt with its state, from memory or rebuilt from its steps.
  package func attempt(_ id: AttemptID) throws -> LiveAttempt {
    if let known = live[id] { return known }
    guard let attempt = try connection.attempts.find(id) else { throw Refusal.notFound(.attempt) }
    let paper = try contest(attempt.contest).paper(seed: attempt.seed)
    let state = try attempt.replay(try openJournal().steps(of: id))
    return keep(LiveAttempt(attempt: attempt, shapes: paper.shapes, state: state))
  }

  /// Keeps a new attempt in memory.
  @discardableResult
  package func keep(_ attempt: LiveAttempt) -> LiveAttempt {
    if live.count >= Self.capacity { live.removeAll(keepingCapacity: true) }
    live[attempt.attempt.id] = attempt
    return attempt
  }

  /// Lets go of an attempt that ended.
  package func forget(_ id: AttemptID) {
    live[id] = nil
  }

  /// The contest with its questions, as this transaction sees it.
  package func contest(_ id: ContestID) throws -> PinnedContest {
    if let known = contests[id] { return known }
    let pinned = try book.read(id, connection)
    contests[id] = pinned
    return pinned
  }

  /// Must follow every change of a contest inside the job that made it.
  package func contestChanged(_ id: ContestID) {
    contests[id] = nil
  }

  /// Appends one step and folds it into the state.
  package func append(_ action: StepAction, to live: LiveAttempt, at instant: Instant) throws {
    let step = live.attempt.nextStep(action, after: live.state, at: instant)
    try openJournal().append(step, of: live.attempt.id)
    live.state.apply(step)
  }

  private func openJournal() throws -> Journal {
    if let journal { return journal }
    let opened = try Journal(connection.steps)
    journal = opened
    return opened
  }

  /// Adds to the audit log who did something; at the machine, the Unix account is told in `detail`.
  package func audit(
    _ action: String, _ object: String, by actor: Actor, detail: String = "", at instant: Instant
  ) throws {
    var detail = detail
    if case .machine(let user?) = actor {
      detail += (detail.isEmpty ? "" : ", ") + "unix user \(user)"
    }
    try audit(action, object, by: actor.person, detail: detail, at: instant)
  }

  /// Adds to the audit log; `detail` holds no secret and no answer.
  package func audit(
    _ action: String, _ object: String, by actor: PersonID?, detail: String = "",
    at instant: Instant
  ) throws {
    let last = try lastAuditEvent ?? connection.audit.last()
    let event = AuditEvent.following(
      last, at: instant, actor: actor, action: action, object: object, detail: detail)
    try connection.audit.append(event)
    lastAuditEvent = event
  }
}

/// An attempt in the writer's memory.
package final class LiveAttempt {
  package let attempt: Attempt
  package let shapes: [ItemShape]
  package var state: AttemptState

  package init(attempt: Attempt, shapes: [ItemShape], state: AttemptState) {
    self.attempt = attempt
    self.shapes = shapes
    self.state = state
  }
}
