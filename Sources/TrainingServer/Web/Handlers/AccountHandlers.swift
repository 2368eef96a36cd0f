import QuizEngine

/// What people do with their own account: end sessions elsewhere, change the password.
enum AccountHandlers {
  static func endSession(_ context: RequestContext) throws -> Response {
    let session = try context.requireSession()
    let name = context.form["session"] ?? ""
    if name == MePage.allOthers {
      try context.engine.endOtherSessions(of: session, at: context.now)
    } else {
      guard let digest = Digest(hex: name) else { throw Refusal.notFound(.session) }
      try context.engine.endSession(digest, of: session, at: context.now)
    }
    return context.go(to: .me, .sessionsEnded)
  }

  static func passwordForm(_ context: RequestContext) throws -> Response {
    try context.requireOwnPassword()
    return try page(PasswordPage(), context)
  }

  static func changePassword(_ context: RequestContext, _ reply: Reply) throws {
    let session = try context.requireSession()
    try context.requireOwnPassword()
    let (old, new) = (context.form["old"] ?? "", context.form["password"] ?? "")
    let missing = context.missing("old", "password")
    guard missing.isEmpty else {
      return reply.send(try page(PasswordPage(errors: missing), context, status: 422))
    }
    SignInDoor(context).onHashingThread(reply) {
      do {
        let signedIn = try context.engine.changePassword(
          from: old, to: new, by: session, at: context.now)
        let route = Route.me.with([("done", Notice.passwordChanged.rawValue)])
        return context.goOn(to: route.path, as: signedIn)
      } catch {
        return try again(error, context)
      }
    }
  }

  /// The form once more, the message at the field that it is about.
  private static func again(_ error: any Error, _ context: RequestContext) throws -> Response {
    switch error {
    case Refusal.wrongCredentials:
      return try page(
        PasswordPage(errors: [FieldError(field: "old", message: PasswordPage.oldIsWrong)]),
        context, status: 422)
    case let refusal as Refusal where refusal.isAboutPassword:
      return try page(
        PasswordPage(errors: [FieldError(field: "password", message: refusal.text)]), context,
        status: 422)
    case let refusal as PasswordRefusal:
      return try page(
        PasswordPage(errors: [FieldError(field: "password", message: refusal.message)]), context,
        status: 422)
    default: throw error
    }
  }

  private static func page(
    _ model: PasswordPage, _ context: RequestContext, status: Int = 200
  ) throws -> Response {
    context.page(passwordPage(model, try context.chrome(.password)), status: status)
  }
}

extension Refusal {
  fileprivate var isAboutPassword: Bool {
    if case .invalid(field: "password", _) = self { true } else { false }
  }
}
