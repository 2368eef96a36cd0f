import Testing

@testable import QuizEngine

@Suite struct `Schema migrations` {
  let folder: TemporaryFolder
  let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    try DataFile.createIfMissing(folder.database)
    connection = try Connection(path: folder.database, role: .writer)
    try connection.enterWAL()
  }

  @Test func `run once each, in their order`() throws {
    try Sample.migrations.apply(to: connection)
    try Sample.note(1, connection)
    let digest = try connection.schemaDigest()
    let both = try Migrations([
      Sample.first, Migration(2, "colour", "ALTER TABLE note ADD COLUMN colour TEXT"),
    ])
    try both.apply(to: connection)
    try both.apply(to: connection)
    #expect(try connection.schemaNumber() == 2)
    #expect(try connection.schemaDigest() != digest)
    #expect(try Sample.numbers(connection) == [1])
  }

  @Test func `give the same schema by one step or many`() throws {
    try Sample.migrations.apply(to: connection)
    let other = try TemporaryFolder()
    try DataFile.createIfMissing(other.database)
    let second = try Connection(path: other.database, role: .writer)
    try Sample.migrations.apply(to: second)
    #expect(try connection.schemaDigest() == second.schemaDigest())
  }

  @Test func `that fail half way leave nothing of their step`() throws {
    try Sample.migrations.apply(to: connection)
    let digest = try connection.schemaDigest()
    let broken = try Migrations([
      Sample.first,
      Migration(
        2, "broken",
        "CREATE TABLE half (a); INSERT INTO half VALUES (1); INSERT INTO nowhere VALUES (1)"),
    ])
    #expect(throws: StorageError.self) { try broken.apply(to: connection) }
    #expect(try connection.schemaNumber() == 1)
    #expect(try connection.schemaDigest() == digest)
    #expect(!connection.isInTransaction)
    try Sample.note(1, connection)
  }

  @Test func `may rebuild a table, but not leave a reference without its parent`() throws {
    try Sample.migrations.apply(to: connection)
    try connection.run("INSERT INTO unit VALUES (7, 'Trường A')")
    try connection.run("INSERT INTO note (number, unit) VALUES (1, 7)")
    let orphaning = try Migrations([Sample.first, Migration(2, "orphans", "DELETE FROM unit")])
    let error = #expect(throws: StorageError.self) { try orphaning.apply(to: connection) }
    #expect(error?.kind == .constraint(.foreignKey))
    #expect(try connection.int(unsafeSQL: "SELECT count(*) FROM unit") == 1)
    #expect(try connection.int(unsafeSQL: "PRAGMA foreign_keys") == 1)
    let rebuilding = try Migrations([
      Sample.first,
      Migration(
        2, "rebuild",
        """
        CREATE TABLE unit2 (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        INSERT INTO unit2 SELECT id, name FROM unit; DROP TABLE unit;
        ALTER TABLE unit2 RENAME TO unit;
        """),
    ])
    try rebuilding.apply(to: connection)
    try connection.checkForeignKeys()
    #expect(try connection.int(unsafeSQL: "PRAGMA foreign_keys") == 1)
  }

  @Test func `must be numbered without gaps`() throws {
    #expect(throws: StorageError.self) { try Migrations([Migration(2, "second", "SELECT 1")]) }
    #expect(throws: StorageError.self) { try Migrations([Sample.first, Sample.first]) }
  }

  @Test func `refuse a schema that is newer`() throws {
    try connection.execute(unsafeSQL: "PRAGMA user_version=5")
    let error = #expect(throws: StorageError.self) {
      try Sample.migrations.apply(to: connection)
    }
    #expect(error?.kind == .newer(schema: 5, known: 1))
  }

  @Test func `leave lessons completed that were completed before there was a pass mark`() throws {
    let connection = try Connection(path: folder.database, role: .copy)
    try Migrations(Array(Schema.steps.prefix(11))).apply(to: connection)
    try connection.execute(
      unsafeSQL: """
        PRAGMA foreign_keys=OFF;
        INSERT INTO completion
          (person, course, lesson, course_digest, completed_at, right_answers, asked)
        VALUES (zeroblob(16), 'khoa-mau', 'bai-mot', zeroblob(32), 5000, 1, 6);
        """)
    try connection.execute(unsafeSQL: Schema.steps[11].sql.description)
    let kept = try connection.completions.completions(
      of: PersonID(number: 0), course: "khoa-mau")
    #expect(
      kept == [
        Completion(
          person: PersonID(number: 0), course: "khoa-mau", lesson: "bai-mot",
          at: Instant(milliseconds: 5000), passedAt: Instant(milliseconds: 5000), right: 1,
          asked: 6)
      ])
  }
}
