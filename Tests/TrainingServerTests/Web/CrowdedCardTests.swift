import QuizEngine
import Synchronization
import Testing

@testable import TrainingServer

/// One card that wants every place for itself, against a running server.
@Suite(.timeLimit(.minutes(1))) struct CrowdedCardTests {
  private func begin(_ site: TestSite, _ path: String, as who: Who) throws -> TestClient {
    let client = try TestClient(port: site.port)
    client.send(
      "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(site.port)\r\n"
        + "Authorization: Bearer \(who.token)\r\n\r\n")
    return client
  }

  private func stream(_ site: TestSite, as who: Who) throws -> TestClient {
    let client = try begin(site, "/api/v1/contests/\(site.contest.text)/events", as: who)
    #expect(status(client.receive(through: "\"until\":")) == 200)
    return client
  }

  /// Whether the answer leaves the connection open for the next request.
  private func isKept(_ client: TestClient) -> Bool {
    let answer = client.receiveAnswer()
    #expect(status(answer) == 200)
    return !answer.contains("\r\nConnection: close\r\n")
  }

  @Test func `one card has eight event streams: the oldest end and are told not to come back soon`()
    throws
  {
    let site = try TestSite()
    let other = try stream(site, as: .classmate)
    let streams = try (0..<40).map { _ in try stream(site, as: .pupil) }
    for old in streams.prefix(32) {
      let told = old.receiveAll()
      #expect(told.contains("retry: 300000\n\n"))
      #expect(told.contains("event: replaced\n"))
      #expect(old.hasEnded)
    }
    site.site.hub.turn(at: site.clock.now)
    #expect(site.site.hub.count == 9)
    site.clock.advance(.hours(2))
    site.site.hub.turn(at: site.clock.now)
    for open in streams.suffix(8) + [other] {
      #expect(!open.receive(through: "\"phase\":\"closed\"").contains("replaced"))
    }
  }

  @Test func `signing in on many devices brings no more streams than a few devices need`() throws {
    let site = try TestSite()
    let now = site.clock.now
    let person = try #require(site.people[.pupil])
    let mailbox = try #require(Mailbox<LoopLetter<ConnectionMessage>>())
    var (places, ended) = (StreamPlaces(), 0)
    for number in 0..<100 {
      let session = Session(
        token: SHA256.hash("session \(number / 5)"), person: person.id, roles: person.roles,
        unit: person.unit, createdAt: now, expiresAt: now + .hours(1))
      let stream = EventStream(
        mailbox: mailbox, id: ChannelID(descriptor: Int32(number), generation: 1), limit: 1000)
      let tooMany = places.take(stream, of: session)
      for old in tooMany { old.close() }
      ended += tooMany.count
    }
    #expect(100 - ended == StreamPlaces.perPerson)
  }

  @Test func `one card keeps 64 connections; whoever comes after it is served as ever`() throws {
    let site = try TestSite()
    var clients = try (0..<64).map { _ in try begin(site, "/api/v1/me", as: .pupil) }
    #expect(clients.allSatisfy(isKept))
    for _ in 0..<20 {
      let one = try begin(site, "/api/v1/me", as: .pupil)
      #expect(!isKept(one), "answered, but not kept")
      #expect(one.receiveAll() == "" && one.hasEnded)
    }
    #expect(isKept(try begin(site, "/api/v1/me", as: .classmate)))
    clients.removeLast()
    // The loop learns of the close by itself; a request after it has gone through the same loop.
    let hasRoom = (0..<1000).contains { _ in
      (try? begin(site, "/api/v1/me", as: .pupil)).map(isKept) ?? false
    }
    #expect(hasRoom)
  }

  @Test func `a declared proxy brings as many connections as it likes, for whomever`() throws {
    let proxy = try #require(AddressRange("127.0.0.1"))
    let site = try TestSite(settings: SiteSettings(proxies: [proxy]))
    let clients = try (0..<80).map { _ in try begin(site, "/api/v1/me", as: .pupil) }
    #expect(clients.allSatisfy(isKept))
  }

  @Test func `behind a proxy one card has 64 requests under way, and others theirs`() throws {
    let held = Mutex<[Reply]>([])
    let proxy = try #require(AddressRange("127.0.0.1"))
    let site = try TestSite(
      settings: SiteSettings(proxies: [proxy]),
      endpoints: [
        .api(.get, "/api/v1/hold", .signedIn, at: .loop) { _, reply in
          held.withLock { $0.append(reply) }
        },
        .open("/healthz", at: .loop) { _ in .text("ok") },
      ])
    func wait(for count: Int) throws {
      for _ in 0..<2000 where held.withLock({ $0.count }) < count {
        _ = try site.ask("GET", "/healthz")
      }
      #expect(held.withLock { $0.count } == count)
    }
    let waiting = try (0..<64).map { _ in try begin(site, "/api/v1/hold", as: .pupil) }
    try wait(for: 64)
    let refused = try site.ask("GET", "/api/v1/hold", as: .pupil)
    #expect(refused.status == 429)
    #expect(refused.problem == "too-fast")
    #expect(refused["Retry-After"] == "2")
    let other = try begin(site, "/api/v1/hold", as: .classmate)
    try wait(for: 65)
    for reply in held.withLock({ replies in
      defer { replies = [] }
      return replies
    }) { reply.send(.text("done")) }
    for client in waiting + [other] { #expect(status(client.receiveAnswer()) == 200) }
    // Answered is answered: there is room again.
    let again = try begin(site, "/api/v1/hold", as: .pupil)
    try wait(for: 1)
    held.withLock { $0.removeAll() }
    #expect(status(again.receiveAnswer()) == 500, "given up")
  }
}
