import Foundation
import QuizEngine
import Synchronization

/// Makes PDF and PNG of a drawing with `rsvg-convert` of librsvg, where this machine has it.
final class PaperPrinter: Sendable {
  enum Kind: String, Sendable {
    case pdf
    case png
  }

  private let program: String?
  /// How long the program may take, for `timeout` of coreutils.
  private let seconds: String
  private let running = Mutex(0)
  /// Drawings being converted at once: each takes a worker and up to a second of a core.
  private static let most = 2

  init(program: String?, seconds: String = "10") {
    self.program = program
    self.seconds = seconds
  }

  /// With the program that stands in one of the usual places.
  static func found() -> PaperPrinter {
    let places = ["/usr/bin/rsvg-convert", "/usr/local/bin/rsvg-convert"]
    return PaperPrinter(program: places.first(where: FileManager.default.isExecutableFile))
  }

  var isPresent: Bool { program != nil }

  /// The converted drawing; nil where the program is missing, fails or takes too long.
  ///
  /// - Throws: `RequestFault.overloaded` while as many as may are being converted.
  func convert(_ drawing: HTML, to kind: Kind) throws -> [UInt8]? {
    guard let program else { return nil }
    let isFree = running.withLock { running in
      guard running < Self.most else { return false }
      running += 1
      return true
    }
    guard isFree else { throw RequestFault.overloaded }
    defer { running.withLock { $0 -= 1 } }
    let size = kind == .png ? ["--width", "1754"] : []
    return try run(["--kill-after=1", seconds, program, "--format", kind.rawValue] + size, drawing)
  }

  private func run(_ words: [String], _ drawing: HTML) throws -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = words
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // A program that ended early does not read: its status says so.
    try? input.fileHandleForWriting.write(contentsOf: Data(drawing.text.utf8))
    try? input.fileHandleForWriting.close()  // the end of the drawing, read or not
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 && !bytes.isEmpty ? Array(bytes) : nil
  }
}
