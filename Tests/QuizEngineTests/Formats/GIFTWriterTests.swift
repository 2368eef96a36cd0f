import QuizEngine
import Testing

@Suite struct GIFTWriterTests {
  @Test func `a question is written for people to read`() {
    let text = """
      // [id:q1]
      // [tag:law:L-006] [tag:level:2]
      ::Tiêu đề::Câu hỏi\\: 1 + 1 \\= ?{
        =2 #Đúng
        ~%-50%3
        ####Hết
      }

      $CATEGORY: top/a

      Pi{#3.14:0.01}

      Trời {=xanh} quá


      """
    let file = GIFTParser.read([UInt8](text.utf8), file: "f")
    #expect(file.issues.isEmpty)
    #expect(GIFTWriter.write(file.entries) == text)
  }

  @Test(arguments: ["{->}", "x {a -> b}", "x {a#see -> b}", "x {[moodle]T#see -> b}"])
  func `a lone answer with an arrow stays an answer`(text: String) {
    let file = GIFTParser.read([UInt8](text.utf8), file: "f")
    let again = GIFTParser.read([UInt8](GIFTWriter.write(file.entries).utf8), file: "f")
    #expect(again.syntaxIssues.isEmpty)
    #expect(again.entries.map(GIFTSample.init) == file.entries.map(GIFTSample.init))
  }

  @Test(arguments: ["{=%<b>\\n}[html]<b>h", "x\\n {=a\\n ~b \\n}", "[markdown]x\\n\\n {}"])
  func `line breaks at the ends of a text are lost once, not by writing`(text: String) {
    let once = GIFTWriter.write(GIFTParser.read([UInt8](text.utf8), file: "f").entries)
    #expect(GIFTWriter.write(GIFTParser.read([UInt8](once.utf8), file: "f").entries) == once)
  }

  /// U+0301 joins the character before it, which hid that character from the writer.
  @Test(arguments: [
    "[moodle]//\u{301}x {}", "x {a} [moodle]//\u{301}x", "[moodle]$CATEGORY:\u{301} {}",
    "x {=[plain]%5%\u{301} =b}", "x {=[moodle][html]\u{301}a =b}", "// [id:a\\]\u{301}b]\nx {}",
  ])
  func `a combining mark behind a sign changes nothing`(text: String) {
    let file = GIFTParser.read([UInt8](text.utf8), file: "f")
    let again = GIFTParser.read([UInt8](GIFTWriter.write(file.entries).utf8), file: "f")
    #expect(file.questions.count == 1 && again.syntaxIssues.isEmpty)
    #expect(again.entries.map(GIFTSample.init) == file.entries.map(GIFTSample.init))
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `reading what was written gives the same questions`(seed: UInt64) {
    var generator = GIFTGenerator(seed: seed)
    // What a person may write is first brought to the form that GIFT can carry.
    let first = GIFTParser.read([UInt8](generator.file().utf8), file: "f")
    let written = GIFTWriter.write(first.entries)
    let second = GIFTParser.read([UInt8](written.utf8), file: "f")
    #expect(second.syntaxIssues == [], "\(written)")
    #expect(!first.entries.isEmpty)
    #expect(second.entries.map(GIFTSample.init) == first.entries.map(GIFTSample.init), "\(written)")
  }
}

/// Writes valid GIFT questions with everything that needs care in their texts.
private struct GIFTGenerator {
  private var random: Seeded

  init(seed: UInt64) {
    random = Seeded(seed)
  }

  mutating func file() -> String {
    (0..<3).map { _ in question() }.joined(separator: "\n\n")
  }

  private mutating func question() -> String {
    var result = ""
    if chance() { result += "// [id:i\(number(1000))\\]] [tag:t] [tag:a b]\n" }
    if chance() { result += "::\(text())::" }
    result += rich() + answers()
    return result
  }

  private mutating func answers() -> String {
    let end = (chance() ? "\n####" + rich() : "") + "}" + (chance() ? " " + rich() : "")
    switch number(8) {
    case 0: return ""
    case 1: return "{" + end
    case 2: return "{\(chance() ? "T" : "FALSE")" + comment() + comment() + end
    case 3:
      return "{=\(rich())\(comment()) ~%\(number(99)).5%\(rich())\(comment()) ~\(rich())" + end
    case 4: return "{=\(rich())\(comment()) =%20%\(rich())" + end
    case 5: return "{=\(rich()) -> \(text()) =->\(text()) =\(rich())->\(text())" + end
    case 6: return "{#\(number(99)).\(number(99))" + end
    default:
      return "{#=\(number(9)):0.\(number(9))\(comment()) =%5%-3..\(number(9)) ~\(comment())" + end
    }
  }

  private mutating func comment() -> String { chance() ? "#" + rich() : "" }

  private mutating func rich() -> String {
    let markers = ["", "", "", "[html]", "[markdown]", "[plain]", "[moodle]"]
    return markers[number(markers.count)] + text()
  }

  private mutating func text() -> String {
    let parts = [
      "a", "ế", " ", "\n", "\\n", "\\=", "\\~", "\\#", "\\{", "\\}", "\\:", "\\\\", "- >", "//",
      "%5%",
      "[html]", "T", "1", "🙂", "$CATEGORY:", "\u{a0}", "\\x", "  ", "\\=\\:\\:",
    ]
    return "x" + (0..<number(7)).map { _ in parts[number(parts.count)] }.joined() + "y"
  }

  private mutating func chance() -> Bool { Bool.random(using: &random) }
  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}
