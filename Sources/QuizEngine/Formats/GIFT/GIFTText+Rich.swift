extension GIFTText {
  /// The text as its format means it, and what a bank cannot hold of it.
  package var rich: (text: RichText, losses: Set<RichTextLoss>) {
    switch format {
    case .plain: return (RichText(lines: text), [])
    case .markdown: return RichText.markdown(text)
    case .html:
      let read = HTMLReader.html(text)
      return (read.text, read.losses)
    case .moodle:
      let read = HTMLReader.moodle(text)
      return (read.text, read.losses)
    }
  }
}
