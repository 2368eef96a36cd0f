import QuizEngine

extension TrainingSite {
  /// What the web side counts; the rest comes from the engine.
  var metrics: [Metric] { trafficMetrics(traffic) + queueMetrics }

  private func trafficMetrics(_ traffic: TrafficReading) -> [Metric] {
    // Those that alarms are built on are there from the start.
    var statuses = [200: 0, 500: 0, 503: 0]
    statuses.merge(traffic.statuses) { $1 }
    let connections = traffic.connections
    return [
      .counters(
        "http_answers_total", "Answers by status.", by: "status",
        statuses.sorted { $0.key < $1.key }.map { .init(String($0.key), $0.value) }),
      .histogram(
        "request_duration_seconds", "From the last byte of a request to its answer.",
        traffic.requests),
      .histogram(
        "save_duration_seconds", "From the last byte of a save to its answer, after its commit.",
        traffic.saves),
      .histogram(
        "loop_turn_duration_seconds", "Turns of the event loops; other connections wait for each.",
        traffic.turns),
      .counters(
        "refusals_total", "Problems told, by kind.", by: "kind",
        refusals.all.map { .init($0.kind.rawValue, $0.count) }),
      .gauge("http_connections", "Open connections.", connections.open),
      .counter("http_connections_total", "Connections accepted.", connections.accepted),
      .counters(
        "http_connections_refused_total", "Connections turned away.", by: "reason",
        [
          .init("full", connections.refusedFull), .init("address", connections.refusedAddress),
        ]),
    ]
  }

  private var queueMetrics: [Metric] {
    [
      .gauge("event_streams", "Open event streams.", hub.count),
      .gauge("worker_queue", "Requests waiting for a thread.", workers.waiting),
      .gauge("hashing_queue", "Sign-ins waiting for a password hash.", hashing.waiting),
      .counter("log_lines_dropped_total", "Log lines lost to a slow reader.", log.dropped),
    ]
  }
}
