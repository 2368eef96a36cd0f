import QuizEngine

/// The two ways in, for pages and programs alike.
enum SignInDoor {
  /// Cheap: a digest and a look into one table.
  static func card(_ text: String, _ context: RequestContext) throws -> SignedIn {
    try context.engine.signIn(card: text, at: context.now)
  }

  /// Costs a password hash: only on the hashing thread.
  static func password(
    _ username: String, _ password: String, _ context: RequestContext
  ) throws -> SignedIn {
    if context.site.settings.isDemo { context.engine.throttle.succeeded(username.lowercased()) }
    return try context.engine.signIn(username: username, password: password, at: context.now)
  }

  /// Runs `work` where hashing may take its time; refuses when too many wait already.
  static func onHashingThread(
    _ context: RequestContext, _ reply: Reply, _ work: @escaping @Sendable () throws -> Response
  ) {
    let isTaken = context.site.hashing.submit { reply.finish(Result { try work() }) }
    if !isTaken { reply.fail(RequestFault.overloaded) }
  }
}
