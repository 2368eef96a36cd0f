import QuizEngine

/// Why something could not be done, what was kept and the way on.
struct ProblemPage: Sendable {
  let status: Int
  let title: LocalizedText
  /// What happened and what was kept.
  let detail: LocalizedText
  /// What to do now, as text.
  var advice: LocalizedText?
  /// Ways on; the first is the best.
  var ways: [(text: LocalizedText, route: Route)] = []
  /// Names the log line of a failure that is ours.
  var incident: String?
}

func problemPage(_ model: ProblemPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  let ways =
    model.ways.isEmpty ? [(LocalizedText(vi: "Về trang chủ", en: "Go home"), .home)] : model.ways
  return document(
    Frame(title: chrome[model.title]), chrome,
    """
    <div class="trouble">
    <p class="trouble-sign">\(Icon.info.svg)</p>
    <h1>\(chrome[model.title])</h1>
    <p class="lead">\(chrome[model.detail])</p>
    \(model.advice.map { "<h2>\(say.problemNow)</h2><p>\(chrome[$0])</p>" })
    <p class="actions">\(HTML.joined(ways.enumerated()) { index, way in
      buttonLink(Link(chrome[way.text], way.route), kind: index == 0 ? "primary" : "quiet")
    })</p>
    \(model.incident.map { incident in
      """
      <p class="note">\(Icon.info.svg)<span>\(say.problemCode): \
      <code>\(incident)</code>. \(say.problemCodeText)</span></p>
      """
    })
    </div>
    """)
}

/// The explanation of one kind of problem, for whoever follows a problem's `type`.
struct ProblemKindPage: Sendable {
  let slug: String
  let status: Int
  let title: LocalizedText
  let meaning: LocalizedText
  var advice: LocalizedText?
}

func problemKindPage(_ model: ProblemKindPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  return document(
    Frame(title: chrome[model.title]), chrome,
    """
    <h1>\(chrome[model.title])</h1>
    <h2>\(say.problemMeaning)</h2><p>\(chrome[model.meaning])</p>
    \(model.advice.map { "<h2>\(say.problemNow)</h2><p>\(chrome[$0])</p>" })
    \(facts([
      (say.problemKind, "<code>\(model.slug)</code>"), (say.problemStatus, "\(model.status)"),
    ]))
    """)
}
