import QuizEngine

/// What belongs to the person who asks.
struct MePage: Sendable {
  let name: String
  let unitName: String
  let roles: [Role]
  /// When the session ends by itself.
  let signedInUntil: Instant
  /// Whether there is one to change.
  var hasPassword = false
  /// The one that asks among them.
  var sessions: [OwnSession] = []
  var certificates: [OwnCertificate] = []
  /// Newest first.
  var attempts: [OwnAttempt] = []

  /// Stands in the form for every session but the one that asks.
  static let allOthers = "others"

  struct OwnCertificate: Sendable {
    let title: LocalizedText
    let number: String
    let code: String
    let issuedAt: Instant
    let isRevoked: Bool
  }

  struct OwnAttempt: Sendable {
    let id: AttemptID
    let title: LocalizedText
    let startedAt: Instant
    let end: End
    /// Nil until the rule sheet shows it.
    let score: Points?

    enum End: Sendable {
      case running
      case submitted(Instant)
      case expired(Instant)
    }
  }
}

func mePage(_ model: MePage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  let roles = model.roles.map { chrome.say(Words.role).name($0) }.joined(separator: ", ")
  let title = say.meTitle
  return document(
    Frame(title: title), chrome,
    """
    <h1>\(title)</h1>
    \(facts([
      (say.fullName, .escaped(model.name)), (say.unit, .escaped(model.unitName)),
      (say.roles, .escaped(roles)), (say.signedInUntil, chrome.deadline(model.signedInUntil)),
    ]))
    \(form(
      .signOut, chrome, kind: "form row",
      """
      \(submitButton(say.signOut, kind: "quiet"))
      <p class="hint">\(chrome.speaksToPupil ? say.signOutNote : say.signOutNoteStaff)</p>
      """))
    \(certificateList(model, chrome))
    \(attemptList(model, chrome))
    \(sessionList(model, chrome))
    """)
}

private func sessionList(_ model: MePage, _ chrome: Chrome) -> HTML? {
  let say = chrome.say(Words.account)
  let others = model.sessions.filter { !$0.isThis }
  let password: HTML? =
    model.hasPassword
    ? """
    <div class="actions">\(buttonLink(Link(say.passwordTitle, .password), kind: "quiet", icon: .key))\
    \(buttonLink(
      Link(chrome.say(Words.secondFactor).title, .secondFactor), kind: "quiet", icon: .lock))</div>
    """ : nil
  guard !others.isEmpty else { return password }
  return """
    <h2>\(say.sessionsTitle)</h2>
    <ul class="rows">\(HTML.joined(model.sessions) { sessionRow($0, chrome) })</ul>
    \(others.count < 2 ? nil : form(
      .ownSessions, chrome, kind: "form row",
      """
      <input type="hidden" name="session" value="\(MePage.allOthers)">
      \(submitButton(say.endOthers, kind: "quiet"))
      """))
    \(password)
    """
}

private func sessionRow(_ session: OwnSession, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  return """
    <li class="row-item">\(Icon.key.svg)<div class="row-main">\
    \(session.isThis ? say.thisDevice : say.otherDevice)\
    <p class="hint">\(say.signedInAt) \(chrome.moment(session.createdAt)) · \(say.lastSeen) \
    \(chrome.moment(session.seenAt))</p></div>\
    \(session.isThis ? nil : form(
      .ownSessions, chrome, kind: "form row",
      """
      <input type="hidden" name="session" value="\(session.name.hex)">
      \(submitButton(say.endSession, kind: "quiet"))
      """))</li>
    """
}

private func certificateList(_ model: MePage, _ chrome: Chrome) -> HTML? {
  guard !model.certificates.isEmpty else { return nil }
  let say = chrome.say(Words.account)
  return """
    <h2>\(say.ownCertificates)</h2>
    <ul class="rows">\(HTML.joined(model.certificates) { paper in
      """
      <li class="row-item">\(Icon.certificate.svg)<div class="row-main">\
      <a href="\(Route.certificate(paper.code))">\(chrome[paper.title])</a>\
      <p class="hint">\(paper.number) · \(chrome.day(paper.issuedAt))</p></div>\
      \(paper.isRevoked ? badge(.bad, say.revoked) : badge(.good, say.openPaper))</li>
      """
    })</ul>
    """
}

private func attemptList(_ model: MePage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  guard !model.attempts.isEmpty else {
    return chrome.speaksToPupil
      ? "<h2>\(say.ownAttempts)</h2>"
        + emptyState(
          .trophy, say.noAttempts, say.noAttemptsText, Link(say.seeContests, .contests))
      : .empty
  }
  return """
    <h2>\(say.ownAttempts)</h2>
    <ul class="rows">\(HTML.joined(model.attempts) { attemptRow($0, chrome) })</ul>
    """
}

private func attemptRow(_ attempt: MePage.OwnAttempt, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  let state: HTML
  let route: Route
  var figure = attempt.score.map { chrome.language.points($0) } ?? say.scoreLater
  switch attempt.end {
  case .running:
    figure = ""
    (state, route) = (.escaped(say.running), .attempt(attempt.id))
  case .submitted(let at):
    (state, route) = ("\(say.submitted) \(chrome.moment(at))", .result(attempt.id))
  case .expired(let at):
    (state, route) = ("\(say.expired) \(chrome.moment(at))", .result(attempt.id))
  }
  return """
    <li class="row-item">\(Icon.trophy.svg)<div class="row-main">\
    <a href="\(route)">\(chrome[attempt.title])</a><p class="hint">\(state)</p></div>\
    <p class="row-figure">\(figure)</p></li>
    """
}
