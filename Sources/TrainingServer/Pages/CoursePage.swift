import QuizEngine

/// One course: its modules, lessons and tests, and how far the person is.
struct CoursePage: Sendable {
  let slug: String
  let title: LocalizedText
  let summary: LocalizedText
  let grades: String?
  let periods: Int
  let modules: [Module]
  /// Periods credited so far.
  var credited = 0
  /// The certificate earned with it.
  var certificate: String?
  /// Everything is done and a paper may be asked for.
  var mayClaim = false

  struct Module: Sendable {
    let slug: String
    let title: LocalizedText
    let periods: Int
    let lessons: [LessonRow]
    var test: Test?
  }

  struct LessonRow: Sendable {
    let slug: String
    let title: LocalizedText
    let minutes: Int
    /// What came of the checkpoint so far; nil before the first try.
    let tries: Completion?
    var passMark = 0

    fileprivate var isPassed: Bool { tries?.isPassed == true }
  }

  struct Test: Sendable {
    let title: LocalizedText
    let items: Int
    let duration: Span
    let passMark: Points
    let scale: Points
    let state: TestState
    /// The best result so far.
    var best: Points?
    var isPassed = false
  }

  enum TestState: Sendable {
    /// Opens after that many more lessons.
    case locked(missing: Int)
    case open(attemptsLeft: Int)
    case running(AttemptID)
    case spent
  }

  fileprivate var lessons: [LessonRow] { modules.flatMap(\.lessons) }
  fileprivate var completed: Int { lessons.count(where: \.isPassed) }
  fileprivate var hasBegun: Bool { lessons.contains { $0.tries != nil } }
  fileprivate var next: LessonRow? { lessons.first { !$0.isPassed } }
}

func coursePage(_ model: CoursePage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  var marks = [say.lessons(model.lessons.count)]
  if let grades = model.grades { marks.append(say.grades(grades)) }
  if model.periods > 0 { marks.append(say.periods(model.periods)) }
  return document(
    Frame(title: chrome[model.title], back: Link(say.coursesTitle, .courses)), chrome,
    """
    <h1>\(chrome[model.title])</h1>
    <p class="hint">\(marks.joined(separator: " · "))</p>
    <p class="lead">\(chrome[model.summary])</p>
    \(standing(model, chrome))
    \(HTML.joined(model.modules) { moduleSection($0, model, chrome) })
    """)
}

private func standing(_ model: CoursePage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  let way: HTML?
  if let code = model.certificate {
    way = buttonLink(Link(say.seeCertificate, .certificate(code)), icon: .certificate)
  } else if model.mayClaim {
    way = form(
      .courseCertificate(model.slug), chrome, kind: "form row",
      submitButton(say.claimCertificate, kind: "primary"))
  } else if let next = model.next {
    let text = model.hasBegun ? say.continueCourse : say.beginCourse
    way = """
      <p class="next-title">\(chrome[next.title])</p>
      <a class="button primary" href="\(Route.lesson(model.slug, next.slug))">\(text)\
      \(Icon.right.svg)</a>
      """
  } else {
    way = nil
  }
  return """
    <div class="next">\(progressBar(
      model.completed, of: model.lessons.count,
      label: say.lessonsDone(model.completed, model.lessons.count)))
    \(model.credited > 0 ? "<p>\(badge(.good, say.credited(model.credited)))</p>" : nil)\
    \(way)</div>
    """
}

private func moduleSection(
  _ module: CoursePage.Module, _ model: CoursePage, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.learning)
  return """
    <section class="module"><h2>\(chrome[module.title])</h2>
    \(module.periods > 0 ? "<p class=\"hint\">\(say.periods(module.periods))</p>" : nil)
    <ol class="rows lessons">\(HTML.joined(module.lessons) { lessonRow($0, model, chrome) })</ol>
    \(module.test.map { testCard($0, module, model, chrome) })
    </section>
    """
}

private func lessonRow(
  _ lesson: CoursePage.LessonRow, _ model: CoursePage, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.learning)
  let isNext = model.next?.slug == lesson.slug
  let mark =
    lesson.tries.map { triesBadge($0, passMark: lesson.passMark, chrome) }
    ?? (isNext ? badge(.info, say.lessonNext) : .empty)
  return """
    <li class="row-item\(isNext ? " is-next" : nil)"><span class="dot\
    \(lesson.isPassed ? " full" : nil)">\(lesson.isPassed ? Icon.check.svg : nil)</span>\
    <div class="row-main"><a href="\(Route.lesson(model.slug, lesson.slug))">\(chrome[lesson.title])</a>\
    <p class="hint">\(say.minutes(lesson.minutes))</p></div>\(mark)</li>
    """
}

/// Tried, passed, or recognised before lessons had a pass mark: the badge says which.
private func triesBadge(_ tries: Completion, passMark: Int, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  guard tries.asked > 0 else { return badge(.good, say.lessonDone) }
  let score = say.checkpointScore(tries.right, tries.asked)
  guard tries.isPassed else {
    return badge(.warn, "\(say.testFailed) · \(score) · \(say.needed(passMark))")
  }
  return tries.right >= passMark
    ? badge(.good, "\(say.testPassed) · \(score)") : badge(.info, "\(say.recognised) · \(score)")
}

private func testCard(
  _ test: CoursePage.Test, _ module: CoursePage.Module, _ model: CoursePage, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.learning)
  let best = test.best.map { points in
    """
    <p>\(test.isPassed ? badge(.good, say.testPassed) : badge(.warn, say.testFailed)) \
    \(say.bestScore(points, of: test.scale))</p>
    """ as HTML
  }
  return """
    <div class="card test"><h3>\(Icon.list.svg)\(chrome[test.title])</h3>
    <p class="hint">\(say.testTerms(test.items, test.duration, test.passMark, test.scale))</p>
    \(best)\(testDoor(test, .moduleTest(model.slug, module.slug), chrome))</div>
    """
}

private func testDoor(_ test: CoursePage.Test, _ start: Route, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  switch test.state {
  case .locked(let missing):
    return "<p class=\"note\">\(Icon.lock.svg)<span>\(say.testLocked(missing))</span></p>"
  case .open(let left):
    return form(
      start, chrome, kind: "form row",
      """
      \(submitButton(say.startTest, kind: test.isPassed ? "quiet" : "primary"))
      <p class="hint">\(say.attemptsLeft(left))</p>
      """)
  case .running(let attempt):
    return "<p>\(buttonLink(Link(say.resumeTest, .attempt(attempt)), icon: .clock))</p>"
  case .spent:
    return test.isPassed ? .empty : banner(.warn, .escaped(say.noResits))
  }
}
