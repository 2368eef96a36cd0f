import QuizEngine

/// The sign of the site: an open book under a shield's outline.
enum Mark {
  /// Inline, in the colours of the page.
  static let inline: HTML = """
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><path class="mark-ground" d="M16 1.5 28 5v10.5c0 7.3-4.7 12.3-12 15-7.3-2.7-12-7.7-12-15V5z"/>\
    <path class="mark-line" d="M16 11c-2.2-1.5-4.5-2-7.5-1.8v10.6c3-.2 5.3.3 7.5 1.8 2.2-1.5 4.5-2 7.5-1.8V9.2C20.5 9 18.2 9.5 16 11zm0 0v10.6"/></svg>
    """

  /// As a file for the browser's tab.
  static let file: HTML = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\
    <path fill="#0a6662" d="M16 1.5 28 5v10.5c0 7.3-4.7 12.3-12 15-7.3-2.7-12-7.7-12-15V5z"/>\
    <path fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round" d="M16 11c-2.2-1.5-4.5-2-7.5-1.8v10.6c3-.2 5.3.3 7.5 1.8 2.2-1.5 4.5-2 7.5-1.8V9.2C20.5 9 18.2 9.5 16 11zm0 0v10.6"/></svg>
    """
}
