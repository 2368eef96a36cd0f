import QuizEngine

/// How somebody appears on a list that others read (L-050, L-111).
enum PublicName {
  /// The full name only with both consents; initials such as `N. V. A.` otherwise.
  static func of(_ person: Person) -> String {
    person.mayBeNamed ? person.name : initials(person.name)
  }

  /// The holder of a certificate, as its public check names them: adults in full.
  static func of(_ certificate: Certificate, _ holder: Person?) -> String {
    let isNamed = holder.map { $0.mayBeNamed || $0.isStaff } ?? false
    return isNamed ? certificate.holder : initials(certificate.holder)
  }

  static func initials(_ name: String) -> String {
    QuizEngine.initials(of: name)
  }

  /// The person's school, or else the unit itself.
  static func school(of unit: UnitID, in units: UnitTree) -> String {
    (units.nearest(.school, from: unit) ?? units[unit])?.name ?? ""
  }
}
