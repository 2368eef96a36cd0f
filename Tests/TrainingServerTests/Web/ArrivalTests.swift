import QuizEngine
import Testing

@testable import TrainingServer

@Suite(.timeLimit(.minutes(1))) struct ArrivalTests {
  @Test(
    arguments: [
      ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false),
      ("192.168.4.0/22", "192.168.7.255", true), ("192.168.4.0/22", "192.168.8.0", false),
      ("0.0.0.0/0", "203.0.113.1", true), ("::1", "::1", true), ("::1", "127.0.0.1", false),
      ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
      ("127.0.0.1", "127.0.0.2", false), ("127.0.0.1/32", "127.0.0.1", true),
    ] as [(String, String, Bool)])
  func `a block contains what its prefix says`(block: String, address: String, inside: Bool) throws
  {
    #expect(try #require(AddressRange(block)).contains(address) == inside)
  }

  @Test(arguments: [
    "", "a", "1.2.3", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "::1/129", "1.2.3.4/8/8",
  ])
  func `anything else is no block`(text: String) {
    #expect(AddressRange(text) == nil)
  }

  private func client(_ fields: [String: String], proxies: [String]) throws -> String? {
    var settings = SiteSettings()
    settings.proxies = proxies.compactMap { AddressRange($0) }
    let site = try TestSite(settings: settings)
    _ = try site.ask("GET", "/nowhere", fields)
    site.site.log.stop()
    return try JSON(Array(site.log.text.utf8.dropLast()))["client"]?.string
  }

  @Test func `forwarding fields of strangers are not believed`() throws {
    #expect(try client(["X-Forwarded-For": "203.0.113.9"], proxies: []) == "127.0.0.1")
    #expect(try client(["X-Forwarded-For": "203.0.113.9"], proxies: ["10.0.0.0/8"]) == "127.0.0.1")
  }

  @Test func `the last hop that is no proxy is the client`() throws {
    let proxies = ["127.0.0.1", "10.0.0.0/8"]
    #expect(try client(["X-Forwarded-For": "203.0.113.9"], proxies: proxies) == "203.0.113.9")
    let spoofed = ["X-Forwarded-For": "198.51.100.1, 203.0.113.9, 10.0.0.7"]
    #expect(try client(spoofed, proxies: proxies) == "203.0.113.9")
    #expect(try client([:], proxies: proxies) == "127.0.0.1")
  }

  @Test func `strangers behind the proxy get no metrics`() throws {
    var settings = SiteSettings()
    settings.proxies = [try #require(AddressRange("127.0.0.1"))]
    let site = try TestSite(settings: settings)
    #expect(try site.ask("GET", "/metrics", ["X-Forwarded-For": "203.0.113.9"]).status == 404)
    #expect(try site.ask("GET", "/metrics").status == 200)
  }
}
