import Testing

@testable import QuizEngine

@Suite struct TableTests {
  static let table = Table(
    columns: [
      .init("name", vi: "Họ và tên", en: "Full name"),
      .init("points", vi: "Điểm", en: "Points", .number),
      .init("rate", vi: "Tỷ lệ (%)", en: "Rate (%)", .number),
      .init("at", vi: "Lúc", en: "At"), .init("used", vi: "Giây", en: "Seconds", .number),
      .init("state", vi: "Trạng thái", en: "State"),
    ],
    rows: [
      [
        .text("Nguyễn An"), .points(Points(thousandths: 7500)), .rate(Rate(2, of: 3)),
        .instant(Given.monday), .span(Span(milliseconds: 754_567)),
        .term("open", LocalizedText(vi: "Đang mở", en: "Open")),
      ],
      [.text("=1+1"), .points(.zero), .rate(Rate(0, of: 0)), .none, .none, .flag(true)],
    ])

  @Test func `a spreadsheet opens it right`() {
    let bytes = Self.table.csv(separator: .comma, language: .vietnamese)
    #expect(bytes.prefix(3) == [0xef, 0xbb, 0xbf])
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(
      text == """
        Họ và tên,Điểm,Tỷ lệ (%),Lúc,Giây,Trạng thái\r
        Nguyễn An,7.5,66.7,23/11/2026 10:00:00,754.567,Đang mở\r
        '=1+1,0,—,,,có\r

        """)
  }

  @Test
  func `Vietnamese readers get semicolons and decimal commas, English ones commas and points`() {
    let english = String(decoding: Self.table.csv(language: .english), as: UTF8.self)
    #expect(english.contains("\r\nNguyễn An,7.5,66.7,2026-11-23 10:00:00,754.567,Open\r\n"))
    let bytes = Self.table.csv(language: .vietnamese)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\r\nNguyễn An;7,5;66,7;23/11/2026 10:00:00;754,567;Đang mở\r\n"))
  }

  @Test func `what was written reads back`() {
    for separator in [CSVWriter.Separator.comma, .semicolon, .tab, nil] {
      let table = CSVReader.read(
        Self.table.csv(separator: separator, language: .english), file: "kq.csv")
      #expect(table.issues.isEmpty)
      #expect(
        table.rows.first?.cells.map(\.text) == Self.table.columns.map(\.title.english))
      #expect(table.rows.count == 3)
    }
    for (locale, points) in [(Language.vietnamese, "7,5"), (.english, "7.5")] {
      let table = CSVReader.read(Self.table.csv(language: locale), file: "kq.csv")
      #expect(table.separator == CSVWriter.Separator(locale).rawValue)
      #expect(table.rows[1].cells.prefix(2).map(\.text) == ["Nguyễn An", points])
    }
  }

  @Test func `programs get keys, exact numbers and UTC`() throws {
    let json = try JSON(Self.table.json())
    let first = try #require(json["items"]?.array?.first)
    #expect(first["points"] == .number("7.5"))
    #expect(first["rate"] == .number("66.7"))
    #expect(first["at"] == .string("2026-11-23T03:00:00.000Z"))
    #expect(first["used"] == .number("754567"))
    #expect(first["state"] == .string("open"))
    let second = try #require(json["items"]?.array?.last)
    #expect(second["rate"] == .null)
    #expect(second["state"] == .bool(true))
  }

  @Test func `a terminal shows aligned columns`() {
    #expect(
      Self.table.text(.vietnamese) == """
        Họ và tên  Điểm  Tỷ lệ (%)  Lúc                       Giây  Trạng thái
        ---------  ----  ---------  -------------------  ---------  ----------
        Nguyễn An   7,5     66,7 %  23/11/2026 10:00:00  12:34,567  Đang mở
        =1+1          0          —  —                            —  có

        """)
  }

  @Test func `no name steers the terminal`() {
    var table = Self.table
    table.rows[0][0] = .text("\u{1b}[2JAn\u{202e}\n")
    #expect(!table.text(.english).unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" })
    #expect(table.text(.english).split(separator: "\n").count == 4)
  }
}
