import QuizEngine
import Testing

@testable import TrainingServer

/// What `/readyz` tells whom.
@Suite(.timeLimit(.minutes(2))) struct ProbeTests {
  private func site() throws -> TestSite {
    var settings = SiteSettings()
    settings.proxies = [try #require(AddressRange("127.0.0.1"))]
    return try TestSite(settings: settings)
  }

  @Test func `the machine itself learns the numbers, strangers whether`() throws {
    let site = try site()
    let near = try site.ask("GET", "/readyz")
    #expect(near.json["ready"] == .bool(true) && near.json["failing"]?.array == [])
    #expect(near.json["schema"]?.int == near.json["knownSchema"]?.int)
    #expect((near.json["freeBytes"]?.int ?? 0) > 0)
    let far = try site.ask("GET", "/readyz", ["X-Forwarded-For": "203.0.113.9"])
    #expect(far.body == #"{"ready":true,"failing":[]}"#)
  }

  @Test func `a writer that is gone is named, with 503`() throws {
    let site = try site()
    site.engine.close()
    let answer = try site.ask("GET", "/readyz")
    #expect(answer.status == 503 && answer["Retry-After"] == "30")
    #expect(answer.json["failing"]?.array?.contains(.string("writer")) == true)
  }

  @Test func `the doctor's key shows how its question arrived, any other does not`() throws {
    let site = try site()
    let key = try #require(site.engine.instruments.serving?.probeKey)
    let fields = ["X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"]
    let told = try site.ask(
      "GET", "/readyz", fields.merging(["X-Training-Probe": key]) { $1 })
    let arrival = try #require(told.json["arrival"])
    #expect(arrival["scheme"]?.string == "https" && arrival["client"]?.string == "203.0.113.9")
    #expect(arrival["host"]?.string == "127.0.0.1" && arrival["forwarded"] == .bool(true))
    for wrong in ["", "0", String(key.dropLast()), key + "0"] {
      let answer = try site.ask(
        "GET", "/readyz", fields.merging(["X-Training-Probe": wrong]) { $1 })
      #expect(answer.json["arrival"] == nil)
    }
  }
}
