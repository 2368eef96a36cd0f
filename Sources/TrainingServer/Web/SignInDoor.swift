import QuizEngine

/// The two ways in, for pages and programs alike: what each costs, who may try, what is logged.
struct SignInDoor {
  let context: RequestContext
  /// What a wrong password costs was taken, and is given back for a right one.
  private var hasPaid = false

  init(_ context: RequestContext) {
    self.context = context
  }

  private var engine: Engine { context.engine }
  private var network: String { Network.name(of: context.arrival.client) }
  private var isDemo: Bool { context.site.settings.isDemo }

  /// Cheap: a digest and a look into one table.
  ///
  /// A right card always opens: there is no guessing
  /// 128 bits, so only wrong ones are counted.
  func card(_ text: String, code: String? = nil) throws -> SignedIn {
    do {
      let signedIn = try engine.signIn(card: text, code: code, at: context.now)
      log("card", of: signedIn)
      return signedIn
    } catch let needed as CodeNeeded {
      log("card", asksCodeOf: needed.person)
      throw needed
    } catch Refusal.wrongCredentials {
      // Beyond the budget there is no line either: nobody fills the log with cards that are wrong.
      if !isDemo, let until = engine.failures.spend(.card, network, at: context.now) {
        throw Refusal.tooManyTries(until: until)
      }
      log("card", refused: .wrongCredentials)
      throw Refusal.wrongCredentials
    } catch let refusal as Refusal {
      log("card", refused: refusal)
      throw refusal
    }
  }

  /// To be called before anything is queued: what a wrong password will cost is taken now and
  /// given back for a right one, so that one network can never fill the queue for long.
  ///
  /// Devices on which the account signed in before come in at all times.
  func paying(for username: String) throws -> SignInDoor {
    guard !isDemo, try !isKnownDevice(for: username) else { return self }
    if let until = engine.failures.spend(.password, network, at: context.now) {
      log("password", refused: .tooManyTries(until: until), username)
      throw Refusal.tooManyTries(until: until)
    }
    var door = self
    door.hasPaid = true
    return door
  }

  private func giveBack() {
    if hasPaid { engine.failures.giveBack(.password, network, at: context.now) }
  }

  private func isKnownDevice(for username: String) throws -> Bool {
    guard let device = context.device else { return false }
    return try engine.knows(device: device, for: username)
  }

  /// Costs a password hash: only on the hashing threads.
  func password(_ username: String, _ password: String, code: String? = nil) throws -> SignedIn {
    if isDemo { engine.forgiveFailures(of: username) }
    do {
      let signedIn = try engine.signIn(
        username: username, password: password, code: code, device: context.device,
        at: context.now)
      giveBack()
      log("password", of: signedIn)
      return signedIn
    } catch let needed as CodeNeeded {
      giveBack()
      log("password", asksCodeOf: needed.person)
      throw needed
    } catch let refusal as Refusal {
      log("password", refused: refusal, username)
      throw refusal
    }
  }

  /// The second step: a code of the authenticator app, cheap to check and slowed down by account.
  func code(_ code: String, ticket: String) throws -> SignedIn {
    do {
      let signedIn = try engine.signIn(
        ticket: ticket, code: code, device: context.device, at: context.now)
      log("code", of: signedIn)
      return signedIn
    } catch Refusal.ticketOver {
      // Anybody can send such a thing, as often as they like.
      throw Refusal.ticketOver
    } catch let refusal as Refusal {
      log("code", refused: refusal, person: ticket.prefix { $0 != "." })
      throw refusal
    }
  }

  /// Runs `work` where hashing may take its time; refuses when too many wait already, and what has
  /// waited too long after all: the machine may slow down while a queue stands.
  func onHashingThread(_ reply: Reply, _ work: @escaping @Sendable () throws -> Response) {
    let came = MonotonicClock.microseconds()
    let isTaken = context.site.hashing.submit {
      let waited = MonotonicClock.microseconds() - came
      guard waited < context.site.settings.signInPatience else { return refuse(reply) }
      reply.finish(Result { try work() })
    }
    if !isTaken { refuse(reply) }
  }

  private func refuse(_ reply: Reply) {
    giveBack()
    reply.fail(RequestFault.overloaded)
  }

  /// Somebody knows the password or holds the card: who did not do it themselves should hear of it.
  private func log(_ way: String, asksCodeOf person: PersonID) {
    var line = LogLine(.security)
    line.add("what", "sign-in asks for a code")
    line.add("way", way)
    line.add("person", person.text)
    line.add("client", context.arrival.client)
    context.site.log.write(line, at: context.now)
  }

  private func log(_ way: String, of signedIn: SignedIn) {
    var line = LogLine(.security)
    line.add("what", "sign-in")
    line.add("way", way)
    line.add("person", signedIn.person.id.text)
    line.add("client", context.arrival.client)
    context.site.log.write(line, at: context.now)
  }

  /// What was typed as a name may be a password: only its digest shows that one name is tried
  /// again and again.
  ///
  /// - Parameter person: where it is proven who tries.
  private func log(
    _ way: String, refused refusal: Refusal, _ username: String? = nil, person: Substring? = nil
  ) {
    var line = LogLine(.security)
    line.add("what", "sign-in refused")
    line.add("way", way)
    line.add("kind", Problem(refusal, at: context.now).kind.rawValue)
    if let person { line.add("person", String(person)) }
    if let username {
      line.add("name", String(SHA256.hash("log:" + username.lowercased()).hex.prefix(12)))
    }
    line.add("client", context.arrival.client)
    context.site.log.write(line, at: context.now)
  }
}
