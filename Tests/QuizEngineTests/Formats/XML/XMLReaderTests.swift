import Testing

@testable import QuizEngine

@Suite struct XMLReaderTests {
  /// The document as one line: `<a x="1">text</>`.
  private func read(_ text: String, limits: XMLLimits = XMLLimits()) throws(XMLFault) -> String {
    try read(Array(text.utf8), limits: limits)
  }

  private func read(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLFault) -> String {
    var reader = try XMLReader(bytes, limits: limits)
    var line = ""
    while let event = try reader.next() {
      switch event {
      case .start(let tag):
        let attributes = tag.attributes.map { one in
          " \(String(decoding: one.name, as: UTF8.self))=[\(String(decoding: one.value, as: UTF8.self))]"
        }
        line += "<\(String(decoding: tag.name, as: UTF8.self))\(attributes.joined())>"
      case .text(let octets): line += String(decoding: octets, as: UTF8.self)
      case .end: line += "</>"
      }
    }
    #expect(reader.depth == 0)
    return line
  }

  private func kind(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLFault.Kind? {
    kind(Array(text.utf8), limits: limits)
  }

  private func kind(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) -> XMLFault.Kind? {
    do throws(XMLFault) {
      _ = try read(bytes, limits: limits)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test(arguments: [
    ("<a/>", "<a></>"), ("<a></a>", "<a></>"), ("<a >x</a\n>", "<a>x</>"),
    (
      "\u{feff}<?xml version='1.0' encoding='UTF-8'?>\n<!-- - --><a>đ</a>\n<?pi x?><!---->",
      "<a>đ</>"
    ),
    ("<a b='1' c=\"&quot;2'\"/>", "<a b=[1] c=[\"2']></>"),
    ("<a b=' x\n\ty '/>", "<a b=[ x  y ]></>"),
    ("<a>&lt;&amp;&gt;&apos;&quot;&#65;&#x1F642;</a>", "<a><&>'\"A🙂</>"),
    ("<a>1\r\n2\r3&#13;</a>", "<a>1\n2\n3\r</>"),
    ("<a>x<![CDATA[<b>&amp;]]]]>y</a>", "<a>x<b>&amp;]]y</>"),
    ("<a>]]&gt; ]] ></a>", "<a>]]> ]] ></>"),
    (
      "<x:a xmlns:x='u'><x:b y:c='1'/>2<!-- <!DOCTYPE --></x:a>",
      "<x:a xmlns:x=[u]><x:b y:c=[1]></>2</>"
    ),
    ("<đề số='1'/>", "<đề số=[1]></>"),
  ])
  func `what is well-formed is read`(text: String, line: String) throws {
    #expect(try read(text) == line)
  }

  @Test(arguments: [
    "", " ", "a", "<a>", "<a", "<a b", "<a b=", "<a b='", "<a b='1' b='2'/>", "<a b=1/>",
    "<a b='<'/>", "<a></b>", "<a></A>", "<a/><b/>", "<a/>x", "x<a/>", "</a>", "<1a/>", "< a/>",
    "<a b='1'c='2'/>", "<a>]]></a>", "<a>\u{1}</a>", "<a b='\u{1}'/>", "<!-- -- --><a/>",
    "<!-- <a/>", "<a><![CDATA[x</a>", "<![CDATA[x]]><a/>", "<a><?xml version='1.0'?></a>",
    " <?xml version='1.0'?><a/>", "<a/><![CDATA[x]]>", "<a><!ELEMENT b></a>", "<?pi <a/>",
    "<a></a b>",
  ])
  func `what is not well-formed is refused`(text: String) {
    #expect(kind(text) == .malformed)
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<!doctype html><a/>", "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'x'><a/>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
  ])
  func `a document type is refused before anything in it is read`(text: String) {
    #expect(kind(text) == .doctype)
  }

  @Test(arguments: [
    "<a>&b;</a>", "<a>&</a>", "<a>&amp</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>",
    "<a>&#-5;</a>", "<a>&#xFFFF;</a>", "<a b='&c;'/>", "<a>&#;</a>", "<a>&AMP;</a>",
  ])
  func `an entity that XML does not know is refused`(text: String) {
    #expect(kind(text) == .entity)
  }

  @Test func `only UTF-8 is read`() {
    #expect(kind("<?xml version='1.0' encoding='ISO-8859-1'?><a/>") == .encoding)
    #expect(kind([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]) == .encoding)
    #expect(kind([0xff, 0xfe] + Array("<a/>".utf16).flatMap { [UInt8($0), 0] }) == .encoding)
    #expect(kind(Array("<a/>".utf16).flatMap { [UInt8($0), 0] }) == .encoding)
    #expect(kind("<?xml version='1.0' encoding='utf-8'?><a/>") == nil)
  }

  @Test func `depth, nodes, attributes and octets are limited`() {
    let nest = { (depth: Int) in
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(kind(nest(64)) == nil)
    #expect(kind(nest(65)) == .tooDeep)
    #expect(kind(nest(100_000)) == .tooDeep)
    let flat = "<a>" + String(repeating: "<b/>", count: 9) + "</a>"
    #expect(kind(flat, limits: XMLLimits(nodes: 10)) == nil)
    #expect(kind(flat, limits: XMLLimits(nodes: 9)) == .tooManyNodes)
    #expect(kind(flat, limits: XMLLimits(bytes: flat.utf8.count - 1)) == .tooLarge)
    let wide = "<a" + (0..<300).map { " a\($0)=''" }.joined() + "/>"
    #expect(kind(wide) == .malformed)
    #expect(kind(wide, limits: XMLLimits(attributes: 300)) == nil)
  }

  @Test func `a document cut anywhere is refused`() {
    let whole = Array("<?xml version='1.0'?><a b='c'>x<!-- y --><d/><![CDATA[z]]>&amp;</a>".utf8)
    for length in 0..<whole.count { #expect(kind(Array(whole.prefix(length))) != nil) }
  }

  @Test func `names are told apart behind their prefix`() throws {
    var reader = try XMLReader(Array("<x:row r:id='7' rid='8'/>".utf8))
    guard case .start(let tag) = try reader.next() else {
      Issue.record("no start")
      return
    }
    #expect(tag.isNamed("row") && !tag.isNamed("ow") && !tag.isNamed("x:ro"))
    #expect(tag["id"] == "7" && tag["rid"] == "8" && tag["r"] == nil)
  }
}
