import Dispatch
import Foundation
import Synchronization

/// HTTP/1.1 on one address: one or more loop threads that parse, hand on and answer.
final class HTTPServer: Sendable {
  /// Called on a loop thread for every complete request: answer at once or hand over to a
  /// `WorkerPool`, never block.
  typealias Handler = @Sendable (Request, Responder) -> Void

  /// Everything a server needs to know; each has a safe default but address and clock.
  struct Configuration: Sendable {
    var address: ListenAddress
    /// The wall clock: milliseconds since 1970 in UTC, read once per request.
    var now: @Sendable () -> Int64
    var loops = 1
    var limits = Limits()
    /// Whether this server answers for a host name (lower case, no port); others get 421.
    var isKnownHost: (@Sendable (String) -> Bool)?
    /// Fields of every answer, the transport's own refusals among them.
    var everyAnswer = HeaderFields()
    /// Asked when a head with a body is complete, before the body is read.
    var admit: @Sendable (Request) -> Admission = { _ in .accept(limit: Limits.apiBody) }
    /// Addresses that are not counted: the proxy in front, the machine itself.
    var isTrustedAddress: @Sendable (String) -> Bool = { $0 == "127.0.0.1" || $0 == "::1" }
    /// Addresses whose connections carry the requests of many people.
    var isProxy: @Sendable (String) -> Bool = { _ in false }
    /// Told of what an operator should know.
    var report: @Sendable (NetNotice) -> Void = { _ in }
    /// Told of each answer that a connection gives by itself; what it returns names the answer.
    var name: @Sendable (TransportRefusal) -> String? = { _ in nil }

    init(address: ListenAddress, now: @escaping @Sendable () -> Int64) {
      self.address = address
      self.now = now
    }
  }

  private typealias LoopMailbox = Mailbox<LoopLetter<ConnectionMessage>>

  private let configuration: Configuration
  private let handler: Handler
  private let mailboxes: [LoopMailbox]
  private let counts: [LoopCounts]
  private let running = DispatchGroup()
  private let census = Mutex<Census?>(nil)

  init(configuration: Configuration, handler: @escaping Handler) {
    self.configuration = configuration
    self.handler = handler
    mailboxes = (0..<max(1, configuration.loops)).compactMap { _ in LoopMailbox() }
    counts = mailboxes.map { _ in LoopCounts() }
  }

  /// Listens, starts the loops and returns the port in use (0 for a socket file).
  @discardableResult
  func start() throws(ListenError) -> UInt16 {
    SystemSetup.ignoreBrokenPipes()
    let descriptors = SystemSetup.raiseDescriptorLimit()
    guard !mailboxes.isEmpty else {
      throw .failed(configuration.address.text, code: EMFILE)
    }
    let listener = try Listener.open(configuration.address)
    let settings = settings(descriptors: descriptors)
    let census = Census(
      limit: settings.connections, addressLimit: settings.connectionsPerAddress)
    self.census.withLock { $0 = census }
    for (index, (mailbox, counts)) in zip(mailboxes, counts).enumerated() {
      running.enter()
      let thread = Thread { [self] in
        run(mailbox, counts, listener: index == 0 ? listener : nil, settings, census)
        running.leave()
      }
      thread.name = "http-loop-\(index)"
      thread.start()
    }
    return listener.port
  }

  /// What was counted since the start.
  var traffic: TrafficReading {
    var traffic = TrafficReading()
    traffic.connections = census.withLock { $0?.reading } ?? Census.Reading()
    for counts in counts { counts.add(to: &traffic) }
    return traffic
  }

  /// Stops gracefully: no new connections, idle ones closed, requests in flight finished.
  ///
  /// What is not done after `deadline` milliseconds is cut off. Returns when all is over.
  func stop(deadline: Int) {
    for mailbox in mailboxes { mailbox.post(.drain) }
    if running.wait(timeout: .now() + .milliseconds(max(0, deadline))) == .timedOut {
      for mailbox in mailboxes { mailbox.post(.end) }
      running.wait()
    }
  }

  private func run(
    _ mailbox: LoopMailbox, _ counts: LoopCounts, listener: Listener?,
    _ settings: LoopSettings, _ census: Census
  ) {
    guard let poller = Poller() else {
      listener?.close()
      return
    }
    let shared = ServerLoop(
      configuration: configuration, handler: handler, mailbox: mailbox, counts: counts)
    let core = LoopCore(poller: poller, settings: settings, census: census)
    let loop = EventLoop<Connection>(
      core: core, mailbox: mailbox, loops: mailboxes, listener: listener,
      turned: counts.turned
    ) { channel in
      Connection(channel: channel, loop: shared)
    }
    loop.run()
  }

  private func settings(descriptors: Int) -> LoopSettings {
    let limits = configuration.limits
    return LoopSettings(
      connections: min(limits.connections, max(1, descriptors - limits.descriptorsKeptFree)),
      connectionsPerAddress: limits.connectionsPerAddress,
      writeStall: limits.writeStall, slowReadWindow: limits.slowReadWindow,
      slowReadBytesPerSecond: limits.slowReadBytesPerSecond, crowdedIdle: limits.crowdedIdle,
      strangerIdle: limits.strangerIdle,
      isTrustedAddress: configuration.isTrustedAddress, isProxy: configuration.isProxy,
      report: configuration.report)
  }
}
