/// Making room when nearly all places are taken.
extension EventLoop {
  /// Above 80 % of the places, those who idle longest make room.
  ///
  /// Strangers make room sooner, and while they dawdle over a request too: a flood of them must
  /// not keep out somebody who will prove a session with the first request.
  func sweepIfCrowded() {
    guard mustSweep, core.now >= nextSweep else { return }
    nextSweep = core.now + 250
    let (isCrowded, hasStrangers) = (core.census.isCrowded, core.census.isCrowdedByStrangers)
    mustSweep = isCrowded || hasStrangers
    if hasStrangers {
      sweep(longerThan: core.settings.strangerIdle) { [census = core.census] entry in
        guard !entry.channel.isTrusted,
          census.isCrowdedByStrangers(at: entry.channel.remote.address)
        else { return nil }
        return entry.handler.waitingSince
      }
    }
    if isCrowded {
      sweep(longerThan: core.settings.crowdedIdle) { [census = core.census] entry in
        census.isCrowded ? entry.handler.idleSince : nil
      }
    }
  }

  /// Closes whoever waits, the longest first; asked again before each, for whether it must be.
  private func sweep(longerThan patience: Int64, _ waitingSince: (Entry) -> Int64?) {
    let latest = core.now - patience
    let waiting = entries.compactMap { entry -> (since: Int64, entry: Entry)? in
      guard let entry, let since = waitingSince(entry), since <= latest else { return nil }
      return (since, entry)
    }
    for (_, entry) in waiting.sorted(by: { $0.since < $1.since })
    where waitingSince(entry) != nil {
      entry.channel.close()
      settle(entry)
    }
  }
}
