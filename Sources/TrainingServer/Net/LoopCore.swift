/// What the channels of one loop share.
///
/// Confined to the loop's thread.
final class LoopCore {
  /// Room kept for output between calls.
  static let keptOutput = 1 << 18
  static let readSize = 1 << 16

  let poller: Poller
  let settings: LoopSettings
  let census: Census
  let readBuffer: UnsafeMutableRawBufferPointer
  /// What the current call has written; flushed before another channel has its turn.
  var output: [UInt8] = []
  var wheel: TimerWheel
  /// When the current turn began, in monotonic microseconds.
  private(set) var turn: Int64
  /// The same in milliseconds.
  var now: Int64 { turn / 1000 }

  init(poller: Poller, settings: LoopSettings, census: Census) {
    self.poller = poller
    self.settings = settings
    self.census = census
    turn = MonotonicClock.microseconds()
    wheel = TimerWheel(now: turn / 1000)
    readBuffer = .allocate(byteCount: Self.readSize, alignment: 16)
    output.reserveCapacity(Self.keptOutput)
  }

  func beginTurn() {
    turn = MonotonicClock.microseconds()
  }

  deinit {
    readBuffer.deallocate()
  }
}
