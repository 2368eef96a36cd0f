import Testing

@testable import QuizEngine

/// A database whose tables, indexes, triggers and views are not ours is no database of ours.
@Suite struct SchemaDifferenceTests {
  let folder: TemporaryFolder
  let connection: Connection
  let migrations: Migrations

  init() throws {
    folder = try TemporaryFolder()
    try DataFile.createIfMissing(folder.database)
    connection = try Connection(path: folder.database, role: .copy)
    migrations = try Migrations(Schema.steps)
    try migrations.apply(to: connection)
  }

  private func difference() throws -> SchemaDifference? {
    do {
      try connection.requireSchema(of: migrations)
      return nil
    } catch let difference as SchemaDifference { return difference }
  }

  /// Writes into the schema itself, as a program other than ours can.
  private func rewrite(_ name: String, _ old: String, _ new: String) throws {
    var bytes = try folder.bytes("training.sqlite")
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    #expect(old.count == new.count, "the page keeps its layout")
    let marker = Array("CREATE TABLE \(name) ".utf8)
    let start = try #require(Self.find(marker, in: bytes, from: 0))
    let place = try #require(Self.find(old, in: bytes, from: start))
    bytes.replaceSubrange(place..<place + old.count, with: new)
    try folder.write(bytes, to: "training.sqlite")
  }

  private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    (start..<max(start, bytes.count - mark.count)).first {
      bytes[$0..<$0 + mark.count].elementsEqual(mark)
    }
  }

  @Test func `what the migrations make is ours, at every number`() throws {
    #expect(try difference() == nil)
    for number in 1...migrations.latest {
      let made = try Connection(path: ":memory:", role: .copy)
      try migrations.apply(to: made, upTo: number)
      #expect(try made.schemaNumber() == number)
      try made.requireSchema(of: migrations)
    }
  }

  @Test(
    arguments: [
      (
        "CREATE TRIGGER promote AFTER INSERT ON session BEGIN UPDATE person SET roles='admin'; END",
        "trigger promote"
      ),
      ("CREATE VIEW pupils AS SELECT name FROM person", "view pupils"),
      ("CREATE TABLE kept (card TEXT)", "table kept"),
      ("CREATE INDEX by_name ON person (name)", "index by_name"),
      ("CREATE TRIGGER \"a\u{1b}[2J\" DELETE ON unit BEGIN SELECT 1; END", "trigger a\u{1b}[2J"),
    ])
  func `an object too many is named`(sql: String, object: String) throws {
    try connection.execute(unsafeSQL: sql)
    let found = try #require(try difference())
    #expect(found == SchemaDifference(unexpected: [object], missing: [], changed: []))
    #expect(!found.text[.english].utf8.contains(0x1b), "it steers no terminal")
  }

  @Test func `an object that is missing, another in its place, and a column more are named`() throws
  {
    try connection.execute(
      unsafeSQL: """
        DROP INDEX person_by_unit; CREATE INDEX person_by_unit ON person (code, unit);
        ALTER TABLE unit ADD COLUMN motto TEXT; DROP TABLE card;
        """)
    let found = try #require(try difference())
    #expect(found.changed == ["index person_by_unit", "table unit"])
    #expect(found.missing.contains("table card"))
    #expect(found.text[.vietnamese].hasPrefix("thiếu: "))
  }

  @Test func `a number that was set back hides nothing`() throws {
    try connection.execute(unsafeSQL: "PRAGMA user_version=1")
    #expect(try difference()?.unexpected.isEmpty == false)
    try connection.execute(unsafeSQL: "PRAGMA user_version=0")
    #expect(try difference()?.unexpected.isEmpty == false)
  }

  @Test func `a rule that was taken out of a table's text shows`() throws {
    try rewrite("unit", "CHECK (length(id) = 16)", "CHECK (length(id) > 15)")
    let again = try Connection(path: folder.database, role: .reader)
    let found = #expect(throws: SchemaDifference.self) {
      try again.requireSchema(of: migrations)
    }
    #expect(found?.changed == ["table unit"])
  }

  @Test func `figures that an operator let SQLite gather are no change`() throws {
    try connection.execute(
      unsafeSQL: """
        INSERT INTO unit (id, code, name, kind, valid_from) VALUES (zeroblob(16), 'a', 'A', 'b', 0);
        ANALYZE;
        """)
    #expect(try connection.int(unsafeSQL: "SELECT count(*) FROM sqlite_stat1") > 0)
    #expect(try difference() == nil)
  }

  @Test(
    arguments: [
      ("CREATE TABLE a (b)", "create table", false),
      ("CREATE TABLE a (b)", "CREATE  TABLE a(b)", true),
      (#"CREATE TABLE "a" (b)"#, "CREATE TABLE a (\n  b\n)", true),
      ("CREATE TABLE a (b /* c */) -- d", "CREATE TABLE a (b)", true),
      // A comment that swallows a rule is not the rule.
      ("CREATE TABLE a (b -- c\n CHECK (b))", "CREATE TABLE a (b -- c CHECK (b))", false),
      ("CREATE TABLE a (b DEFAULT ' x')", "CREATE TABLE a (b DEFAULT 'x')", false),
      ("CREATE TABLE a (b DEFAULT '--')", "CREATE TABLE a (b DEFAULT '')", false),
      ("CREATE TABLE a (b c)", "CREATE TABLE a (bc)", false),
      (#"CREATE TABLE "a b" (c)"#, "CREATE TABLE a b (c)", false),
      ("CREATE TABLE a ('it''s')", "CREATE TABLE a ('it' 's')", false),
    ])
  func `blanks, comments and quotes around names mean nothing, all else does`(
    one: String, other: String, isSame: Bool
  ) {
    #expect(
      (SQLText.normalised(Array(one.utf8)) == SQLText.normalised(Array(other.utf8))) == isSame)
  }
}
