/// Formats of an empty class list.
enum ListFormat: String, Sendable {
  case csv, xlsx
}
