// The hash chains: every step and every audit event carries the SHA-256 of the one before it and
// of its own facts, so that a change, a gap or a swap shows.

extension Attempt {
  /// The digest before the first step: the attempt's own facts.
  package var genesis: Digest {
    var hash = SHA256()
    hash.update("attempt")
    hash.update(id.bytes)
    hash.update(contest.bytes)
    hash.update(person.bytes)
    for number in [
      Int64(round), Int64(number), Int64(bitPattern: seed.value), startedAt.milliseconds,
      deadline.milliseconds,
    ] {
      hash.update(bigEndian(number))
    }
    return hash.finish()
  }

  /// The step after `state`.
  package func nextStep(_ action: StepAction, after state: AttemptState, at instant: Instant)
    -> Step
  {
    let sequence = state.sequence + 1
    return Step(
      sequence: sequence, at: instant, action: action,
      digest: link(action, sequence: sequence, at: instant, after: state.head))
  }

  /// The state after all `steps`, or the sequence number of the first step that does not fit.
  package func replay(_ steps: [Step]) throws(BrokenChain) -> AttemptState {
    var state = AttemptState(genesis: genesis)
    for step in steps {
      guard step.sequence == state.sequence + 1,
        step.digest == link(step.action, sequence: step.sequence, at: step.at, after: state.head)
      else { throw BrokenChain(sequence: state.sequence + 1) }
      state.apply(step)
    }
    return state
  }

  private func link(
    _ action: StepAction, sequence: Int, at instant: Instant, after head: Digest
  ) -> Digest {
    var message: [UInt8] = []
    message.reserveCapacity(128)
    head.append(to: &message)
    message.append(bigEndian: UInt64(truncatingIfNeeded: id.number >> 64))
    message.append(bigEndian: UInt64(truncatingIfNeeded: id.number))
    message.append(bigEndian: UInt64(bitPattern: Int64(sequence)))
    message.append(bigEndian: UInt64(bitPattern: instant.milliseconds))
    action.appendText(to: &message)
    return SHA256.hash(message)
  }
}

/// A chain whose links do not fit from `sequence` on.
package struct BrokenChain: Error, Hashable, Sendable {
  package let sequence: Int
}

extension AuditEvent {
  /// The event after `last`.
  package static func following(
    _ last: AuditEvent?, at instant: Instant, actor: PersonID?, action: String, object: String,
    detail: String
  ) -> AuditEvent {
    let sequence = (last?.sequence ?? 0) + 1
    return AuditEvent(
      sequence: sequence, at: instant, actor: actor, action: action, object: object,
      detail: detail,
      digest: link(
        last?.digest, sequence: sequence, at: instant, actor: actor,
        words: [action, object, detail]))
  }

  /// Whether the event follows `last` unchanged.
  package func follows(_ last: AuditEvent?) -> Bool {
    self
      == .following(
        last, at: at, actor: actor, action: action, object: object, detail: detail)
  }

  private static func link(
    _ head: Digest?, sequence: Int, at instant: Instant, actor: PersonID?, words: [String]
  ) -> Digest {
    var message = head?.bytes ?? Array("audit".utf8)
    message += bigEndian(Int64(sequence))
    message += bigEndian(instant.milliseconds)
    message += actor?.bytes ?? []
    for word in words {
      message += bigEndian(Int64(word.utf8.count))
      message += word.utf8
    }
    return SHA256.hash(message)
  }
}

private func bigEndian(_ number: Int64) -> [UInt8] {
  var octets: [UInt8] = []
  octets.append(bigEndian: UInt64(bitPattern: number))
  return octets
}
