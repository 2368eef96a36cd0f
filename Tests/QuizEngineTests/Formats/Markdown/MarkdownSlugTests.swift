import Testing

@testable import QuizEngine

@Suite struct MarkdownSlugTests {
  @Test(arguments: [
    ("Đặt mật khẩu mạnh!", "dat-mat-khau-manh"),
    ("ƯỚC, NGƯỜI & Ỹ", "uoc-nguoi-y"),
    ("e\u{302}\u{301} đ", "e-d"),
    ("  1.2 – a/b  ", "1-2-a-b"),
    ("日本", ""),
  ])
  func `Vietnamese folds to ASCII`(text: String, slug: String) {
    #expect(MarkdownSlugs.folded(text) == slug)
  }

  @Test func `names repeat with a number, whatever was used before`() {
    var slugs = MarkdownSlugs()
    let names = ["a", "a", "a-2", "a", "?", "!"].map { slugs.slug(for: $0) }
    #expect(names == ["a", "a-2", "a-2-2", "a-3", "muc", "muc-2"])
  }
}
