import Foundation

/// Where the repository lies, found from this file.
enum Repository {
  static let root: String = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let manifest = folder.appending(path: "Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { return folder.path }
      folder.deleteLastPathComponent()
    }
    return "."
  }()

  static let courses = root + "/Courses"
}
