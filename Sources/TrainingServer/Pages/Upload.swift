import QuizEngine

/// A form that sends files: multipart, with the token as its first part.
func uploadForm(_ action: Route, _ chrome: Chrome, _ content: HTML) -> HTML {
  """
  <form class="form" method="post" action="\(action)" enctype="multipart/form-data">
  <input type="hidden" name="_csrf" value="\(chrome.formToken)">
  \(content)
  </form>
  """
}

/// Everything wrong in files, by place.
func issueList(_ issues: [SourceIssue], _ chrome: Chrome) -> HTML {
  """
  <ul class="issues">\(HTML.joined(issues) { issue in
    """
    <li>\(Icon.warning.svg)<span><code>\(issue.location.file):\(issue.location.line):\
    \(issue.location.column)</code> \(chrome[issue.message])</span></li>
    """
  })</ul>
  """
}
