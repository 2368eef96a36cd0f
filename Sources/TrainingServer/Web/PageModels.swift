import QuizEngine

// From what the engine reads to what pages show.

extension LawCitation {
  /// A law fact as it is cited; nil where the register does not have it to show.
  init?(_ id: String, _ catalogue: Catalogue, _ language: Language) {
    guard let fact = catalogue.laws[id], fact.isTeachable else { return nil }
    self.init(id: id, source: fact.source[language])
  }
}

extension LawPage {
  /// An address asks for no more than a mark opens.
  static let limit = MarkdownOptions.lawsOfMark

  /// The ids in an address such as `L-043,L-012`, each once.
  static func ids(_ parameter: String) -> [String] {
    var ids: [String] = []
    for part in parameter.utf8.split(separator: UInt8(ascii: ","), maxSplits: limit) {
      let id = String(decoding: part, as: UTF8.self)
      if part.count <= 16, ids.count < limit, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// Nil when one of them is unknown, or not sure enough to be shown.
  init?(_ ids: [String], _ catalogue: Catalogue) {
    let facts = ids.compactMap { catalogue.laws[$0] }.filter(\.isTeachable)
    guard !facts.isEmpty, facts.count == ids.count else { return nil }
    let replacements = facts.flatMap(\.replacedBy).compactMap { catalogue.laws[$0] }
    self.init(
      facts: facts,
      sources: Dictionary(
        replacements.map { ($0.id, $0.source) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension OptionView {
  /// The options of a question in the order dealt, with their letters.
  static func list(_ question: Question, order: [Int], _ language: Language) -> [OptionView] {
    order.enumerated().compactMap { place, index in
      guard question.options.indices.contains(index), let letter = OptionLetter(index: place)
      else { return nil }
      return OptionView(
        letter: letter, text: question.options[index].text[language].phrasing)
    }
  }
}

extension AnswerReview {
  /// How an answer came out, with the right one: only for those who may know it.
  init(
    _ question: Question, order: [Int], chosen: [OptionLetter], isCorrect: Bool,
    _ catalogue: Catalogue, _ language: Language
  ) {
    let right = order.enumerated().compactMap { place, index in
      question.options.indices.contains(index) && question.options[index].isRight
        ? OptionLetter(index: place) : nil
    }
    self.init(
      isCorrect: isCorrect, chosen: chosen, right: right,
      explanation: question.explanation[language].flow(
        citing: question.laws.filter { catalogue.laws[$0]?.isTeachable == true },
        Words.open.lawOfParagraph[language]))
  }
}

extension LessonPage {
  /// - Parameters:
  ///   - tries: what the reader's tries came to; whoever has not passed is asked what was wrong.
  ///   - answers: the checkpoint just sent: with its outcome, or with what is missing.
  init(
    _ lesson: Lesson, _ course: Course, text: HTML, completedAt: HTML?, tries: Completion? = nil,
    answers: CheckpointAnswers?, _ catalogue: Catalogue, _ language: Language
  ) {
    let lessons = course.lessons
    let index = lessons.firstIndex { $0.slug == lesson.slug } ?? 0
    let neighbour = { (place: Int) -> Neighbour? in
      lessons.indices.contains(place)
        ? Neighbour(slug: lessons[place].slug, title: lessons[place].title) : nil
    }
    self.init(
      course: course.slug, courseTitle: course.title, slug: lesson.slug, title: lesson.title,
      index: index + 1, count: lessons.count, minutes: lesson.minutes, text: text,
      laws: lesson.laws.compactMap { LawCitation($0, catalogue, language) },
      questions: CheckpointQuestion.list(lesson, tries, answers, catalogue, language),
      passMark: lesson.passMark,
      standing: tries.flatMap { tries in
        tries.asked == 0
          ? nil
          : Standing(
            right: tries.right, asked: tries.asked, isPassed: tries.isPassed,
            open: lesson.openQuestions(after: tries).count)
      },
      completedAt: completedAt, previous: neighbour(index - 1), next: neighbour(index + 1))
  }
}

extension CheckpointQuestion {
  fileprivate static func list(
    _ lesson: Lesson, _ tries: Completion?, _ answers: CheckpointAnswers?,
    _ catalogue: Catalogue, _ language: Language
  ) -> [CheckpointQuestion] {
    let open = Set(lesson.openQuestions(after: tries))
    return (lesson.checkpoint?.questions ?? []).enumerated().compactMap { index, question in
      let order = Array(question.options.indices)
      let item = answers?.checked.first { $0.question.id == question.id }
      let chosen = answers?.letters[index + 1] ?? []
      // After a try the page shows what was asked, before one what is to be asked.
      let isChecked = answers?.checked.isEmpty == false
      guard isChecked ? item != nil : open.contains(index) else { return nil }
      let prompt = question.prompt[language].heading
      return CheckpointQuestion(
        number: index + 1, kind: question.kind, prompt: prompt.lead, promptRest: prompt.rest,
        options: OptionView.list(question, order: order, language), chosen: chosen,
        isMissing: answers != nil && chosen.isEmpty,
        review: item.map { item in
          AnswerReview(
            question, order: order,
            chosen: item.chosen.sorted().compactMap { OptionLetter(index: $0) },
            isCorrect: item.isCorrect, catalogue, language)
        })
    }
  }
}
