import QuizEngine

/// One question with its form; without script its buttons save and turn the page.
func examItem(_ item: ExamPage.ItemView, _ model: ExamPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  let answer = model.answers[item.slot]
  let id = "s\(item.slot)"
  return """
    <section class="item" id="item-\(item.slot)" data-slot="\(item.slot)" \
    data-kind="\(item.kind.rawValue)" data-revision="\(answer?.revision ?? 0)" \
    data-save="\(Route.answerSave(model.attempt, item.slot))"\
    \(model.shows(.item(item.slot)) ? nil : " hidden")>
    \(form(
      .answer(model.attempt, item.slot), chrome, kind: "item-form",
      """
      <input type="hidden" name="revision" value="\((answer?.revision ?? 0) + 1)">
      <fieldset class="question"\(promptReference(item.promptRest, id: id))><legend>\
      <span class="item-number" tabindex="-1">\(say.question(item.slot, of: model.items.count))</span>\
      <span class="prompt">\(item.prompt)</span></legend>
      \(promptRest(item.promptRest, id: id))\
      <p class="hint">\(item.kind == .single ? say.chooseOne : say.chooseSeveral)</p>
      \(optionCards(
        id: id, name: "choice", kind: item.kind, options: item.options,
        chosen: model.letters(item.slot)))
      </fieldset>
      \(itemTools(model, after: item.slot, hasAnswer: answer?.letters.isEmpty == false, chrome))
      """))
    \(turnBar(model, .item(item.slot), chrome))
    </section>
    """
}

/// Clear, flag, and the two ways to save that need no script.
private func itemTools(
  _ model: ExamPage, after slot: Int, hasAnswer: Bool, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.exam)
  return """
    <div class="item-tools">
    <button class="button primary plain-only" name="next" value="\(nextName(model, slot))">\
    \(model.view == .all ? say.save : say.saveAndNext)</button>
    <button type="button" class="button quiet tool" data-tool="flag" aria-pressed="false" hidden>\
    \(Icon.drawn(from: "i-flag"))\(say.flag)</button>
    <button class="button quiet tool" name="clear" value="1" data-tool="clear"\
    \(hasAnswer ? nil : #" data-idle="1""#)>\(Icon.drawn(from: "i-cross"))\(say.clear)</button>
    </div>
    """
}

private func nextName(_ model: ExamPage, _ slot: Int) -> String {
  guard model.view != .all else { return "all" }
  switch model.view(after: slot) {
  case .item(let next): return String(next)
  case .prediction: return "prediction"
  case .all, nil: return "review"
  }
}

/// The number that is known only after closing.
func predictionItem(
  _ prediction: ExamPage.PredictionView, _ model: ExamPage, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.exam)
  return """
    <section class="item" id="item-prediction" data-slot="prediction" data-kind="prediction" \
    data-revision="\(prediction.revision)" data-save="\(Route.predictionSave(model.attempt))" \
    data-min="\(prediction.minimum)" data-max="\(prediction.maximum)"\
    \(model.shows(.prediction) ? nil : " hidden")>
    \(form(
      .prediction(model.attempt), chrome, kind: "item-form",
      """
      <input type="hidden" name="revision" value="\(prediction.revision + 1)">
      <div class="question">
      <p class="item-number" tabindex="-1">\(say.prediction)</p>
      <label class="prompt" for="prediction">\(chrome[prediction.question])</label>
      <p class="hint" id="prediction-hint">\(say.predictionHint) \
      \(say.predictionRange(prediction.minimum, prediction.maximum))</p>
      <input class="guess" id="prediction" name="value" inputmode="numeric" pattern="[0-9]*" \
      maxlength="9" autocomplete="off" aria-describedby="prediction-hint" \
      value="\(model.unsaved?.number ?? prediction.value.map(String.init) ?? "")">
      </div>
      <div class="item-tools"><button class="button primary plain-only" name="next" value="review">\
      \(say.save)</button></div>
      """))
    \(turnBar(model, .prediction, chrome))
    </section>
    """
}

/// Previous and next as links; the script takes them over.
private func turnBar(_ model: ExamPage, _ place: ExamView, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  let before: ExamView?
  let after: ExamView?
  switch place {
  case .item(let slot):
    before = slot > 1 ? .item(slot - 1) : nil
    after = model.view(after: slot)
  case .prediction, .all:
    before = .item(model.items.count)
    after = nil
  }
  let back: HTML? = before.map { view in
    """
    <a class="button quiet" data-turn="-1" href="\(Route.attempt(model.attempt, view))">\
    \(Icon.drawn(from: "i-left"))\(say.previous)</a>
    """
  }
  let onward: HTML? = after.map { view in
    """
    <a class="button primary forward" data-turn="1" href="\(Route.attempt(model.attempt, view))">\
    \(say.next)\(Icon.drawn(from: "i-right"))</a>
    """
  }
  let toReview: HTML = """
    <a class="button primary forward" href="\(Route.review(model.attempt))">\(say.toReview)\
    \(Icon.drawn(from: "i-right"))</a>
    """
  return #"<div class="turn-bar">\#(back)\#(onward ?? toReview)</div>"#
}
