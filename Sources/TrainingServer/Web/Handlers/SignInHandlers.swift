import QuizEngine

/// The pages of the two ways in, and the way out.
enum SignInHandlers {
  static func form(_ context: RequestContext) throws -> Response {
    let model = SignInPage(next: next(in: context.request.query))
    return context.page(signInPage(model, try context.chrome(.signIn)))
  }

  /// A card's link tells given name and class, so that nobody takes the one beside theirs; one that
  /// was replaced tells nobody's.
  static func card(_ context: RequestContext) throws -> Response {
    let card = context.parameters["card"]
    let state: CardPage.State =
      switch try context.engine.readCard(card) {
      case .usable(let name, let unit):
        .usable(givenName: givenName(name), className: unit)
      case .replaced(let at): .replaced(at: at)
      case .unknown: .unknown
      }
    let model = CardPage(card: card, state: state)
    return context.page(cardPage(model, try context.chrome(.card(card))))
  }

  static func signIn(_ context: RequestContext, _ reply: Reply) throws {
    let form = context.form
    let door = SignInDoor(context)
    if let card = form["card"] {
      return reply.send(try answer(context) { try door.card(card) })
    }
    let (username, password) = (form["username"] ?? "", form["password"] ?? "")
    let missing = context.missing("username", "password")
    guard missing.isEmpty else { return reply.send(try again(context, 422, errors: missing)) }
    do {
      let door = try door.paying(for: username)
      door.onHashingThread(reply) { try answer(context) { try door.password(username, password) } }
    } catch let refusal as Refusal {
      reply.send(try refused(refusal, context))
    }
  }

  /// Signs in and goes on, or shows the form again with what went wrong.
  private static func answer(
    _ context: RequestContext, _ door: () throws -> SignedIn
  ) throws -> Response {
    do {
      return try goOn(try door(), context)
    } catch let needed as CodeNeeded {
      return try codePage(needed.ticket, context)
    } catch let refusal as Refusal {
      return try refused(refusal, context)
    }
  }

  /// A new session for every sign-in: one planted before is worth nothing.
  private static func goOn(_ signedIn: SignedIn, _ context: RequestContext) throws -> Response {
    if let old = context.session { try context.engine.signOut(old, at: context.now) }
    return context.goOn(to: next(in: context.form) ?? Route.home.path, as: signedIn)
  }

  /// The second step, for somebody whose password or card was right.
  static func signInCode(_ context: RequestContext) throws -> Response {
    let (ticket, code) = (context.form["ticket"] ?? "", context.form["code"] ?? "")
    do {
      return try goOn(try SignInDoor(context).code(code, ticket: ticket), context)
    } catch let refusal as Refusal {
      guard refusal.isAboutCode else { return try refused(refusal, context) }
      let problem = Problem(refusal, at: context.now)
      let error = FieldError(field: "code", message: refusal.text)
      var response = try codePage(ticket, context, errors: [error], status: problem.kind.status)
      problem.addFields(to: &response)
      return response
    }
  }

  private static func codePage(
    _ ticket: String, _ context: RequestContext, errors: [FieldError] = [], status: Int = 200
  ) throws -> Response {
    let model = SignInCodePage(ticket: ticket, next: next(in: context.form), errors: errors)
    return context.page(signInCodePage(model, try context.chrome(.signIn)), status: status)
  }

  private static func refused(_ refusal: Refusal, _ context: RequestContext) throws -> Response {
    let problem = Problem(refusal, at: context.now)
    // What was typed wrongly stands in the form again, with the message at its field.
    let field = context.form["card"] == nil ? "username" : "card"
    let error = FieldError(field: field, message: refusal.text)
    var response = try again(context, problem.kind.status, errors: [error])
    problem.addFields(to: &response)
    return response
  }

  private static func again(
    _ context: RequestContext, _ status: Int, errors: [FieldError]
  ) throws -> Response {
    let model = SignInPage(
      next: next(in: context.form), card: String((context.form["card"] ?? "").prefix(60)),
      username: context.form["username"] ?? "", errors: errors)
    return context.page(signInPage(model, try context.chrome(.signIn)), status: status)
  }

  static func signOut(_ context: RequestContext) throws -> Response {
    if let session = context.session { try context.engine.signOut(session, at: context.now) }
    var response = context.go(to: .home, .signedOut)
    response.fields.append("Clear-Site-Data", SecurityFields.forgetting)
    response.fields.append(
      "Set-Cookie", SessionCookie.clear(isSecure: context.arrival.isSecure))
    return response
  }

  static func language(_ context: RequestContext) throws -> Response {
    guard let language = context.form["language"].flatMap(Language.init(rawValue:)) else {
      throw RequestFault.badMember("language", .unknown)
    }
    var response = Response.redirect(to: next(in: context.form) ?? Route.home.path)
    response.fields.append(
      "Set-Cookie",
      SessionCookie.language(language, isSecure: context.arrival.isSecure))
    return response
  }

  /// An address of this site to go on to; anything that could lead elsewhere is dropped.
  private static func next(in form: Form) -> String? {
    guard let next = form["next"], next.utf8.count <= 500, next.hasPrefix("/"),
      !next.hasPrefix("//"), next.utf8.allSatisfy({ (33...126).contains($0) && $0 != 92 })
    else { return nil }
    return next
  }
}

extension Refusal {
  /// Whether another code may help, with the ticket that is there.
  fileprivate var isAboutCode: Bool {
    switch self {
    case .wrongCode, .tooManyTries: true
    default: false
    }
  }
}
