/// Everything measured at one moment, for `/metrics` and `trainctl data top`.
package struct VitalSigns: Hashable, Sendable {
  package let at: Instant
  /// The machine's own measure of time, which goes on while contest time stands still.
  package let sinceBoot: Span
  /// Since when the server runs.
  package let since: Instant
  /// See `Instruments.Serving`.
  package let probeKey: String
  package let metrics: [Metric]

  /// The number of that name.
  package subscript(name: String) -> Int? {
    guard case .number(let number) = reading(name) else { return nil }
    return number
  }

  /// The values of that name by bucket.
  package func distribution(_ name: String) -> Distribution? {
    guard case .distribution(let distribution) = reading(name) else { return nil }
    return distribution
  }

  /// The numbers of that name by label.
  package func labelled(_ name: String) -> [Metric.Labelled] {
    guard case .labelled(_, let numbers) = reading(name) else { return [] }
    return numbers
  }

  private func reading(_ name: String) -> Metric.Reading? {
    metrics.first { $0.name == name }?.reading
  }
}

extension Engine {
  /// Hundredths of a second as the kernel writes them (proc(5), `uptime`).
  private static func sinceBoot() -> Span {
    let digits = SystemFile.words("/proc/uptime").first?.filter(\.isNumber) ?? ""
    return Span(milliseconds: (Int64(digits) ?? 0) &* 10)
  }

  /// Measures engine, server and process; nil when no server runs.
  ///
  /// Asks the database for the open attempts: not for a thread that serves connections.
  package func vitalSigns(at instant: Instant) -> VitalSigns? {
    guard let serving = instruments.serving else { return nil }
    return VitalSigns(
      at: instant, sinceBoot: Self.sinceBoot(), since: serving.since,
      probeKey: serving.probeKey,
      metrics: serving.measure() + engineMetrics(at: instant)
        + ProcessReading.now().metrics(since: serving.since))
  }
}
