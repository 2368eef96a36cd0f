import QuizEngine
import Testing

@testable import TrainingServer

@Suite(.timeLimit(.minutes(1))) struct EventHubTests {
  private func open(_ site: TestSite, as who: Who) throws -> TestClient {
    let client = try TestClient(port: site.port)
    client.send(
      "GET /api/v1/contests/\(site.contest.text)/events HTTP/1.1\r\nHost: a\r\n"
        + "Authorization: Bearer \(who.token)\r\n\r\n")
    let head = client.receive(through: "\r\n\r\n")
    #expect(status(head) == 200)
    #expect(head.contains("text/event-stream"))
    return client
  }

  @Test func `a stream begins with the time and the phase`() throws {
    let site = try TestSite()
    let client = try open(site, as: .pupil)
    let first = client.receive(through: "\"until\":")
    #expect(first.contains("event: time"))
    #expect(first.contains("event: phase"))
    #expect(first.contains("\"phase\":\"open\""))
  }

  @Test func `organizers are told the counts, nobody else`() throws {
    let site = try TestSite()
    let pupil = try open(site, as: .pupil)
    let organizer = try open(site, as: .organizer)
    #expect(organizer.receive(through: "\"submitted\":0").contains("event: counts"))
    _ = try site.attempt()
    site.clock.advance(.seconds(2))
    site.site.hub.turn(at: site.clock.now)
    #expect(organizer.receive(through: "\"started\":1,\"running\":1").contains("\"persons\":1"))
    site.clock.advance(.hours(2))
    site.site.hub.turn(at: site.clock.now)
    let told = pupil.receive(through: "\"phase\":\"closed\"")
    #expect(told.contains("event: phase"))
    #expect(!told.contains("counts"))
    #expect(!told.contains("started"))
  }

  @Test func `each of many streams is told the time once in fifteen turns`() throws {
    let site = try TestSite()
    let clients = try (0..<4).map { _ in try open(site, as: .pupil) }
    for client in clients { _ = client.receive(through: "\"until\":") }
    for _ in 1...30 { site.site.hub.turn(at: site.clock.now) }
    site.clock.advance(.hours(2))
    site.site.hub.turn(at: site.clock.now)
    for client in clients {
      let told = client.receive(through: "\"phase\":\"closed\"")
      // The hub's own thread may turn in between.
      #expect((2...3).contains(told.split(separator: "event: time").count - 1), "\(told)")
    }
  }

  @Test func `a stream that was left is forgotten`() throws {
    let site = try TestSite()
    do {
      let client = try open(site, as: .pupil)
      _ = client.receive(through: "event: phase")
      #expect(site.site.hub.count == 1)
    }
    // The loop learns of the close by itself; a request after it has gone through the same loop.
    for _ in 0..<1000 where site.site.hub.count > 0 {
      _ = try site.ask("GET", "/healthz")
      site.site.hub.turn(at: site.clock.now)
    }
    #expect(site.site.hub.count == 0)
  }

  @Test func `who signs out hears no more, others go on`() throws {
    let site = try TestSite()
    let (pupil, organizer) = (try open(site, as: .pupil), try open(site, as: .organizer))
    #expect(try site.ask("DELETE", "/api/v1/session", as: .organizer).status == 204)
    site.site.hub.turn(at: site.clock.now)
    _ = organizer.receiveAll()
    #expect(organizer.hasEnded)
    site.clock.advance(.hours(2))
    site.site.hub.turn(at: site.clock.now)
    #expect(pupil.receive(through: "\"phase\":\"closed\"").contains("event: phase"))
  }

  @Test func `a session that ends while its stream opens hears nothing either`() throws {
    let site = try TestSite()
    let session = try #require(try site.engine.session(token: Who.pupil.token, at: site.clock.now))
    let contest = try site.engine.contest(site.contest).contest
    try site.engine.signOut(session, at: site.clock.now)
    site.site.hub.turn(at: site.clock.now)
    let mailbox = try #require(Mailbox<LoopLetter<ConnectionMessage>>())
    let stream = EventStream(
      mailbox: mailbox, id: ChannelID(descriptor: 3, generation: 1), limit: 10_000)
    site.site.hub.add(
      stream, to: contest, session: session, isManager: false, at: site.clock.now)
    #expect(stream.isClosed)
  }

  @Test func `a stream ends with the time of its session, not with a silence`() throws {
    let site = try TestSite()
    let organizer = try open(site, as: .organizer)
    site.clock.advance(.hours(2))
    site.site.hub.turn(at: site.clock.now)
    #expect(!organizer.receive(through: "\"phase\":\"closed\"").isEmpty)
    #expect(!organizer.hasEnded)
    site.clock.advance(.days(60))
    site.site.hub.turn(at: site.clock.now)
    _ = organizer.receiveAll()
    #expect(organizer.hasEnded)
  }
}
