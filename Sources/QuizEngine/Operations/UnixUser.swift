import Glibc

/// Whose Unix account commands at the machine.
package enum UnixUser {
  /// The account's name, or its number where the machine knows none.
  package static func name(of id: UInt32) -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var room = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(id, &entry, &room, room.count, &found) == 0, found != nil,
      let name = entry.pw_name.map({ String(cString: $0) }), isPlain(name)
    else { return "\(id)" }
    return name
  }

  /// Who runs this program.
  package static var own: String { name(of: getuid()) }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64 && name.utf8.allSatisfy { (0x21...0x7e).contains($0) }
  }
}
