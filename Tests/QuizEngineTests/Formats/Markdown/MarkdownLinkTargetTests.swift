import Testing

@testable import QuizEngine

@Suite struct MarkdownLinkTargetTests {
  @Test(arguments: [
    ("https://example.vn/a?b=c#d", "<a href=\"https://example.vn/a?b=c#d\">x</a>"),
    ("HTTP://example.vn", "<a href=\"HTTP://example.vn\">x</a>"),
    ("mailto:a@b.vn", "<a href=\"mailto:a@b.vn\">x</a>"),
    ("tel:+84123", "<a href=\"tel:+84123\">x</a>"),
    ("/courses", "<a href=\"/courses\">x</a>"),
    ("02-bao-ve.md#a:b", "<a href=\"02-bao-ve.md#a:b\">x</a>"),
    ("#muc", "<a href=\"#muc\">x</a>"),
    ("/điều", "<a href=\"/%C4%91i%E1%BB%81u\">x</a>"),
    ("/a?b&c", "<a href=\"/a?b&amp;c\">x</a>"),
    ("law:L-006", "<a class=\"law\" href=\"/law/L-006\">x</a>"),
  ])
  func `a link the product knows leads there`(destination: String, expected: String) {
    #expect(renderInlineMarkdown("[x](\(destination))").text == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,a", "vbscript:a", "file:///a",
    "java&#10;script:alert(1)", "&#106;avascript:alert(1)", "&#x1;javascript:a", "//evil.vn",
    "/\\\\evil.vn", "\\\\\\\\evil.vn", "< javascript:a>", "<&Tab;javascript:a>", "https:evil.vn",
    "http:", "law:X-1", "law:L-", "law:L-1/..", "law:L-0000001", "mailto:", "", "blob:a",
  ])
  func `any other link is plain text`(destination: String) {
    #expect(renderInlineMarkdown("[*x*](\(destination))").text == "<em>x</em>")
  }

  @Test func `a refused autolink shows its address`() {
    #expect(renderInlineMarkdown("<javascript:a>").text == "javascript:a")
  }

  @Test(arguments: ["<law:L-006>", "[](law:L-006)", "[L-006](law:L-006)", "[*L-006*](law:L-006)"])
  func `a statement of law without words of its own is a mark, not a code`(source: String) {
    let expected =
      "<a class=\"law law-mark\" href=\"/law/L-006\" aria-label=\"§\" title=\"§\">§</a>"
    #expect(renderInlineMarkdown(source).text == expected)
  }

  @Test(arguments: [
    ("media/a.png", "media/a.png"), ("../media/a.png", "media/a.png"), ("a.png", "a.png"),
    ("media/ảnh.png", "media/%E1%BA%A3nh.png"), ("<media/a b.png>", "media/a%20b.png"),
  ])
  func `an image of the course is shown`(source: String, path: String) {
    #expect(
      renderInlineMarkdown("![x](\(source))", MarkdownOptions(mediaPrefix: "/courses/a/")).text
        == "<img src=\"/courses/a/\(path)\" alt=\"x\" />")
  }

  @Test(arguments: [
    "https://evil.vn/a.png", "//evil.vn/a.png", "/a.png", "../a.png", "media/../../a.png",
    "../media/../a.png", "media//a.png", "media/.git", "data:image/png;base64,a", "a.png?b",
    "media/%2e%2E/a.png", "media%2Fa.png", "a\\\\b.png", "", ".", "media/",
  ])
  func `any other image is its description`(source: String) {
    #expect(renderInlineMarkdown("![x *y* \"](\(source))").text == "x y &quot;")
  }

  @Test func `titles and descriptions cannot leave their attribute`() {
    #expect(
      renderInlineMarkdown("![\"><b>](a.png '\"><i>')").text
        == "<img src=\"a.png\" alt=\"&quot;&gt;\" title=\"&quot;&gt;&lt;i&gt;\" />")
    #expect(
      renderInlineMarkdown("[a](</\"onclick=\"b>)").text
        == "<a href=\"/%22onclick=%22b\">a</a>")
  }
}
