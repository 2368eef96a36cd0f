import QuizEngine
import Testing

@Suite struct MetricsTextTests {
  @Test func `numbers, labels and durations are written as Prometheus reads them`() {
    let text = MetricsText.make([
      .gauge("queue", "Waiting\nnow.", 3),
      .counters("answers_total", "Answers.", by: "kind", [.init("a\"b\\c\n", 1), .init("d", 2)]),
      .counter("busy_seconds_total", "Busy.", 1_500_000, .microseconds),
      .gauge("clock_seconds", "Ahead.", -2_000_500, .microseconds),
    ])
    #expect(
      text == #"""
        # HELP queue Waiting\nnow.
        # TYPE queue gauge
        queue 3
        # HELP answers_total Answers.
        # TYPE answers_total counter
        answers_total{kind="a\"b\\c\n"} 1
        answers_total{kind="d"} 2
        # HELP busy_seconds_total Busy.
        # TYPE busy_seconds_total counter
        busy_seconds_total 1.500000
        # HELP clock_seconds Ahead.
        # TYPE clock_seconds gauge
        clock_seconds -2.000500

        """#)
  }

  @Test func `a histogram counts up to all of its values`() {
    let distribution = Distribution(.sizes, counts: [1, 2, 0, 4], sum: 20)
    let lines = MetricsText.make([.histogram("batch", "Jobs.", distribution)])
      .split(separator: "\n")
    #expect(lines[1] == "# TYPE batch histogram")
    #expect(
      lines[2...5] == [
        #"batch_bucket{le="1"} 1"#, #"batch_bucket{le="2"} 3"#, #"batch_bucket{le="4"} 3"#,
        #"batch_bucket{le="8"} 7"#,
      ])
    #expect(lines.suffix(3) == [#"batch_bucket{le="+Inf"} 7"#, "batch_sum 20", "batch_count 7"])
  }
}
