import Glibc

/// One thread's connections: waits, reads, writes, keeps deadlines.
///
/// Knows no protocol.
final class EventLoop<Handler: ByteHandler> {
  typealias Letter = LoopLetter<Handler.Message>

  struct Entry {
    let channel: Channel
    let handler: Handler
  }

  private static var readsPerTurn: Int { 4 }

  let core: LoopCore
  private let mailbox: Mailbox<Letter>
  /// All loops' mailboxes; new connections go round.
  private let loops: [Mailbox<Letter>]
  private let makeHandler: (Channel) -> Handler
  /// Told after each turn how many microseconds the others waited for it.
  private let turned: (Int64) -> Void
  private var acceptor: Acceptor?
  /// Indexed by descriptor.
  private(set) var entries: [Entry?] = []
  private var count = 0
  private var nextGeneration: UInt32 = 1
  private var nextLoop = 0
  private var departures = Departures()
  private var isDraining = false
  private var hasEnded = false
  var nextSweep: Int64 = 0
  /// Somebody came since the last sweep, or it found a crowd.
  var mustSweep = false

  init(
    core: LoopCore, mailbox: Mailbox<Letter>, loops: [Mailbox<Letter>], listener: Listener?,
    turned: @escaping (Int64) -> Void, makeHandler: @escaping (Channel) -> Handler
  ) {
    self.core = core
    self.mailbox = mailbox
    self.loops = loops
    self.makeHandler = makeHandler
    self.turned = turned
    acceptor = listener.map { Acceptor(listener: $0, core: core) }
    core.poller.addWakeUp(mailbox.wakeUp, token: LoopToken.wakeUp)
  }

  /// Runs until told to end, or until drained.
  func run() {
    while !hasEnded {
      let letters = mailbox.takeOrSleep()
      for letter in letters { read(letter) }
      if hasEnded || (isDraining && count == 0) { break }
      turned(MonotonicClock.microseconds() - core.turn)
      let ready = core.poller.wait(letters.isEmpty ? timeout : 0)
      mailbox.awake()
      core.beginTurn()
      for index in 0..<ready { handle(core.poller.event(index)) }
      letDepart()
      lookAtDeadlines()
    }
    closeEverything()
  }
}

extension EventLoop {
  private var timeout: Int32 {
    guard departures.isEmpty else { return Departures.pause }
    let sweep = mustSweep ? max(0, nextSweep - core.now) : .max
    let shortest = min(core.wheel.wait(core.now) ?? .max, acceptor?.wait ?? .max, sweep)
    return shortest == .max ? -1 : Int32(clamping: shortest)
  }

  private func handle(_ event: Poller.Event) {
    switch event.token {
    case LoopToken.wakeUp: break
    case LoopToken.listener:
      acceptor?.acceptWaiting { descriptor, remote, isTrusted in
        place(descriptor, remote, isTrusted)
      }
    default:
      guard let entry = entry(ChannelID(token: event.token)) else { return }
      guard !event.isDeparture || departures.takePlace() else {
        entry.channel.stopListening()
        return departures.wait(event)
      }
      serve(entry, event)
    }
  }

  private func letDepart() {
    for event in departures.endTurn() {
      guard let entry = entry(ChannelID(token: event.token)) else { continue }
      serve(entry, event)
      entry.channel.listenAgain()
    }
  }

  private func serve(_ entry: Entry, _ event: Poller.Event) {
    let channel = entry.channel
    if event.isWritable, channel.sendWaiting() { entry.handler.outputDrained() }
    if channel.isReading, event.isReadable || event.hasPeerFinished || event.isBroken {
      readFrom(entry)
    } else if event.isBroken {
      channel.close()
    }
    settle(entry)
  }

  private func readFrom(_ entry: Entry) {
    let channel = entry.channel
    for _ in 0..<Self.readsPerTurn where channel.isReading && !channel.isClosed {
      let count = recv(
        channel.id.descriptor, core.readBuffer.baseAddress, core.readBuffer.count, 0)
      if count > 0 {
        entry.handler.received(UnsafeRawBufferPointer(rebasing: core.readBuffer[..<count]))
        if count < core.readBuffer.count { return }
      } else if count == 0 {
        channel.pauseReading()
        entry.handler.inputEnded()
        return
      } else if errno != EINTR {
        if errno != EAGAIN { channel.close() }
        return
      }
    }
  }

  /// After any call to a handler: send what it wrote, forget the channel if it closed.
  func settle(_ entry: Entry) {
    entry.channel.flush()
    guard entry.channel.isClosed else { return }
    let id = entry.channel.id
    guard self.entry(id) != nil else { return }
    entries[Int(id.descriptor)] = nil
    count -= 1
    core.census.leave(
      entry.channel.remote.address, isTrusted: entry.channel.isTrusted,
      holder: entry.channel.holder)
    entry.handler.closed()
  }

  private func entry(_ id: ChannelID) -> Entry? {
    let index = Int(id.descriptor)
    guard entries.indices.contains(index), let entry = entries[index],
      entry.channel.id.generation == id.generation
    else { return nil }
    return entry
  }
}

extension EventLoop {
  private func read(_ letter: Letter) {
    switch letter {
    case .deliver(let id, let message):
      guard let entry = entry(id) else { return }
      entry.handler.delivered(message)
      settle(entry)
    case .adopt(let descriptor, let remote, let isTrusted):
      adopt(descriptor, remote, isTrusted)
    case .drain: drain()
    case .end: hasEnded = true
    }
  }

  private func place(_ descriptor: Int32, _ remote: RemoteEnd, _ isTrusted: Bool) {
    let target = loops[nextLoop]
    nextLoop = (nextLoop + 1) % loops.count
    if target === mailbox {
      adopt(descriptor, remote, isTrusted)
    } else if !target.post(.adopt(descriptor: descriptor, remote, isTrusted: isTrusted)) {
      refuse(descriptor, remote, isTrusted)
    }
  }

  private func adopt(_ descriptor: Int32, _ remote: RemoteEnd, _ isTrusted: Bool) {
    guard !isDraining else { return refuse(descriptor, remote, isTrusted) }
    let id = ChannelID(descriptor: descriptor, generation: nextGeneration)
    nextGeneration &+= 1
    guard core.poller.add(descriptor, token: id.token, .read) else {
      return refuse(descriptor, remote, isTrusted)
    }
    let index = Int(descriptor)
    while entries.count <= index { entries.append(nil) }
    let channel = Channel(id: id, remote: remote, isTrusted: isTrusted, core: core)
    let entry = Entry(channel: channel, handler: makeHandler(channel))
    entries[index] = entry
    count += 1
    mustSweep = true
    // The first request often came with the connection: save a turn of the loop.
    readFrom(entry)
    settle(entry)
  }

  private func refuse(_ descriptor: Int32, _ remote: RemoteEnd, _ isTrusted: Bool) {
    close(descriptor)
    core.census.leave(remote.address, isTrusted: isTrusted)
  }

  private func lookAtDeadlines() {
    for id in core.wheel.due(core.now) {
      guard let entry = entry(id) else { continue }
      if entry.channel.takeFromWheel() { entry.handler.deadlineReached() }
      settle(entry)
    }
    acceptor?.resumeIfDue()
    if acceptor != nil || loops.count > 1 { sweepIfCrowded() }
  }

  private func drain() {
    guard !isDraining else { return }
    isDraining = true
    acceptor?.close()
    acceptor = nil
    for entry in entries.compactMap({ $0 }) {
      entry.handler.drain()
      settle(entry)
    }
  }

  private func closeEverything() {
    acceptor?.close()
    acceptor = nil
    for entry in entries.compactMap({ $0 }) {
      entry.channel.close()
      settle(entry)
    }
    for case .adopt(let descriptor, let remote, let isTrusted) in mailbox.shut() {
      refuse(descriptor, remote, isTrusted)
    }
  }
}
