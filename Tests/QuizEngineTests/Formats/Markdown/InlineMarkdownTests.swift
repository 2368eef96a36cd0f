import Testing

@testable import QuizEngine

@Suite struct InlineMarkdownTests {
  @Test(arguments: [
    ("Chọn **một** đáp án", "Chọn <strong>một</strong> đáp án"),
    ("# 1\n- 2", "# 1\n- 2"),
    ("  a  \n\n   b\t\n", "a<br />\nb"),
    ("`<b>`", "<code>&lt;b&gt;</code>"),
    ("<b>a</b>", "&lt;b&gt;a&lt;/b&gt;"),
    ("2 * 3 < 7 & 8", "2 * 3 &lt; 7 &amp; 8"),
    ("a\\*b &eacute; &#225;", "a*b é á"),
    ("[a]", "[a]"),
    ("mật_khẩu_mạnh", "mật_khẩu_mạnh"),
    ("**“An ninh mạng”** là", "<strong>“An ninh mạng”</strong> là"),
  ])
  func `a prompt has inline marks only`(source: String, html: String) {
    #expect(renderInlineMarkdown(source).text == html)
  }

  @Test func `a prompt tells its words, links and raw HTML`() {
    let prompt = InlineMarkdown("Hỏi *gì*?\n  [a](/b) <i>c")
    #expect(prompt.plainText == "Hỏi gì? a c")
    #expect(prompt.links.map(\.position) == [MarkdownPosition(line: 2, column: 3)])
    #expect(prompt.refusedHTML == [MarkdownPosition(line: 2, column: 11)])
  }
}
