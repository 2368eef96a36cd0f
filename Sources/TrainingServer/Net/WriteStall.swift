/// Whether a peer reads what it asked for, or holds our memory on purpose.
struct WriteStall {
  private var lastProgress: Int64
  private var windowStart: Int64
  private var windowBytes = 0

  init(started now: Int64 = 0) {
    lastProgress = now
    windowStart = now
  }

  mutating func progress(_ bytes: Int, _ now: Int64) {
    lastProgress = now
    windowBytes += bytes
  }

  /// No progress at all for `writeStall`, or too little over a whole window.
  mutating func isTooSlow(_ now: Int64, _ settings: LoopSettings) -> Bool {
    if now - lastProgress >= settings.writeStall { return true }
    let elapsed = now - windowStart
    guard elapsed >= settings.slowReadWindow else { return false }
    let wanted = Int64(settings.slowReadBytesPerSecond) * elapsed / 1000
    if Int64(windowBytes) < wanted { return true }
    windowStart = now
    windowBytes = 0
    return false
  }

  func nextLook(_ settings: LoopSettings) -> Int64 {
    min(lastProgress + settings.writeStall, windowStart + settings.slowReadWindow)
  }
}
