import Foundation
import Glibc
import Testing

@testable import QuizEngine

@Suite struct FolderModeTests {
  @Test(arguments: [
    (0o755, 0o750), (0o777, 0o750), (0o700, 0o700), (0o750, 0o750), (0o2770, 0o2750),
  ])
  func `a folder that others may read is closed to them before anything is written`(
    found: mode_t, left: mode_t
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/data"
    #expect(mkdir(path, 0o700) == 0 && chmod(path, found) == 0)
    let claimed = try DataFolder(claiming: path)
    defer { claimed.release() }
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o7777 == left)
  }
}
