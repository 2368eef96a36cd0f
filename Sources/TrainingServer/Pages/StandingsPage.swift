import QuizEngine

/// The public board of a contest.
struct StandingsPage: Sendable {
  let contest: ContestID
  let title: LocalizedText
  /// Published by the organizers, or as it stands now.
  let isOfficial: Bool
  /// Nil while the board may not be shown; `opensNote` then says when.
  let board: Board?
  var hiddenNote: LocalizedText?

  struct Board: Sendable {
    let counts: RoundCounts
    /// One `boardLine` a row.
    let lines: [HTML]
    /// Number of places shown.
    let top: Int
    var showsPrediction = false
  }

  struct Row: Sendable {
    let rank: Int
    /// Initials, or the full name with consent.
    let name: String
    let unitName: String
    let score: Points
    let timeUsed: Span
    var prediction: Int?
    var distance: Int?
    var isViewer = false
  }
}

func standingsPage(_ model: StandingsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  return document(
    Frame(
      title: "\(say.standingsTitle) – \(chrome[model.title])", width: .wide,
      back: Link(chrome[model.title], .contest(model.contest))), chrome,
    """
    <h1>\(say.standingsTitle) <span class="eyebrow">\(chrome[model.title])</span></h1>
    <p>\(model.isOfficial ? badge(.good, say.official) : badge(.warn, say.provisional))</p>
    \(model.board.map { board($0, chrome) }
      ?? emptyState(
        .eye, say.boardHidden, model.hiddenNote.map { chrome[$0] } ?? say.waitPublish))
    """)
}

private func board(_ board: StandingsPage.Board, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  let language = chrome.language
  return """
    <dl class="figures">
    <div><dt>\(say.persons)</dt><dd>\(language.number(board.counts.persons))</dd></div>
    <div><dt>\(say.attempts)</dt><dd>\(language.number(board.counts.attempts))</dd></div>
    <div><dt>\(say.allCorrect)</dt><dd>\(language.number(board.counts.personsAllCorrect))</dd></div>
    </dl>
    \(board.lines.isEmpty
      ? emptyState(.trophy, say.boardEmpty, say.boardEmptyText) : boardTable(board, chrome))
    <p class="hint">\(say.privacy)</p>
    """
}

private func boardTable(_ board: StandingsPage.Board, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  return tableFrame(
    say.topOf(board.top), id: "board", isNameShown: true, stacks: true,
    """
    <thead><tr><th scope="col" class="figure">\(say.place)</th><th scope="col">\(say.contestant)</th>\
    <th scope="col" class="figure">\(say.score)</th>\
    <th scope="col" class="figure">\(say.timeUsed)</th><th scope="col">\(say.unit)</th>\
    \(board.showsPrediction
      ? """
      <th scope="col" class="figure">\(say.guess)</th>\
      <th scope="col" class="figure">\(say.distance)</th>
      """ : nil)</tr></thead>
    <tbody>\(HTML.joined(board.lines) { $0 })</tbody>
    """)
}

/// A row of the board's table, the same for everybody but its viewer.
func boardLine(
  _ row: StandingsPage.Row, showsPrediction: Bool, _ language: Language, to address: Address
) -> HTML {
  let say = Said(words: Words.contest, language: language, address: address)
  let number = { (value: Int?) in value.map { language.number($0) } ?? "–" }
  return """
    <tr\(row.isViewer ? #" class="own""# : nil)><td class="figure place">\(row.rank)</td>\
    <th scope="row">\(row.name)\(row.isViewer ? badge(.info, say.own) : nil)</th>\
    <td class="figure" data-label="\(say.score)">\(language.points(row.score))</td>\
    <td class="figure" data-label="\(say.timeUsed)">\(language.span(row.timeUsed))</td>\
    <td data-label="\(say.unit)">\(row.unitName)</td>\
    \(showsPrediction
      ? """
      <td class="figure" data-label="\(say.guess)">\(number(row.prediction))</td>\
      <td class="figure" data-label="\(say.distance)">\(number(row.distance))</td>
      """ : nil)</tr>
    """
}
