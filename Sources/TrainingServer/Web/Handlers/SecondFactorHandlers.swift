import QuizEngine

/// What people do with their own second factor.
enum SecondFactorHandlers {
  static func show(_ context: RequestContext) throws -> Response {
    try context.requireOwnPassword()
    return try page(context)
  }

  static func propose(_ context: RequestContext, _ reply: Reply) throws {
    try changing(context, reply, missing: context.missing("password")) { session in
      try context.engine.proposeSecondFactor(
        password: context.form["password"] ?? "", by: session, at: context.now)
      return context.go(to: .secondFactor)
    }
  }

  static func confirm(_ context: RequestContext) throws -> Response {
    let session = try context.requireSession()
    do {
      return try recoveryCodes(
        try context.engine.confirmSecondFactor(
          code: context.form["code"] ?? "", by: session, at: context.now), context)
    } catch Refusal.wrongCode {
      return try again(Refusal.wrongCode, context)
    } catch Refusal.notFound(.page) {
      // Confirmed or dropped in another tab: the page says how things stand.
      return context.go(to: .secondFactor)
    }
  }

  static func renewRecoveryCodes(_ context: RequestContext, _ reply: Reply) throws {
    try changing(context, reply, missing: context.missing("password", "code")) { session in
      try recoveryCodes(
        try context.engine.renewRecoveryCodes(
          password: context.form["password"] ?? "", code: context.form["code"] ?? "", by: session,
          at: context.now), context)
    }
  }

  static func end(_ context: RequestContext, _ reply: Reply) throws {
    try changing(context, reply, missing: context.missing("password", "code")) { session in
      try context.engine.endSecondFactor(
        password: context.form["password"] ?? "", code: context.form["code"] ?? "", by: session,
        at: context.now)
      return context.go(to: .me, .secondFactorOff)
    }
  }

  /// What takes the password once more; the form again when something is missing or wrong.
  private static func changing(
    _ context: RequestContext, _ reply: Reply, missing: [FieldError],
    _ change: @escaping @Sendable (Session) throws -> Response
  ) throws {
    let session = try context.requireSession()
    try context.requireOwnPassword()
    guard missing.isEmpty else {
      return reply.send(try page(context, errors: missing, status: 422))
    }
    SignInDoor(context).onHashingThread(reply) {
      do {
        return try change(session)
      } catch let refusal as Refusal {
        return try again(refusal, context)
      }
    }
  }

  /// The page once more, the message at the field that it is about.
  private static func again(_ refusal: Refusal, _ context: RequestContext) throws -> Response {
    switch refusal {
    case .wrongCredentials:
      try page(
        context, errors: [FieldError(field: "password", message: PasswordPage.oldIsWrong)],
        status: 422)
    case .wrongCode:
      try page(context, errors: [FieldError(field: "code", message: refusal.text)], status: 422)
    default: throw refusal
    }
  }

  private static func recoveryCodes(
    _ codes: [String], _ context: RequestContext
  ) throws -> Response {
    context.page(
      recoveryCodesPage(RecoveryCodesPage(codes: codes), try context.chrome(.secondFactor)))
  }

  private static func page(
    _ context: RequestContext, errors: [FieldError] = [], status: Int = 200
  ) throws -> Response {
    let session = try context.requireSession()
    let state: SecondFactorPage.State =
      switch try context.engine.secondFactor(of: session, at: context.now) {
      case .off: .off
      case .on(let since, let codes): .on(since: since, recoveryCodes: codes)
      case .proposed(let factor): .proposed(try enrolment(factor, of: session.person, context))
      }
    return context.page(
      secondFactorPage(
        SecondFactorPage(state: state, errors: errors), try context.chrome(.secondFactor)),
      status: status)
  }

  private static func enrolment(
    _ factor: SecondFactor, of person: PersonID, _ context: RequestContext
  ) throws -> SecondFactorPage.Enrolment {
    let name = try context.engine.read { try $0.persons.person(person)?.username } ?? ""
    let site = context.request.authority?.host ?? "localhost"
    let key = EnrolmentKey(secret: factor.secret, account: name, issuer: site)
    let label = Words.secondFactor.qrName[context.language]
    return SecondFactorPage.Enrolment(
      qr: QRCode(key.address)?.svg(label: label) ?? .empty, letters: key.letters)
  }
}
