import Testing

@testable import QuizEngine

@Suite struct HTMLTests {
  @Test(arguments: [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
    ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
    ("\" onload=\"x", "&quot; onload=&quot;x"), ("&lt;", "&amp;lt;"),
    ("a\u{301}<\u{301}", "a\u{301}&lt;\u{301}"), ("Nguyễn Văn Ân", "Nguyễn Văn Ân"),
  ])
  func `what could end a text or an attribute is escaped`(plain: String, markup: String) {
    #expect(HTML.escaped(plain).text == markup)
    let page: HTML = "<p title=\"\(plain)\">\(plain)</p>"
    #expect(page.text == "<p title=\"\(markup)\">\(markup)</p>")
  }

  @Test func `markup enters markup as it is, and nothing where there is none`() {
    let strong: HTML = "<strong>\("1 < 2")</strong>"
    let none: HTML? = nil
    #expect(("\(strong)\(none)\(7)" as HTML).text == "<strong>1 &lt; 2</strong>7")
    #expect(HTML.joined(["<", ">"]) { "<li>\($0)</li>" }.text == "<li>&lt;</li><li>&gt;</li>")
  }
}
