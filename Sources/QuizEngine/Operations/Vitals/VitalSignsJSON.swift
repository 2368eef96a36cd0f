// How measurements travel to `trainctl`.

extension VitalSigns {
  /// The measurements as JSON.
  package var json: JSON {
    .object([
      "at": .int(Int(at.milliseconds)), "since": .int(Int(since.milliseconds)),
      "sinceBoot": .int(Int(sinceBoot.milliseconds)),
      "probeKey": .string(probeKey), "metrics": .array(metrics.map(\.json)),
    ])
  }

  /// Reads what `json` wrote; nil for anything else.
  package init?(json: JSON) {
    guard let at = json["at"]?.int, let since = json["since"]?.int,
      let sinceBoot = json["sinceBoot"]?.int,
      let probeKey = json["probeKey"]?.string, let list = json["metrics"]?.array
    else { return nil }
    let metrics = list.compactMap(Metric.init(json:))
    guard metrics.count == list.count else { return nil }
    self.init(
      at: Instant(milliseconds: Int64(at)),
      sinceBoot: Span(milliseconds: Int64(sinceBoot)),
      since: Instant(milliseconds: Int64(since)),
      probeKey: probeKey, metrics: metrics)
  }
}

extension Metric {
  fileprivate var json: JSON {
    .object([
      "name": .string(name), "help": .string(help), "kind": .string(kind.rawValue),
      "unit": .string(unit.rawValue), "reading": reading.json,
    ])
  }

  fileprivate init?(json: JSON) {
    guard let name = json["name"]?.string, let help = json["help"]?.string,
      let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)),
      let unit = json["unit"]?.string.flatMap(Unit.init(rawValue:)),
      let reading = json["reading"].flatMap(Reading.init(json:))
    else { return nil }
    self.init(name, help, kind, unit, reading)
  }
}

extension Metric.Reading {
  fileprivate var json: JSON {
    switch self {
    case .number(let number): .int(number)
    case .labelled(let label, let numbers):
      .object([
        "label": .string(label), "values": .strings(numbers.map(\.value)),
        "numbers": .array(numbers.map { .int($0.number) }),
      ])
    case .distribution(let distribution):
      .object([
        "buckets": .string(distribution.buckets.rawValue), "sum": .int(distribution.sum),
        "counts": .array(distribution.counts.map(JSON.int)),
      ])
    }
  }

  fileprivate init?(json: JSON) {
    if let number = json.int {
      self = .number(number)
    } else if let label = json["label"]?.string, let values = json["values"]?.strings,
      let numbers = json["numbers"]?.array?.compactMap(\.int), numbers.count == values.count
    {
      self = .labelled(label, zip(values, numbers).map { Metric.Labelled($0, $1) })
    } else if let buckets = json["buckets"]?.string.flatMap(Buckets.init(rawValue:)),
      let sum = json["sum"]?.int, let counts = json["counts"]?.array?.compactMap(\.int)
    {
      self = .distribution(Distribution(buckets, counts: counts, sum: sum))
    } else {
      return nil
    }
  }
}
