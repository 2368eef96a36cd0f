import QuizEngine

/// The numbers of all questions with their state, and how to read them.
func palette(_ model: ExamPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  let isAll = model.view == .all
  return """
    <aside class="side">
    <nav class="palette-frame" aria-labelledby="palette-title">
    <h2 id="palette-title">\(say.questions)</h2>
    <ol class="palette">\(HTML.joined(model.items) { item in
      paletteCell(
        model, .item(item.slot), isAnswered: model.answers[item.slot]?.letters.isEmpty == false,
        chrome)
    })\(model.prediction.map { prediction in
      paletteCell(model, .prediction, isAnswered: prediction.value != nil, chrome)
    })</ol>
    <ul class="legend"><li><span class="cell done" aria-hidden="true"></span>\(say.answered)</li>\
    <li class="needs-script" hidden><span class="cell flagged" aria-hidden="true"></span>\
    \(say.flagged)</li>\
    <li><span class="cell" aria-hidden="true"></span>\(say.open)</li></ul>
    </nav>
    <p><a class="mode" data-mode="\(isAll ? "one" : "all")" \
    href="\(Route.attempt(model.attempt, isAll ? .item(1) : .all))">\(Icon.list.svg)\
    \(isAll ? say.oneByOne : say.allOnOnePage)</a></p>
    <div class="keys needs-script" hidden><h2>\(say.keys)</h2><p class="hint">\(say.keysText)</p>
    <label class="switch" for="keys-on"><input type="checkbox" id="keys-on" checked> \
    \(say.keysOn)</label></div>
    </aside>
    """
}

private func paletteCell(
  _ model: ExamPage, _ view: ExamView, isAnswered: Bool, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.exam)
  let name: String
  let label: String
  switch view {
  case .item(let slot): (name, label) = (String(slot), String(slot))
  case .prediction, .all: (name, label) = ("prediction", say.predictionShort)
  }
  return """
    <li><a class="cell\(isAnswered ? " done" : nil)" data-slot="\(name)" \
    href="\(Route.attempt(model.attempt, view))"\
    \(model.view == view ? #" aria-current="step""# : nil)>\(label)\
    <span class="aloud"> <span class="cell-state">\(isAnswered ? say.answered : say.open)</span></span>\
    </a></li>
    """
}
