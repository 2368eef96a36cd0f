import QuizEngine
import Testing

@testable import TrainingServer

/// `/metrics` as Prometheus reads it.
@Suite(.timeLimit(.minutes(2))) struct MetricsTests {
  /// The samples by name and labels; records whatever breaks the format.
  private func samples(_ site: TestSite) throws -> [String: String] {
    let answer = try site.ask("GET", "/metrics")
    #expect(answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
    var samples: [String: String] = [:]
    var types: [String: Substring] = [:]
    for line in answer.body.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      if line.hasPrefix("# TYPE ") {
        #expect(types.updateValue(words[3], forKey: String(words[2])) == nil, "\(line)")
      } else if line.hasPrefix("# HELP ") {
        #expect(words.count > 3 && types[String(words[2])] == nil, "\(line)")
      } else {
        let name = String(words[0])
        #expect(samples.updateValue(String(words.last ?? ""), forKey: name) == nil, "\(line)")
        #expect(words.count == 2 && family(of: name, in: types) != nil, "\(line)")
      }
    }
    return samples
  }

  /// The family that a sample belongs to: its own name, or that of its histogram.
  private func family(of sample: String, in types: [String: Substring]) -> String? {
    let name = String(sample.prefix { $0 != "{" })
    if let type = types[name] { return type == "histogram" ? nil : name }
    for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) {
      let stem = String(name.dropLast(suffix.count))
      if types[stem] == "histogram" { return stem }
    }
    return nil
  }

  private func number(_ samples: [String: String], _ name: String) -> Int {
    samples[name].flatMap { Int($0) } ?? -1
  }

  @Test func `a save is counted once in every figure it belongs to`() throws {
    let site = try TestSite()
    let attempt = try site.attempt()
    let before = try samples(site)
    let saved = try site.ask(
      "PUT", "/api/v1/attempts/\(attempt.text)/answers/1", as: .pupil,
      json: #"{"revision":1,"response":"a"}"#)
    #expect(saved.status == 200, "\(saved.text)")
    let after = try samples(site)
    for (name, growth) in [
      ("save_duration_seconds_count", 1), (#"save_duration_seconds_bucket{le="+Inf"}"#, 1),
      ("writer_commits_total", 1), ("writer_jobs_total", 1), ("writer_batch_jobs_count", 1),
      ("commit_duration_seconds_count", 1), ("writer_failures_total", 0),
      // The first reading of the figures is an answer too.
      (#"http_answers_total{status="200"}"#, 2), ("request_duration_seconds_count", 2),
    ] {
      #expect(number(after, name) - number(before, name) == growth, "\(name)")
    }
    #expect(
      number(after, "loop_turn_duration_seconds_count")
        > number(before, "loop_turn_duration_seconds_count"))
    #expect(after["open_attempts"] == "1" && after["writer_queue"] == "0")
  }

  @Test func `refusals are counted by kind and status, also those of the transport`() throws {
    let site = try TestSite()
    _ = try site.ask("GET", "/api/v1/me")
    _ = try site.ask("GET", "/nothing")
    let client = try TestClient(port: site.port)
    client.send(Array("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n".utf8))
    #expect(client.receiveAll().hasPrefix("HTTP/1.1 400 "))
    let found = try samples(site)
    #expect(found[#"refusals_total{kind="not-signed-in"}"#] == "1")
    #expect(found[#"refusals_total{kind="not-found"}"#] == "1")
    #expect(found[#"refusals_total{kind="bad-request"}"#] == "1")
    #expect(found[#"refusals_total{kind="busy"}"#] == "0")
    for status in [400, 401, 404] {
      #expect(found["http_answers_total{status=\"\(status)\"}"] == "1", "\(status)")
    }
    #expect(found[#"http_answers_total{status="503"}"#] == "0")
  }

  @Test func `disk, memory and files are those of this process`() throws {
    let site = try TestSite()
    let found = try samples(site)
    #expect(number(found, "process_resident_memory_bytes") > 1 << 20)
    #expect(number(found, "process_open_fds") > 5)
    #expect(number(found, "process_max_fds") >= number(found, "process_open_fds"))
    #expect(number(found, "disk_total_bytes") > number(found, "disk_free_bytes"))
    #expect(number(found, "database_bytes") > 0)
    #expect(number(found, "http_connections") == 1)
  }
}
