import Testing

@testable import QuizEngine

@Suite struct MarkdownCitationsTests {
  /// The markup with each mark written `{facts}`.
  private func marks(_ source: String) -> String {
    MarkdownDocument(source).html().text
      .replacing(" aria-label=\"§\" title=\"§\">§</a>", with: "}")
      .replacing("<a class=\"law law-mark\" href=\"/law/", with: "{").replacing("\"}", with: "}")
  }

  @Test(arguments: [
    ("Một câu. [L-001](law:L-001)", "<p>Một câu.{L-001}</p>\n"),
    (
      "Một. [L-001](law:L-001) [L-002](law:L-002) Hai. [L-001](law:L-001)",
      "<p>Một. Hai.{L-001,L-002}</p>\n"
    ),
    ("Bị cấm [L-001](law:L-001).", "<p>Bị cấm.{L-001}</p>\n"),
    ("Không dẫn gì.", "<p>Không dẫn gì.</p>\n"),
    (
      "Theo [Điều 7](law:L-001).",
      "<p>Theo <a class=\"law\" href=\"/law/L-001\">Điều 7</a>.</p>\n"
    ),
    ("> Trích. [L-001](law:L-001)", "<blockquote>\n<p>Trích.{L-001}</p>\n</blockquote>\n"),
  ])
  func `a paragraph has one mark for all it cites, at its end`(source: String, expected: String) {
    #expect(marks(source) == expected)
  }

  @Test func `a list marks an item only for facts that no mark above it opens`() {
    let source = """
      Mở đầu. [L-001](law:L-001)

      - Một. [L-001](law:L-001)
      - Hai. [L-002](law:L-002)
      - Ba. [L-001](law:L-001) [L-002](law:L-002)

      Kết. [L-001](law:L-001)

      - Bốn. [L-002](law:L-002)
      """
    #expect(
      marks(source) == """
        <p>Mở đầu.{L-001}</p>
        <ul>
        <li>Một.</li>
        <li>Hai.{L-002}</li>
        <li>Ba.</li>
        </ul>
        <p>Kết.{L-001}</p>
        <ul>
        <li>Bốn.{L-002}</li>
        </ul>

        """)
  }

  @Test func `a paragraph that cites thousands of facts has one short mark`() {
    let source = (1...20_000).map { "[L-\($0)](law:L-\($0)) " }.joined()
    let opened = (1...MarkdownOptions.lawsOfMark).map { "L-\($0)" }.joined(separator: ",")
    #expect(marks("Một." + source) == "<p>Một.{\(opened)}</p>\n")
  }

  @Test func `the mark has the name it was given, and what a question rests on`() {
    let html = renderInlineMarkdown(
      "Vì thế.", MarkdownOptions(lawLabel: "\"Luật\"", laws: ["L-007", "L-008"]))
    #expect(
      html.text == """
        Vì thế.<a class="law law-mark" href="/law/L-007,L-008" \
        aria-label="&quot;Luật&quot;" title="&quot;Luật&quot;">§</a>
        """)
  }
}
