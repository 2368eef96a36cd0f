/// Deadlines of many channels, in slots of 20 ms.
///
/// Moving a deadline later costs nothing: the channel is looked at when its slot comes round
/// and filed again. Only an earlier deadline is filed a second time.
struct TimerWheel {
  private static let tick: Int64 = 20
  private static let slotCount: Int64 = 1024
  private var slots: [[ChannelID]] = Array(repeating: [], count: Int(slotCount))
  private var current: Int64
  private var filed = 0
  /// No filled slot comes before this one.
  private var earliest = Int64.max

  init(now: Int64) {
    current = now / Self.tick
  }

  /// Files `id` so that it comes out at or after `deadline`, never before; returns the moment.
  mutating func file(_ id: ChannelID, deadline: Int64) -> Int64 {
    let wanted = deadline / Self.tick + 1
    let slot = max(current + 1, min(wanted, current + Self.slotCount - 1))
    slots[Int(slot % Self.slotCount)].append(id)
    filed += 1
    earliest = min(earliest, slot)
    return slot * Self.tick
  }

  /// Takes out everything filed up to `now`.
  mutating func due(_ now: Int64) -> [ChannelID] {
    let last = min(now / Self.tick, current + Self.slotCount)
    guard last > current else { return [] }
    var result: [ChannelID] = []
    while current < last, filed > 0 {
      current += 1
      let index = Int(current % Self.slotCount)
      if slots[index].isEmpty { continue }
      filed -= slots[index].count
      result.append(contentsOf: slots[index])
      slots[index].removeAll(keepingCapacity: slots[index].count < 64)
    }
    current = max(current, now / Self.tick)
    return result
  }

  /// Milliseconds until something may come out; nil when nothing is filed.
  mutating func wait(_ now: Int64) -> Int64? {
    guard filed > 0 else {
      earliest = .max
      return nil
    }
    var slot = max(current + 1, min(earliest, current + Self.slotCount))
    while slot < current + Self.slotCount, slots[Int(slot % Self.slotCount)].isEmpty { slot += 1 }
    earliest = slot
    return max(0, slot * Self.tick - now)
  }
}
