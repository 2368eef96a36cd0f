import Foundation

/// Samples that lie beside the checkout; CI does not go on without them.
enum SharedSamples {
  static let isOnCI = ProcessInfo.processInfo.environment["CI"] == "true"

  /// A folder of `shared/samples` in some folder above the repository.
  static func folder(_ name: String) -> URL? {
    var place = URL(filePath: #filePath)
    while place.path(percentEncoded: false) != "/" {
      place = place.deletingLastPathComponent()
      let samples = place.appending(path: "shared/samples").appending(path: name)
      if FileManager.default.fileExists(atPath: samples.path(percentEncoded: false)) {
        return samples
      }
    }
    return nil
  }
}
