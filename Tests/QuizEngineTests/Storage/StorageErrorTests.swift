import Foundation
import Testing

@testable import QuizEngine

/// SQLite's extended codes are the primary code and, above it, the detail
/// (https://sqlite.org/rescode.html).
@Suite struct StorageErrorTests {
  private static let (ioError, full, cannotOpen): (Int32, Int32, Int32) = (10, 13, 14)

  private static func kind(_ code: Int32, detail: Int32 = 0, errno: Int32) -> StorageError.Kind {
    StorageError.Kind(extendedCode: code | detail << 8, systemError: errno)
  }

  @Test(arguments: [4, 5] as [Int32], [EIO, ENOSPC, EDQUOT, 0] as [Int32])
  func `a failed flush is fatal, whatever its reason`(detail: Int32, reason: Int32) {
    let kind = Self.kind(Self.ioError, detail: detail, errno: reason)
    #expect(kind == .ioFailure)
    #expect(StorageError(kind, "").isFatal)
  }

  @Test func `no room is no failure of the disk, wherever it is met`() {
    #expect(Self.kind(Self.full, errno: 0) == .full)
    // Growing the shared memory beside the WAL (SQLITE_IOERR_SHMSIZE).
    #expect(Self.kind(Self.ioError, detail: 19, errno: ENOSPC) == .full)
    #expect(Self.kind(Self.cannotOpen, errno: ENOSPC) == .full)
    #expect(StorageError.system("write", "x", ENOSPC).kind == .full)
    #expect(!StorageError(.full, "").isFatal)
  }

  @Test func `a call without memory may be tried again`() {
    let kind = Self.kind(7, errno: 0)
    #expect(kind == .outOfMemory && !StorageError(kind, "").isFatal)
    #expect(StorageError(kind, "").text.english.contains("try again"))
  }

  @Test func `other failures keep their class`() {
    #expect(Self.kind(Self.ioError, detail: 3, errno: EIO) == .ioFailure)
    #expect(Self.kind(Self.cannotOpen, errno: EACCES) == .cannotOpen)
    #expect(StorageError.system("fsync", "x", EIO).kind == .ioFailure)
    #expect(StorageError.system("open", "x", ENOENT).kind == .cannotOpen)
  }
}
