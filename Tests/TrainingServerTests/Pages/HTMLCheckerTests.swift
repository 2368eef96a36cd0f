import Testing

struct HTMLCheckerTests {
  private static func page(_ main: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="vi"><head><title>T</title></head><body><header></header>\
    <main><h1>T</h1>\(main)</main><footer></footer></body></html>
    """
  }

  @Test func `a sound page has no faults`() {
    let main =
      #"<p id="a">x &amp; y</p><form method="get" action="/"><label for="q">Q</label><input id="q"></form>"#
    #expect(HTMLChecker(Self.page(main)).faults == [])
  }

  @Test(arguments: [
    "<p>open", "<p></div>", "a < b", "a > b", "a & b", "<p id=x></p>",
    #"<p id="a"></p><i id="a"></i>"#,
    #"<p style="x"></p>"#, #"<p onclick="x"></p>"#, "<script>x</script>", "<style>x</style>",
    #"<input name="q">"#, #"<label for="none">x</label>"#, "<h1>again</h1>", "<h3>jump</h3>",
    #"<a href="https://example.org/">x</a>"#, #"<a href="//example.org">x</a>"#,
    #"<a href="javascript:x">x</a>"#, ##"<a href="#none">x</a>"##, #"<a href="/"></a>"#,
    #"<form method="post" action="/"></form>"#, "<p><div>x</div></p>", "<ul><p>x</p></ul>",
    #"<p title="<b>"></p>"#, #"<p id="a"class="b"></p>"#, "<p>HTML(text)</p>", "<main></main>",
  ])
  func `a fault is found`(_ main: String) {
    #expect(HTMLChecker(Self.page(main)).faults != [])
  }

  @Test func `a page without its frame is refused`() {
    #expect(HTMLChecker("<html></html>").faults != [])
    #expect(
      HTMLChecker("<!DOCTYPE html><html><body><main><h1>x</h1></main></body></html>").faults != [])
  }
}
