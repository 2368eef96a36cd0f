import QuizEngine

/// The options of every command, for parsing, help and completions.
enum GlobalOptions {
  static let all: [OperationSpec.Option] = [
    .init(
      "data", .text("DIR"), vi: "Thư mục dữ liệu (mặc định \(Places.standard.data))",
      en: "Data folder (default \(Places.standard.data))"),
    .init(
      "courses", .text("DIR"), vi: "Thư mục khóa học (mặc định \(Places.standard.courses))",
      en: "Courses folder (default \(Places.standard.courses))"),
    .init(
      "format", .choice(OutputFormat.allCases.map(\.rawValue)), vi: "Cách ghi bảng",
      en: "How tables are written"),
    .init(
      "csv-locale", .choice(["en", "vi"]),
      vi: "CSV theo nước: en (mặc định) a,b và 7.5; vi a;b và 7,5",
      en: "CSV of a country: en (default) a,b and 7.5; vi a;b and 7,5"),
    .init(
      "separator", .choice(separators.map(\.name)),
      vi: "Dấu phân cách khác của CSV; semicolon kéo theo 7,5",
      en: "Another separator of CSV cells; semicolon brings 7,5"),
    .init(
      "output", .text("FILE"), vi: "Ghi kết quả vào tệp thay vì màn hình",
      en: "Write the result to a file instead of standard output"),
    .init(
      "lang", .choice(["vi", "en"]), vi: "Ngôn ngữ (mặc định theo LANG)",
      en: "Language (default from LANG)"),
    .init("quiet", .flag, vi: "Không ghi lời nhắn", en: "No messages"),
    .init("yes", .flag, vi: "Không hỏi lại", en: "Do not ask"),
    .init("help", .flag, vi: "Trợ giúp", en: "Help"),
  ]

  static let dryRun = OperationSpec.Option(
    "dry-run", .flag, vi: "Chỉ cho xem sẽ làm gì, không ghi",
    en: "Show what would happen, write nothing")

  /// The options that this command takes, its own first.
  static func options(of spec: OperationSpec) -> [OperationSpec.Option] {
    spec.options + (spec.hasDryRun ? [dryRun] : []) + all
  }

  static let separators: [(name: String, value: CSVWriter.Separator)] = [
    ("comma", .comma), ("semicolon", .semicolon), ("tab", .tab),
  ]
}
