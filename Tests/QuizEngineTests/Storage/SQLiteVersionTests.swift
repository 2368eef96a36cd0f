import QuizEngine
import Testing

@Suite struct SQLiteVersionTests {
  @Test(
    arguments: [
      ((3, 6, 23), false), ((3, 7, 0), true), ((3, 40, 1), true), ((3, 44, 5), true),
      ((3, 44, 6), false), ((3, 45, 0), true), ((3, 50, 6), true), ((3, 50, 7), false),
      ((3, 51, 2), true), ((3, 51, 3), false), ((3, 52, 0), false), ((4, 0, 0), false),
    ] as [((Int, Int, Int), Bool)])
  func `the bug of the WAL reset is known by version`(version: (Int, Int, Int), isThere: Bool) {
    let version = SQLiteVersion(version.0, version.1, version.2)
    #expect(version.mayLoseCommitsAtWALReset == isThere, "\(version.text)")
  }

  @Test func `the linked version is one that this program was written for`() {
    #expect(SQLiteVersion.linked >= SQLiteVersion(3, 40, 0))
  }
}
