import QuizEngine

/// A page of prose: the guide.
struct HelpPage: Sendable {
  let title: String
  let text: HTML
}

func helpPage(_ model: HelpPage, _ chrome: Chrome) -> HTML {
  document(
    Frame(title: model.title), chrome,
    """
    <h1>\(model.title)</h1>
    <div class="prose">\(model.text)</div>
    """)
}
