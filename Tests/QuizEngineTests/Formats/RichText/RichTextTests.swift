import Testing

@testable import QuizEngine

@Suite struct RichTextTests {
  @Test(arguments: [
    ("<p>a</p><ul><li>b<li>c</ul>", "a\n• b\n• c"), ("<ol start=3><li>b<li>c</ol>", "3. b\n4. c"),
    ("<table><tr><th>a<td>b</table>", "a | b"),
    ("x<sup>2</sup> 10<sup>-3</sup> a<sup>n</sup>", "x² 10^(-3) a^n"),
    ("H<sub>2</sub>O", "H₂O"), ("<a href='https://x.example'>đây</a>", "đây (https://x.example)"),
    ("<a href='https://x.example'>https://x.example</a>", "https://x.example"),
    ("a<br>b &lt;c&gt;", "a\nb <c>"), ("<pre>a  b\n c</pre>", "a  b\n c"), ("\\(x\\)", "\\(x\\)"),
  ])
  func `plain text drops marks and no words`(source: String, words: String) {
    #expect(HTMLReader.html(source).text.plainText == words)
  }

  @Test(arguments: [
    ("a **b** `c` <i>", "a b c <i>"), ("- a\n- b", "• a\n• b"), ("# a\n\nb", "a\nb"),
    ("> a", "a"), ("```\na  b\n```", "a  b"), ("![Sơ đồ](x.png)", "Sơ đồ"), ("1. a", "1. a"),
    ("[a](javascript:x)", "a"), ("a\\\nb", "a\nb"),
  ])
  func `Markdown becomes blocks`(source: String, words: String) {
    #expect(RichText.markdown(source).text.plainText == words)
  }

  @Test func `in plain text nothing is markup and lines are kept`() {
    let text = RichText(lines: "a <b> *c* &amp;\nd\n\ne")
    #expect(text.html.text == "<p>a &lt;b&gt; *c* &amp;amp;<br>d</p><p>e</p>")
  }

  @Test func `an explanation ends with one mark for the law it rests on`() {
    let mark =
      "<a class=\"law law-mark\" href=\"/law/L-001,L-002\" aria-label=\"Luật\" title=\"Luật\">§</a>"
    let laws = ["L-001", "L-002"]
    #expect(RichText(plain: "a").flow(citing: laws, "Luật").text == "<p>a\(mark)</p>")
    #expect(RichText([]).flow(citing: laws, "Luật").text == "<p>\(mark)</p>")
    #expect(RichText([]).flow(citing: [], "Luật") == .empty)
    #expect(
      HTMLReader.html("<p>a<ul><li>b</ul>").text.flow(citing: laws, "Luật").text
        == "<p>a</p><ul><li>b</li></ul><p>\(mark)</p>")
  }

  @Test func `a legend takes the first paragraphs and the rest follows it`() {
    let heading = HTMLReader.html("<p>a</p><p>b</p><ul><li>c</ul><p>d</p>").text.heading
    #expect(heading.lead.text == "a<br>b")
    #expect(heading.rest?.text == "<ul><li>c</li></ul><p>d</p>")
    #expect(HTMLReader.html("a").text.heading.rest == nil)
  }

  @Test func `in a label blocks become lines`() {
    let text = HTMLReader.html(
      "<p>a</p><ol><li>b<li><i>c</i></ol><pre>x\n y</pre><table><tr><td>1<td>2</table>"
    ).text
    #expect(
      text.phrasing.text
        == "a<br>1. b<br>2. <em>c</em><br><code class=\"lines\">x\n y</code><br>1 | 2")
  }

  @Test func `a link leads nowhere that was not allowed, even out of a changed store`() {
    let text = RichText([.paragraph([.link(address: "javascript:alert(1)", [.text("x")])])])
    #expect(text.html.text == "x")
  }

  @Test func `what is nested without end is flattened and keeps its words`() {
    let depth = 5_000
    for source in [
      String(repeating: "<ul><li>", count: depth) + "x",
      String(repeating: "<blockquote>", count: depth) + "x",
      String(repeating: "<b><i>", count: depth) + "x",
    ] {
      let text = HTMLReader.html(source).text
      #expect(text.plainText.utf8.contains(UInt8(ascii: "x")))
      #expect(HTMLReader.html(TextMarkup.flow(text.blocks).text).text == text)
    }
    let markdown = RichText.markdown(String(repeating: "> ", count: depth) + "x").text
    #expect(markdown.plainText.utf8.contains(UInt8(ascii: "x")))
  }
}
