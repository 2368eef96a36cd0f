/// Who does something that is written to the audit log.
package enum Actor: Hashable, Sendable {
  case person(Session)
  /// Somebody with the operator's account on the machine, through `trainctl`.
  ///
  /// - Parameter user: the name of the Unix account, where it is known.
  case machine(user: String?)

  /// Somebody at the machine whose account nobody asked for, such as `--demo`.
  package static let operatorAtMachine = Actor.machine(user: nil)

  /// Who it is, if somebody signed in.
  package var person: PersonID? {
    if case .person(let session) = self { session.person } else { nil }
  }
}

extension Engine {
  /// Refuses unless the actor holds the permission and `unit` lies in the actor's own.
  func require(_ permission: Permission, in unit: UnitID, _ actor: Actor) throws {
    guard case .person(let session) = actor else { return }
    guard session.allows(permission), try units().contains(unit, in: session.unit) else {
      throw Refusal.notAllowed
    }
  }

  /// Refuses unless the person may see the cohort: as its teacher, or by role and unit.
  package func requireCohort(_ id: CohortID, _ actor: Actor) throws -> Cohort {
    guard let cohort = try read({ try $0.cohorts.find(id) }) else {
      throw Refusal.notFound(.cohort)
    }
    guard case .person(let session) = actor else { return cohort }
    if try read({ try $0.cohorts.isTeacher(session.person, of: id) }) { return cohort }
    let mayByRole = !session.roles.isDisjoint(with: [.organizer, .admin, .auditor])
    guard mayByRole, try units().contains(cohort.unit, in: session.unit) else {
      throw Refusal.notFound(.cohort)
    }
    return cohort
  }

  /// A contest the actor manages; others look like none.
  package func requireManagedContest(_ id: ContestID, _ actor: Actor) throws -> PinnedContest {
    let pinned = try contest(id)
    guard case .person(let session) = actor else { return pinned }
    guard session.allows(.manageContests),
      try units().contains(pinned.contest.unit, in: session.unit)
    else { throw Refusal.notFound(.contest) }
    return pinned
  }
}
