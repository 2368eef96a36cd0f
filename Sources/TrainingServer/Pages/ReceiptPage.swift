import QuizEngine

/// The proof that a paper is in.
struct ReceiptPage: Sendable {
  let attempt: AttemptID
  let title: LocalizedText
  let person: String
  let closing: Closing
  let answered: Int
  let itemCount: Int
  /// Whether the result may be seen already.
  let hasResult: Bool
  /// What came after the end.
  var late: [LateDelivery] = []
}

func receiptPage(_ model: ReceiptPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  let title = model.closing.isSubmitted ? say.receiptTitle : say.receiptExpired
  return document(
    Frame(title: title, scripts: [Assets.receipt]), chrome,
    """
    <div class="receipt" id="receipt" data-attempt="\(model.attempt.text)" \
    data-late="\(Route.lateDeliveries(model.attempt))" data-token="\(chrome.formToken)"\
    \(model.closing.isSubmitted ? #" data-submitted="1""# : nil)>
    <p class="receipt-sign">\(Icon.saved.svg)</p>
    <h1>\(title)</h1>
    <p class="lead">\(chrome[model.title])</p>
    \(model.closing.isSubmitted ? nil : "<p>\(say.receiptExpiredText)</p>")
    <div class="notices" id="notices" role="status"></div>
    \(lateNote(model.late, chrome))
    <p class="code"><span class="eyebrow">\(say.receiptCode)</span> \
    <strong>\(model.closing.receipt.code)</strong></p>
    \(facts([
      (say.receiptPerson, .escaped(model.person)),
      (say.receiptAt, chrome.exactMoment(model.closing.at) + .escaped(" " + chrome.language.zone)),
      (say.receiptAnswered, "\(model.answered)/\(model.itemCount)"),
    ]))
    <p class="note">\(Icon.camera.svg)<span>\(say.receiptPhoto)</span></p>
    <p class="actions">\
    \(model.hasResult
      ? buttonLink(Link(say.receiptResult, .result(model.attempt))) : nil)\
    \(buttonLink(Link(say.receiptHome, .home), kind: "quiet"))</p>
    </div>
    \(scriptWords([("receiptUnsent", say.receiptUnsent), ("sendingLate", say.sendingLate)]))
    """)
}
