import QuizEngine

/// The pictures of the courses, read once when the server starts: no request names a file on disk.
final class MediaBook: Sendable {
  struct Picture: Sendable {
    let mediaType: String
    let bytes: [UInt8]
    let tag: ETag
  }

  private let pictures: [String: Picture]

  init(_ catalogue: Catalogue) {
    var pictures: [String: Picture] = [:]
    for course in catalogue.courses {
      for name in catalogue.files?.names(in: course.slug + "/media") ?? [] {
        // A file that cannot be read is missing from its lesson; the course check says so.
        guard let bytes = try? catalogue.files?.bytes("\(course.slug)/media/\(name)"),
          bytes.count <= Limits.imageBody, let type = Self.mediaType(bytes)
        else { continue }
        pictures["\(course.slug)/\(name)"] = Picture(
          mediaType: type, bytes: bytes, tag: ETag(String(SHA256.hash(bytes).hex.prefix(20))))
      }
    }
    self.pictures = pictures
  }

  func picture(_ name: String, of course: String) -> Picture? {
    pictures["\(course)/\(name)"]
  }

  /// By its first bytes, whatever the name says; drawings with script in them are none of these.
  private static func mediaType(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return "image/webp"
    }
    return nil
  }
}
