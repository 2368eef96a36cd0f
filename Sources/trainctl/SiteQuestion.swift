import Foundation
import QuizEngine

/// Asks our own site the way its visitors come: by curl, which brings TLS along.
enum SiteQuestion {
  /// What `/readyz` of the site answers to the holder of `probeKey`.
  @Sendable static func ask(_ url: String, _ probeKey: String) throws -> SiteAnswer {
    guard let curl else {
      return SiteAnswer(
        failure: LocalizedText(
          vi: "máy này thiếu curl; cài bằng: apt-get install curl",
          en: "this machine has no curl; install it: apt-get install curl"))
    }
    let root = url.hasSuffix("/") ? String(url.dropLast()) : url
    // By standard input: arguments can be read by everybody on the machine (proc(5)).
    let config = """
      url = "\(root)/readyz"
      header = "X-Training-Probe: \(probeKey)"

      """
    let process = Process()
    process.executableURL = URL(filePath: curl)
    process.arguments = [
      "--config", "-", "--silent", "--show-error", "--include", "--noproxy", "*",
      "--max-time", "15",
    ]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = errors
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(config.utf8))
    try input.fileHandleForWriting.close()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let reason = String(decoding: complaint, as: UTF8.self).trimmed
      return SiteAnswer(failure: LocalizedText(vi: reason, en: reason))
    }
    return SiteAnswer(curl: Array(answer))
  }

  /// The first curl on PATH.
  private static var curl: String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { $0 + "/curl" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
