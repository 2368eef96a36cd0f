import Glibc

/// Where data and courses are when nobody says.
struct Places: Hashable, Sendable {
  let data: String
  let courses: String

  /// Those of the Debian package for the program that it installed, else of the working folder.
  static let standard = own == "/usr/bin/trainctl" ? packaged : here

  private static let here = Places(data: "./data", courses: "./Courses")
  private static let packaged = Places(
    data: "/var/lib/training-server", courses: "/usr/share/training-server/Courses")

  /// The file of the running program (proc(5)); empty where that cannot be known.
  private static var own: String {
    guard let path = realpath("/proc/self/exe", nil) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
