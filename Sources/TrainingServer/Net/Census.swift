import Synchronization

/// How many connections there are, in all and from each address that proved nothing yet.
final class Census: Sendable {
  enum Verdict {
    case admitted
    case full
    case addressFull
  }

  /// How many there are, came, and were turned away.
  struct Reading: Sendable {
    var open = 0
    var accepted = 0
    /// No place was free, or none for an address that proved nothing yet.
    var refusedFull = 0
    /// The address had all that one may have.
    var refusedAddress = 0
  }

  private struct State {
    var total = 0
    var accepted = 0
    var refusedFull = 0
    var refusedAddress = 0
    var anonymous = 0
    var byAddress: [String: Int] = [:]
    var holders: HolderCounts

    init(limit: Int) {
      holders = HolderCounts(limit: limit)
    }
  }

  private let state: Mutex<State>
  private let limit: Int
  private let strangerLimit: Int
  private let addressLimit: Int

  init(limit: Int, addressLimit: Int) {
    self.limit = max(1, limit)
    state = Mutex(State(limit: limit))
    strangerLimit = max(1, limit / 2)
    self.addressLimit = max(1, addressLimit)
  }

  /// Counts a new connection; half of all places are kept for those who proved a session.
  func admit(_ address: String, isTrusted: Bool) -> Verdict {
    state.withLock { state in
      let verdict = verdict(on: address, isTrusted, state)
      switch verdict {
      case .full: state.refusedFull += 1
      case .addressFull: state.refusedAddress += 1
      case .admitted:
        if !isTrusted {
          state.anonymous += 1
          state.byAddress[address, default: 0] += 1
        }
        state.total += 1
        state.accepted += 1
      }
      return verdict
    }
  }

  func leave(_ address: String, isTrusted: Bool, holder: Holder? = nil) {
    state.withLock { state in
      state.total -= 1
      if let holder { state.holders.leave(holder) }
      if !isTrusted { Self.forget(address, in: &state) }
    }
  }

  /// A connection of that address is anonymous no longer.
  func trust(_ address: String) {
    state.withLock { Self.forget(address, in: &$0) }
  }

  /// A connection is `holder`'s from now on, whose else it was before; false when they have all
  /// that one may have.
  func take(_ holder: Holder, insteadOf old: Holder?) -> Bool {
    state.withLock { $0.holders.take(holder, insteadOf: old) }
  }

  private func verdict(on address: String, _ isTrusted: Bool, _ state: State) -> Verdict {
    guard state.total < limit else { return .full }
    if isTrusted { return .admitted }
    guard state.anonymous < strangerLimit else { return .full }
    return state.byAddress[address, default: 0] < addressLimit ? .admitted : .addressFull
  }

  var total: Int { state.withLock { $0.total } }

  var reading: Reading {
    state.withLock {
      Reading(
        open: $0.total, accepted: $0.accepted, refusedFull: $0.refusedFull,
        refusedAddress: $0.refusedAddress)
    }
  }

  /// More than 80 % of the places are taken.
  var isCrowded: Bool { Self.isCrowd(total, of: limit) }

  /// Those who proved nothing fill more than 80 % of their places, in all or at one address.
  var isCrowdedByStrangers: Bool {
    state.withLock { state in
      Self.isCrowd(state.anonymous, of: strangerLimit)
        || state.byAddress.values.contains { Self.isCrowd($0, of: addressLimit) }
    }
  }

  /// Whether those who proved nothing have to make room, as far as this address is concerned.
  func isCrowdedByStrangers(at address: String) -> Bool {
    state.withLock { state in
      Self.isCrowd(state.anonymous, of: strangerLimit)
        || Self.isCrowd(state.byAddress[address, default: 0], of: addressLimit)
    }
  }

  private static func isCrowd(_ count: Int, of limit: Int) -> Bool {
    count > limit / 5 * 4
  }

  private static func forget(_ address: String, in state: inout State) {
    state.anonymous -= 1
    let left = state.byAddress[address, default: 1] - 1
    state.byAddress[address] = left > 0 ? left : nil
  }
}
