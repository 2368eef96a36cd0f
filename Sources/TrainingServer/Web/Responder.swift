import Synchronization

/// What other threads send to a connection.
enum ConnectionMessage: Sendable {
  case answer(Answer)
  /// Events of a stream, in order.
  case event(ServerEvent)
  case endStream
}

/// How a request is answered.
enum Answer: Sendable {
  case response(Response)
  /// Made by the connection's own loop, so that whoever answers loses no time.
  case making(@Sendable () -> Response)
  case stream(Response, onOpen: @Sendable (EventStream) -> Void)
  /// The handler gave the request up.
  case nothing
}

/// Answers one request, once, from any thread.
///
/// An answer given before the handler returns leaves at once; a later one is posted to the
/// loop. Dropping the last copy unanswered answers 500. Answers after the first are ignored.
struct Responder: Sendable {
  private let slot: ReplySlot

  init(slot: ReplySlot) {
    self.slot = slot
  }

  func send(_ response: Response) {
    slot.answer(.response(response))
  }

  /// Answers with what the connection's loop makes; `make` must be quick.
  func send(making make: @escaping @Sendable () -> Response) {
    slot.answer(.making(make))
  }

  /// Answers with server-sent events; `onOpen` runs on the loop once the head is on its way.
  func stream(_ head: Response, onOpen: @escaping @Sendable (EventStream) -> Void) {
    slot.answer(.stream(head, onOpen: onOpen))
  }
}

/// Where a connection waits for one answer.
final class ReplySlot: Sendable {
  private enum State {
    /// The handler has not returned: an answer is picked up when it does.
    case handling
    case answered(Answer)
    /// The handler returned without one: an answer is posted.
    case waiting
    case done
  }

  private let state = Mutex(State.handling)
  private let mailbox: Mailbox<LoopLetter<ConnectionMessage>>
  private let id: ChannelID

  init(mailbox: Mailbox<LoopLetter<ConnectionMessage>>, id: ChannelID) {
    self.mailbox = mailbox
    self.id = id
  }

  deinit {
    let isOwed = state.withLock { state in
      if case .waiting = state { true } else { false }
    }
    guard isOwed else { return }
    answer(.nothing)
  }

  func answer(_ answer: Answer) {
    let posts = state.withLock { state in
      switch state {
      case .handling:
        state = .answered(answer)
        return false
      case .waiting:
        state = .done
        return true
      case .answered, .done: return false
      }
    }
    if posts { mailbox.post(.deliver(id, .answer(answer))) }
  }

  /// Called once, when the handler has returned: its answer, or nil when that comes later.
  func answerOrWait() -> Answer? {
    state.withLock { state in
      guard case .answered(let answer) = state else {
        state = .waiting
        return nil
      }
      state = .done
      return answer
    }
  }
}
