/// What somebody wants to do with other people's data or with the platform.
package enum Permission: String, CaseIterable, Sendable {
  /// See a cohort's progress.
  case viewCohort
  /// Create cohorts, import people, print cards.
  case managePeople
  /// Open, watch, close and publish contests; export results.
  case manageContests
  /// Issue and revoke certificates.
  case manageCertificates
  /// Read the audit log.
  case viewAudit
}

extension Session {
  /// Whether the session's roles allow the action at all; the unit is checked besides.
  package func allows(_ permission: Permission) -> Bool {
    switch permission {
    case .viewCohort: !roles.isDisjoint(with: [.teacher, .organizer, .admin, .auditor])
    case .managePeople, .manageContests, .manageCertificates:
      !roles.isDisjoint(with: [.organizer, .admin])
    case .viewAudit: !roles.isDisjoint(with: [.admin, .auditor])
    }
  }
}

extension CourseAudience {
  /// Whether somebody with these roles is shown the course; nil is somebody not signed in.
  ///
  /// Pupils are not shown what is written for their teachers; it is no secret, only not for them.
  package func isShown(to roles: Set<Role>?) -> Bool {
    switch self {
    case .library: false
    case .student: true
    case .teacher: roles != [.student]
    }
  }
}

extension Contest {
  /// Whether it is for people of `unit`; a final test is for those of every unit.
  package func isFor(_ unit: UnitID, in units: UnitTree) -> Bool {
    purpose != .contest || units.contains(unit, in: self.unit)
  }

  /// Whether the person may know of it: staff also see the contests below them.
  package func isSeen(by session: Session, in units: UnitTree) -> Bool {
    isFor(session.unit, in: units)
      || (session.isStaff && units.contains(unit, in: session.unit))
  }
}

/// The units as a tree, for "inside" questions; small enough to keep whole.
package struct UnitTree: Sendable {
  private let units: [UnitID: Unit]

  package init(_ units: [Unit]) {
    self.units = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(id: UnitID) -> Unit? { units[id] }

  package var all: [Unit] { Array(units.values) }

  /// The unit and everything above it, nearest first; stops at a loop.
  package func path(from id: UnitID) -> [Unit] {
    var path: [Unit] = []
    var seen: Set<UnitID> = []
    var next: UnitID? = id
    while let current = next, seen.insert(current).inserted, let unit = units[current] {
      path.append(unit)
      next = unit.parent
    }
    return path
  }

  /// Whether `unit` is `ancestor` or lies below it.
  package func contains(_ unit: UnitID, in ancestor: UnitID) -> Bool {
    path(from: unit).contains { $0.id == ancestor }
  }

  /// The nearest unit of `kind` on the way up, such as somebody's school.
  package func nearest(_ kind: UnitKind, from id: UnitID) -> Unit? {
    path(from: id).first { $0.kind == kind }
  }

  package func children(of id: UnitID?) -> [Unit] {
    units.values.filter { $0.parent == id }.sorted { $0.code < $1.code }
  }
}
