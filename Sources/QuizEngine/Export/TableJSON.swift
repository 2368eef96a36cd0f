extension Table {
  /// The table for programs: `{"items":[{…}]}`, a member a column.
  ///
  /// Instants are ISO 8601 in UTC, spans milliseconds, points and per cents exact decimals.
  package func json() -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.key("items")
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      for (column, cell) in zip(columns, row) {
        writer.key(column.key)
        cell.write(to: &writer)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.finish() + [0x0a]
  }
}

extension Cell {
  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .none: writer.null()
    case .text(let text): writer.string(text)
    case .count(let count): writer.int(count)
    case .points(let points): writer.number(points.text())
    case .rate(let rate):
      if let text = rate.text() { writer.number(text) } else { writer.null() }
    case .instant(let instant): writer.string(instant.iso8601)
    case .span(let span): writer.int(Int(span.milliseconds))
    case .flag(let flag): writer.bool(flag)
    case .term(let key, _): writer.string(key)
    }
  }
}
