import Foundation
import Testing

@testable import QuizEngine

@Suite struct FilesBelowTests {
  private let folder: TemporaryFolder
  private let files: FilesBelow

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      ["khoa/questions/a.gift": "bên trong", "khoa/to.txt": "12345678901"], below: "Courses")
    try folder.write(["bi-mat.gift": "bên ngoài"], below: "ngoai")
    files = FilesBelow(root: folder.path + "/Courses", limit: 10)
  }

  @Test func `a file inside is read`() throws {
    #expect(
      try FilesBelow(root: files.root, limit: 64).bytes(of: "khoa/questions/a.gift")
        == Array("bên trong".utf8))
    #expect(FilesBelow(root: files.root, limit: 64).hold("khoa/questions/a.gift"))
  }

  @Test(arguments: [
    "../ngoai/bi-mat.gift", "khoa/../../ngoai/bi-mat.gift", "/etc/passwd", "", "khoa//to.txt",
    "khoa/./to.txt", "khoa", "khoa/questions", "khoa/to.txt/", "khoa\\to.txt", "khoa/to\u{0}.txt",
    "khoa/.\u{338}./to.txt", String(repeating: "a/", count: 400) + "a",
  ])
  func `a path that is none of the folder's opens nothing`(path: String) {
    #expect(throws: FilesBelow.Fault.self) { try files.bytes(of: path) }
    #expect(!files.hold(path))
  }

  @Test func `no link is followed, no device opened, nothing too large read`() throws {
    let manager = FileManager.default
    let root = folder.path + "/Courses/"
    try manager.createSymbolicLink(
      atPath: root + "khoa/lien-ket.gift", withDestinationPath: folder.path + "/ngoai/bi-mat.gift")
    try manager.createSymbolicLink(
      atPath: root + "loi-ra", withDestinationPath: folder.path + "/ngoai")
    #expect(mkfifo(root + "khoa/ong.gift", 0o600) == 0)
    for path in ["khoa/lien-ket.gift", "loi-ra/bi-mat.gift", "khoa/ong.gift"] {
      #expect(throws: FilesBelow.Fault.noFile, "\(path)") { try files.bytes(of: path) }
    }
    #expect(throws: FilesBelow.Fault.tooLarge) { try files.bytes(of: "khoa/to.txt") }
  }

  @Test func `messages do not tell where the folder lies`() throws {
    let sources = SourceFiles(root: folder.path + "/Courses")
    for path in ["khong/co.gift", "../ngoai/bi-mat.gift", "khoa"] {
      let issues = #expect(throws: SourceIssues.self) { try sources.bytes(path) }
      let told = try #require(issues).issues.map { "\($0.location.file) \($0.message)" }.joined()
      #expect(!told.contains(folder.path), "\(told)")
    }
  }
}
