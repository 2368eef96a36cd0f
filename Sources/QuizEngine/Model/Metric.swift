/// One measured thing of the running system, at one moment.
package struct Metric: Hashable, Sendable {
  /// What the number means over time.
  package enum Kind: String, CaseIterable, Sendable {
    /// Only grows.
    case counter
    /// Goes up and down.
    case gauge
  }

  /// In what it is counted.
  package enum Unit: String, CaseIterable, Sendable {
    case plain
    case microseconds
  }

  /// What was measured.
  package enum Reading: Hashable, Sendable {
    case number(Int)
    /// A number for each value of one label.
    case labelled(String, [Labelled])
    case distribution(Distribution)
  }

  /// The number of one value of a label.
  package struct Labelled: Hashable, Sendable {
    package let value: String
    package let number: Int

    package init(_ value: String, _ number: Int) {
      (self.value, self.number) = (value, number)
    }
  }

  package let name: String
  package let help: String
  package let kind: Kind
  package let unit: Unit
  package let reading: Reading

  package init(_ name: String, _ help: String, _ kind: Kind, _ unit: Unit, _ reading: Reading) {
    (self.name, self.help) = (name, help)
    (self.kind, self.unit, self.reading) = (kind, unit, reading)
  }

  /// A number that only grows.
  package static func counter(
    _ name: String, _ help: String, _ number: Int, _ unit: Unit = .plain
  ) -> Metric {
    Metric(name, help, .counter, unit, .number(number))
  }

  /// A number that goes up and down.
  package static func gauge(
    _ name: String, _ help: String, _ number: Int, _ unit: Unit = .plain
  ) -> Metric {
    Metric(name, help, .gauge, unit, .number(number))
  }

  /// A counter for each value of `label`.
  package static func counters(
    _ name: String, _ help: String, by label: String, _ numbers: [Labelled]
  ) -> Metric {
    Metric(name, help, .counter, .plain, .labelled(label, numbers))
  }

  /// Values by bucket.
  package static func histogram(
    _ name: String, _ help: String, _ distribution: Distribution
  ) -> Metric {
    let unit: Unit = distribution.buckets == .durations ? .microseconds : .plain
    return Metric(name, help, .counter, unit, .distribution(distribution))
  }
}
