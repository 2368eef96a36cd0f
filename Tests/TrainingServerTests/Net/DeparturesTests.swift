import Dispatch
import Testing

@testable import TrainingServer

/// A crowd that leaves at once: everybody goes, nobody who works waits behind them.
@Suite(.timeLimit(.minutes(1))) struct DeparturesTests {
  private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
  private static let crowd = Departures.perTurn * 5 + 3
  private static let long = 16_000_000

  @Test func `a few go in each turn, whoever came first before the others`() {
    var departures = Departures()
    var gone: [UInt64] = []
    for number in 0..<UInt64(Self.crowd) {
      if departures.takePlace() { gone.append(number) } else { departures.wait(Self.event(number)) }
    }
    #expect(gone.count == Departures.perTurn)
    #expect(departures.endTurn().isEmpty)
    while !departures.isEmpty {
      // Who comes now stays behind those who wait.
      let isFirst = departures.takePlace()
      #expect(!isFirst)
      let going = departures.endTurn().map(\.token)
      #expect((1...Departures.perTurn).contains(going.count))
      gone += going
    }
    #expect(gone == Array(0..<UInt64(Self.crowd)))
    let mayGo = departures.takePlace()
    #expect(mayGo)
  }

  @Test func `everybody who ends their side after a question is answered and let go`() throws {
    let pool = WorkerPool(threads: 2, queueLimit: 1_000, name: "test")
    let (began, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let server = try TestServer { request, responder in
      // One loop: while this handler waits, everybody's departure gathers for the next turn.
      if request.target.rawPath == "/gate" {
        began.signal()
        gate.wait()
      }
      let count = request.target.rawPath == "/long" ? Self.long : 5
      _ = pool.submit { responder.send(.text(String(repeating: "a", count: count))) }
    }
    defer {
      server.stop()
      pool.stop()
    }
    let (holder, patient) = (try server.connect(), try server.connect())
    let leaving = try (0..<Self.crowd).map { _ in try server.connect() }
    for client in leaving {
      client.send(Self.get)
      #expect(status(client.receiveAnswer()) == 200)
    }
    holder.send("GET /gate HTTP/1.1\r\nHost: a\r\n\r\n")
    began.wait()
    for client in leaving {
      client.send(Self.get)
      client.finishSending()
    }
    // Cannot be sent at once: the loop must hear when there is room again.
    patient.send("GET /long HTTP/1.1\r\nHost: a\r\n\r\n")
    patient.finishSending()
    gate.signal()
    #expect(status(holder.receiveAnswer()) == 200)
    for client in leaving {
      #expect(client.receiveAll().hasSuffix("\r\n\r\naaaaa"))
      #expect(client.hasEnded && !client.wasCut)
    }
    #expect(patient.receiveBytes().count > Self.long)
    holder.send(Self.get)
    #expect(status(holder.receiveAnswer()) == 200)
  }

  private static func event(_ token: UInt64) -> Poller.Event {
    Poller.Event(
      token: token, isReadable: true, isWritable: false, hasPeerFinished: true, isBroken: false)
  }
}
