import Testing

@testable import QuizEngine

@Suite struct `A connection` {
  let folder: TemporaryFolder
  let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    try DataFile.createIfMissing(folder.database)
    connection = try Connection(path: folder.database, role: .writer)
    try connection.enterWAL()
    try Sample.migrations.apply(to: connection)
  }

  @Test func `is opened by the recipe`() throws {
    let expected = [
      "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0",
      "cell_size_check": "1", "mmap_size": "0", "wal_autocheckpoint": "0", "temp_store": "2",
      "busy_timeout": "5000", "application_id": "\(0x5452_4E47)", "user_version": "1",
    ]
    for (pragma, value) in expected {
      #expect(try connection.text(unsafeSQL: "PRAGMA \(pragma)") == value, "\(pragma)")
    }
  }

  @Test func `reads every kind of value as it was bound`() throws {
    let id: UInt128 = 0x0102_0304_0506_0708_090A_0B0C_0D0E_0FFF
    let values: [SQLValue] = [
      .int(Int.min), "Tiếng Việt\u{0}\r\n", .blob([0, 255]), .id(id), nil, true, .blob([]), "",
    ]
    try connection.withStatement(
      "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, typeof(?7), hex(?4)"
    ) { statement in
      try statement.bind(values)
      #expect(try statement.step())
      let row = statement.row
      #expect(row.int64(0) == .min && row.int(0) == -(1 << 50), "read within bounds")
      #expect(row.text(1) == "Tiếng Việt\u{0}\r\n")
      #expect(row.blob(2) == [0, 255])
      #expect(row.id(3) == id)
      #expect(row.isNull(4) && row.optionalInt(4) == nil && row.optionalText(4) == nil)
      #expect(row.bool(5))
      #expect(row.blob(6) == [] && row.optionalBlob(6) == [])
      #expect(row.optionalText(7) == "")
      #expect(row.text(8) == "blob")
      #expect(row.text(9) == "0102030405060708090A0B0C0D0E0FFF")
      #expect(row.optionalID(2) == nil)
      #expect(try !statement.step())
    }
  }

  @Test func `identifiers sort as numbers`() throws {
    try connection.execute(unsafeSQL: "CREATE TABLE thing (id BLOB PRIMARY KEY) STRICT")
    let ids: [UInt128] = [255, 256, 1, .max, 1 << 64, 0]
    for id in ids { try connection.run("INSERT INTO thing VALUES (?1)", [.id(id)]) }
    #expect(try connection.query("SELECT id FROM thing ORDER BY id") { $0.id(0) } == ids.sorted())
  }

  @Test func `keeps no value from the last use of a statement`() throws {
    func echo(_ bind: (Statement) throws -> Void) throws -> String? {
      try connection.withStatement("SELECT ?1") { statement in
        try bind(statement)
        return try statement.step() ? statement.row.optionalText(0) : nil
      }
    }
    #expect(try echo { try $0.bind("a secret", at: 1) } == "a secret")
    #expect(try echo { _ in } == nil)
  }

  @Test func `lends the same SQL twice at once`() throws {
    for number in 0..<3 { try Sample.note(number, connection) }
    func below(_ number: Int) throws -> [Int] {
      try connection.query("SELECT number FROM note WHERE number < ?1", [.int(number)]) {
        try below($0.int(0)).count
      }
    }
    #expect(try below(3) == [0, 1, 2])
  }

  @Test func `refuses a wrong number of values and a wrong parameter`() throws {
    let error = #expect(throws: StorageError.self) {
      try connection.run("SELECT ?1, ?2", [1])
    }
    #expect(error?.kind == .misuse)
    #expect(throws: StorageError.self) {
      try connection.withStatement("SELECT ?1") { try $0.bind(1, at: 2) }
    }
  }

  @Test func `says how many rows a statement changed`() throws {
    for number in 0..<3 { try Sample.note(number, connection) }
    #expect(try connection.run("UPDATE note SET body = NULL WHERE number > 0") == 2)
    #expect(try connection.run("DELETE FROM note WHERE number = 7") == 0)
    #expect(connection.lastInsertedRow == 3)
  }

  @Test(arguments: [
    ("INSERT INTO note (number) VALUES (1), (1)", StorageError.Constraint.unique),
    ("INSERT INTO note (id, number) VALUES (1, 1), (1, 2)", .primaryKey),
    ("INSERT INTO note (number) VALUES (NULL)", .notNull),
    ("INSERT INTO note (number) VALUES (-1)", .check),
    ("INSERT INTO note (number) VALUES ('x')", .dataType),
    ("INSERT INTO note (number, unit) VALUES (1, 99)", .foreignKey),
  ])
  func `names the broken constraint`(sql: String, expected: StorageError.Constraint) throws {
    let error = #expect(throws: StorageError.self) { try connection.execute(unsafeSQL: sql) }
    #expect(error?.kind == .constraint(expected))
    #expect(error?.code == 19)
  }

  @Test func `in double quotes, text is no string`() throws {
    #expect(throws: StorageError.self) { try connection.run("SELECT \"no such column\"") }
  }

  @Test func `of a reader cannot write by any road`() throws {
    let reader = try Connection(path: folder.database, role: .reader)
    for sql in [
      "INSERT INTO note (number) VALUES (1)", "DELETE FROM note", "DROP TABLE note",
      "PRAGMA user_version=9", "PRAGMA query_only=OFF; CREATE TABLE x (a)", "VACUUM",
      "PRAGMA journal_mode=DELETE; CREATE TABLE x (a)", "BEGIN EXCLUSIVE; DELETE FROM note",
    ] {
      #expect(throws: StorageError.self, "\(sql)") { try reader.execute(unsafeSQL: sql) }
    }
    #expect(try connection.schemaNumber() == 1)
    #expect(try connection.text(unsafeSQL: "PRAGMA journal_mode") == "wal")
  }

  @Test func `a broken statement and a missing file are named`() throws {
    let error = #expect(throws: StorageError.self) { try connection.run("SELEC 1") }
    #expect(error?.sql == "SELEC 1")
    let missing = #expect(throws: StorageError.self) {
      try Connection(path: folder.path + "/none.sqlite", role: .writer)
    }
    #expect(missing?.kind == .cannotOpen)
  }
}
