import Glibc
import QuizEngine
import Synchronization
import Testing

@testable import TrainingServer

/// Who may read the numbers of a server.
@Suite(.timeLimit(.minutes(1))) struct NearnessTests {
  /// What somebody at that address is answered who speaks to the server itself.
  private func ask(
    _ site: TestSite, _ path: String, from address: String, _ fields: String = ""
  ) throws -> TrainingServer.Response {
    let request = Request(
      head: try head("GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"), body: [],
      peer: Peer(address: address), receivedAt: site.clock.now.milliseconds)
    let mailbox = try #require(Mailbox<LoopLetter<ConnectionMessage>>())
    let slot = ReplySlot(mailbox: mailbox, id: ChannelID(descriptor: 9, generation: 1))
    site.site.handle(request, Responder(slot: slot))
    if case .response(let response)? = slot.answerOrWait() { return response }
    // A worker answers: its letter comes to the loop's box, and wakes whoever waits for it.
    for _ in 0..<10 {
      for case .deliver(_, .answer(.response(let response))) in mailbox.takeOrSleep() {
        return response
      }
      var wish = pollfd(fd: mailbox.wakeUp, events: Int16(POLLIN), revents: 0)
      poll(&wish, 1, 5000)
    }
    throw Unanswered()
  }

  private func head(_ text: String) throws -> RequestHead {
    var parser = RequestParser(limits: Limits())
    var bytes = Array(text.utf8)
    for _ in 0..<3 {
      let (consumed, event) = bytes.withUnsafeBytes { parser.advance($0) }
      bytes.removeFirst(consumed)
      if case .request(let head, _) = event { return head }
    }
    throw Unanswered()
  }

  private struct Unanswered: Error {}

  @Test(arguments: ["127.0.0.1", "127.8.8.8", "::1"])
  func `this machine reads the numbers`(address: String) throws {
    #expect(try ask(try TestSite(), "/metrics", from: address).status == 200)
  }

  @Test(arguments: ["203.0.113.9", "192.168.1.7", "10.0.0.1", "fe80::1", "2001:db8::1", "unknown"])
  func `a foreign peer gets no numbers, whatever it says about itself`(address: String) throws {
    let site = try TestSite()
    let local = "X-Forwarded-For: 127.0.0.1\r\n"
    for fields in ["", local, "Host: 127.0.0.1\r\n"].prefix(2) {
      #expect(try ask(site, "/metrics", from: address, fields).status == 404)
      let ready = try ask(site, "/readyz", from: address, fields)
      #expect(String(decoding: ready.body, as: UTF8.self) == #"{"ready":true,"failing":[]}"#)
    }
  }

  @Test func `the operator names who else may`() throws {
    var settings = SiteSettings()
    settings.monitors = ["10.0.0.0/8", "2001:db8::/32"].compactMap { AddressRange($0) }
    let site = try TestSite(settings: settings)
    for (address, status) in [
      ("10.1.2.3", 200), ("2001:db8:7::1", 200), ("11.0.0.1", 404), ("2001:db9::1", 404),
      ("127.0.0.1", 200),
    ] {
      #expect(try ask(site, "/metrics", from: address).status == status, "\(address)")
    }
    let passedOn = try ask(site, "/metrics", from: "10.1.2.3", "Via: 1.1 proxy\r\n")
    #expect(passedOn.status == 404)
  }

  @Test(arguments: [
    "X-Forwarded-For: 127.0.0.1", "x-forwarded-for: ", "Forwarded: for=127.0.0.1", "Via: 1.1 a",
    "X-Real-IP: 127.0.0.1", "X-Forwarded-Proto: http", "X-Forwarded-Host: a",
    "CF-Connecting-IP: 127.0.0.1", "True-Client-IP: 127.0.0.1",
  ])
  func `a proxy that nobody declared does not pass for this machine`(field: String) throws {
    let site = try TestSite()
    let answer = try ask(site, "/metrics", from: "127.0.0.1", field + "\r\n")
    #expect(answer.status == 404)
  }

  @Test func `strangers behind the proxy get no metrics, nor do foreign peers without one`() throws
  {
    let proxy = try #require(AddressRange("127.0.0.1"))
    let site = try TestSite(settings: SiteSettings(proxies: [proxy]))
    #expect(try site.ask("GET", "/metrics", ["X-Forwarded-For": "203.0.113.9"]).status == 404)
    #expect(try site.ask("GET", "/metrics").status == 200)
    #expect(try ask(site, "/metrics", from: "203.0.113.9").status == 404)
    #expect(try ask(try TestSite(), "/metrics", from: "203.0.113.9").status == 404)
  }

  @Test(.enabled(if: OwnAddress.first != nil, "needs an address besides loopback"))
  func `over the wire, too, who comes from another address gets no numbers`() throws {
    let address = try #require(OwnAddress.first)
    let outside = try TestSite(listening: "0.0.0.0")
    let client = try TestClient(address: address, port: outside.port)
    client.send("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(status(client.receiveAll()) == 404)
    #expect(try outside.ask("GET", "/metrics").status == 200)
  }
}

/// An address of this machine that is not loopback: whoever connects to it comes from it.
enum OwnAddress {
  static let first: String? = {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return nil }
    defer { freeifaddrs(list) }
    var next = list
    while let entry = next?.pointee {
      next = entry.ifa_next
      guard let address = entry.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET) else {
        continue
      }
      let number = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        UInt32(bigEndian: $0.pointee.sin_addr.s_addr)
      }
      guard number >> 24 != 127, number != 0 else { continue }
      return (0..<4).map { String(number >> UInt32(24 - 8 * $0) & 255) }.joined(separator: ".")
    }
    return nil
  }()
}
