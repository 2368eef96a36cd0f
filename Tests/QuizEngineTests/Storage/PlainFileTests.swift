import Foundation
import Testing

@testable import QuizEngine

@Suite struct `A finished file` {
  @Test func `that cannot be flushed to disk does not get its name`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "backup")
    // fsync(2) refuses a pipe with EINVAL.
    #expect(mkfifo(folder.path + "/draft", 0o600) == 0)
    #expect(throws: StorageError.self) {
      try PlainFile.publish(folder.path + "/draft", as: folder.path + "/backup")
    }
    #expect(try folder.bytes("backup") == [1])
  }

  @Test func `is not reported as done while its folder could forget the name`() async throws {
    let folder = try TemporaryFolder()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      try PlainFile.create(path + "/draft")
      // Who may write into a folder but not read it can rename there, and not flush it.
      if geteuid() == 0 {
        #expect(chown(path, 65_534, 65_534) == 0 && chown(path + "/draft", 65_534, 65_534) == 0)
        #expect(seteuid(65_534) == 0)
      }
      #expect(chmod(path, 0o300) == 0)
      let error = #expect(throws: StorageError.self) {
        try PlainFile.publish(path + "/draft", as: path + "/backup")
      }
      #expect(error?.systemError == EACCES)
      #expect(chmod(path, 0o700) == 0)
    }
  }

  @Test func `is its owner's alone`() throws {
    let folder = try TemporaryFolder()
    try PlainFile.create(folder.path + "/draft")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/draft")
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }
}
