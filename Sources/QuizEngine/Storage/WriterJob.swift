/// One waiting write, its result type erased.
struct WriterJob<Context: WriterContext>: Sendable {
  /// Runs the job; the answer announces its success, to be called after the commit.
  let run: @Sendable (Context) throws -> @Sendable () -> Void
  /// Announces a failure.
  let fail: @Sendable (any Error) -> Void

  init<Value: Sendable>(
    _ body: @escaping @Sendable (Context) throws -> Value,
    then: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    run = { context in
      let value = try body(context)
      return { then(.success(value)) }
    }
    fail = { then(.failure($0)) }
  }
}

/// How one job of a batch ended.
enum WriterOutcome {
  case committed(@Sendable () -> Void)
  case failed(any Error)
}
