import QuizEngine

/// New recovery codes, shown once.
struct RecoveryCodesPage: Sendable {
  let codes: [String]
}

func recoveryCodesPage(_ model: RecoveryCodesPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.secondFactor)
  return document(
    Frame(title: say.recoveryTitle), chrome,
    """
    <h1>\(say.recoveryTitle)</h1>
    \(banner(.warn, .escaped(say.recoveryNow)))
    <ol class="recovery-codes">\(HTML.joined(model.codes) { "<li><code>\($0)</code></li>" })</ol>
    <p>\(say.recoveryUse)</p>
    <div class="actions">\(buttonLink(Link(say.recoveryDone, .secondFactor)))\
    <button type="button" class="button quiet" data-print hidden>\(Icon.print.svg)\
    \(chrome.say(Words.page).print)</button></div>
    """)
}
