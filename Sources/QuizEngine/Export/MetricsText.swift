/// Metrics in Prometheus' text format, version 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
package enum MetricsText {
  /// One family after the other, each with its help and type; durations in seconds.
  package static func make(_ metrics: [Metric]) -> String {
    var text = ""
    for metric in metrics { append(metric, to: &text) }
    return text
  }

  private static func append(_ metric: Metric, to text: inout String) {
    var type = metric.kind.rawValue
    if case .distribution = metric.reading { type = "histogram" }
    let help = metric.help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    text += "# HELP \(metric.name) \(help)\n# TYPE \(metric.name) \(type)\n"
    switch metric.reading {
    case .number(let number): text += "\(metric.name) \(value(number, metric.unit))\n"
    case .labelled(let label, let numbers):
      for entry in numbers {
        text += "\(metric.name){\(label)=\"\(escaped(entry.value))\"} "
        text += value(entry.number, metric.unit) + "\n"
      }
    case .distribution(let distribution): append(distribution, metric, to: &text)
    }
  }

  private static func append(
    _ distribution: Distribution, _ metric: Metric, to text: inout String
  ) {
    var total = 0
    let bounds = distribution.buckets.bounds.map { value($0, metric.unit) } + ["+Inf"]
    for (bound, count) in zip(bounds, distribution.counts) {
      total += count
      text += "\(metric.name)_bucket{le=\"\(bound)\"} \(total)\n"
    }
    text += "\(metric.name)_sum \(value(distribution.sum, metric.unit))\n"
    text += "\(metric.name)_count \(total)\n"
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
  }

  private static func value(_ number: Int, _ unit: Metric.Unit) -> String {
    switch unit {
    case .plain: return String(number)
    case .microseconds:
      let sign = number < 0 ? "-" : ""
      let size = number.magnitude
      return "\(sign)\(size / 1_000_000)." + padded(Int(size % 1_000_000), 6)
    }
  }
}
