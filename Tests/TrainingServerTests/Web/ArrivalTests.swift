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

  /// Each fits into one field that a proxy on this machine passes on.
  @Test(
    arguments: [
      // U+0600 joins the comma behind it to one character.
      ("198.51.100.1\u{600}, 203.0.113.9", "203.0.113.9"),
      ("198.51.100.1\u{301}, 203.0.113.9", "203.0.113.9"),
      ("198.51.100.1, 203.0.113.9\u{600}", "127.0.0.1"),
      ("198.51.100.1, 203.0.113.9\u{301}", "127.0.0.1"),
      ("198.51.100.1,203.0.113.9", "203.0.113.9"), (" , \t203.0.113.9 ,, ", "203.0.113.9"),
      ("::ffff:203.0.113.9", "203.0.113.9"), ("2001:DB8:0:0::1", "2001:db8::1"),
      // What stands before something that is no address is not believed.
      ("198.51.100.1, unknown", "127.0.0.1"), ("198.51.100.1, x", "127.0.0.1"),
      ("203.0.113.9:443", "127.0.0.1"), ("[2001:db8::1]", "127.0.0.1"),
      ("fe80::1%eth0", "127.0.0.1"), ("203.0.113.09", "127.0.0.1"), ("203.0.113", "127.0.0.1"),
      ("0x7f.1", "127.0.0.1"), ("203.0.113.9 198.51.100.1", "127.0.0.1"),
      (String(repeating: "1", count: 5000), "127.0.0.1"),
    ])
  func `only a bare numeric address is taken, from octets between commas`(
    field: String, address: String
  ) throws {
    #expect(try client(["X-Forwarded-For": field], proxies: ["127.0.0.1"]) == address)
  }

  @Test func `no sign in a forwarding field gets around the budget of a network`() throws {
    let site = try proxied()
    while site.engine.failures.spend(.card, "203.0.113.9", at: site.clock.now) == nil {}
    for invented in ["198.51.100.1\u{600}", "198.51.100.2\u{301}", "a\u{600}", "198.51.100.3"] {
      let answer = try site.ask(
        "POST", "/api/v1/session", json: #"{"card":"0000-0000-0000-0000-0000-0000-00"}"#,
        ["X-Forwarded-For": invented + ", 203.0.113.9"])
      #expect(answer.status == 429, "\(invented)")
    }
  }

  private func proxied() throws -> TestSite {
    try TestSite(settings: SiteSettings(proxies: [try #require(AddressRange("127.0.0.1"))]))
  }

  @Test(
    arguments: [
      ("https", true), ("HTTPS", true), ("https, https", true), ("https, http", true),
      (" https\t,http", true), ("http, https", false), ("http", false), ("", false),
      ("https\u{600}, https", false), ("https\u{301}", false), ("httpsx", false),
    ])
  func `the scheme is what the proxy wrote that the client spoke to`(
    field: String, isSecure: Bool
  ) throws {
    let site = try proxied()
    let form = "_csrf=\(FormToken.make(.none))&card=\(site.card)"
    let answer = try site.ask(
      "POST", "/sign-in", form: form,
      ["X-Forwarded-Proto": field, "Sec-Fetch-Site": "same-origin"])
    let cookie = try #require(answer["Set-Cookie"], "\(answer.text)")
    #expect(cookie.hasPrefix("__Host-sid=") == isSecure)
    #expect(cookie.contains("; Secure") == isSecure)
    #expect((answer["Strict-Transport-Security"] != nil) == isSecure)
  }
}
