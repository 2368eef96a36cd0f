// Tables as they travel: exact, so that the terminal shows what the server would.

extension Table {
  var wire: JSON {
    .object([
      "columns": .array(
        columns.map { column in
          .object([
            "key": .string(column.key), "title": column.title.json,
            "kind": .string(column.kind.rawValue),
          ])
        }), "rows": .array(rows.map { .array($0.map(\.wire)) }),
    ])
  }

  init?(wire json: JSON) {
    guard let columns = json["columns"]?.array, let rows = json["rows"]?.array else { return nil }
    var readColumns: [Column] = []
    for column in columns {
      guard let key = column["key"]?.string,
        let title = column["title"].flatMap(LocalizedText.init(json:)),
        let kind = column["kind"]?.string.flatMap(Kind.init(rawValue:))
      else { return nil }
      readColumns.append(Column(key, title, kind))
    }
    var readRows: [[Cell]] = []
    for row in rows {
      guard let cells = row.array, cells.count == readColumns.count else { return nil }
      let read = cells.compactMap(Cell.init(wire:))
      guard read.count == cells.count else { return nil }
      readRows.append(read)
    }
    self.init(columns: readColumns, rows: readRows)
  }
}

extension Cell {
  fileprivate var wire: JSON {
    switch self {
    case .none: .null
    case .text(let text): .string(text)
    case .count(let count): .int(count)
    case .flag(let flag): .bool(flag)
    case .points(let points): .object(["points": .int(Int(points.thousandths))])
    case .rate(let rate):
      .object(["rate": .array([.int(rate.numerator), .int(rate.denominator)])])
    case .instant(let instant): .object(["instant": .int(Int(instant.milliseconds))])
    case .span(let span): .object(["span": .int(Int(span.milliseconds))])
    case .term(let key, let text): .object(["term": .string(key), "text": text.json])
    }
  }

  fileprivate init?(wire json: JSON) {
    switch json {
    case .null: self = .none
    case .string(let text): self = .text(text)
    case .bool(let flag): self = .flag(flag)
    case .number:
      guard let count = json.int else { return nil }
      self = .count(count)
    case .array: return nil
    case .object: self.init(member: json)
    }
  }

  private init?(member json: JSON) {
    if let points = json["points"]?.int {
      self = .points(Points(thousandths: Int64(points)))
    } else if let instant = json["instant"]?.int {
      self = .instant(Instant(milliseconds: Int64(instant)))
    } else if let span = json["span"]?.int {
      self = .span(Span(milliseconds: Int64(span)))
    } else if let rate = json["rate"]?.array?.compactMap(\.int), rate.count == 2 {
      self = .rate(Rate(rate[0], of: rate[1]))
    } else if let key = json["term"]?.string,
      let text = json["text"].flatMap(LocalizedText.init(json:))
    {
      self = .term(key, text)
    } else {
      return nil
    }
  }
}
