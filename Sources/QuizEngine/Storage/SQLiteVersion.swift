import CSQLite

/// The SQLite that is linked in.
package struct SQLiteVersion: Hashable, Comparable, Sendable {
  package let major: Int
  package let minor: Int
  package let patch: Int

  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    (self.major, self.minor, self.patch) = (major, minor, patch)
  }

  /// The version of this process (https://sqlite.org/c3ref/libversion.html).
  package static var linked: SQLiteVersion {
    let number = Int(sqlite3_libversion_number())
    return SQLiteVersion(number / 1_000_000, number / 1000 % 1000, number % 1000)
  }

  package var text: String { "\(major).\(minor).\(patch)" }

  /// From 3.7.0 to 3.51.2 a checkpoint that races the reset of the WAL can lose commits; fixed
  /// in 3.51.3, and in 3.50.7 and 3.44.6 for those who stay (https://sqlite.org/changes.html).
  package var mayLoseCommitsAtWALReset: Bool {
    guard self >= SQLiteVersion(3, 7, 0), self < SQLiteVersion(3, 51, 3) else { return false }
    if minor == 50 { return patch < 7 }
    return minor == 44 ? patch < 6 : true
  }

  package static func < (left: SQLiteVersion, right: SQLiteVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}
