import QuizEngine

/// One option as a pupil sees it; says nothing of right or wrong.
struct OptionView: Sendable {
  let letter: OptionLetter
  let text: HTML
}

/// Option cards: the whole card is the target.
///
/// - Parameters:
///   - name: the field's name; ids are made from it and `id`.
///   - chosen: the letters chosen so far.
func optionCards(
  id: String, name: String, kind: QuestionKind, options: [OptionView], chosen: [OptionLetter]
) -> HTML {
  let type = kind == .single ? "radio" : "checkbox"
  return """
    <div class="options">\(HTML.joined(options) { option in
      """
      <label class="option" for="\(id)-\(option.letter.text)">\
      <input type="\(type)" id="\(id)-\(option.letter.text)" name="\(name)" \
      value="\(option.letter.text)"\(chosen.contains(option.letter) ? " checked" : nil)>\
      <span class="letter">\(option.letter.text.uppercased())</span>\
      <span class="option-text">\(option.text)</span></label>
      """
    })</div>
    """
}

/// The part of a prompt that no legend and no heading can hold.
func promptRest(_ rest: HTML?, id: String) -> HTML? {
  rest.map { #"<div class="prose prompt-rest" id="\#(id)-rest">\#($0)</div>\#n"# }
}

/// Ties that part to its group of options for whoever listens.
func promptReference(_ rest: HTML?, id: String) -> HTML? {
  rest.map { _ in #" aria-describedby="\#(id)-rest""# }
}

/// How one answered question came out, once that may be shown.
struct AnswerReview: Sendable {
  let isCorrect: Bool
  let chosen: [OptionLetter]
  let right: [OptionLetter]
  /// With the mark that opens the law behind it.
  let explanation: HTML
}

/// The options again, marked with what was chosen and what is right.
func reviewedOptions(
  _ options: [OptionView], _ review: AnswerReview, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.learning)
  return """
    <ul class="options">\(HTML.joined(options) { option in
      let isRight = review.right.contains(option.letter)
      let isChosen = review.chosen.contains(option.letter)
      let marks: HTML = """
        <span class="marks">\(isRight ? badge(.good, say.rightAnswer) : nil)\
        \(isChosen ? badge(isRight ? .good : .bad, say.ownAnswer) : nil)</span>
        """
      return """
        <li class="option\(isRight ? " right" : nil)\(isChosen && !isRight ? " missed" : nil)">\
        <span class="letter">\(option.letter.text.uppercased())</span>\
        <span class="option-text">\(option.text)\(isChosen || isRight ? marks : nil)</span></li>
        """
    })</ul>
    """
}

/// The verdict, the reason and the law.
func reviewNote(_ review: AnswerReview, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  return banner(
    review.isCorrect ? .good : .warn,
    """
    <strong>\(review.isCorrect ? say.right : say.notYet)</strong>
    \(review.explanation == .empty
      ? nil : #"<div class="prose">\#(review.explanation)</div>"#)
    """)
}
