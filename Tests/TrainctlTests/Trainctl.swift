import Foundation
import Glibc
import Synchronization

/// One run of the built program: what it wrote and how it ended.
struct Run: Sendable {
  let status: Int32
  let out: String
  let error: String
}

/// The built `trainctl` beside the tests, with a folder of its own to work in.
final class Trainctl: Sendable {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "trainctl-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // Left behind at worst; the system empties its temporary folder.
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs the program in the folder, in Vietnamese unless `locale` says otherwise.
  func callAsFunction(
    _ arguments: String..., input: String = "", locale: String = "C.UTF-8"
  ) throws -> Run {
    try run(arguments, input: input, locale: locale)
  }

  func run(_ arguments: [String], input: String = "", locale: String = "C.UTF-8") throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["LANG": locale, "PATH": "/usr/bin:/bin"]
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let errors = Mutex(Data())
    let isRead = DispatchSemaphore(value: 0)
    let reader = Thread {
      let data = stderr.fileHandleForReading.readDataToEndOfFile()
      errors.withLock { $0 = data }
      isRead.signal()
    }
    reader.start()
    let out = stdout.fileHandleForReading.readDataToEndOfFile()
    isRead.wait()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, out: String(decoding: out, as: UTF8.self),
      error: errors.withLock { String(decoding: $0, as: UTF8.self) })
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: folder + "/" + name))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }

  /// Permission bits of a file.
  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
    return attributes[.posixPermissions] as? Int ?? 0
  }

  /// The products lie in the folder of the program that runs the tests.
  static let program: String = {
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    for folder in [own.deletingLastPathComponent(), buildFolder] {
      let path = folder.appending(path: "trainctl").path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return "trainctl"
  }()

  private static let buildFolder = URL(filePath: root + "/.build/debug")

  /// The repository.
  static let root: String = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}
