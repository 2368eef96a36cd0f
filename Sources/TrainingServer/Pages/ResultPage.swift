import QuizEngine

/// One ended attempt: score, place and why, each question with its right answer.
struct ResultPage: Sendable {
  let attempt: AttemptID
  let title: LocalizedText
  /// For a final test the back link leads to its course, else to the contest.
  let back: (title: LocalizedText, route: Route)
  /// Nil while the score may not be shown.
  let score: Score?
  /// When the score or the answers follow, in words.
  var laterNote: LocalizedText?
  /// Whether another attempt may still be made.
  var mayTryAgain = false
  var place: Place?
  var prediction: Guess?
  /// Nil while the answers may not be shown.
  var items: [Item]?
  var readNext: [(title: LocalizedText, route: Route)] = []
  var board: Route?

  struct Score: Sendable {
    let points: Points
    let maximum: Points
    let correct: Int
    let itemCount: Int
    let timeUsed: Span
    let submittedAt: Instant
    /// Nil where nothing is passed or failed.
    var isPassed: Bool?
  }

  struct Place: Sendable {
    let rank: Int
    let ranked: Int
    /// The key that put the attempt behind the one above it; nil for ties.
    let decidedBy: RankingMeasure?
  }

  struct Guess: Sendable {
    let value: Int
    /// Nil before the round is counted.
    let actual: Int?
  }

  struct Item: Sendable {
    let slot: Int
    let prompt: HTML
    /// Lists, tables and quotes behind the words of the prompt.
    var promptRest: HTML?
    let options: [OptionView]
    let review: AnswerReview
  }
}

func resultPage(_ model: ResultPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.result)
  let title = chrome.speaksToPupil ? say.title : say.titleStaff
  return document(
    Frame(
      title: "\(title) – \(chrome[model.title])",
      back: Link(chrome[model.back.title], model.back.route)),
    chrome,
    """
    <h1>\(title) <span class="eyebrow">\(chrome[model.title])</span></h1>
    \(model.score.map { scoreCard($0, model, chrome) }
      ?? banner(
        .info, "<strong>\(say.later)</strong>\(model.laterNote.map { "<p>\(chrome[$0])</p>" })"))
    \(readNext(model, chrome))
    \(model.items.map { itemReviews($0, chrome) } ?? answersLater(model, chrome))
    <p class="actions">\(buttonLink(Link(say.receipt, .receipt(model.attempt)), kind: "quiet"))\
    \(model.board.map { buttonLink(Link(say.board, $0), kind: "quiet", icon: .chart) })</p>
    """)
}

private func answersLater(_ model: ResultPage, _ chrome: Chrome) -> HTML? {
  guard model.score != nil else { return nil }
  let say = chrome.say(Words.result)
  return banner(
    .info, "<strong>\(say.answersLater)</strong>\(model.laterNote.map { "<p>\(chrome[$0])</p>" })")
}

private func scoreCard(_ score: ResultPage.Score, _ model: ResultPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.result)
  let language = chrome.language
  return """
    <section class="score-card">
    <p class="score"><span class="aloud">\(say.score): </span><strong>\(language.points(score.points))</strong> \
    <span>\(say.outOf(score.maximum))</span></p>
    \(score.isPassed.map { "<p>\($0 ? badge(.good, say.passed) : badge(.warn, say.failed))</p>" })
    <p class="kind-words">\(kindWords(score, model, chrome))</p>
    </section>
    \(facts([
      (say.correct, "\(score.correct)/\(score.itemCount)"),
      (say.timeUsed, .escaped(language.span(score.timeUsed))),
      (say.submittedAt, chrome.exactMoment(score.submittedAt)),
    ] + placeFacts(model, chrome) + guessFacts(model, chrome)))
    """
}

private func kindWords(
  _ score: ResultPage.Score, _ model: ResultPage, _ chrome: Chrome
) -> String {
  let say = chrome.say(Words.result)
  if !chrome.speaksToPupil, let isPassed = score.isPassed {
    return isPassed ? say.wellPassed : say.wellFailed
  }
  if score.itemCount > 0, score.correct == score.itemCount { return say.wellAll }
  return score.correct * 10 >= score.itemCount * 6
    ? say.wellMost : model.mayTryAgain ? say.wellSome : say.wellSomeLast
}

private func placeFacts(_ model: ResultPage, _ chrome: Chrome) -> [(name: String, value: HTML)] {
  guard let place = model.place else { return [] }
  let say = chrome.say(Words.result)
  let why: String
  if place.rank == 1 {
    why = say.firstPlace
  } else if let measure = place.decidedBy {
    why = say.behind(chrome.say(Words.ranking).name(measure))
  } else {
    why = say.tied
  }
  return [
    (say.place, "<strong>\(say.rank(place.rank, among: place.ranked))</strong>"),
    (say.whyPlace, .escaped(why)),
  ]
}

private func guessFacts(_ model: ResultPage, _ chrome: Chrome) -> [(name: String, value: HTML)] {
  guard let guess = model.prediction else { return [] }
  let say = chrome.say(Words.result)
  var rows: [(name: String, value: HTML)] = [
    (say.prediction, .escaped(chrome.language.number(guess.value)))
  ]
  if let actual = guess.actual {
    rows.append((say.actual, .escaped(chrome.language.number(actual))))
  }
  return rows
}

private func readNext(_ model: ResultPage, _ chrome: Chrome) -> HTML? {
  guard !model.readNext.isEmpty else { return nil }
  return """
    <section><h2>\(chrome.say(Words.result).readNext)</h2>
    <ul class="rows">\(HTML.joined(model.readNext) { lesson in
      """
      <li class="row-item">\(Icon.book.svg)<div class="row-main">\
      <a href="\(lesson.route)">\(chrome[lesson.title])</a></div></li>
      """
    })</ul></section>
    """
}

private func itemReviews(_ items: [ResultPage.Item], _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.result)
  return """
    <section><h2>\(say.answers)</h2>
    \(HTML.joined(items) { item in
      """
      <section class="question reviewed"><h3>\
      <span class="eyebrow">\(chrome.say(Words.learning).question(item.slot)) \
      \(item.review.isCorrect ? badge(.good, say.right) : badge(.bad, say.wrong))</span> \
      <span class="prompt">\(item.prompt)</span></h3>
      \(promptRest(item.promptRest, id: "s\(item.slot)"))\
      \(item.review.chosen.isEmpty ? "<p class=\"hint\">\(say.noAnswer)</p>" : nil)
      \(reviewedOptions(item.options, item.review, chrome))
      \(reviewNote(item.review, chrome))
      </section>
      """
    })</section>
    """
}
