import Testing

@testable import QuizEngine

@Suite struct HTMLReaderTests {
  private func html(_ source: String) -> String { HTMLReader.html(source).text.html.text }
  private func moodle(_ source: String) -> String { HTMLReader.moodle(source).text.html.text }

  @Test(arguments: [
    ("<p>a <b>b</b></p>", "a <strong>b</strong>"),
    ("<p>a</p><p>b</p>", "<p>a</p><p>b</p>"),
    ("a\n  b&nbsp;c &lt;i&gt;", "a b\u{a0}c &lt;i&gt;"),
    ("<div>a<br/>b<br></div>", "a<br>b"),
    (
      "<ul><li>a<li>b <ol start=3><li>c</ol></ul>",
      "<ul><li>a</li><li><p>b</p><ol start=\"3\"><li>c</li></ol></li></ul>"
    ),
    ("<table><tr><th>a<td>b</tr></table>", "<table><tr><th>a</th><td>b</td></tr></table>"),
    ("<blockquote>a</blockquote>b", "<blockquote><p>a</p></blockquote><p>b</p>"),
    ("<pre>\n x\n  y</pre>", "<pre><code> x\n  y</code></pre>"),
    ("H<sub>2</sub>O x<sup>2</sup>", "H<sub>2</sub>O x<sup>2</sup>"),
    ("<h3>a</h3>b", "<p><strong>a</strong></p><p>b</p>"),
    (
      "<a href='https://x.example/?a=1&amp;b=é'>x</a>",
      "<a href=\"https://x.example/?a=1&amp;b=%C3%A9\">x</a>"
    ),
    ("<b><i>x</b>y</i>z", "<strong><em>x</em></strong><em>y</em>z"),
    ("rpm -ql <package>", "rpm -ql &lt;package&gt;"),
    ("#include <stdio.h> a < b > c", "#include &lt;stdio.h&gt; a &lt; b &gt; c"),
    ("<o:p>x</o:p><!-- y -->z", "xz"), ("a<b", "a&lt;b"),
    ("<span class=x style='color:red' onclick=\"alert(1)\">x</span>", "x"),
    ("<script>alert('1')</script>x<style>p{}</style>", "x"), ("<script>alert(1)", ""),
    ("<img src=x onerror=alert(1) alt='Sơ đồ'>", "Sơ đồ"),
    ("<a href='java&#10;script:alert(1)'>x</a>", "x"), ("<svg onload=alert(1)><p>x</svg>y", "y"),
    ("<iframe src=//evil></iframe>x", "x"),
    (
      "\\(x^2\\) và $$y$$",
      "<span class=\"formula\">\\(x^2\\)</span> và <span class=\"formula\">$$y$$</span>"
    ),
  ])
  func `HTML becomes blocks by an allow-list`(source: String, markup: String) {
    #expect(html(source) == markup)
  }

  @Test(arguments: [
    ("a\nb", "a<br>b"), ("a\n\nb", "<p>a</p><p>b</p>"),
    ("thẻ <b> làm chữ đậm", "thẻ &lt;b&gt; làm chữ đậm"), ("<b>đậm</b>", "<strong>đậm</strong>"),
    ("nếu a <b và c> d thì </b>", "nếu a &lt;b và c&gt; d thì &lt;/b&gt;"),
    ("__init__ *x* `y`", "__init__ *x* `y`"), ("<script>", "&lt;script&gt;"),
    ("<script>alert(1)</script>x", "x"), ("<?php echo 1 ?>", "&lt;?php echo 1 ?&gt;"),
    ("<ul><li>a\n<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
  ])
  func `Moodle's format is HTML in which lines count and tags need their ends`(
    source: String, markup: String
  ) {
    #expect(moodle(source) == markup)
  }

  @Test(arguments: [
    ("<script>x</script>", RichTextLoss.script), ("<img src=a>", .picture),
    ("<video src=a></video>", .media), ("<a href='data:text/html,x'>x</a>", .address),
    ("<math><mi>x</mi></math>", .formula),
  ])
  func `what is left out is told`(source: String, loss: RichTextLoss) {
    #expect(HTMLReader.html(source).losses == [loss])
  }

  /// Prints its seed with a failure: the argument is the seed.
  @Test(arguments: 0..<400 as Range<UInt64>)
  func `reading its own markup changes nothing and only our tags come out`(seed: UInt64) {
    var generator = Seeded(seed)
    let pieces = [
      "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<u>", "<ul>", "</ul>", "<ol start=4>", "</ol>",
      "<li>",
      "</li>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<th>", "<br>", "<pre>", "</pre>",
      "<code>", "</code>", "<sub>", "</sub>", "<sup>", "<a href='http://x/é?a&b'>", "</a>", "<h2>",
      "</h2>",
      "<blockquote>", "</blockquote>", "<script>", "</script>", "<img alt=x src=y>", "<q>", "</q>",
      " ", "\n", "\n\n", "a", "ế", "e\u{301}\u{323}", "&amp;", "&lt;b&gt;", "&nbsp;", "&#13;",
      "&#0;",
      "\\(", "\\)", "$$", "<", ">", "\"", "'", "<a b=\"", "<!--", "-->", "<x>", "<o:p>", "\u{1}",
      "\t",
      "<a href=javascript:alert(1)>", "onload=", "<svg>", "</svg>", "_", "*",
    ]
    let source = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }.joined()
    for read in [HTMLReader.html(source), HTMLReader.moodle(source)] {
      let markup = TextMarkup.flow(read.text.blocks).text
      let again = HTMLReader.html(markup).text
      #expect(again == read.text, "seed \(seed): \(source) → \(markup)")
      #expect(tags(in: markup).isSubset(of: Self.ours), "seed \(seed): \(markup)")
      #expect(!markup.utf8.contains(1) && !markup.contains("href=\"javascript"))
      #expect(read.steps <= 12 * source.utf8.count + 12)
    }
  }

  private static let ours: Set<String> = [
    "p", "strong", "em", "sub", "sup", "code", "pre", "span", "a", "ul", "ol", "li", "table", "tr",
    "td", "th", "br", "blockquote",
  ]

  private func tags(in markup: String) -> Set<String> {
    Set(
      markup.utf8.split(separator: UInt8(ascii: "<")).dropFirst(markup.utf8.first == 60 ? 0 : 1).map
      {
        String(decoding: $0.drop { $0 == 47 }.prefix { (97...122).contains($0) }, as: UTF8.self)
      })
  }

  @Test(arguments: [
    "<b", "<b>", "<a href=\"", "<a b='<a b=\"", "<!--", "<!", "<script", "</", "e\u{301}", "&amp",
    "<ul><li>", "<table><td>", "<b><i>", "$$", "\\(", "<pre>", "<p x x x", "<br>", "<b> <br>",
    "</b>", "<blockquote>", "<a href=x>", " <i></i>", "a\n",
  ])
  func `the work grows as the text does`(piece: String) {
    for read in [HTMLReader.html, HTMLReader.moodle] {
      let sizes = [2_000, 8_000].map { count in
        let source = String(repeating: piece, count: count)
        return (source.utf8.count, read(source).steps)
      }
      #expect(sizes.allSatisfy { $1 <= 12 * $0 }, "\(sizes)")
    }
  }
}
