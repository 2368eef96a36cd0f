import QuizEngine

/// HTML of other programs: linear work, only our own tags, and reading them again changes nothing.
func fuzzHTML(_ bytes: [UInt8]) {
  let source = String(decoding: bytes, as: UTF8.self)
  for read in [HTMLReader.html(source), HTMLReader.moodle(source)] {
    require(read.steps <= 12 * source.utf8.count + 12, "the work grows as the text does")
    let markup = read.text.html.text
    checkTags(Array(markup.utf8))
    checkTags(Array(read.text.phrasing.text.utf8))
    require(HTMLReader.html(markup).text == read.text, "its own markup reads the same: \(markup)")
    require(
      read.text.isEmpty || !read.text.plainText.utf8.isEmpty, "a text that is there has words")
  }
}
