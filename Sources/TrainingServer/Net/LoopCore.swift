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
  var now: Int64

  init(poller: Poller, settings: LoopSettings, census: Census) {
    self.poller = poller
    self.settings = settings
    self.census = census
    now = MonotonicClock.milliseconds()
    wheel = TimerWheel(now: now)
    readBuffer = .allocate(byteCount: Self.readSize, alignment: 16)
    output.reserveCapacity(Self.keptOutput)
  }

  deinit {
    readBuffer.deallocate()
  }
}
