import QuizEngine

/// The courses somebody may read, with their progress in each.
struct CoursesPage: Sendable {
  let courses: [CourseCard]

  struct CourseCard: Sendable {
    let slug: String
    let title: LocalizedText
    let summary: LocalizedText
    let grades: String?
    let periods: Int
    let lessons: Int
    let completed: Int
  }
}

func coursesPage(_ model: CoursesPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  return document(
    Frame(title: say.coursesTitle), chrome,
    """
    <h1>\(say.coursesTitle)</h1>
    <p class="lead">\(say.coursesText)</p>
    \(model.courses.isEmpty ? emptyState(.book, say.noCourses, say.noCoursesText) : nil)
    \(HTML.joined(model.courses) { courseCard($0, chrome) })
    """)
}

private func courseCard(_ course: CoursesPage.CourseCard, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  var marks = [say.lessons(course.lessons)]
  if let grades = course.grades { marks.append(say.grades(grades)) }
  if course.periods > 0 { marks.append(say.periods(course.periods)) }
  let isDone = course.lessons > 0 && course.completed >= course.lessons
  return """
    <article class="card"><h2><a href="\(Route.course(course.slug))">\(chrome[course.title])</a></h2>
    <p class="hint">\(marks.joined(separator: " · "))</p>
    <p>\(chrome[course.summary])</p>
    \(course.completed > 0
      ? progressBar(
        course.completed, of: course.lessons,
        label: isDone ? say.courseDone : say.lessonsDone(course.completed, course.lessons))
      : nil)
    </article>
    """
}
