import Testing

@testable import QuizEngine

@Suite struct MarkdownDocumentTests {
  private let lesson = """
    # Điều 8. Hành vi bị cấm

    Xem [Điều 8](law:L-006), ![sơ đồ](../media/so-do.png)
    và <https://example.vn>.

    > - một
    >   dòng <b>đậm</b>

    <div>
    thô
    </div>

    Điều 8. Hành vi bị cấm
    ---

    [x]: /tro-giup
    Cuối [x].
    """

  @Test func `headings carry unique names in ASCII`() {
    let document = MarkdownDocument(lesson)
    #expect(
      document.headings == [
        MarkdownHeading(
          level: 1, text: "Điều 8. Hành vi bị cấm", identifier: "dieu-8-hanh-vi-bi-cam", line: 1),
        MarkdownHeading(
          level: 2, text: "Điều 8. Hành vi bị cấm", identifier: "dieu-8-hanh-vi-bi-cam-2",
          line: 13),
      ])
    let html = document.html().text
    #expect(html.contains("<h1 id=\"dieu-8-hanh-vi-bi-cam\">Điều 8. Hành vi bị cấm</h1>"))
    #expect(html.contains("<h2 id=\"dieu-8-hanh-vi-bi-cam-2\">"))
  }

  @Test func `links and images are found with their line and column`() {
    let uses = MarkdownDocument(lesson).links
    #expect(
      uses.map(\.destination) == [
        "law:L-006", "../media/so-do.png", "https://example.vn", "/tro-giup",
      ])
    #expect(uses.map(\.text) == ["Điều 8", "sơ đồ", "https://example.vn", "x"])
    #expect(uses.map(\.isImage) == [false, true, false, false])
    #expect(
      uses.map { [$0.position.line, $0.position.column] } == [
        [3, 5], [3, 26], [4, 4], [17, 6],
      ])
    #expect(uses.first?.target == .law("L-006"))
  }

  @Test func `raw HTML is reported where it stands and shown as text`() {
    let document = MarkdownDocument(lesson)
    #expect(
      document.refusedHTML == [
        MarkdownPosition(line: 7, column: 10), MarkdownPosition(line: 7, column: 16),
        MarkdownPosition(line: 9, column: 1),
      ])
    #expect(
      document.refusedHTML.first?.location(in: "a.md")
        == SourceLocation(file: "a.md", line: 7, column: 10))
    let html = document.html().text
    #expect(html.contains("dòng &lt;b&gt;đậm&lt;/b&gt;"))
    #expect(html.contains("<p>&lt;div&gt;\nthô\n&lt;/div&gt;</p>"))
  }

  @Test func `every block knows its line, after definitions and in containers`() {
    let document = MarkdownDocument(lesson)
    #expect(document.blocks.map(\.line) == [1, 3, 6, 9, 13, 17])
    guard case .blockQuote(let quoted, _) = document.blocks[2],
      case .list(let list, _) = quoted.first
    else {
      Issue.record("no list in the quote")
      return
    }
    #expect(list.items.map(\.line) == [6])
    #expect(list.isTight)
  }

  @Test(arguments: [
    ("a\r\nb [c](/d)\r\n", 2, 3), ("a\rb [c](/d)", 2, 3), ("\n\n[c](/d)", 3, 1),
    ("# ă [c](/d)", 1, 5), ("- \ta [c](/d)", 1, 6), ("💥 [c](/d)", 1, 3), ("\0\0[c](/d)", 1, 3),
    ("> a\nb *[c](/d)*", 2, 4), ("1. a\n\n   b [c](/d)", 3, 6), ("a [*b* [c](/d)", 1, 8),
  ])
  func `positions count lines and characters of the source`(
    source: String, line: Int, column: Int
  ) {
    let positions = MarkdownDocument(source).links.map(\.position)
    #expect(positions == [MarkdownPosition(line: line, column: column)])
  }

  @Test func `plain text has the words alone, one line for each block`() {
    #expect(
      MarkdownDocument("# A *b*\n\n- c `d`\n- ![e](f)\n  g\n\n<p>\n\n```\nh\ni\n```").plainText
        == "A b\nc d\ne g\nh\ni")
  }

  @Test func `nothing gives nothing`() {
    #expect(MarkdownDocument("").html() == .empty)
    #expect(MarkdownDocument("\n \n").blocks.isEmpty)
    #expect(renderInlineMarkdown("") == .empty)
  }
}
