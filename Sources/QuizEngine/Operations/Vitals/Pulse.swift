/// What happened between two looks at a running server.
package struct Pulse: Hashable, Sendable {
  package let now: VitalSigns
  private let earlier: VitalSigns

  /// The later look and the one before it.
  package init(_ now: VitalSigns, after earlier: VitalSigns) {
    self.now = now
    // Another run of the server: its counters began anew.
    self.earlier =
      earlier.since == now.since
      ? earlier
      : VitalSigns(
        at: earlier.at, sinceBoot: earlier.sinceBoot, since: now.since, probeKey: now.probeKey,
        metrics: [])
  }

  /// Milliseconds between the two looks, at least one.
  var milliseconds: Int { max(1, Int((now.sinceBoot - earlier.sinceBoot).milliseconds)) }

  /// The same in seconds, for people.
  var seconds: Int { max(1, (milliseconds + 500) / 1000) }

  /// How long the server runs.
  var uptime: Span { now.at - now.since }

  func gauge(_ name: String) -> Int { now[name] ?? 0 }

  /// How much a counter grew a second.
  func rate(_ name: String) -> Int { perSecond(growth(now[name], earlier[name])) }

  /// What fell into the buckets between the looks.
  func distribution(_ name: String) -> Distribution {
    guard let new = now.distribution(name) else { return .empty(.durations) }
    return new.since(earlier.distribution(name) ?? .empty(new.buckets))
  }

  /// Values a second.
  func rate(ofDistribution name: String) -> Int { perSecond(distribution(name).count) }

  /// How often each label's counter was added to between the looks; those that stood still are
  /// left out.
  ///
  /// No rate: what is rare would come out as never, or as once a second.
  func growths(_ name: String) -> [Metric.Labelled] {
    let before = Dictionary(
      earlier.labelled(name).map { ($0.value, $0.number) }, uniquingKeysWith: { $1 })
    return now.labelled(name).compactMap { entry in
      let grown = growth(entry.number, before[entry.value])
      return grown > 0 ? Metric.Labelled(entry.value, grown) : nil
    }
  }

  /// Processor time used, in per cent of one core.
  var processorPercent: Int {
    growth(now["process_cpu_seconds_total"], earlier["process_cpu_seconds_total"])
      / (milliseconds &* 10)
  }

  /// Free space in per cent of the disk; nil when the disk says nothing.
  var freePercent: Int? {
    guard let free = now["disk_free_bytes"], let total = now["disk_total_bytes"], total > 0
    else { return nil }
    return free / max(1, total / 100)
  }

  private func growth(_ new: Int?, _ old: Int?) -> Int { max(0, (new ?? 0) &- (old ?? 0)) }

  private func perSecond(_ count: Int) -> Int {
    (count &* 1000 &+ milliseconds / 2) / milliseconds
  }
}
