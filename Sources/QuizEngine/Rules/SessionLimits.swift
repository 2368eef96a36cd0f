/// How long a session lasts: a pupil's covers a contest day, staff's a working day.
extension Session {
  /// From sign-in to the end, whatever happens (OWASP ASVS 5.0, 7.3.2).
  package static func longest(isStaff: Bool) -> Span {
    isStaff ? .hours(12) : .hours(24)
  }

  /// How long nothing may come from the device (7.3.1): staff see other people's data.
  package var idleLimit: Span { isStaff ? .minutes(30) : .hours(8) }

  /// When it ends if nothing more comes after `seen`.
  package func end(lastSeen seen: Instant) -> Instant {
    min(expiresAt, seen + idleLimit)
  }

  /// The same session until `end`: nobody is signed out of a running attempt.
  package func lasting(until end: Instant) -> Session {
    Session(
      token: token, person: person, roles: roles, unit: unit, createdAt: createdAt,
      expiresAt: max(expiresAt, end))
  }
}
